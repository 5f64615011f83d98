"""Line edits on a YAML file that leave everything else in it as it is: comments, order, layout."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import CannotRunError
from generator.loading.located import LocatedDict, LocatedList, LocatedStr, LocatedValue
from generator.loading.locating import SourceFile
from generator.loading.parsing import parse_yaml
from generator.loading.scalar_places import spot_inside

ROLLED_COMMENT = re.compile(r"^\s*# (?:上年|年初目标)")
_PLAIN = re.compile(r"(?![-?:!&*|>%@`'\"#~{}\[\],=<]|(?:null|Null|NULL)$)[^\n#:{}\[\],\"'\\]+(?<! )")


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``key:`` of a mapping.  ``first`` and ``last`` are its lines, from 1, without comments around it."""

    key: LocatedStr
    value: LocatedValue
    first: int
    last: int

    @property
    def fields(self) -> LocatedDict:
        """What the entry says; empty where it says nothing."""
        return self.value if isinstance(self.value, LocatedDict) else LocatedDict(self.key.line, self.key.column)

    @property
    def indent(self) -> int:
        """How far its key is indented."""
        return self.key.column - 1


@dataclass(slots=True)
class Editor:
    """A file and the edits to be made in it.  Lines count from 1, columns from 0."""

    file: SourceFile
    _spans: list[tuple[int, int, int, int, str]] = field(default_factory=list)
    _above: dict[int, list[str]] = field(default_factory=dict)
    _below: dict[int, list[str]] = field(default_factory=dict)
    _gone: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, text: str, name: str) -> Editor:
        """An editor for the text of a file that has no faults."""
        return cls(SourceFile(name, tuple(text.split("\n")), parse_yaml(text, name)[0]))

    def line(self, number: int) -> str:
        """A line as it stands before the edits."""
        return self.file.line(number)

    def entries(self, value: LocatedValue) -> Iterator[Entry]:
        """The entries of a mapping that is written one key a line."""
        if not isinstance(value, LocatedDict):
            return
        for key, child in value.items():
            if self.line(key.line)[: key.column - 1].strip():
                raise self.unsuited(key.line)
            yield Entry(key, child, key.line, self.end_of(key.line, key.column - 1))

    def unsuited(self, line: int) -> CannotRunError:
        """What to say of a layout in which no single line can be edited."""
        hint = "请把各项写成一行一项（不用花括号、方括号连写），再运行"
        return CannotRunError(f"第 {line} 行这样的写法没法逐行改", hint, file=self.file.name)

    def end_of(self, first: int, indent: int) -> int:
        """The last line of what begins on a line with that indentation."""
        last = first
        dashed = self.line(first)[indent : indent + 1] == "-"
        for number in range(first + 1, len(self.file.lines) + 1):
            line = self.line(number)
            if not line.strip():
                continue
            depth = _indent(line)
            if depth < indent or (depth == indent and (dashed or not line.lstrip().startswith("- "))):
                break
            last = number
        return last

    def _end_of_block(self, head: int) -> int:
        """The last line of a ``|`` or ``>`` text; the line of its sign may begin with the dash of a list item."""
        first = next((n for n in range(head + 1, len(self.file.lines) + 1) if self.line(n).strip()), head + 1)
        return self.end_of(first, _indent(self.line(first)) - 1) if self.line(first).strip() else head

    def replace(self, scalar: LocatedStr, text: str) -> None:
        """Put other YAML in the place of a scalar."""
        lines = self.file.lines
        if scalar.style in ("|", ">"):
            last = self._end_of_block(scalar.line)
            end = (last, len(self.line(last)))
        else:
            line, column = spot_inside(lines, scalar, len(scalar))
            end = (line, column - 1 + (1 if scalar.style else 0))
        self._spans.append((scalar.line, scalar.column - 1, *end, text))

    def set(self, entry: Entry, name: str, text: str) -> None:
        """Give a field of an entry this YAML scalar; ``""`` leaves it empty.  A field that is not there is added."""
        key = entry.fields.key(name)
        old = entry.fields[key] if key is not None else None
        if key is None:
            if text:
                self._add(entry, name, text)
        elif isinstance(old, LocatedStr):
            self.replace(old, text)
        elif old is None and text:
            at = key.column - 1 + len(key)
            at = self.line(key.line).index(":", at) + 1
            self._spans.append((key.line, at, key.line, at, f" {text}"))

    def drop(self, entry: Entry, name: str) -> None:
        """Take a field out of an entry."""
        key = entry.fields.key(name)
        if key is None:
            return
        if key.line == entry.key.line:  # all on one line
            if isinstance(entry.fields[key], LocatedStr):
                self.set(entry, name, "")
            return
        self.delete(key.line, self.end_of(key.line, key.column - 1))

    def _add(self, entry: Entry, name: str, text: str) -> None:
        first = next(iter(entry.fields), None)
        if first is None:
            self._open_braces(entry)
            self.below(entry.key.line, f"{' ' * (entry.indent + 2)}{name}: {text}")
        elif first.line == entry.key.line:
            at = first.column - 1
            self._spans.append((first.line, at, first.line, at, f"{name}: {text}, "))
        else:
            after = self.end_of(first.line, first.column - 1)
            self.below(after, f"{' ' * (first.column - 1)}{name}: {text}")

    def _open_braces(self, entry: Entry) -> None:
        """Take the ``{}`` off an entry that said nothing, so that fields can stand under it."""
        found = re.compile(r"\s*\{\s*\}").search(self.line(entry.key.line), entry.key.column - 1 + len(entry.key))
        if found:
            span = (entry.key.line, found.start(), entry.key.line, found.end(), "")
            self._spans.extend([span] if span not in self._spans else [])

    def comment(self, entry: Entry, text: str) -> None:
        """A comment above an entry, in the place of one that an earlier year's roll left there."""
        number = entry.first - 1
        while ROLLED_COMMENT.match(self.line(number)):
            self.delete(number, number)
            number -= 1
        self.above(entry.first, f"{' ' * entry.indent}# {text}")

    def above(self, line: int, *texts: str) -> None:
        """Add lines before a line."""
        self._above.setdefault(line, []).extend(texts)

    def below(self, line: int, *texts: str) -> None:
        """Add lines after a line."""
        self._below.setdefault(line, []).extend(texts)

    def delete(self, first: int, last: int) -> None:
        """Take lines out."""
        self._gone.update(range(first, last + 1))

    def delete_with_comments(self, first: int, last: int) -> None:
        """Take lines out with the comments right above them."""
        indent = _indent(self.line(first))
        while (above := self.line(first - 1)).lstrip().startswith("#") and _indent(above) == indent and first > 2:
            first -= 1
        self.delete(first, last)

    @property
    def text(self) -> str:
        """The file with all edits made."""
        lines: list[str | None] = list(self.file.lines)
        for first, start, last, end, text in sorted(self._spans, reverse=True):
            before = (lines[first - 1] or "")[:start]
            behind = (self.file.lines[last - 1] if last != first else lines[first - 1] or "")[end:]
            lines[first - 1] = f"{before}{text}{behind}" if text or behind else before.rstrip(" ")
            for number in range(first, last):
                lines[number] = None
        out: list[str] = []
        for number, line in enumerate(lines, start=1):
            if number not in self._gone:
                out.extend(self._above.get(number, ()))
                out.extend([line] if line is not None else [])
            out.extend(self._below.get(number, ()))
        return _tidied(out)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _tidied(lines: Sequence[str]) -> str:
    """One empty line where edits left several, and a line end at the end."""
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    return f"{text.rstrip()}\n"


def scalar(text: str) -> str:
    """A text as a YAML scalar on one line: plain where YAML allows it anywhere, quoted otherwise."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def item_lines(items: Iterable[str], indent: int) -> list[str]:
    """A YAML list, one item a line."""
    return [f"{' ' * indent}- {scalar(item)}" for item in items]


def child(value: LocatedValue, name: str) -> LocatedValue:
    """What a mapping says under a name; None if nothing."""
    key = value.key(name) if isinstance(value, LocatedDict) else None
    return value[key] if isinstance(value, LocatedDict) and key is not None else None


def items_of(value: LocatedValue) -> list[LocatedValue]:
    """The items of a list; none if it is no list."""
    return list(value) if isinstance(value, LocatedList) else []
