"""“2024年是新中国成立76周年”：周年数算错了。

同一句里写明年份的按那一年算；没有写明的，按报告的年份（也许前一年）算。

反例：2024年是中华人民共和国成立76周年。
正例：2024年是中华人民共和国成立75周年。

依据：重大历史事件的年份。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.registers import register
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F115", "anniversary", Group.FOOTING, Severity.ERROR, "周年数算错")

_YEAR = Pattern("(?<![0-9])(20[0-9]{2})年")
_HEADING_YEAR = Pattern("(?<![0-9])(20[0-9]{2})年[^，。；0-9]{0,16}(?:安排|任务|目标|工作|打算|部署|重点)")
_REACH = 40
_YEARS_OF_A_PLAN = 5


def check(context: CheckContext) -> Iterator[Finding]:
    """Anniversaries of registered events."""
    year = None
    for paragraph in context.paragraphs:
        for match in _pattern().finditer(paragraph.text):
            event, count = match["event"], int(match["count"])
            founded = _events()[event]
            year = year or _report_year(context)
            possible = {spoken - founded for spoken in _years(context, paragraph, match.start(), year)}
            if possible and count not in possible:
                expected = f"{max(possible)}周年"
                span = paragraph.span(match.start("count"), match.end())
                yield Finding(
                    span,
                    f"{event}是{founded}年，{founded + max(possible)}年是{expected}，这里写“{span.text}”",
                    expected,
                )


def _years(context: CheckContext, paragraph: Paragraph, at: int, year: int | None) -> Sequence[int]:
    """Which years may be spoken of at a place: the one that is said, else the report's and the last one."""
    said = _YEAR.findall(paragraph.text[max(0, at - _REACH) : at])
    if said:
        return (int(said[-1]),)
    back = _YEARS_OF_A_PLAN if context.of_several_years(paragraph.number, at) else 1
    return range(year - back, year + 1) if year else ()


def _report_year(context: CheckContext) -> int | None:
    """The year that is planned for: from the data, or the latest in the headings."""
    found = [int(y) for heading in context.headings for y in _HEADING_YEAR.findall(heading.text)]
    return context.year or (max(found) if found else None)


@cache
def _events() -> dict[str, int]:
    found = register("generator.rules.footing", "founding_years")["events"]
    if not isinstance(found, dict):
        raise TypeError("founding_years.yaml needs a mapping of events")
    return {str(name): int(str(year)) for name, year in found.items()}


@cache
def _pattern() -> Pattern:
    events = "|".join(sorted(map(re.escape, _events()), key=len, reverse=True))
    return Pattern(f"(?P<event>{events})(?P<count>[0-9]{{1,3}})周年")
