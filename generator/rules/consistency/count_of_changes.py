"""“事故起数、死亡人数‘双下降’”：“双”“三”和前面列的指标不一样多。

“双下降”前面应正好两个指标，“三增长”前面应正好三个。

反例：全市安全生产事故起数、受伤人数、死亡人数实现“双下降”。
反例：粮食播种面积、总产连续三年实现“三增长”。
正例：全市安全生产事故起数、死亡人数实现“双下降”。

依据：党政机关公文校核的通行要求：概括语与所列各项一致。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.enumeration import Closing
from generator.diagnostics import Severity
from generator.rules.consistency.listed import contradictions, finding
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule(
    "C103", "count-of-changes", Group.CONSISTENCY, Severity.WARNING, "“双下降”“三增长”与所列指标不符", anywhere=True
)


def check(context: CheckContext) -> Iterator[Finding]:
    """双下降, 双提升, 三增长 behind a list of indicators."""
    for paragraph, found in contradictions(context, Closing.CHANGE):
        yield finding(paragraph, found)
