"""目标低于已经达到的水平。

累计、总量一类的数，去年已经达到，今年的目标反而更低，多半是目标没有改。只比较同一名称、同一单位、说“达到”的数；比率、增速、当年新增不比。

反例：一、2023年工作回顾　可再生能源装机容量达到1100万千瓦。　二、2024年工作安排　可再生能源装机容量达到800万千瓦以上。
正例：一、2023年工作回顾　可再生能源装机容量达到1100万千瓦。　二、2024年工作安排　可再生能源装机容量达到1200万千瓦以上。

依据：累计数只增不减的常理。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.analysis.parts import PartFound
from generator.analysis.quantities import Quantity
from generator.diagnostics import Severity, Span
from generator.patterns import Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule
from generator.rules.stale.years import has_both_parts

RULE = Rule("S108", "target-passed", Group.STALE, Severity.WARNING, "目标低于已经达到的水平")

_LEVEL = Pattern("(?P<name>[一-龥]{4,20}?)(?:累计)?(?:达到|达|突破|增加到|提高到|扩大到|超过)$")
_LAST = frozenset("达到破过")
_RATES = frozenset(("%", "‰", "个百分点", "百分点", "位", "倍", "天", "年", "微克/立方米"))
_FALLING = Pattern("率|下降|压减|能耗|排放|浓度|降低|控制|减少|以内|以下|新增|新建|新开工|新认定|完成投资|力争|全年")
_LEADS = Pattern("^(?:全[省市区县州]|我[省市区县]|力争|实现|推动|使|让|确保|预计|其中|目前|截至年底)+")


def check(context: CheckContext) -> Iterator[Finding]:
    """Levels of the plan below those of the review, name for name."""
    if not has_both_parts(context):
        return
    reached: dict[tuple[str, str], tuple[Decimal, Span]] = {}
    for part, name, quantity, span in _levels(context):
        key = (name, quantity.unit)
        if part is PartFound.REVIEW:
            reached.setdefault(key, (quantity.magnitude, span))
        elif key in reached and quantity.magnitude < reached[key][0]:
            before = reached[key][1]
            yield Finding(span, f"“{name}”去年已达{before.text}，今年的目标{span.text}反而更低", related=(before,))


def _levels(context: CheckContext) -> Iterator[tuple[PartFound, str, Quantity, Span]]:
    for paragraph in context.paragraphs:
        for quantity in paragraph.quantities:
            part = context.part_at(paragraph.number, quantity.start)
            if part in (PartFound.REVIEW, PartFound.PLAN) and quantity.unit not in _RATES and not quantity.ordinal:
                name = _name(paragraph, quantity)
                if name:
                    yield part, name, quantity, paragraph.span(quantity.start, quantity.end)


def _name(paragraph: Paragraph, quantity: Quantity) -> str:
    """What is said to reach a level; empty where it is no level."""
    start = quantity.start - len(quantity.before)
    if not quantity.before and paragraph.text[start - 1 : start] not in _LAST:
        return ""
    before = paragraph.text[max(0, start - 26) : start]
    verb = quantity.before if quantity.before in ("达", "突破", "超过") else ""
    match = _LEVEL.search(re.split("[，。；：、！？）”]", before + verb)[-1])
    if match is None or _FALLING.search(match["name"]):
        return ""
    return _LEADS.sub("", match["name"])
