"""From a path in the data (``figures`` › 地区生产总值 › ``value``) to its place in a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.loading.located import LocatedDict, LocatedList, LocatedStr, LocatedValue, place_of
from generator.loading.scalar_places import raw_length, spot_inside
from generator.positions import Position

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One YAML file: its name in messages, its lines, and its values with their places."""

    name: str
    lines: tuple[str, ...]
    root: LocatedValue

    def line(self, number: int) -> str:
        """A line of the file, counted from 1; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def locate(self, path: Iterable[str | int]) -> Position:
        """The place of the leaf at ``path``, or of the nearest thing above it that stands in the file.

        A leaf without a value (``value:``) is at its key.
        """
        nearest = self._nearest(path)
        if isinstance(nearest, LocatedStr) and nearest is not self.root:
            return Position(self.name, nearest.line, nearest.column, raw_length(self.lines, nearest))
        line, column = place_of(nearest) or (1, 1)
        return Position(self.name, line, column)

    def source(self, path: Iterable[str | int]) -> str:
        """The place of the leaf at ``path`` as readers see it: ``drafts/2024/figures.yaml:17``."""
        line, _ = place_of(self._nearest(path)) or (1, 1)
        return f"{self.name}:{line}"

    def _nearest(self, path: Iterable[str | int]) -> LocatedValue:
        """What stands for the leaf at ``path``: its scalar, its list, else the last key on the way to it."""
        value = nearest = self.root
        for step in path:
            if isinstance(value, LocatedDict):
                key = value.key(str(step))
                if key is None:
                    break
                nearest, value = key, value[key]
            elif isinstance(value, LocatedList) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                break
            if isinstance(value, LocatedStr | LocatedList) or (value is not None and isinstance(step, int)):
                nearest = value
        return nearest

    def locate_key(self, path: Path) -> Position:
        """The place of the last key of ``path`` itself, not of its value."""
        value = self.root
        for step in path[:-1]:
            value = _child(value, step)
        key = value.key(str(path[-1])) if isinstance(value, LocatedDict) else None
        if key is None:
            return self.locate(path)
        return Position(self.name, key.line, key.column, raw_length(self.lines, key))

    def keys_at(self, path: Path) -> tuple[str, ...]:
        """The keys of the mapping at ``path``; none if there is no mapping."""
        value = self.root
        for step in path:
            value = _child(value, step)
        return tuple(str(key) for key in value) if isinstance(value, LocatedDict) else ()

    def inside(self, path: Path, offset: int, length: int) -> Position:
        """The place of character ``offset`` (from 0) of the scalar at ``path``."""
        value = self.root
        for step in path:
            value = _child(value, step)
        if not isinstance(value, LocatedStr):
            return self.locate(path)
        line, column = spot_inside(self.lines, value, offset)
        last, end = spot_inside(self.lines, value, offset + length)
        return Position(self.name, line, column, end - column if last == line else 1)


def _child(value: LocatedValue, step: str | int) -> LocatedValue:
    match value:
        case LocatedDict():
            key = value.key(str(step))
            return value[key] if key is not None else None
        case LocatedList() if isinstance(step, int) and step < len(value):
            return value[step]
        case _:
            return None


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where everything in a report stands: for each top-level name of the report, the file and the path within it."""

    files: tuple[SourceFile, ...]
    sections: dict[str, tuple[SourceFile, Path]] = field(default_factory=dict)

    def place(self, section: str, path: Path = ()) -> tuple[SourceFile, Path]:
        """The file that holds a section of the report, and the path inside that file."""
        file, prefix = self.sections[section]
        return file, prefix + path

    def locate(self, section: str, path: Path = ()) -> Position:
        """The position of a leaf, such as ``("figures", ("地区生产总值", "value"))``."""
        file, full = self.place(section, path)
        return file.locate(full)

    def source(self, section: str, path: Path = ()) -> str:
        """The position as readers see it: ``drafts/2024/figures.yaml:17``."""
        file, full = self.place(section, path)
        return file.source(full)
