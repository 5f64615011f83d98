"""Whether a place speaks of one year or of several: 五年来… · “十五五”时期… against 一年来… · 今年…

The words of time that begin a sentence or a heading hold for what follows, until others come or a part begins.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.analysis.headings import HeadingFound
from generator.analysis.sentences import Interval
from generator.patterns import Pattern

_HEAD = 18
"""Characters of a sentence in which words of time stand for the whole of it."""
_TIME = Pattern(
    "(?P<several>(?:过去的?|这|今后|未来|刚刚过去的)[五5]年|[五5]年(?:来|间|里)"
    "|“?十[一二三四五六七八九]五”?(?:时期|期间|以来|(?:的?主要)?目标|(?:经济社会)?发展))"
    "|今年|去年|上年|一年来|(?:过去|新)的?一年|(?<![到至比较底末—0-9])20[0-9]{2}年(?![底末]|以来)"
)


@dataclass(frozen=True, slots=True)
class PeriodStart:
    """Where a period begins to be spoken of: a paragraph number (from 1) and an offset in it (from 0)."""

    paragraph: int
    offset: int
    several: bool


def period_starts(
    paragraphs: Iterable[tuple[int, str, Sequence[Interval]]], found: Iterable[HeadingFound]
) -> list[PeriodStart]:
    """The beginnings of the periods of a text, in order; ``paragraphs`` are numbers, texts and their sentences."""
    parts = {(heading.paragraph, heading.start) for heading in found if heading.level == 1}
    return [start for number, text, inside in paragraphs for start in _starts(number, text, inside, parts)]


def _starts(number: int, text: str, inside: Sequence[Interval], parts: set[tuple[int, int]]) -> Iterator[PeriodStart]:
    for start, end in inside:
        time = _TIME.search(text, start, min(end, start + _HEAD))
        if time is not None or (number, start) in parts:
            yield PeriodStart(number, start, time is not None and time["several"] is not None)


def of_several_years(starts: Sequence[PeriodStart], paragraph: int, offset: int) -> bool:
    """Whether a place speaks of several years; ``starts`` are in the order of the text."""
    at = bisect_right(starts, (paragraph, offset), key=lambda start: (start.paragraph, start.offset))
    return at > 0 and starts[at - 1].several
