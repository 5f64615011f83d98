"""沿用上年、还没有改写的文字。

起草下一年的稿子时，从上一年带过来的叙述标着【沿用上年，待改】；改完要删去标记，定稿前不能留。

反例：【沿用上年，待改】过去的一年，极不寻常，极不容易。
正例：过去的一年，极不寻常，极不容易。

依据：qicao roll 的约定。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("S106", "carried-over", Group.STALE, Severity.WARNING, "沿用上年、还没有改写", anywhere=True)

_MARK = Pattern(
    "【?(?:沿用|照抄|套用)(?:上年|去年|上一年)(?:的?表述|文字|稿)?[，,、：:]?(?:待改|待更新|待修改|待核)?】?",
    needs=("沿用", "照抄", "套用"),
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Marks of text that was carried over from last year."""
    for paragraph in context.paragraphs:
        for match in _MARK.finditer(paragraph.text):
            if match.group().startswith("【") or "待" in match.group():
                yield Finding(paragraph.span(*match.span()), "这段文字沿用上年，还没有改写")
