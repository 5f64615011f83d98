"""“甲、乙、丙等2个”：列出来的已经比总数多。

“等”后面的数是全部的个数，不能少于已经列出的。

反例：“潍麦13”“潍豆28”“潍玉326”等2个农作物新品种通过省审定。
正例：“潍麦13”“潍豆28”“潍玉326”等7个农作物新品种通过省审定。
正例：新增工业母机、现代纺织、农机装备、大飞机等先进制造业集群4个。
正例：壮大新型储能、生物医药、海洋装备与低空经济等3个产业集群。

依据：党政机关公文校核的通行要求：列举与计数一致。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.enumeration import Closing
from generator.diagnostics import Severity
from generator.rules.consistency.listed import contradictions, finding
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("C104", "more-than-counted", Group.CONSISTENCY, Severity.ERROR, "列出的多于“等N个”", anywhere=True)


def check(context: CheckContext) -> Iterator[Finding]:
    """Open lists that already name more than the count behind 等."""
    for paragraph, found in contradictions(context, Closing.OPEN):
        yield finding(paragraph, found)
