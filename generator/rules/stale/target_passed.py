"""目标低于已经达到的水平。

累计、总量一类的数，去年已经达到，今年的目标反而更低，多半是目标没有改。只比较同一名称、同一单位、说“达到”“突破”“发展到”的数；
比率（城镇化率、森林覆盖率除外）、增速、当年新增、当年投资不比；成交额、产量一类的数，几年累计的和一年的不比。

反例：一、2023年工作回顾　可再生能源装机容量突破千万千瓦。　二、2024年工作安排　可再生能源装机容量达到800万千瓦以上。
反例：一、2023年工作回顾　经营主体发展到130万户。　二、2024年工作安排　力争经营主体总量突破120万户。
正例：一、2023年工作回顾　可再生能源装机容量达到1100万千瓦。　二、2024年工作安排　可再生能源装机容量达到1200万千瓦以上。
正例：一、2023年工作回顾　五年农产品交易额累计达300亿元。　二、2024年工作安排　农产品交易额达80亿元。
正例：一、2023年工作回顾　秸秆综合利用率达到96%。　二、2024年工作安排　秸秆综合利用率达到95%以上。

依据：累计数只增不减的常理。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.analysis.parts import PartFound
from generator.diagnostics import Severity, Span
from generator.numerals.reading import read_chinese
from generator.patterns import Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule
from generator.rules.stale.years import has_both_parts

RULE = Rule("S108", "target-passed", Group.STALE, Severity.WARNING, "目标低于已经达到的水平")

_VERBS = "达到|达|突破|增加到|提高到|扩大到|发展到|增长到|壮大到|提升到|增至|超过|超|逾|累计"
_LEVEL = Pattern(f"(?P<name>.{{2,24}}?)(?:总计|共|累计)?(?:{_VERBS})$")
_LAST = frozenset("到达破过至超逾计")
_RATES = frozenset(("%", "‰", "个百分点", "百分点", "位", "倍", "天", "年", "微克/立方米", ""))
_RISING_RATES = ("城镇化率", "森林覆盖率")
_FALLING = Pattern("率|下降|压减|能耗|排放|浓度|降低|控制|减少|以内|以下|新增|新建|新开工|新认定|完成投资|全年|当年")
_LEADS = Pattern(
    "^(?:全[省市区县州]|我[省市区县]|力争|实现|推动|使|让|确保|预计|其中|目前|截至年底|争取|带动|促进|到年底)+"
)
_FLOWS = Pattern("[额量次]$|收入$|产值$|投资$|资金$")
_TOTALS = Pattern("(?:总量|总数|数量|总规模|规模|总)$")
_WORDED = Pattern(
    "(?P<verb>达到|突破|超过|发展到|达)(?P<number>[一二三四五六七八九十]?[百千万亿]{1,4})(?P<unit>千瓦|元|美元|人次|吨|户|人|家|亩|斤)(?=[，。；以级、]|$)",
    needs=("千万", "万亿", "百万", "百亿", "千亿", "亿", "万"),
)
_BREAKS = "[，。；：、！？）]"
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class _Level:
    """What is said to have reached how much, in which part."""

    part: PartFound
    name: str
    summed: bool
    unit: str
    value: Decimal
    span: Span


def check(context: CheckContext) -> Iterator[Finding]:
    """Levels of the plan below those of the review, name for name."""
    if not has_both_parts(context):
        return
    reached: dict[tuple[str, bool, str], _Level] = {}
    for level in _levels(context):
        key = (level.name, level.summed, level.unit)
        if level.part is PartFound.REVIEW:
            reached.setdefault(key, level)
        elif key in reached and level.value < reached[key].value:
            before = reached[key].span
            message = f"“{level.name}”去年已达{before.text}，今年的目标{level.span.text}反而更低"
            yield Finding(level.span, message, related=(before,))


def _levels(context: CheckContext) -> Iterator[_Level]:
    for paragraph in context.paragraphs:
        for start, unit, value, span in (*_in_digits(paragraph), *_in_words(paragraph)):
            part = context.part_at(paragraph.number, span.start)
            if part in (PartFound.REVIEW, PartFound.PLAN):
                name, summed = _name(paragraph.text, start)
                if name and (unit not in _RATES or (unit == "%" and name.endswith(_RISING_RATES))):
                    yield _Level(part, name, summed, unit, value, span)


_Place = tuple[int, str, Decimal, Span]
"""Where the words before an amount end, its unit and value, and the amount itself."""


def _in_digits(paragraph: Paragraph) -> Iterator[_Place]:
    for quantity in paragraph.quantities:
        start = quantity.start - len(quantity.before)
        verb_end = quantity.start if quantity.before else start
        if not quantity.ordinal and verb_end and paragraph.text[verb_end - 1] in _LAST:
            yield verb_end, quantity.unit, quantity.magnitude, paragraph.span(quantity.start, quantity.end)


def _in_words(paragraph: Paragraph) -> Iterator[_Place]:
    """突破千万千瓦, 超过万亿元."""
    for match in _WORDED.finditer(paragraph.text):
        value = read_chinese(match["number"])
        if value:
            yield (
                match.end("verb"),
                match["unit"],
                Decimal(value),
                paragraph.span(match.start("number"), match.end("unit")),
            )


def _name(text: str, end: int) -> tuple[str, bool]:
    """What is said to reach a level by the words that end with a verb; empty where it is no level.

    Also whether it flows, and is summed up over years: what one year brings is less by right.  What one year invests
    is no level: it goes with the projects that are on.
    """
    match = _LEVEL.match(re.split(_BREAKS, text[max(0, end - 30) : end])[-1].replace("“", "").replace("”", ""))
    name = _LEADS.sub("", match["name"]) if match is not None else ""
    if len(name) < _SHORTEST or (_FALLING.search(name) and not name.endswith(_RISING_RATES)):
        return "", False
    summed = match is not None and "累计" in match.group()[match.end("name") :] and _FLOWS.search(name) is not None
    if name.endswith("投资") and not summed:
        return "", False
    return _TOTALS.sub("", name), summed
