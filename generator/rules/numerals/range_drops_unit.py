"""数值范围两头都要带百分号、万、亿。

“5~6%”可以读成从5到6%，“9~16亿”可以读成从9到16亿；两头都写全才没有歧义。

反例：增长5~6%，投资9—16亿元。
正例：增长5%—6%，投资9亿—16亿元，提高2—3个百分点，新建3—5家。

依据：《出版物上数字用法》（GB/T 15835-2011）第5章：“9亿～16亿”不写作“9～16亿”，“15%～30%”不写作“15～30%”。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule(
    "N104", "range-drops-unit", Group.NUMERALS, Severity.WARNING, "数值范围的前一个数漏了百分号、万、亿", anywhere=True
)

_RANGE = Pattern(
    r"(?P<low>[0-9](?<![0-9.年月第][0-9])[0-9]*+(?:\.[0-9]++)?+)(?P<dash>—|——|–|－|-|～|~|至|到)(?P<high>[0-9]++(?:\.[0-9]++)?+)"
    r"(?P<unit>%|％|‰|万亿|百万|千万|百亿|千亿|万|亿)"
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Ranges whose lower bound lacks the percent sign or the scale of the upper."""
    for paragraph in context.paragraphs:
        for match in _RANGE.finditer(paragraph.text):
            right = f"{match['low']}{match['unit']}{match['dash']}{match['high']}{match['unit']}"
            yield Finding(
                paragraph.span(*match.span()),
                f"前一个数也要带“{match['unit']}”：{right}",
                right,
                fix=Fix(right, Tier.SAFE),
            )
