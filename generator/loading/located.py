"""Plain YAML values that remember where they stand; pydantic takes them as they are."""

from __future__ import annotations

from dataclasses import dataclass


class LocatedStr(str):
    """A scalar.  ``line`` and ``column`` count from 1; ``style`` is YAML's quoting sign (``""`` plain, ``'|'`` …)."""

    __slots__ = ("column", "line", "style")

    line: int
    column: int
    style: str

    @classmethod
    def at(cls, text: str, line: int, column: int, style: str = "") -> LocatedStr:
        """A scalar at a place."""
        located = cls(text)
        located.line = line
        located.column = column
        located.style = style
        return located


@dataclass(slots=True)
class _Place:
    line: int
    column: int


class LocatedDict(dict[LocatedStr, "LocatedValue"]):
    """A mapping; its place is that of its first key."""

    __slots__ = ("_keys", "place")

    def __init__(self, line: int, column: int) -> None:
        super().__init__()
        self.place = _Place(line, column)
        self._keys: dict[str, LocatedStr] | None = None

    def key(self, name: str) -> LocatedStr | None:
        """The key called ``name`` as it stands in the file."""
        if self._keys is None or len(self._keys) != len(self):
            self._keys = {str(key): key for key in self}
        return self._keys.get(name)


class LocatedList(list["LocatedValue"]):
    """A sequence; its place is that of its first item."""

    __slots__ = ("place",)

    def __init__(self, line: int, column: int) -> None:
        super().__init__()
        self.place = _Place(line, column)


LocatedValue = LocatedStr | LocatedDict | LocatedList | None


def place_of(value: LocatedValue) -> tuple[int, int] | None:
    """Line and column of a value, both from 1; None for an empty value, which has no place of its own."""
    match value:
        case LocatedStr():
            return value.line, value.column
        case LocatedDict() | LocatedList():
            return value.place.line, value.place.column
        case _:
            return None
