"""今年的目标低于上年的实绩：提请留意，不一定是错。

反例：（数据：固定资产投资上年增长7%，今年目标6%）固定资产投资增长6%。
正例：（数据：固定资产投资上年增长5%，今年目标6%）固定资产投资增长6%。

依据：targets.yaml 里目标与指标的对应（figure）。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import State
from generator.diagnostics import Severity
from generator.document import Kind
from generator.ledger import Amount, Entry
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.ties import number_ties

RULE = Rule(
    "T112",
    "target-below-actual",
    Group.TIE_OUT,
    Severity.INFO,
    "目标低于上年实绩",
    frozenset((Need.DATA, Need.BASE)),
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Targets that are lower than the result they follow, in the same unit."""
    for tie in number_ties(context, State.TIED):
        target = context.entries.get(tie.run.key)
        if tie.run.kind is not Kind.TARGET or target is None:
            continue
        reached = context.entries.get(target.follows)
        if reached is not None and reached.amount is not None and _is_below(target, reached.amount):
            before = f"上年的“{target.follows}”（{reached.amount.shown}）"
            message = f"目标“{tie.run.key}”（{tie.run.text}）低于{before}"
            yield Finding(tie.span, message, figure=tie.run.key, source=tie.run.source)


def _is_below(target: Entry, reached: Amount) -> bool:
    wanted = target.amount
    if wanted is None or target.is_rank:
        return False
    return (wanted.direction == reached.direction or wanted.unit == reached.unit) and wanted.value < reached.value
