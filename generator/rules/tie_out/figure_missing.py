"""数据没有写进正文：登记的目标或指标，在正文里找不到了。

目标少写一个是大事（错误），成绩少写一个要确认是有意删去（警告）。届次、次数（第五次经济普查）别处还写着的，整句删去只作提示。

反例：（数据：一般公共预算收入目标 4%）地区生产总值增长5.5%左右，固定资产投资增长6%。
正例：（数据：一般公共预算收入目标 4%）地区生产总值增长5.5%左右，一般公共预算收入增长4%，固定资产投资增长6%。

依据：生成记录和 drafts/ 里的数据。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import State
from generator.diagnostics import Severity
from generator.document import Kind
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.ties import is_sentence_gone, number_ties

RULE = Rule(
    "T102",
    "figure-missing",
    Group.TIE_OUT,
    Severity.WARNING,
    "数据没有写进正文",
    frozenset((Need.BASE,)),
    anywhere=True,
)

_ORDINAL = Pattern("第.+[届次轮批个]$")


def check(context: CheckContext) -> Iterator[Finding]:
    """Numbers of the data that the draft lost."""
    stated = {tie.run.key for tie in number_ties(context, State.TIED)}
    damaged = {d.head.paragraph for d in context.damaged_heads if not d.head.run_in}
    for tie in number_ties(context, State.MISSING):
        if tie.base.paragraph in damaged:  # a heading that is lost is told as such
            continue
        is_target = tie.run.kind is Kind.TARGET
        is_told = tie.run.key in stated and _ORDINAL.match(tie.run.text) and is_sentence_gone(context, tie)
        yield Finding(
            tie.span,
            f"{'目标' if is_target else '数据'}“{tie.run.key}”（{tie.run.text}）不见了，原句：{_short(tie.context)}",
            expected=tie.run.text,
            figure=tie.run.key,
            source=tie.run.source,
            severity=Severity.ERROR if is_target else Severity.INFO if is_told else Severity.WARNING,
        )


def _short(sentence: str, limit: int = 60) -> str:
    return sentence if len(sentence) <= limit else sentence[: limit - 1] + "…"
