"""同一句话在同一部分说了两遍，数却不一样。

“新签约项目1126个”在后面又写成“新签约项目1162个”。只比较除了数字以外一字不差、并且说得出是什么的分句。

反例：一、2023年工作回顾。全年全市新签约产业项目1126个，投资增长。下一步，全年全市新签约产业项目1162个，继续加力。
正例：一、2023年工作回顾。全年全市新签约产业项目1126个，落地开工583个。其中，新签约制造业项目402个，落地开工211个。
正例：一、工作回顾。五年来，新签约产业项目5200个。刚刚过去的2025年，新签约产业项目1126个。

依据：党政机关公文校核的通行要求：同一数据前后一致。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.parts import PartFound
from generator.analysis.quantities import Quantity
from generator.analysis.sentences import Interval
from generator.diagnostics import Severity, Span
from generator.patterns import Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F101", "restated-differently", Group.FOOTING, Severity.WARNING, "同一数据前后不同")

_LEAST_WORDS = 8
_LEAST_OF_OWN = 6
_PREFIX = Pattern("^(?:(?:全年|去年|上年|今年|预计|全市|全省|全区|全县|全州|我市|我省|我区|我县)(?!性|期|人均|居民))+")
"""Words of time and place that may stand before the same statement or not."""
_OF_ANY_PROJECT = Pattern(
    "投资|产值|税收|收入|就业|岗位|资金|营收|面积|产能|人数|群众|利润|销售|惠及|受益|带动|累计|计划|预计|实现|里程|全长|增长|规模"
)
"""What may be said of one project after the other: 累计完成投资8亿元."""
_SAYS_OF_BEFORE = ("是", "为", "较", "比", "占", "达", "均", "同比", "年均", "其中", "相当于", "高于", "低于")
"""A clause that begins so says something of the clause before it."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A clause with one figure: what it says without the figure, and the figure."""

    key: str
    quantity: Quantity
    span: Span


def check(context: CheckContext) -> Iterator[Finding]:
    """Clauses that are equal but for their figure, in one part of the report."""
    said: dict[str, list[_Statement]] = {}
    for statement in _statements(context):
        said.setdefault(statement.key, []).append(statement)
    for group in said.values():
        if len({statement.quantity.magnitude for statement in group}) > 1:
            yield from _differing(context, group)


def _differing(context: CheckContext, group: list[_Statement]) -> Iterator[Finding]:
    """Review and plan may well differ, so only a part with itself; before the first heading nobody knows the part.

    What was done in five years and what in the last of them differ too, and so do their targets.
    """
    firsts: dict[tuple[PartFound, bool], _Statement] = {}
    for statement in group:
        part = context.part_at(statement.span.paragraph, statement.span.start)
        several = context.of_several_years(statement.span.paragraph, statement.span.start)
        first = firsts.setdefault((part, several), statement)
        if part is not PartFound.OPENING and first.quantity.magnitude != statement.quantity.magnitude:
            where = f"第{first.span.paragraph}段同样的话里是{first.span.text}"
            yield Finding(statement.span, f"这里是{statement.span.text}，{where}", related=(first.span,))


def _statements(context: CheckContext) -> Iterator[_Statement]:
    for paragraph in context.paragraphs:
        position = 0
        for start, end in paragraph.clauses:
            inside = []
            while position < len(paragraph.quantities) and paragraph.quantities[position].start < end:
                inside.append(paragraph.quantities[position])
                position += 1
            if len(inside) == 1 and not inside[0].ordinal:
                statement = _statement(paragraph, (start, end), inside[0])
                if statement is not None:
                    yield statement


def _statement(paragraph: Paragraph, clause: Interval, quantity: Quantity) -> _Statement | None:
    lead = _PREFIX.sub("", paragraph.text[clause[0] : quantity.start].strip())
    tail = paragraph.text[quantity.end : clause[1]].strip("，。；：！？ ")
    if lead.startswith(_SAYS_OF_BEFORE) or not quantity.unit or not _says_of_what(lead, tail, quantity.unit):
        return None
    return _Statement(f"{lead}#{quantity.unit}{tail}", quantity, paragraph.span(quantity.start, quantity.end))


def _says_of_what(lead: str, tail: str, unit: str) -> bool:
    """Whether a clause names its own subject, so that the same words mean the same figure."""
    if len(lead) < _LEAST_OF_OWN:
        return False
    return len(lead) + len(tail) >= _LEAST_WORDS or unit in "%％" or not _OF_ANY_PROJECT.search(lead)
