"""今年的目标低于上年的实绩：提请留意，不一定是错。

反例：（数据：固定资产投资上年增长7%，今年目标6%）固定资产投资增长6%。
正例：（数据：固定资产投资上年增长5%，今年目标6%）固定资产投资增长6%。

依据：targets.yaml 里目标与指标的对应（figure）。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.alignment.alignment import State
from generator.diagnostics import Severity
from generator.document import Kind
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.ties import number_ties

if TYPE_CHECKING:
    from generator.facts.fact import NumberFact

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
    from generator.facts.fact import NumberFact  # imports the models, which a record does without

    assert context.report is not None
    for tie in number_ties(context, State.TIED):
        target = context.report.targets.get(tie.run.key)
        if tie.run.kind is not Kind.TARGET or target is None or target.figure is None:
            continue
        wanted, reached = context.facts.get(tie.run.key), context.facts.get(target.figure)
        if isinstance(wanted, NumberFact) and isinstance(reached, NumberFact) and _is_below(wanted, reached):
            before = f"上年的“{target.figure}”（{reached.value}{reached.unit}）"
            message = f"目标“{tie.run.key}”（{tie.run.text}）低于{before}"
            yield Finding(tie.span, message, figure=tie.run.key, source=tie.run.source)


def _is_below(wanted: NumberFact, reached: NumberFact) -> bool:
    low, before = wanted.in_base_units, reached.in_base_units
    same = wanted.direction is reached.direction or wanted.unit.lstrip("万亿千百") == reached.unit.lstrip("万亿千百")
    return low is not None and before is not None and same and wanted.rank_in is None and low < before
