"""没有这一天：2月30日、13月、31日的小月。

反例：2023年2月30日召开大会，1—13月份完成投资800亿元。
正例：2024年2月29日召开大会，1—11月份完成投资800亿元。

依据：公历。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F110", "impossible-date", Group.FOOTING, Severity.ERROR, "日期不存在", anywhere=True)

_DATE = Pattern(
    r"(?<![0-9.—–~～\-])(?:(?P<year>[12][0-9]{3})年)?(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})[日号](?!线))?(?!龄)",
    needs=("月",),
)
_MONTHS = Pattern(r"(?<![0-9.])[0-9]{1,2}[—–~～\-](?P<month>[0-9]{1,2})月", needs=("月",))
_LEAP_YEAR = 2024


def check(context: CheckContext) -> Iterator[Finding]:
    """Dates that no calendar has; without a year, 29 February is possible."""
    for paragraph in context.paragraphs:
        for match in (*_DATE.finditer(paragraph.text), *_MONTHS.finditer(paragraph.text)):
            parts = match.groupdict()
            if not _exists(int(parts.get("year") or _LEAP_YEAR), int(parts["month"]), int(parts.get("day") or 1)):
                yield Finding(paragraph.span(*match.span()), f"没有“{match.group()}”这个日期")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
