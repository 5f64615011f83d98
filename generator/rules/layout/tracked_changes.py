"""文件里还有修订和批注。

定稿以前要逐条接受或拒绝修订、删去批注；带着修订送印，印出来的可能是改前的字。核对按接受全部修订以后的文字进行。

反例：（Word 文件）还有 3 处修订、1 条批注。
正例：（Word 文件）没有修订和批注。

依据：《党政机关公文处理工作条例》第二十五条：印制前复核、登记。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.rules.context import CheckContext
from generator.rules.layout.places import at_start
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule(
    "L106", "tracked-changes", Group.LAYOUT, Severity.INFO, "还有修订和批注", needs=frozenset({Need.WORD})
)  # a hint: drafts are checked while people still edit them, and tracked edits are how they should


def check(context: CheckContext) -> Iterator[Finding]:
    """Tracked changes and comments of others, counted once for the file."""
    word = context.draft.word
    if word is None or not context.paragraphs:
        return
    counts = {"处插入": word.insertions, "处删除": word.deletions, "条批注": word.comments}
    left = "、".join(f"{count} {name}" for name, count in counts.items() if count)
    if left:
        yield Finding(at_start(context), f"文件里还有{left}没有处理；以下核对按接受全部修订以后的文字进行")
