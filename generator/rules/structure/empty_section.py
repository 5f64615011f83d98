"""标题下面没有内容。

单独成行的标题后面紧跟同级（或上一级）标题，中间的正文可能被误删。

反例：一、2023年工作回顾　二、2024年工作安排
正例：一、2023年工作回顾　过去的一年，成绩来之不易。　二、2024年工作安排　今年要抓好以下工作。

依据：通用的行文规范。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.analysis.headings import HeadingFound
from generator.analysis.parts import PartFound
from generator.diagnostics import Severity
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("R107", "empty-section", Group.STRUCTURE, Severity.WARNING, "标题下面没有内容")


def check(context: CheckContext) -> Iterator[Finding]:
    """Headings of the first two levels, but for annexes' lists, that one of the same or a higher level follows."""
    headings = [
        heading
        for heading in context.headings
        if heading.mark
        and heading.mark != "——"
        and heading.level <= 2
        and context.part_at(heading.paragraph, heading.start) is not PartFound.ANNEX
    ]
    empty = [
        heading
        for heading, following in pairwise(headings)
        if following.level <= heading.level
        and following.text != heading.text  # said twice, which R108 tells
        and _nothing_between(context, heading, following)
    ]
    for heading in empty:
        if not _is_list_item(heading, headings, empty):
            span = context.paragraphs[heading.paragraph - 1].span(heading.start, heading.end)
            yield Finding(span, f"“{heading.mark}{heading.text}”下面没有内容")


def _is_list_item(heading: HeadingFound, headings: list[HeadingFound], empty: list[HeadingFound]) -> bool:
    """Whether many headings of this level have nothing below them: a list of measures, one line each."""
    level = heading.level
    bare = sum(h.level == level for h in empty)
    return bare > 2 and bare * 3 > sum(h.level == level for h in headings)


def _nothing_between(context: CheckContext, heading: HeadingFound, following: HeadingFound) -> bool:
    text = context.paragraphs[heading.paragraph - 1].text
    if heading.paragraph == following.paragraph:
        return not text[heading.end : following.start].strip(" \t　。")
    before = context.paragraphs[following.paragraph - 1].text[: following.start].strip()
    return not text[heading.end :].strip(" 。") and not before and following.paragraph == heading.paragraph + 1
