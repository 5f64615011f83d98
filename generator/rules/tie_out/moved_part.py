"""数据放错了部分：今年的目标写进了上年回顾，或上年的成绩写进了今年安排。

移动段落时连带移错的，在这里报出。

反例：（数据：固定资产投资增速目标 6%，属安排部分）一、2023年工作回顾　固定资产投资增长6%。
正例：（数据：固定资产投资增速目标 6%，属安排部分）二、2024年工作安排　固定资产投资增长6%。

依据：生成记录：每个数据在哪一部分，由 outline/ 决定。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.alignment.alignment import State, Tie
from generator.analysis.parts import PartFound, PartStart, part_at
from generator.analysis.sentences import interval_at
from generator.diagnostics import Severity
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.ties import number_ties

RULE = Rule("T111", "moved-part", Group.TIE_OUT, Severity.WARNING, "数据放错了部分", frozenset((Need.BASE,)))

_MANY = 5
_NAMES = {
    PartFound.REVIEW: "上年回顾",
    PartFound.PLAN: "今年安排",
    PartFound.BUILDING: "政府自身建设",
    PartFound.ANNEX: "附件",
    PartFound.OPENING: "开头",
}


def check(context: CheckContext) -> Iterator[Finding]:
    """Numbers that stand in another part than the generated text has them in; one finding a sentence."""
    starts = context.generated_parts
    if {start.part for start in starts} != {start.part for start in context.parts}:
        return
    told: set[tuple[int, int]] = set()
    for tie, expected, found in _moved(context, starts):
        paragraph = context.paragraphs[tie.span.paragraph - 1]
        start, _ = interval_at(paragraph.sentences, min(tie.span.start, len(paragraph.text) - 1))
        if (paragraph.number, start) not in told:
            told.add((paragraph.number, start))
            message = f"“{tie.run.key}”属于{_NAMES[expected]}部分，这一句却在{_NAMES[found]}部分"
            yield Finding(tie.span, message, figure=tie.run.key, source=tie.run.source)


def _moved(context: CheckContext, starts: list[PartStart]) -> Iterator[tuple[Tie, PartFound, PartFound]]:
    """Numbers in another part; not where most of a whole part stands: there a heading was not recognized."""
    places = [
        (tie, part_at(starts, tie.base.paragraph, tie.base.start), context.part_at(tie.span.paragraph, tie.span.start))
        for tie in number_ties(context, State.TIED, State.CHANGED)
    ]
    whole = Counter(expected for _, expected, _ in places)
    moved = Counter((expected, found) for _, expected, found in places if expected is not found)
    unread = {pair for pair, times in moved.items() if times >= _MANY and 2 * times > whole[pair[0]]}
    lost = {found for _, found in unread}
    for tie, expected, found in places:
        if expected is not found and found not in lost:
            yield tie, expected, found
