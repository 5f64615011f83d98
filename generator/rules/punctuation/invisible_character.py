"""看不见的字符。

从网页、聊天软件、PDF 粘贴过来的零宽空格、控制符、乱码占位符看不见，却会让检索、核对和朗读出错。

反例：全市​地区生产总值增长5.1%。
反例：全市地区生产总值增长5.1%�。
正例：全市地区生产总值增长5.1%。

依据：Unicode 标准第 23 章（特殊区域和格式字符）；中文排版通例。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("P113", "invisible-character", Group.PUNCTUATION, Severity.WARNING, "有看不见的字符或乱码", anywhere=True)

_INVISIBLE = Pattern(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+"
)
_GARBLED = Pattern("[\ufffd\ufffc\ue000-\uf8ff]+|锟斤拷|烫烫烫")


def check(context: CheckContext) -> Iterator[Finding]:
    """Characters without a shape, and what is left of characters that were lost."""
    for paragraph in context.paragraphs:
        for match in _INVISIBLE.finditer(paragraph.text):
            codes = " ".join(f"U+{ord(c):04X}" for c in match.group())
            yield Finding(paragraph.span(*match.span()), f"看不见的字符（{codes}）", fix=Fix("", Tier.SAFE))
        for match in _GARBLED.finditer(paragraph.text):
            yield Finding(paragraph.span(*match.span()), "乱码，原来的字已经丢了")
