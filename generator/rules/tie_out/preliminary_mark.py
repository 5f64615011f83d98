"""预计数没有写“预计”：登记为预计的数，正文里当成了确数。

反例：（数据：地区生产总值增速 5.1，预计）全市地区生产总值增长5.1%。
正例：（数据：地区生产总值增速 5.1，预计）预计全市地区生产总值增长5.1%。

依据：数据的状态（status: 预计）；统计数据以统计部门公布的为准。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import State
from generator.analysis.sentences import interval_at
from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.ties import number_ties

RULE = Rule(
    "T109", "preliminary-mark", Group.TIE_OUT, Severity.WARNING, "预计数没有写“预计”", frozenset((Need.DATA, Need.BASE))
)

_MARK = Pattern("预计|初步|预期|快报|有望|估计|初核")


def check(context: CheckContext) -> Iterator[Finding]:
    """Numbers that are only expected, in sentences that do not say so."""
    expected = _expected(context)
    if not expected:
        return
    for tie in number_ties(context, State.TIED, State.CHANGED):
        if tie.run.key not in expected:
            continue
        paragraph = context.paragraphs[tie.span.paragraph - 1]
        start, end = interval_at(paragraph.sentences, tie.span.start)
        if not _MARK.search(paragraph.text, start, end):
            message = f"“{tie.run.key}”还是预计数，句中没有“预计”“初步”等字样"
            yield Finding(tie.span, message, f"预计{tie.run.text}", figure=tie.run.key, source=tie.run.source)


def _expected(context: CheckContext) -> frozenset[str]:
    """The keys of numbers that their department only expects."""
    return frozenset(key for key, entry in context.entries.items() if entry.is_expected)
