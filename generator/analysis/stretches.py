"""Clauses with their inner joints: where a list is cut by 、 and what stands inside quotation marks or brackets.

What is inside “…”, （…） or 《…》 never cuts a list; neighbouring quotations without a sign between them (“甲”“乙”) do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from generator.analysis.sentences import Interval
from generator.patterns import Pattern

_MARK = Pattern(r"[，。；：！？\n、“”‘’（）()《》〈〉【】]|(?<![0-9])[,;:!?]|[,;:!?](?![0-9])")
_OPENERS = "“‘（(《〈【"
_CLOSERS = "”’）)》〉】"
_FULL_STOPS = "。！？；\n;!?"
_COMMAS = "，：,:"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A clause; offsets are characters from 0, ``end`` exclusive and before the sign that closes it.

    ``breaks`` are the joints of a list at top level (the 、, or nothing between ” and “); ``nested`` what stands inside
    marks, with the marks; ``closer`` the sign that follows.
    """

    start: int
    end: int
    breaks: tuple[Interval, ...]
    nested: tuple[Interval, ...]
    closer: str

    def inside(self, offset: int) -> bool:
        """Whether an offset is within quotation marks or brackets."""
        return any(start <= offset < end for start, end in self.nested)


@dataclass(slots=True)
class _Open:
    start: int = 0
    breaks: list[Interval] = field(default_factory=list)
    nested: list[Interval] = field(default_factory=list)
    openers: list[int] = field(default_factory=list)

    def closed(self, end: int, sign: str) -> Stretch:
        return Stretch(self.start, end, tuple(self.breaks), tuple(self.nested), sign)


@lru_cache(maxsize=8192)
def stretches(text: str) -> tuple[Stretch, ...]:
    """The clauses of a text, in order.

    A full stop ends one even inside marks, so that a lost ” harms one sentence only.
    """
    return tuple(_walk(text))


def _walk(text: str) -> Iterator[Stretch]:
    open_ = _Open()
    for match in _MARK.finditer(text):
        sign, at = match.group(), match.start()
        if sign in _OPENERS:
            open_.openers.append(at)
        elif sign in _CLOSERS:
            _close(open_, text, at)
        elif sign in _FULL_STOPS or (sign in _COMMAS and not open_.openers):
            if at > open_.start:
                yield open_.closed(at, sign)
            open_ = _Open(at + 1)
        elif sign == "、" and not open_.openers:
            open_.breaks.append((at, at + 1))
    if len(text) > open_.start:
        yield open_.closed(len(text), "")


def _close(open_: _Open, text: str, at: int) -> None:
    if not open_.openers:
        return
    start = open_.openers.pop()
    if open_.openers:
        return
    open_.nested.append((start, at + 1))
    if text[at] in "”》" and text[at + 1 : at + 2] in ("“", "《"):
        open_.breaks.append((at + 1, at + 1))


def items(stretch: Stretch, start: int, end: int) -> list[Interval]:
    """The items of a list between two places of a clause."""
    cuts = [cut for cut in stretch.breaks if start <= cut[0] and cut[1] <= end]
    begins = [start, *(cut[1] for cut in cuts)]
    ends = [*(cut[0] for cut in cuts), end]
    return list(zip(begins, ends, strict=True))
