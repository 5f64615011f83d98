"""升降说反了：增长写成下降，高于写成低于，与数据的正负不符。

反例：（数据：地区生产总值增速 5.1）全市地区生产总值同比下降5.1%。
正例：（数据：地区生产总值增速 5.1）全市地区生产总值同比增长5.1%。

依据：生成记录和 drafts/ 里的数据。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.alignment.alignment import State, Tie
from generator.diagnostics import Fix, Severity, Span
from generator.document import Facet
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.senses import Family, families

RULE = Rule(
    "T105", "direction-changed", Group.TIE_OUT, Severity.ERROR, "升降说反了", frozenset((Need.BASE,)), anywhere=True
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Words of direction that say the opposite of the data."""
    assert context.alignment is not None
    for tie in context.alignment.ties:
        if tie.run.facet is not Facet.WORD or tie.state not in (State.TIED, State.CHANGED):
            continue
        span = _as_written(context, tie)
        expected, found = _sense(tie.run.text), _sense(span.text)
        if expected is not None and found is not None and expected != found:
            yield Finding(
                span,
                f"“{tie.run.key}”应为“{tie.run.text}”，这里写成“{span.text}”",
                expected=tie.run.text,
                figure=tie.run.key,
                source=tie.run.source,
                fix=Fix(tie.run.text),
            )


def _as_written(context: CheckContext, tie: Tie) -> Span:
    """The whole word where the run stands, with a 负 or 未 before it that the generated text has not."""
    paragraph, start, end = context.paragraphs[tie.span.paragraph - 1], tie.span.start, tie.span.end
    whole = _directions().pattern.match(paragraph.text, start)
    end = max(end, whole.end()) if whole is not None else end
    before = paragraph.text[max(0, start - 1) : start]
    if before and before in "负未" and before != tie.context[max(0, tie.context_offset - 1) : tie.context_offset]:
        start -= 1
    return paragraph.span(start, end)


@cache
def _directions() -> Family:
    return next(family for family in families() if family.name == "升降")


def _sense(text: str) -> int | None:
    """Which sense a text has among the words of direction; None if it has none, -1 if a 负 or 未 turns it round."""
    word = next(iter(_directions().words(text)), None)
    if word is None:
        return None
    return -1 if text[:1] in "负未" and word.start == 1 else word.group
