"""Three-way merge of a rolled file into one that people have edited: what is new comes in, every edit stays."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

_TOP = re.compile(r"^([^\s#:][^:]*):")
_ENTRY = re.compile(r"^  ([^\s#:-][^:]*):")


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged text, and the news for which there was no place any more: runs of lines, in order."""

    text: str
    not_placed: tuple[tuple[str, ...], ...] = ()


@dataclass(slots=True)
class _Changes:
    """What is to be done to the lines of a file, by their numbers from 0."""

    before: dict[int, list[str]] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    not_placed: list[tuple[str, ...]] = field(default_factory=list)

    def applied(self, lines: Sequence[str]) -> list[str]:
        out: list[str] = []
        for number in range(len(lines) + 1):
            out.extend(self.before.get(number, ()))
            if number < len(lines) and number not in self.gone:
                out.append(lines[number])
        return out


def merged(base: str, current: str, new: str, *, by_entry: bool) -> Merged:
    """``current`` with what changed from ``base`` to ``new``, wherever its own lines are still those of ``base``.

    ``by_entry`` compares lines together with the entry they stand in, as suits data files, where ``unit: 个`` is
    everywhere.
    """
    old, now, then = base.split("\n"), current.split("\n"), new.split("\n")
    tokens = [_tokens(lines) if by_entry else list(lines) for lines in (old, now, then)]
    place = _places(tokens[0], tokens[1])
    own = set(range(len(now))).difference(place.values())
    changes = _Changes()
    for kind, first, last, start, end in _matcher(tokens[0], tokens[2]).get_opcodes():
        if kind == "equal":
            continue
        where = [place.get(number) for number in range(first, last)]
        edited = None in where  # then the edit stays
        at = None if edited else _anchor(first, last, len(old), len(now), place)
        if at is not None and first == last and _came_in(then[start:end], now, at, own):
            continue
        if at is None:
            changes.not_placed.extend(_news(then[start:end], now))
            continue
        changes.gone.update(number for number in where if number is not None)
        changes.before.setdefault(at, []).extend(then[start:end])
    return Merged("\n".join(changes.applied(now)), tuple(changes.not_placed))


def _came_in(news: Sequence[str], now: Sequence[str], at: int, own: Container[int]) -> bool:
    """Whether news stands at its place already: it came in before, and the record of that was not written."""
    lines = range(at, at + len(news))
    return list(now[at : at + len(news)]) == list(news) and all(number in own for number in lines)


def _news(lines: Sequence[str], now: Sequence[str]) -> list[tuple[str, ...]]:
    """What is said in lines that the edited file does not have."""
    there = set(now)
    news = tuple(line for line in lines if line.strip() and line not in there)
    return [news] if news else []


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
