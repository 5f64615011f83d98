"""数与数据不一致：正文里的数（或单位）和登记的数据不同。

一个数改了一位、换了单位、两个数互换，都在这里报出；应以数据为准，数据确实变了就改 YAML 再刷新。
数值一样、只是写法不同的（4300亿元和0.43万亿元，首位和第1位）只作提示；阿拉伯数字写成了汉字（7项和七项）是警告。
成绩改成了概数、和原数不矛盾的（88300户写成超过8.5万户、近9万户）也只作提示；矛盾的（近8.5万户）照报。

反例：（数据：减少税费 127.4亿元）为经营主体减少税费124.7亿元。
正例：（数据：减少税费 127.4亿元）为经营主体减少税费127.4亿元。

依据：生成记录和 drafts/ 里的数据；统计数据发布以部门确认数为准。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import State, Tie
from generator.analysis.amounts import FIRST, same_amount
from generator.analysis.quantities import Quantity, quantities
from generator.diagnostics import Fix, Severity
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.rounded import rounds
from generator.rules.tie_out.ties import number_ties, quantity_at

RULE = Rule(
    "T101", "figure-changed", Group.TIE_OUT, Severity.ERROR, "数与数据不一致", frozenset((Need.BASE,)), anywhere=True
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Numbers that are not what the data says."""
    for tie in number_ties(context, State.CHANGED):
        found = quantity_at(context, tie)
        is_same = same_amount(tie.run.text, tie.span.text)
        is_rounded = not is_same and found is not None and rounds(context, tie, found)
        cause = "（数值相同，写法不同）" if is_same else "（概数，与原数不矛盾）" if is_rounded else _cause(tie, found)
        yield Finding(
            tie.span,
            f"“{tie.run.key}”应为“{tie.run.text}”，这里是“{tie.span.text}”{cause}",
            expected=tie.run.text,
            figure=tie.run.key,
            source=tie.run.source,
            fix=Fix(tie.run.text),
            severity=_of_form(tie) if is_same else Severity.INFO if is_rounded else None,
        )
    yield from _typed(context)


def _typed(context: CheckContext) -> Iterator[Finding]:
    """Numbers of the prose that are not what the outline says."""
    assert context.alignment is not None
    for tie in context.alignment.typed:
        if tie.state is State.CHANGED:
            message = f"原来写的是“{tie.run.text}”，这里是“{tie.span.text}”"
            yield Finding(tie.span, message, tie.run.text, fix=Fix(tie.run.text), severity=Severity.WARNING)


def _of_form(tie: Tie) -> Severity:
    """How grave another form of the same number is: digits turned into characters break the style of the report."""
    were, are = (any("0" <= c <= "9" for c in text) for text in (tie.run.text, tie.span.text))
    return Severity.WARNING if were and not are and tie.span.text not in FIRST else Severity.INFO


def _cause(tie: Tie, found: Quantity | None) -> str:
    """What differs, where that can be told in a word."""
    expected = next(iter(quantities(tie.run.text)), None)
    if found is None or expected is None:
        return ""
    if found.value == expected.value and found.precision == expected.precision:
        return "（单位不同）" if (found.scale, found.unit) != (expected.scale, expected.unit) else "（写法不同）"
    return ""
