"""Which part of the report a place belongs to: opening, review, plan, self-building, annex."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from generator.analysis.headings import HeadingFound, headings
from generator.patterns import Pattern


class PartFound(StrEnum):
    """The parts that checks tell apart."""

    OPENING = "opening"
    REVIEW = "review"
    PLAN = "plan"
    BUILDING = "building"
    ANNEX = "annex"


REPEATING = (PartFound.OPENING, PartFound.ANNEX)
"""Parts that may say again what any other part says."""

_REVIEW = Pattern(
    "回顾|(?:工作|完成|执行|落实)情况|过去(一|五)年|上一年|取得的成绩|工作(?:的?主要)?(?:总结|成效|成绩|进展)"
    "|(?:发展|历史性|主要|重大)成就(?!.*(?:目标|任务|安排|要求))"
)
_PLAN = Pattern("安排|任务|目标|打算|总体要求|重点工作|今后|未来|工作思路|工作部署|年(政府)?(的)?工作")
_BUILDING = Pattern("自身建设|政府建设|建设.{0,8}政府|加强政府|政府治理|政府.{0,6}(效能|能力|水平)")
_ANNEX = Pattern("^附件|名词(解释|注释)$")
_AIMS = Pattern(
    "(?:今年|20[0-9]{2}年|十[一二三四五六七八九]五”?时期)[^。，；：]{0,20}(?:预期目标|总体要求|总的要求|总体思路|主要目标)(?:是|为|：)"
)
"""What only a plan says, in a part whose heading is a slogan."""


@dataclass(frozen=True, slots=True)
class PartStart:
    """Where a part begins: a paragraph number (from 1) and an offset in it (from 0)."""

    part: PartFound
    paragraph: int
    offset: int


def part_starts_of(paragraphs: Iterable[str]) -> list[PartStart]:
    """The beginnings of the parts of a text."""
    numbered = list(enumerate(paragraphs, start=1))
    return part_starts([heading for n, text in numbered for heading in headings(text, n)], aims=aims_stated(numbered))


Place = tuple[int, int]
"""A paragraph number (from 1) and an offset in the paragraph (from 0)."""


def aims_stated(paragraphs: Iterable[tuple[int, str]]) -> list[Place]:
    """Where a text states the aims of a year or of a period to come."""
    return [(number, match.start()) for number, text in paragraphs for match in _AIMS.finditer(text)]


def part_starts(
    found: list[HeadingFound], first_annex: int | None = None, aims: Sequence[Place] = ()
) -> list[PartStart]:
    """The beginnings of the parts, in order; before the first is the opening, behind an annex all is annex.

    A part whose heading does not say which it is, is the plan where ``aims`` are stated in it.
    """
    starts = [PartStart(PartFound.OPENING, 1, 0)]
    restart = _restart(found)
    first = [(heading.paragraph, heading.start) for heading in found if heading.level == 1]
    for heading in found:
        if first_annex is not None and heading.paragraph > first_annex:
            break
        if heading is restart:
            starts.append(PartStart(PartFound.ANNEX, heading.paragraph, heading.start))
        elif heading.level == 1:
            part = part_of(heading, starts[-1].part)
            if part is PartFound.REVIEW and not says_review(heading) and _aims_in(heading, first, aims):
                part = PartFound.PLAN
            starts.append(PartStart(part, heading.paragraph, heading.start))
    if first_annex is not None:
        starts.append(PartStart(PartFound.ANNEX, first_annex, 0))
    return starts


def _aims_in(heading: HeadingFound, first: Sequence[Place], aims: Sequence[Place]) -> bool:
    """Whether aims are stated between a heading and the next one of the first level."""
    begin = (heading.paragraph, heading.start)
    end = min((place for place in first if place > begin), default=None)
    return any(begin < place and (end is None or place < end) for place in aims)


def _restart(found: list[HeadingFound]) -> HeadingFound | None:
    """The heading with which the numbers of the first level begin again: an annex has a list of its own."""
    first = [heading for heading in found if heading.level == 1]
    under_bare = {id(heading) for above, heading in pairwise(first) if above.number is None and _is_part(above)}
    numbered = [heading for heading in first if heading.number is not None]
    for before, heading, after in zip(numbered[1:], numbered[2:], numbered[3:], strict=False):
        if heading.number == 1 and (before.number or 0) >= 2 and after.number == 2 and id(heading) not in under_bare:
            return heading
    return None


def _is_part(heading: HeadingFound) -> bool:
    """Whether a bare heading is a part's: the numbers behind it begin anew without being an annex's."""
    return not _ANNEX.search(heading.text)


def part_of(heading: HeadingFound, before: PartFound) -> PartFound:
    """The part that a heading of the first level opens, given the part before it."""
    if before is PartFound.ANNEX or (heading.number is None and _ANNEX.search(heading.text)):
        return PartFound.ANNEX
    if _REVIEW.search(heading.text):
        return PartFound.REVIEW
    if _BUILDING.search(heading.text):
        return PartFound.BUILDING
    if _PLAN.search(heading.text):
        return PartFound.PLAN
    return PartFound.REVIEW if before is PartFound.OPENING else before


def says_review(heading: HeadingFound) -> bool:
    """Whether the words of a heading say that what it opens looks back."""
    return _REVIEW.search(heading.text) is not None


def part_at(starts: list[PartStart], paragraph: int, offset: int) -> PartFound:
    """The part that a place belongs to; ``starts`` are in the order of the text."""
    at = bisect_right(starts, (paragraph, offset), key=lambda start: (start.paragraph, start.offset))
    return starts[at - 1].part if at else PartFound.OPENING
