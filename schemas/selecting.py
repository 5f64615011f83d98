"""Which projects a list names."""

from __future__ import annotations

from collections.abc import Mapping

from schemas.project import Project, ProjectList


def select(chosen: ProjectList, projects: Mapping[str, Project]) -> tuple[str, ...]:
    """The keys of the projects in a list: those named, or those that meet every condition, in the order of the file."""
    if chosen.items is not None:
        return tuple(key for key in chosen.items if key in projects)
    wanted = {
        name: value
        for name in ("stage", "plan", "sector", "place")
        if (value := getattr(chosen, name)) is not None
    }
    return tuple(key for key, project in projects.items() if _meets(project, wanted))


def _meets(project: Project, wanted: Mapping[str, object]) -> bool:
    return all(getattr(project, name) == value for name, value in wanted.items())
