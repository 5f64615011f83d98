"""单位重复。

修改时容易留下“亿亿元”“%%”“个百分点个百分点”“5.1%个百分点”。

反例：完成投资2575亿亿元，增长5.1%%。
反例：高于全省14.4%个百分点。
正例：完成投资2575亿元，增长5.1%，惠及亿万群众，力争万亿元产业。

依据：通用的校对规范。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N118", "doubled-unit", Group.NUMERALS, Severity.ERROR, "单位重复", anywhere=True)

_DOUBLED = Pattern(
    r"(?<=[万亿])元元|(?<=[0-9])(?:[%％]\s?(?:[%％]|个?百分点)|个百分点[%％]|(?:个百分点){2,}|亿亿|亿万(?!群|人)|万万|千千|百百"
    r"|[万亿]{0,2}(?P<unit>[元个家项户亩吨条座处所台套]|公里|平方米|人次)(?P=unit)(?!体|人|家|别|性)"
    r"|[万亿]人人(?![均口才大民员享机工类行物身文力防居]))"
)


def check(context: CheckContext) -> Iterator[Finding]:
    """A unit or scale that stands twice behind a number."""
    for paragraph in context.paragraphs:
        for match in _DOUBLED.finditer(paragraph.text):
            yield Finding(paragraph.span(*match.span()), f"单位“{match.group()}”重复")
