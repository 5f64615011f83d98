"""Which year a report is of, read from the draft itself; and the years that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.analysis.headings import HeadingFound
from generator.analysis.parts import PartFound, PartStart, part_at, says_review
from generator.patterns import Pattern

_CHINESE = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_YEAR = Pattern(r"((?:19|20)[0-9]{2}|[一二][〇零○一二三四五六七八九]{3})年")
_DECIMAL_POINTS = (".", "．")
_TITLE = Pattern("政府工作报告|人民代表大会.{0,12}(?:会议|次会)")
_JUST_PAST = Pattern("刚刚过去的(?=20[0-9]{2}年)")
_TITLE_LENGTH = 80
_OPENING_LINES = 8
_SHIFT = {PartFound.REVIEW: 1, PartFound.PLAN: 0}
_WEIGHT = 4
"""A heading or a title says more than any number of years in the text."""


@dataclass(frozen=True, slots=True)
class YearFound:
    """A year in a paragraph: ``start`` and ``end`` in characters from 0, 年 included."""

    year: int
    paragraph: int
    start: int
    end: int


def years_in(text: str, paragraph: int = 0) -> Iterator[YearFound]:
    """The years that are written with 年, in digits or in Chinese."""
    for match in _YEAR.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not (before.isdigit() or before in _DECIMAL_POINTS) or not before:
            digits = "".join(_CHINESE.get(c, c) for c in match[1])
            yield YearFound(int(digits), paragraph, match.start(), match.end())


def report_year_of(
    paragraphs: Iterable[tuple[int, str]], found: list[HeadingFound], parts: list[PartStart]
) -> int | None:
    """The report's (plan) year by what headings, title and text say most; None where they say nothing or contradict.

    ``paragraphs`` are numbers (from 1) and texts; ``parts`` the beginnings of the parts.  A heading of the review
    names the year before, and so does 刚刚过去的2025年.
    """
    votes: Counter[int] = Counter()
    for heading, named in heading_years(found):
        part = part_at(parts, heading.paragraph, heading.start)
        sure = part is not PartFound.REVIEW or says_review(heading) or _opens(heading, part, parts)
        if part in _SHIFT and sure:
            votes[named + _SHIFT[part]] += _WEIGHT
    bodies: dict[PartFound, Counter[int]] = {part: Counter() for part in _SHIFT}
    for number, text in paragraphs:
        if number <= _OPENING_LINES:
            votes.update(_title_votes(text))
        votes.update({found.year + 1: _WEIGHT for found in _just_past(text)})
        for year in years_in(text, number):
            part = part_at(parts, number, year.start)
            if part in bodies and not _in_part_heading(found, year):
                bodies[part][year.year] += 1
    for part, counts in bodies.items():
        if counts:
            votes[counts.most_common(1)[0][0] + _SHIFT[part]] += 1
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _opens(heading: HeadingFound, part: PartFound, parts: list[PartStart]) -> bool:
    """Whether a heading is the first of its part: a later one without words for it may be of a part that was lost."""
    first = next((start for start in parts if start.part is part), None)
    return first is not None and (first.paragraph, first.offset) == (heading.paragraph, heading.start)


def _just_past(text: str) -> Iterator[YearFound]:
    for match in _JUST_PAST.finditer(text):
        yield from years_in(text[match.end() : match.end() + len("2025年")])


def _in_part_heading(found: list[HeadingFound], year: YearFound) -> bool:
    return any(h.level == 1 and h.paragraph == year.paragraph and h.start <= year.start < h.end for h in found)


def heading_years(found: list[HeadingFound]) -> Iterator[tuple[HeadingFound, int]]:
    """Part headings with the last year that they name."""
    for heading in found:
        years = [year.year for year in years_in(heading.text)]
        if heading.level == 1 and years:
            yield heading, years[-1]


def _title_votes(text: str) -> Counter[int]:
    """The year in a title or in the line that names the session."""
    head = text[:_TITLE_LENGTH]
    votes: Counter[int] = Counter()
    if _TITLE.search(head) and (len(text) <= _TITLE_LENGTH or not head.startswith("现在")):
        first = next(years_in(head), None)
        if first is not None and first.start <= 6:
            votes[first.year] += _WEIGHT
    return votes
