"""周年数要随年份走。

“庆祝新中国成立75周年”是2024年的话，2025年的安排里还这样写，就是没有改；回顾里说的是上一年的周年。怎么算都对不上的周年，由“周年数算错”（F115）报。

反例：一、2024年工作回顾　成绩来之不易。　二、2025年工作安排　以优异成绩庆祝新中国成立75周年！
反例：一、2024年工作回顾　隆重庆祝新中国成立76周年。　二、2025年工作安排　今年要抓好以下工作。
正例：一、2024年工作回顾　隆重庆祝新中国成立75周年。　二、2025年工作安排　隆重纪念抗日战争胜利80周年。

依据：政府工作报告回顾上一年工作、部署当年工作的通例；各件大事的年份与“周年数算错”同一登记。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.parts import PartFound
from generator.analysis.sentences import interval_at
from generator.analysis.years import years_in
from generator.diagnostics import Fix, Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.registers import register
from generator.rules.rule import Finding, Group, Rule
from generator.rules.stale.years import report_year

RULE = Rule("S104", "running-anniversary", Group.STALE, Severity.WARNING, "周年数没有随年份改")

_COUNT = Pattern("(?P<count>[0-9]{2,3})周年")
_LONGEST_EVENT = 20
_AHEAD = Pattern("迎接|喜迎|迎来|献礼|即将|明年")
_LOOKING_BACK = Pattern("去年|上年|过去一年|刚刚过去")


def check(context: CheckContext) -> Iterator[Finding]:
    """Registered anniversaries that belong to the other part: last year's in the plan, this year's in the review."""
    year = report_year(context)
    if year is None:
        return
    for paragraph in context.paragraphs:
        for match in _COUNT.finditer(paragraph.text):
            founded = _founded(paragraph.text[max(0, match.start() - _LONGEST_EVENT) : match.start()])
            if founded is None:
                continue
            spoken = _year_spoken_of(context, paragraph, match, year)
            said = founded + int(match["count"])
            if spoken is not None and said != spoken and said in (year, year - 1):
                wanted = str(spoken - founded)
                message = f"这里说的是{spoken}年，应为{wanted}周年；{match['count']}周年是{said}年"
                yield Finding(paragraph.span(*match.span("count")), message, wanted, fix=Fix(wanted))


def _founded(words: str) -> int | None:
    """The year of the registered event that some words end with."""
    events = register("generator.rules.footing", "founding_years")["events"]
    if not isinstance(events, dict):
        raise TypeError("founding_years.yaml needs a mapping of events")
    return next((int(str(year)) for event, year in events.items() if words.endswith(str(event))), None)


def _year_spoken_of(context: CheckContext, paragraph: Paragraph, match: re.Match[str], year: int) -> int | None:
    """The year that the part is about; None where the clause itself names a year or looks beyond."""
    start, _ = interval_at(paragraph.clauses, match.start())
    if next(years_in(paragraph.text[start : match.start()]), None) is not None:
        return None
    part = context.part_at(paragraph.number, match.start())
    if part in (PartFound.PLAN, PartFound.BUILDING):
        return None if _LOOKING_BACK.search(paragraph.text, start, match.start()) else year
    if part is PartFound.REVIEW:
        return None if _AHEAD.search(paragraph.text, start, match.start()) else year - 1
    return None
