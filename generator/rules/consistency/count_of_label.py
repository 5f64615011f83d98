"""“甲、乙、丙‘三大行动’”：引号里的数和前面列的不一样多。

引号里的“三大行动”“五链融合”是对前面各项的概括，项数变了，概括也要跟着变。

反例：深化国际市场开拓、主体扩容增量、新业态跨越赶超“四大行动”。
反例：促进创新链、产业链、资金链、人才链“五链融合”。
正例：深化国际市场开拓、主体扩容增量、新业态跨越赶超“三大行动”。
正例：增强“四个意识”、坚定“四个自信”、做到“两个维护”。

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
    "C102",
    "count-of-label",
    Group.CONSISTENCY,
    Severity.WARNING,
    "概括语的数与列举不符（甲、乙“两大行动”）",
    anywhere=True,
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Labels in quotation marks behind a complete list."""
    for paragraph, found in contradictions(context, Closing.LABEL):
        yield finding(paragraph, found)
