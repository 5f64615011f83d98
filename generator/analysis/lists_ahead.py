"""Lists behind their number: 三大工程：甲、乙、丙 · 三项任务，即甲、乙、丙 · 三个园区（甲、乙、丙）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.analysis.chinese_quantities import Count, counts
from generator.analysis.enumeration import Closing, Enumeration
from generator.analysis.list_sizes import sizes
from generator.analysis.sentences import Interval
from generator.analysis.stretches import Stretch, items, stretches
from generator.patterns import Pattern

_REACH = 12
_NAMELY = Pattern("即(?!将|使|便)|分别是|分别为|依次是|就是")
_OPEN = Pattern("等[^、]{0,6}$")
_COMMON = frozenset(("个", "大", "项", "条", "类", "种"))
_SECOND = Pattern("[^”]{0,2}[一二两三四五六七八九十][^”、，]{1,3}”")
_LEAST_NAME = 3


def announced(text: str, clause: Stretch, following: Stretch) -> Iterator[Enumeration]:
    """The list behind a colon or 即, where its sentence is nothing but the list."""
    namely = _NAMELY.match(text, following.start)
    count = _last_count(text, clause, clause.end)
    if count is None or (clause.closer == "，" and namely is None) or following.closer not in "。；;":
        return
    begin = namely.end() if namely else following.start
    if following.breaks and not _OPEN.search(text[begin : following.end]):
        yield from _made(text, following, begin, following.end, count)


def bracketed(text: str, clause: Stretch) -> Iterator[Enumeration]:
    """The list in brackets directly behind a count and its noun; （市、区） is a choice, not a list."""
    for start, end in clause.nested:
        if text[start] != "（" or "、" not in text[start:end] or _OPEN.search(text[start + 1 : end - 1]):
            continue
        count = _last_count(text, clause, start)
        inner = stretches(text[start + 1 : end - 1])
        if count is None or len(inner) != 1:
            continue
        names = [b - a for a, b in items(inner[0], inner[0].start, inner[0].end)]
        if min(names) >= _LEAST_NAME:
            moved = Stretch(
                start + 1, end - 1, tuple((start + 1 + a, start + 1 + b) for a, b in inner[0].breaks), (), "）"
            )
            yield from _made(text, moved, start + 1, end - 1, count)


def _last_count(text: str, clause: Stretch, end: int) -> Count | None:
    """The count just before a place, with nothing but its noun between."""
    found = list(counts(text, max(clause.start, end - _REACH - 3), end))
    rest = text[found[-1].end : end] if found else ""
    if not found or re.search("[、，0-9（）]", rest) or _is_half(found[-1], rest):
        return None
    return found[-1]


def _is_half(count: Count, rest: str) -> bool:
    """“三重一大”, “两横三纵”: a name of two counts has as many things as both together."""
    return count.classifier not in _COMMON and _SECOND.match(rest) is not None


def _named_each(text: str, parts: Sequence[Interval], count: Count) -> bool:
    """Whether each thing begins with the word that is counted: “两个坚持”，即坚持甲和乙、坚持丙."""
    word = text[count.end : count.end + 2]
    return word.isalpha() and all(text.startswith(word, start) for start, _ in parts)


def _made(text: str, clause: Stretch, start: int, end: int, count: Count) -> Iterator[Enumeration]:
    parts = items(clause, start, end)
    found = frozenset((len(parts),)) if _named_each(text, parts, count) else sizes(text, clause, parts)
    if found is not None and len(parts) > 1:
        yield Enumeration(Closing.AHEAD, tuple(parts), (count.start, count.end), count.number, found)
