"""数字、百分号、字母用半角。

全角的“９”“％”“Ａ”在版面上比汉字间距大，也让检索和核对找不到这个数。全文多数用全角“％”的是一贯的体例，不报。

反例：增长９.9%，占17.1％。
反例：推进５Ｇ网络建设。
正例：增长9.9%，占17.1%。
正例：增长9.9％，占17.1％，提高到66.2％，下降到3.5％。

依据：《出版物上数字用法》（GB/T 15835-2011）第5章：阿拉伯数字一般使用正体二分字身，即占半个汉字位置。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N106", "full-width-digits", Group.NUMERALS, Severity.WARNING, "全角数字、百分号、字母", anywhere=True)

_FULL = Pattern("[０-９Ａ-Ｚａ-ｚ％](?:[０-９Ａ-Ｚａ-ｚ％．.]*[０-９Ａ-Ｚａ-ｚ％])?|(?<=[0-9])．(?=[0-9])")
_SIGNS = Pattern("[%％]")
_FEW = 3
"""Fewer percent signs do not show what is usual in a draft."""
_HALF = {0xFEE0 + code: chr(code) for code in range(0x21, 0x7F)}


def check(context: CheckContext) -> Iterator[Finding]:
    """Full-width digits and letters, and percent signs unless the draft has most of them in full width."""
    usual = _usual_sign(context)
    for paragraph in context.paragraphs:
        for match in _FULL.finditer(paragraph.text):
            half = match.group().translate(_HALF).replace("%", usual)
            if half == match.group():
                continue
            yield Finding(
                paragraph.span(*match.span()),
                f"用半角“{half}”，不用全角“{match.group()}”",
                half,
                fix=Fix(half, Tier.SAFE),
            )


def _usual_sign(context: CheckContext) -> str:
    """The percent sign of a draft: the standard speaks of digits only, so that the full-width one is a house style."""
    signs = Counter(sign for paragraph in context.paragraphs for sign in _SIGNS.findall(paragraph.text))
    return "％" if signs["％"] > max(signs["%"], _FEW) else "%"
