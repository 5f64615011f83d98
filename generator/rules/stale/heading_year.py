"""标题里的年份要对：回顾上一年，安排今年。

新一年的稿子从上一年的改起，最容易漏改的是标题里的年份。报告年以数据（--year）、生成记录为准；没有数据时看全文的标题、题目、会议行和正文多数怎么说。

反例：一、2023年工作回顾　过去的一年，成绩来之不易。　二、2023年政府工作安排　今年要抓好以下工作。
反例：一、2022年工作回顾　过去的一年，成绩来之不易。　二、2024年政府工作安排　2024年工作总的要求是稳中求进。
正例：一、2023年工作回顾　过去的一年，成绩来之不易。　二、2024年政府工作安排　今年要抓好以下工作。

依据：政府工作报告回顾上一年工作、部署当年工作的通例。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.headings import HeadingFound
from generator.analysis.parts import PartFound
from generator.analysis.years import heading_years, years_in
from generator.diagnostics import Fix, Severity, Span
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule
from generator.rules.stale.years import report_year

RULE = Rule("S101", "heading-year", Group.STALE, Severity.ERROR, "标题里的年份不对")

_SHIFT = {PartFound.REVIEW: -1, PartFound.PLAN: 0}


def check(context: CheckContext) -> Iterator[Finding]:
    """Part headings whose year is not the one of their part, and titles of annexes with another year."""
    year = report_year(context)
    found = list(_part_years(context))
    if year is None:
        yield from _contradiction(context, found)
        return
    for heading, part, named in found:
        expected = year + _SHIFT[part]
        if named != expected:
            yield _finding(_span(context, heading), expected, f"标题“{heading.text}”的年份应为{expected}年")
    yield from _annexes(context, year)


def _part_years(context: CheckContext) -> Iterator[tuple[HeadingFound, PartFound, int]]:
    for heading, named in heading_years(context.headings):
        part = context.part_at(heading.paragraph, heading.start)
        if part in _SHIFT:
            yield heading, part, named


def _contradiction(context: CheckContext, found: list[tuple[HeadingFound, PartFound, int]]) -> Iterator[Finding]:
    """Nothing says which year is meant, but the headings do not follow each other."""
    reviews = [(heading, named) for heading, part, named in found if part is PartFound.REVIEW]
    plans = [(heading, named) for heading, part, named in found if part is PartFound.PLAN]
    if reviews and plans and reviews[0][1] + 1 != plans[0][1]:
        (review, reviewed), (plan, planned) = reviews[0], plans[0]
        message = f"回顾的是{reviewed}年，安排的却是{planned}年，两处标题的年份有一处不对"
        yield _finding(_span(context, review), planned - 1, message, (_span(context, plan),))
        yield _finding(_span(context, plan), reviewed + 1, message, (_span(context, review),))


def _annexes(context: CheckContext, year: int) -> Iterator[Finding]:
    for paragraph in context.paragraphs:
        if len(paragraph.text) > 40 or "民生实事" not in paragraph.text:
            continue
        for found in years_in(paragraph.text, paragraph.number):
            if found.year != year and context.part_at(paragraph.number, found.start) is PartFound.ANNEX:
                message = f"附件标题的年份应为{year}年"
                yield _finding(paragraph.span(found.start, found.start + 4), year, message)


def _span(context: CheckContext, heading: HeadingFound) -> Span:
    """The year's digits in a heading."""
    paragraph = context.paragraphs[heading.paragraph - 1]
    year = list(years_in(heading.text))[-1]
    offset = heading.end - len(heading.text)
    return paragraph.span(offset + year.start, offset + year.end - 1)


def _finding(span: Span, expected: int, message: str, related: tuple[Span, ...] = ()) -> Finding:
    return Finding(span, message, str(expected), fix=Fix(str(expected)), related=related)
