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
        value = self.root
        line, column = place_of(value) or (1, 1)
        length = 0
        for step in path:
            match value:
                case LocatedDict():
                    key = value.key(str(step))
                    if key is None:
                        break
                    line, column, length = key.line, key.column, raw_length(self.lines, key)
                    value = value[key]
                case LocatedList() if isinstance(step, int) and step < len(value):
                    value = value[step]
                case _:
                    break
            if isinstance(value, LocatedStr):
                line, column, length = value.line, value.column, raw_length(self.lines, value)
            elif isinstance(value, LocatedList) or (isinstance(value, LocatedDict) and isinstance(step, int)):
                line, column = place_of(value) or (line, column)
                length = 0
        return Position(self.name, line, column, length)

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
        return self.locate(section, path).source
