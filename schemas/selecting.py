"""Which projects a list names."""

from __future__ import annotations

from collections.abc import Mapping

from schemas.project import Project, ProjectList

_CONDITIONS = ("stage", "plan", "sector", "place")


class ProjectIndex:
    """Projects by what lists ask for, so that thousands of lists do not each go through thousands of projects."""

    def __init__(self, projects: Mapping[str, Project]) -> None:
        self._projects = projects
        self._keys: dict[tuple[str, str], list[str]] = {}
        for key, project in projects.items():
            for name in _CONDITIONS:
                value = getattr(project, name)
                if value is not None:
                    self._keys.setdefault((name, value), []).append(key)

    def select(self, chosen: ProjectList) -> tuple[str, ...]:
        """The keys of a list's projects: those named, or those that meet every condition, in the order of the file."""
        if chosen.items is not None:
            return tuple(key for key in chosen.items if key in self._projects)
        wanted = [(name, value) for name in _CONDITIONS if (value := getattr(chosen, name)) is not None]
        if not wanted:
            return tuple(self._projects)
        fewest = min((self._keys.get(condition, []) for condition in wanted), key=len)
        return tuple(key for key in fewest if self._meets(key, wanted))

    def _meets(self, key: str, wanted: list[tuple[str, str]]) -> bool:
        return all(getattr(self._projects[key], name) == value for name, value in wanted)


def select(chosen: ProjectList, projects: Mapping[str, Project]) -> tuple[str, ...]:
    """The projects of one list, as :meth:`ProjectIndex.select`."""
    return ProjectIndex(projects).select(chosen)
