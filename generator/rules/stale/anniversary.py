"""周年数要随年份走。

“庆祝新中国成立75周年”是2024年的话，2025年应是76周年。登记在 anniversaries.yaml 的，按报告年推算；回顾部分可以说上一年的周年。

反例：一、2024年工作回顾　成绩来之不易。　二、2025年工作安排　以优异成绩庆祝新中国成立75周年！
正例：一、2024年工作回顾　隆重庆祝新中国成立75周年。　二、2025年工作安排　隆重纪念抗日战争胜利80周年。

依据：anniversaries.yaml 逐条注明。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.analysis.parts import PartFound
from generator.analysis.sentences import interval_at
from generator.analysis.years import years_in
from generator.diagnostics import Fix, Severity
from generator.numerals.chinese import to_chinese
from generator.numerals.reading import read_chinese
from generator.rules.context import CheckContext, Paragraph
from generator.rules.registers import mappings, register, words_of
from generator.rules.rule import Finding, Group, Rule
from generator.rules.stale.years import report_year

RULE = Rule("S104", "running-anniversary", Group.STALE, Severity.WARNING, "周年数与年份对不上")

_AHEAD = re.compile("迎接|喜迎|迎来|献礼|即将|明年")


@cache
def _register() -> tuple[re.Pattern[str], dict[str, int]]:
    """A pattern for all registered events, and the year of each."""
    years: dict[str, int] = {}
    for entry in mappings(register("generator.rules.stale", "anniversaries")["events"]):
        for word in words_of(entry["words"]):
            years[word] = int(str(entry["year"]))
    names = "|".join(sorted(map(re.escape, years), key=len, reverse=True))
    return re.compile(rf"(?P<event>{names})(?:祖国)?的?(?P<count>[0-9]{{1,3}}|[一二三四五六七八九十百]{{1,5}})周年"), years


def check(context: CheckContext) -> Iterator[Finding]:
    """Registered anniversaries that do not fall in the year that is spoken of."""
    year = report_year(context)
    if year is None:
        return
    pattern, years = _register()
    for paragraph in context.paragraphs:
        for match in pattern.finditer(paragraph.text):
            event = match["event"]
            allowed = [spoken - years[event] for spoken in _years_spoken_of(context, paragraph, match, year)]
            arabic = match["count"].isdigit()
            count = int(match["count"]) if arabic else read_chinese(match["count"])
            if count not in allowed:
                wanted = str(allowed[0]) if arabic else to_chinese(allowed[0])
                message = f"{event}是{years[event]}年，{allowed[0] + years[event]}年应为{wanted}周年"
                yield Finding(paragraph.span(*match.span("count")), message, wanted, fix=Fix(wanted))


def _years_spoken_of(context: CheckContext, paragraph: Paragraph, match: re.Match[str], year: int) -> tuple[int, ...]:
    """The years whose anniversary may be meant, the likeliest first."""
    start, _ = interval_at(paragraph.clauses, match.start())
    named = list(years_in(paragraph.text[start : match.start()]))
    if named:
        return (named[-1].year,)
    part = context.part_at(paragraph.number, match.start())
    if part in (PartFound.PLAN, PartFound.BUILDING):
        return (year,)
    if part is PartFound.REVIEW and not _AHEAD.search(paragraph.text, start, match.start()):
        return (year - 1,)
    return year - 1, year
