"""约数词改了：“左右”“以上”“近”“多”等字与数据不同。

“5.5%左右”改成“5.5%”，目标就变了；“以上”丢了，承诺就变了。

反例：（数据：5.5%左右）地区生产总值增长5.5%。
正例：（数据：5.5%左右）地区生产总值增长5.5%左右。

依据：生成记录和 drafts/ 里的数据。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import State, Tie
from generator.analysis.quantities import SUFFIXES, Quantity, quantities
from generator.diagnostics import Fix, Severity, Span
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.ties import number_ties, quantity_at, stands_unedited

RULE = Rule(
    "T104", "hedge-changed", Group.TIE_OUT, Severity.WARNING, "约数词改了", frozenset((Need.BASE,)), anywhere=True
)

_WEAK = frozenset(("达",))
_HEDGE = Pattern("|".join(SUFFIXES))


def check(context: CheckContext) -> Iterator[Finding]:
    """Numbers whose hedge is not the one that the data gives."""
    known: dict[str, list[Quantity]] = {}
    for tie in number_ties(context, State.TIED):
        if stands_unedited(context, tie):
            continue
        if tie.context not in known:
            known[tie.context] = quantities(tie.context)
        expected = _expected(tie, known[tie.context])
        found = quantity_at(context, tie)
        if found is None:
            yield from _in_words(context, tie)
            continue
        before, behind = "" if found.before in _WEAK else found.before, found.behind
        if not behind and any(map(str.isspace, tie.span.text)):  # 1200万 千瓦以上
            behind = _behind(context.paragraphs[tie.span.paragraph - 1].text, tie.span.end)
        if (before, behind) != expected:
            yield _finding(context, tie, expected, before, behind)


def _expected(tie: Tie, stated: list[Quantity]) -> tuple[str, str]:
    """Hedges before and behind, read from the quantities of the generated sentence itself."""
    offset = tie.context_offset
    for quantity in stated:
        if quantity.start < offset + len(tie.run.text) and offset < quantity.end:
            return ("" if quantity.before in _WEAK else quantity.before), quantity.behind
    return "", ""


def _in_words(context: CheckContext, tie: Tie) -> Iterator[Finding]:
    """A number in words (百万元以上) whose hedge behind it is another."""
    expected = _behind(tie.context, tie.context_offset + len(tie.run.text))
    behind = _behind(context.paragraphs[tie.span.paragraph - 1].text, tie.span.end)
    if expected != behind:
        yield _finding(context, tie, ("", expected), "", behind)


def _behind(text: str, end: int) -> str:
    """The hedge that stands right behind a number."""
    hedge = _HEDGE.match(text, end)
    return hedge.group() if hedge else ""


def _finding(context: CheckContext, tie: Tie, expected: tuple[str, str], before: str, behind: str) -> Finding:
    paragraph = context.paragraphs[tie.span.paragraph - 1]
    start, end = tie.span.start - len(before), tie.span.end + len(behind)
    span: Span = paragraph.span(max(0, start), end)
    wanted = f"{expected[0]}{tie.run.text}{expected[1]}"
    return Finding(
        span,
        f"“{tie.run.key}”应为“{wanted}”，这里是“{span.text}”（约数词不同）",
        expected=wanted,
        figure=tie.run.key,
        source=tie.run.source,
        fix=Fix(wanted),
    )
