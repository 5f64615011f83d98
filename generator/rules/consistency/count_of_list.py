"""“甲、乙、丙三项”：写的个数和前面列的不一样多。

删掉或添上一项以后忘了改后面的数，是最常见的前后不符。带“等”的列举、动词宾语、“和”字归属不清的列举不判断，计入“未能核对”。

反例：城市更新、海绵城市、清洁取暖四项国家级试点成效显著。
反例：健全社会保障、养老服务和健康支撑两大体系。
正例：城市更新、海绵城市、清洁取暖三项国家级试点成效显著。
正例：新增高新技术企业390家、瞪羚企业63家，广州、深圳援助梅州建设4个小镇。

依据：党政机关公文校核的通行要求：列举与计数一致。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.enumeration import Closing
from generator.diagnostics import Severity
from generator.rules.consistency.listed import contradictions, finding
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule(
    "C101", "count-of-list", Group.CONSISTENCY, Severity.WARNING, "个数与列举不符（甲、乙、丙三项）", anywhere=True
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Counts behind a complete list, and counts before one that a colon announces."""
    for closing in (Closing.COUNT, Closing.AHEAD):
        for paragraph, found in contradictions(context, closing):
            yield finding(paragraph, found)
