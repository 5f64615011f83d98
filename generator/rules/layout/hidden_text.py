"""文件里有隐藏的文字，或成串的空段落。

隐藏的文字看不见、打印不出，却会随文件发出去；用空段落撑开版面，换一台电脑就会错页。

反例：（Word 文件）第 3 段有隐藏文字。
正例：（Word 文件）没有隐藏文字，段落之间的距离用段落格式设定。

依据：《党政机关公文格式》（GB/T 9704-2012）；通用的定稿规范。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.rules.context import CheckContext
from generator.rules.layout.places import at_start, whole
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule(
    "L107", "hidden-text", Group.LAYOUT, Severity.INFO, "有隐藏文字或成串的空段落", needs=frozenset({Need.WORD})
)

_MANY_EMPTY = 10


def check(context: CheckContext) -> Iterator[Finding]:
    """Paragraphs with hidden text, and many empty paragraphs."""
    word = context.draft.word
    if word is None or not context.paragraphs:
        return
    for number in word.hidden:
        if number <= len(context.paragraphs):
            yield Finding(whole(context, number), "这一段里有隐藏的文字，打印不出来")
    if word.empty_paragraphs > _MANY_EMPTY:
        yield Finding(at_start(context), f"文件里有 {word.empty_paragraphs} 个空段落，版面宜用段落格式设定")
