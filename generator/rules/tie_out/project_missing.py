"""项目漏了：清单里的项目在正文里找不到。

列举还在、少了一个项目的，是警告；整句都删去的，多半是有意的，只作提示。

反例：（清单：甲、乙、丙三个项目）甲、丙等一批项目竣工投产。
正例：（清单：甲、乙、丙三个项目）甲、乙、丙等一批项目竣工投产。

依据：projects.yaml 里的清单。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import State
from generator.diagnostics import Severity
from generator.document import Kind
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.ties import is_sentence_gone, name_ties

RULE = Rule(
    "T107", "project-missing", Group.TIE_OUT, Severity.WARNING, "项目漏了", frozenset((Need.BASE,)), anywhere=True
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Projects of the generated text that the draft lost."""
    for tie in name_ties(context, State.MISSING):
        if tie.run.kind is Kind.PROJECT:
            yield Finding(
                tie.span,
                f"项目“{tie.run.text}”不见了",
                expected=tie.run.text,
                figure=tie.run.key,
                source=tie.run.source,
                severity=Severity.INFO if is_sentence_gone(context, tie) else None,
            )
