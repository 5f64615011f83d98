"""数值范围用一字线“—”，全文一致。

半角连字符“-”容易看成负号，“――”“——”是破折号；全文用同一种连接号。

反例：增长4.5%-5%。
正例：增长4.5%—5%，推进5G-A网络建设，第18-2号。

依据：《标点符号用法》（GB/T 15834-2011）4.13：数值范围的起止用一字线或浪纹线。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N105", "range-dash", Group.NUMERALS, Severity.INFO, "数值范围的连接号写法不一")

_RANGE = Pattern(
    r"[0-9](?<![0-9A-Za-z.第—－-][0-9])[0-9]*+(?:\.[0-9]++)?+(?:%|％|‰|万|亿|年|月|日|个|时)?(?P<dash>——|–|－|-|~|～|―|─|—)(?=[0-9])(?![0-9]++号)"
)
_HOUSE = "—"
_FULL_WAVE = "～"


def check(context: CheckContext) -> Iterator[Finding]:
    """Ranges with another sign than the draft's own; waves are a style too, where the draft keeps to them."""
    found = [(p, m) for p in context.paragraphs for m in _RANGE.finditer(p.text)]
    waves = sum(m["dash"] == _FULL_WAVE for _, m in found)
    house = _FULL_WAVE if waves * 2 > len(found) else _HOUSE
    for paragraph, match in found:
        if match["dash"] != house:
            span = paragraph.span(*match.span("dash"))
            yield Finding(span, f"数值范围的连接号用“{house}”", house, fix=Fix(house, Tier.SAFE))
