"""人名、书名、专名里的间隔号用“·”。

“歌尔.潍坊马拉松”用了句点，“吐尔尕特•伊尔克什坦”用了项目符号；间隔号是居中的“·”。

反例：办好歌尔.潍坊马拉松。
反例：办好歌尔•潍坊马拉松。
正例：办好歌尔·潍坊马拉松。1.强化创新，增长5.1%。

依据：《标点符号用法》（GB/T 15834-2011）4.14。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.characters import around, is_han
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("P105", "middle-dot", Group.PUNCTUATION, Severity.WARNING, "间隔号写成了别的点", anywhere=True)

_DOT = Pattern("[.．•‧∙⋅・･●]")
_STOPS = ".．"


def check(context: CheckContext) -> Iterator[Finding]:
    """Stops and look-alikes between Chinese characters; a stop may be a lost 。, so it is not mended blindly."""
    for paragraph in context.paragraphs:
        for match in _DOT.finditer(paragraph.text):
            before, behind = around(paragraph.text, *match.span())
            sure = match.group() not in _STOPS
            left = is_han(before) or before == "“" or (sure and before.isalnum())
            if left and is_han(behind):
                message = "间隔号应为“·”" if sure else "是间隔号“·”，还是句号“。”？"
                tier = Tier.SAFE if sure else Tier.ASK
                yield Finding(paragraph.span(*match.span()), message, "·", fix=Fix("·", tier))
