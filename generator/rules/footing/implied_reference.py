"""“增长17.1%，高于全省84.4个百分点”：推出来的另一个数不可能。

“提高”的百分点比现在的比重还大、“高于全国”推出全国下降几十个百分点，多半是数字或小数点错了。

反例：全市进口增长17.1%，高于全省84.4个百分点。
反例：常住人口城镇化率达到56.8%、提高61.3个百分点。
正例：全市进口增长17.1%，高于全省14.4个百分点；常住人口城镇化率达到56.8%、提高1.3个百分点。

依据：比重在0到100%之间；全国、全省主要指标增速的常见范围。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.analysis.figures import PERCENT, POINTS, sentence_figures
from generator.analysis.quantities import Quantity
from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F108", "implied-reference", Group.FOOTING, Severity.WARNING, "百分点推出的数不可能")

_MORE = Pattern(
    "(?:以上|左右)?[，、（]?[^，。；：、0-9]{0,10}?(?P<verb>高于|高出|快于|低于|慢于|提高|上升|增加|提升|下降|降低|回落|减少)[^，。；、0-9]{0,14}"
)
_ABOVE = frozenset(("高于", "高出", "快于", "提高", "上升", "增加", "提升"))
_OVER_TIME = frozenset(("提高", "上升", "增加", "提升", "下降", "降低", "回落", "减少"))
_SHARE = Pattern("(?:率|比重|占比|比例|强度)[^，。；、0-9]{0,8}$")
_GROWTH = (Decimal(-20), Decimal(70))


def check(context: CheckContext) -> Iterator[Finding]:
    """A percentage, and points above or below something that thereby gets an impossible value."""
    for paragraph in context.paragraphs:
        for sentence in sentence_figures(paragraph.text, paragraph.sentences, paragraph.quantities):
            for level, points in zip(sentence.figures, sentence.figures[1:], strict=False):
                match = _MORE.fullmatch(paragraph.text, level.end, points.start - len(points.before))
                if level.unit not in PERCENT or points.unit not in POINTS or match is None:
                    continue
                implied = _implied(level, points, match["verb"])
                lead = paragraph.text[max(sentence.start, level.start - 20) : level.start]
                low, high = _limits(lead, match["verb"])
                if not low <= implied <= high:
                    span = paragraph.span(points.start, points.end)
                    related = (paragraph.span(level.start, level.end),)
                    yield Finding(
                        span, f"照{level.text}和{points.text}推算，另一个数是{implied}%，不可能", related=related
                    )


def _implied(level: Quantity, points: Quantity, verb: str) -> Decimal:
    return level.value - points.value if verb in _ABOVE else level.value + points.value


def _limits(lead: str, verb: str) -> tuple[Decimal, Decimal]:
    """Between which values the other number may lie; a rate that changes over time may have been negative."""
    if _SHARE.search(lead) and not re.search("增长率|增速|增幅|负债率|贡献率", lead):
        return Decimal(0), Decimal(100)
    return (Decimal(-100), Decimal(300)) if verb in _OVER_TIME else _GROWTH
