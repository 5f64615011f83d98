"""升降说反了：增长写成下降，高于写成低于，与数据的正负不符。

反例：（数据：地区生产总值增速 5.1）全市地区生产总值同比下降5.1%。
正例：（数据：地区生产总值增速 5.1）全市地区生产总值同比增长5.1%。

依据：生成记录和 drafts/ 里的数据。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import State, Tie
from generator.diagnostics import Fix, Severity, Span
from generator.document import Facet
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule("T105", "direction-changed", Group.TIE_OUT, Severity.ERROR, "升降说反了", frozenset((Need.BASE,)))

_UP = Pattern("增长|增加|提高|提升|上升|扩大|高于|高出|快于|多于|超出|上涨|回升")
_DOWN = Pattern(
    "[负未](?:增长|增加|提高|提升|上升)|下降|减少|降低|收窄|缩小|低于|慢于|少于|下滑|回落|压减|负增长|下跌|减"
)
_LEVEL = Pattern("持平|不变")


def check(context: CheckContext) -> Iterator[Finding]:
    """Words of direction that say the opposite of the data."""
    assert context.alignment is not None
    for tie in context.alignment.ties:
        if tie.run.facet is not Facet.WORD or tie.state not in (State.TIED, State.CHANGED):
            continue
        span = _with_negation(context, tie)
        expected, found = _sense(tie.run.text), _sense(span.text)
        if expected and found and expected != found:
            yield Finding(
                span,
                f"“{tie.run.key}”应为“{tie.run.text}”，这里写成“{span.text}”",
                expected=tie.run.text,
                figure=tie.run.key,
                source=tie.run.source,
                fix=Fix(tie.run.text),
            )


def _with_negation(context: CheckContext, tie: Tie) -> Span:
    """Where the word stands, with a 负 or 未 before it that the generated text has not."""
    text, start = context.paragraphs[tie.span.paragraph - 1].text, tie.span.start
    before, generated = (
        text[max(0, start - 1) : start],
        tie.context[max(0, tie.context_offset - 1) : tie.context_offset],
    )
    if before and before in "负未" and before != generated:
        return Span(before + tie.span.text, tie.span.paragraph, start - 1, tie.span.end)
    return tie.span


def _sense(text: str) -> str:
    """up, down or level; empty when a text says none of them."""
    if _LEVEL.search(text):
        return "level"
    if _DOWN.search(text):
        return "down"
    return "up" if _UP.search(text) else ""
