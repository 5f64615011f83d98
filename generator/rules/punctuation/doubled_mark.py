"""标点重复，或两个标点连用。

改稿时删了中间的字、留下了两边的标点，就成了“，，”“，。”“！。”。

反例：极不寻常，，极不容易。
反例：发展成果来之不易！。成绩的取得殊为不易。
反例：主动“遍访企业。”。
正例：怎么能“不管”？！发展成果来之不易！成绩可喜……

依据：《标点符号用法》（GB/T 15834-2011）4.1—4.7、5.1。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("P104", "doubled-mark", Group.PUNCTUATION, Severity.ERROR, "标点重复或连用", anywhere=True)

_DOUBLED = Pattern(r"[，、；：。！？,;][\s]?[，、；：。,;]+|[，、；：。,;]\s?[！？]|(?<=[。！？])[”）]。")
_ELLIPSIS = Pattern(r"。{3,}|，{3,}")
_STRENGTH = "、,，;；：。？！"


def check(context: CheckContext) -> Iterator[Finding]:
    """Two marks in a row that cannot stand together."""
    for paragraph in context.paragraphs:
        for match in _DOUBLED.finditer(paragraph.text):
            marks = match.group()
            if _ELLIPSIS.fullmatch(marks):
                continue
            right = marks[0] if marks[0] in "”）" else max(marks.replace(" ", ""), key=_STRENGTH.find)
            tier = Tier.SAFE if len(set(marks)) == 1 or marks[0] in "”）" else Tier.ASK
            yield Finding(
                paragraph.span(*match.span()), f"标点“{marks}”连用，应为“{right}”", right, fix=Fix(right, tier)
            )
