"""五位以上的整数改用万、亿作单位。

读报告的人要把它念出来：“49000户”不如“4.9万户”。

反例：完成老旧小区改造49000户。
正例：完成老旧小区改造4.9万户，拨打12345热线，代码370700。

依据：《出版物上数字用法》（GB/T 15835-2011）第5章：尾数零多的数可改写为以“万”“亿”作单位。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N108", "long-integer", Group.NUMERALS, Severity.INFO, "五位以上的整数没有用万、亿")

_LONG = Pattern(
    r"[0-9](?<![0-9.,“A-Za-z][0-9])[0-9]{2,}00(?![0-9.,%万亿])(?=[个户家人亩吨元套件项米公平立辆台千名间处箱度])"
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Whole numbers of five digits and more that end in zeros and are counted."""
    for paragraph in context.paragraphs:
        for match in _LONG.finditer(paragraph.text):
            number = int(match.group())
            if number >= 10_000:
                short = f"{number / 10_000:g}万"
                yield Finding(paragraph.span(*match.span()), f"“{match.group()}”可写成“{short}”", short)
