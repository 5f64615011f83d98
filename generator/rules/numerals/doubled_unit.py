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

_UNITS = "元个家项户亩吨条座处所台套"
_DOUBLED = Pattern(
    r"(?<=[万亿])元元|(?<=[0-9])(?:[%％][ 　]?(?:[%％]|个?百分点)|个百分点[%％]|(?:个百分点){2,}"
    r"|亿亿|亿万(?!群|人)|万万|千千|百百"
    rf"|[万亿]{{0,2}}(?P<unit>[{_UNITS}]|公里|平方米|人次)(?P=unit)(?!体|人|家|别|性)"
    r"|[万亿]人人(?![均口才大民员享机工类行物身文力防居]))",
    needs=(
        *(unit * 2 for unit in (*_UNITS, *"亿万千百人", "公里", "平方米", "人次", "个百分点")),
        *("亿万", "百分点%", "百分点％"),
        *(sign + blank + behind for sign in "%％" for blank in ("", " ", "　") for behind in "%％个百"),
    ),
)


def check(context: CheckContext) -> Iterator[Finding]:
    """A unit or scale that stands twice behind a number."""
    for paragraph in context.paragraphs:
        for match in _DOUBLED.finditer(paragraph.text):
            yield Finding(paragraph.span(*match.span()), f"单位“{match.group()}”重复")
