"""“三年行动（2024—2027年）”：年数和起止年份对不上，或起止年份颠倒。

起止年份首尾都算：2024—2026年是三年。“十四五”等五年规划的起止年份也核对。

反例：实施产业升级三年行动计划（2024—2027年）。
反例：“十四五”时期（2022—2025年）累计投资800亿元，2025—2023年连续增长。
正例：实施产业升级三年行动计划（2024—2026年），“十四五”时期（2021—2025年）累计投资800亿元。

依据：历次五年规划的起止年份。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.chinese_quantities import whole
from generator.diagnostics import Severity
from generator.numerals.reading import read_chinese
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F111", "year-span", Group.FOOTING, Severity.WARNING, "年数与起止年份不符", anywhere=True)

_YEARS = r"(?P<first>20[0-9]{2})年?(?:—|–|-|~|～|至|到|－)(?P<last>20[0-9]{2})年?"
_SPAN = Pattern(rf"(?<![0-9]){_YEARS}(?![0-9])")
_LABEL = Pattern(
    "(?P<number>[两三四五六七八九十]|[1-9][0-9]?)年(?P<what>[^，。；：（）()0-9]{0,12}(?:行动|计划|规划|方案|攻坚|工程|任务|行动计划))[”》]?[（(]$"
)
_BEHIND = Pattern(
    r"[，]?(?:这|共)?(?P<number>[两三四五六七八九十]|[1-9][0-9]?)年(?:间|来|的?(?:行动|计划|规划)|，|。|、|$)"
)
_PLAN = Pattern("“?(?P<words>[一二]?十[一二三四五六七八九]?)五”?(?:规划)?(?:时期|期间)?[（(]$")
_REACH = 30
_FIRST_PLAN_YEARS = (1966, 3)  # the third plan began in 1966, every later one five years after the last


def check(context: CheckContext) -> Iterator[Finding]:
    """Spans of years that run backwards, or do not have as many years as the words beside them say."""
    for paragraph in context.paragraphs:
        text = paragraph.text
        for match in _SPAN.finditer(text):
            first, last = int(match["first"]), int(match["last"])
            span = paragraph.span(*match.span())
            if last < first:
                yield Finding(span, "起止年份颠倒", severity=Severity.ERROR)
                continue
            lead = text[max(0, match.start() - _REACH) : match.start()]
            wrong = _wrong(lead, text[match.end() : match.end() + 12], first, last)
            if wrong:
                yield Finding(span, wrong)


def _wrong(lead: str, rest: str, first: int, last: int) -> str:
    """Why years and words do not agree; empty if they do."""
    plan = _PLAN.search(lead)
    if plan:
        begin = _plan_begin(read_chinese(plan["words"]) or 0)
        return "" if (first, last) == (begin, begin + 4) else f"“{plan['words']}五”是{begin}—{begin + 4}年"
    said = _LABEL.search(lead) or _BEHIND.match(rest)
    number = whole(said["number"]) if said else None
    years = last - first + 1
    return f"{first}—{last}年是{years}年，这里写“{said['number']}年”" if said and number and number != years else ""


def _plan_begin(number: int) -> int:
    year, first = _FIRST_PLAN_YEARS
    return year + 5 * (number - first)
