"""同一句里同一种东西的数目，写法要一致。

一句里有“12座水库”又有“十五座桥梁”，同类的数目应统一用阿拉伯数字；固定的说法（十四五、三年行动）不算。

反例：除险加固水库12座、新建桥梁十五座。
正例：除险加固水库12座、新建桥梁15座，实施三年行动。

依据：《出版物上数字用法》（GB/T 15835-2011）第4章：同一场合出现的数字，应遵循同类别同形式原则。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.numerals.reading import read_chinese
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N109", "numeral-mix", Group.NUMERALS, Severity.INFO, "同类数目一处用汉字、一处用阿拉伯数字")

_MEASURES = "[座家所条套辆亩户名吨台]"
_ARABIC = Pattern(rf"[0-9]++(?:\.[0-9]++)?+[万亿多余]?(?P<measure>{_MEASURES})")
_CHINESE = Pattern(
    rf"(?P<number>[一二三四五六七八九十百千](?<![第近前后“一二三四五六七八九十百千万几数上].)[一二三四五六七八九十百千]{{1,5}})(?P<measure>{_MEASURES})"
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Chinese numerals of two and more characters beside Arabic ones with the same measure word in a sentence."""
    for paragraph in context.paragraphs:
        for match in _CHINESE.finditer(paragraph.text):
            if read_chinese(match["number"]) is None:
                continue
            start, end = next(s for s in paragraph.sentences if s[0] <= match.start() < s[1])
            if any(m["measure"] == match["measure"] for m in _ARABIC.finditer(paragraph.text, start, end)):
                yield Finding(
                    paragraph.span(*match.span()), f"同一句里同类数目用了阿拉伯数字，“{match.group()}”也应一致"
                )
