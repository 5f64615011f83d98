"""Which part of the report a place belongs to: opening, review, plan, self-building, annex."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.headings import HeadingFound


class PartFound(StrEnum):
    """The parts that checks tell apart."""

    OPENING = "opening"
    REVIEW = "review"
    PLAN = "plan"
    BUILDING = "building"
    ANNEX = "annex"


_REVIEW = re.compile("回顾|工作情况|过去(一|五)年|上一年|取得的成绩")
_PLAN = re.compile("安排|任务|目标|打算|总体要求|重点工作|今后|未来|工作思路|工作部署")
_BUILDING = re.compile("自身建设|政府建设|建设.*政府|加强政府|政府自身")


@dataclass(frozen=True, slots=True)
class PartStart:
    """Where a part begins: a paragraph number (from 1) and an offset in it (from 0)."""

    part: PartFound
    paragraph: int
    offset: int


def part_starts(found: list[HeadingFound], first_annex: int | None) -> list[PartStart]:
    """The beginnings of the parts, in order; everything before the first is the opening."""
    starts = [PartStart(PartFound.OPENING, 1, 0)]
    for heading in found:
        if heading.level == 1:
            starts.append(PartStart(_part_of(heading.text, starts[-1].part), heading.paragraph, heading.start))
    if first_annex is not None:
        starts.append(PartStart(PartFound.ANNEX, first_annex, 0))
    return sorted(starts, key=lambda s: (s.paragraph, s.offset))


def _part_of(heading: str, before: PartFound) -> PartFound:
    if _BUILDING.search(heading):
        return PartFound.BUILDING
    if _REVIEW.search(heading):
        return PartFound.REVIEW
    if _PLAN.search(heading):
        return PartFound.PLAN
    return PartFound.REVIEW if before is PartFound.OPENING else before


def part_at(starts: list[PartStart], paragraph: int, offset: int) -> PartFound:
    """The part that a place belongs to."""
    part = PartFound.OPENING
    for start in starts:
        if (start.paragraph, start.offset) <= (paragraph, offset):
            part = start.part
    return part
