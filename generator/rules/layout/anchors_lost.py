"""数据的标记被删掉了。

文件里每个数据都带着看不见的标记，刷新数据时靠它找到位置。标记没了不是错，只是改由文字来找，所以只作提示。

反例：（Word 文件）200 个数据标记里有 3 个不见了。
正例：（Word 文件）数据标记都在。

依据：本工具生成的 Word 文件（内容控件 fig:…）。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.document import Facet, FigureRun, paragraphs_of
from generator.rules.context import CheckContext
from generator.rules.layout.places import at_start
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule(
    "L109", "anchors-lost", Group.LAYOUT, Severity.INFO, "数据的标记被删掉了", needs=frozenset({Need.WORD, Need.BASE})
)

_NAMED = 5


def check(context: CheckContext) -> Iterator[Finding]:
    """Figures of the record that no mark in the file stands for any more, counted once for the file."""
    if context.draft.record is None or not context.paragraphs:
        return
    runs = [run for runs in paragraphs_of(context.draft.record) for run in runs if isinstance(run, FigureRun)]
    runs = [run for run in runs if run.facet is not Facet.WORD]  # words that a value chose are not marked
    present = {anchor.key for paragraph in context.draft.paragraphs for anchor in paragraph.anchors}
    lost = [key for key in dict.fromkeys(run.key for run in runs) if key not in present]
    if lost:
        named = "、".join(lost[:_NAMED]) + ("等" if len(lost) > _NAMED else "")
        yield Finding(at_start(context), f"{len(lost)} 个数据的标记不见了（{named}），改由上下文查找")
