"""Single values written into a YAML text between its marks: one line changes, comments and layout stay."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.loading.located import LocatedDict, LocatedStr
from generator.loading.locating import SourceFile
from generator.loading.parsing import parse_yaml
from generator.loading.scalar_places import raw_length

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~][^#:,\[\]{}'\"\n]*")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_EMPTY_VALUE = re.compile(r":(?:[ \t]*(?:~|null))?(?=[ \t]*(?:#|,|\}|\r|$))")


class CannotSpliceError(ValueError):
    """A value that cannot be written without touching more than its line; the message is Chinese."""


@dataclass(slots=True)
class YamlText:
    """A YAML text under edit.  ``lines`` keep their carriage returns, so that nothing but what is meant changes."""

    name: str
    lines: list[str]
    _file: SourceFile | None = None

    @classmethod
    def of(cls, name: str, text: str) -> YamlText:
        """The text of a file with the line ends that it has."""
        return cls(name, text.split("\n"))

    @property
    def text(self) -> str:
        """The text as it stands now."""
        return "\n".join(self.lines)

    def set(self, path: Sequence[str], field: str, value: str) -> int:
        """Write ``value`` at ``field`` of the mapping at ``path``, made if it is not there; gives its line, from 1.

        Raises :class:`CannotSpliceError`.
        """
        mapping = self._mapping(path)
        key = mapping.key(field)
        if key is None:
            return self._insert(mapping, field, _scalar(value))
        there = mapping[key]
        if there is None:
            return self._write_empty(key, _scalar(value))
        if not isinstance(there, LocatedStr):
            raise CannotSpliceError(f"{field} 不是一个数")
        return self._replace(there, value)

    def clear(self, path: Sequence[str], field: str) -> None:
        """Leave ``field`` of the mapping at ``path`` without a value, if it is there."""
        mapping = self._mapping(path)
        key = mapping.key(field)
        if key is not None and isinstance(there := mapping[key], LocatedStr):
            self._cut(there, "")

    def _mapping(self, path: Sequence[str]) -> LocatedDict:
        value = self._source().root
        for step in path:
            key = value.key(step) if isinstance(value, LocatedDict) else None
            value = value[key] if isinstance(value, LocatedDict) and key is not None else None
        if not isinstance(value, LocatedDict) or not value:
            raise CannotSpliceError(f"找不到“{'.'.join(path)}”")
        return value

    def _source(self) -> SourceFile:
        if self._file is None:
            plain = [line.removesuffix("\r") for line in self.lines]
            root, _ = parse_yaml("\n".join(plain), self.name)
            self._file = SourceFile(self.name, tuple(plain), root)
        return self._file

    def _replace(self, there: LocatedStr, value: str) -> int:
        quoted = there.style in ("'", '"')
        self._cut(there, json.dumps(value, ensure_ascii=False) if quoted else _scalar(value))
        return there.line

    def _cut(self, there: LocatedStr, new: str) -> None:
        source = self._source()
        length = raw_length(source.lines, there)
        start = there.column - 1
        whole = source.line(there.line)[start : start + length]
        if there.style in ("|", ">") or "\n" in there or len(whole) < len(there):
            raise CannotSpliceError("这里的内容不止一行，请手工改")
        line = self.lines[there.line - 1]
        self._put(there.line, line[:start] + new + line[start + length :])

    def _write_empty(self, key: LocatedStr, scalar: str) -> int:
        line = self.lines[key.line - 1]
        start = key.column - 1 + raw_length(self._source().lines, key)
        found = _EMPTY_VALUE.match(line, start)
        if found is None:
            raise CannotSpliceError("这里的写法太特别，请手工改")
        rest = line[found.end() :]
        rest = rest.lstrip() if rest.lstrip().startswith((",", "}")) else rest
        self._put(key.line, f"{line[:start]}: {scalar}{rest}")
        return key.line

    def _insert(self, mapping: LocatedDict, field: str, scalar: str) -> int:
        """A new field: in a block on a line of its own behind ``value``, or first; in braces before the first one."""
        keys = list(mapping)
        first = keys[0]
        before = self.lines[first.line - 1][: first.column - 1]
        if before.strip():
            if not before.rstrip().endswith("{"):
                raise CannotSpliceError("这里的写法太特别，请手工改")
            line = self.lines[first.line - 1]
            self._put(first.line, f"{before}{field}: {scalar}, {line[first.column - 1 :]}")
            return first.line
        anchor = mapping.key("value") or mapping.key("text") if field == "status" else None
        number = anchor.line + 1 if anchor is not None else first.line
        end = "\r" if self.lines[first.line - 1].endswith("\r") else ""
        self.lines.insert(number - 1, f"{before}{field}: {scalar}{end}")
        self._file = None
        return number

    def _put(self, number: int, line: str) -> None:
        self.lines[number - 1] = line
        self._file = None


def _scalar(value: str) -> str:
    """A value as YAML writes it, quoted only where that is needed."""
    plain = _NUMBER.fullmatch(value) or (
        _PLAIN.fullmatch(value) and value not in ("null", "~") and value == value.strip()
    )
    return value if plain else json.dumps(value, ensure_ascii=False)
