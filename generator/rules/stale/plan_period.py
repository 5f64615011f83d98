"""五年规划的“开局之年”“收官之年”要与年份对得上。

“十四五”是2021—2025年：2021年开局，2025年收官。照抄上一年的稿子，会把今年说成去年的位置。

反例：一、2024年工作回顾　成绩来之不易。　二、2025年工作安排　今年是“十四五”规划的开局之年。
正例：一、2024年工作回顾　成绩来之不易。　二、2025年工作安排　今年是“十四五”规划收官之年。

依据：历次国民经济和社会发展五年规划纲要（“十四五”规划期为2021—2025年）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.years import years_in
from generator.diagnostics import Severity
from generator.numerals.reading import read_chinese
from generator.patterns import Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule
from generator.rules.stale.years import report_year

RULE = Rule("S105", "plan-period", Group.STALE, Severity.WARNING, "规划期与年份对不上")

_FIRST_YEAR_OF_FOURTEENTH = 2021
_POSITION = Pattern(
    r"(?P<subject>今年|去年|过去一年|(?:19|20)[0-9]{2}年)(?:既?是|为)(?P<between>[^。；！？]{0,60}?)"
    r"“?(?P<plan>[一二三四五六七八九十]{1,3})五”?(?:规划|时期)?(?:目标任务)?的?(?P<place>开局|起步|收官|最后一)(?:之)?年",
    needs=("开局", "起步", "收官", "最后一"),
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Claims that a year opens or closes a five-year plan when it does not."""
    year = report_year(context)
    for paragraph in context.paragraphs:
        for match in _POSITION.finditer(paragraph.text):
            said = _year_of(match["subject"], year)
            ordinal = read_chinese(match["plan"])
            if said is None or ordinal is None:
                continue
            first = _FIRST_YEAR_OF_FOURTEENTH + 5 * (ordinal - 14)
            expected = first if match["place"] in ("开局", "起步") else first + 4
            if said != expected:
                yield _finding(paragraph, match, said, expected)


def _year_of(subject: str, year: int | None) -> int | None:
    explicit = next(years_in(subject), None)
    if explicit is not None:
        return explicit.year
    return None if year is None else year - (subject != "今年")


def _finding(paragraph: Paragraph, match: re.Match[str], said: int, expected: int) -> Finding:
    span = paragraph.span(match.start("plan"), match.end())
    what = f"“{match['plan']}五”的{match['place']}之年是{expected}年"
    return Finding(span, f"{what}，这里说的是{said}年", related=(paragraph.span(*match.span("subject")),))
