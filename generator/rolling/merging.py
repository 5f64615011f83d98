"""Three-way merge of a rolled file into one that people have edited: what is new comes in, every edit stays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

_TOP = re.compile(r"^([^\s#:][^:]*):")
_ENTRY = re.compile(r"^  ([^\s#:-][^:]*):")


@dataclass(slots=True)
class _Changes:
    """What is to be done to the lines of a file, by their numbers from 0."""

    before: dict[int, list[str]] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)

    def applied(self, lines: Sequence[str]) -> list[str]:
        out: list[str] = []
        for number in range(len(lines) + 1):
            out.extend(self.before.get(number, ()))
            if number < len(lines) and number not in self.gone:
                out.append(lines[number])
        return out


def merged(base: str, current: str, new: str, *, by_entry: bool) -> str:
    """``current`` with what changed from ``base`` to ``new``, wherever its own lines are still those of ``base``.

    ``by_entry`` compares lines together with the entry they stand in, as suits data files, where ``unit: 个`` is
    everywhere.
    """
    old, now, then = base.split("\n"), current.split("\n"), new.split("\n")
    tokens = [_tokens(lines) if by_entry else list(lines) for lines in (old, now, then)]
    place = _places(tokens[0], tokens[1])
    changes = _Changes()
    for kind, first, last, start, end in _matcher(tokens[0], tokens[2]).get_opcodes():
        if kind == "equal":
            continue
        if kind != "insert":
            where = [place.get(number) for number in range(first, last)]
            if None in where:
                continue  # edited here: the edit stays
            changes.gone.update(number for number in where if number is not None)
        at = _anchor(first, last, len(old), len(now), place)
        if at is not None:
            changes.before.setdefault(at, []).extend(then[start:end])
    return "\n".join(changes.applied(now))


def _anchor(first: int, last: int, olds: int, nows: int, place: Mapping[int, int]) -> int | None:
    """Before which line of the edited file something goes that stands between two lines of the base."""
    if first == last and last < olds and last in place and (first - 1) not in place:
        return place[last]
    if first < last:
        return place[first]
    if first - 1 in place:
        return place[first - 1] + 1
    return nows if first >= olds else None


def _places(base: Sequence[str], current: Sequence[str]) -> dict[int, int]:
    """Lines of the base that are still there, and where."""
    return {
        block.a + step: block.b + step
        for block in _matcher(base, current).get_matching_blocks()
        for step in range(block.size)
    }


def _matcher(one: Sequence[str], other: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, one, other, autojunk=False)


def _tokens(lines: Sequence[str]) -> list[str]:
    top = entry = ""
    tokens = []
    for line in lines:
        if match := _TOP.match(line):
            top, entry = match[1], ""
        elif match := _ENTRY.match(line):
            entry = match[1]
        own = line.startswith("   ")
        tokens.append(f"{top}\0{entry if own else ''}\0{line}")
    return tokens
