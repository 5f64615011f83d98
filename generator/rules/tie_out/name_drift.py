"""专名走样：登记过的项目、提法、机构名称，在正文里差了一两个字。

反例：（数据：青啤数字化工厂一期）提速建设青啤数字化工厂二期。
正例：（数据：青啤数字化工厂一期）提速建设青啤数字化工厂一期。

依据：projects.yaml 和 terms.yaml 里登记的名称。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import State
from generator.alignment.distances import distance
from generator.diagnostics import Fix, Severity
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.ties import name_ties

RULE = Rule("T106", "name-drift", Group.TIE_OUT, Severity.WARNING, "专名走样", frozenset((Need.BASE,)), anywhere=True)


def check(context: CheckContext) -> Iterator[Finding]:
    """Registered names that differ by a character or a word; wholly other words are taken for rewriting."""
    for tie in name_ties(context, State.CHANGED):
        if is_drift(tie.run.text, tie.span.text):
            yield Finding(
                tie.span,
                f"登记的名称是“{tie.run.text}”，这里写成“{tie.span.text}”",
                expected=tie.run.text,
                figure=tie.run.key,
                source=tie.run.source,
                fix=Fix(tie.run.text),
            )


def is_drift(name: str, written: str) -> bool:
    """Whether what is written differs from a name by so little that it was meant to be that name."""
    edits = distance(name, written)
    return edits < len(name) and edits <= max(1, min(4, len(name) // 2))
