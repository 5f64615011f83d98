"""千分位的写法全文一致，位置要对。

一处写“1,517个”，一处写“1517个”，应统一；“12,34”“1，517”这样的分节是错的。

反例：新签约项目1,126个，重点项目1517个。
反例：新签约项目1，126个。
反例：到位资金15,24亿元。
正例：新签约项目1126个，重点项目1517个，2024年投资2575亿元。

依据：《出版物上数字用法》（GB/T 15835-2011）第5章：四位以上的数应采用千分撇或不分节，同一文件里一致。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N110", "thousands-separators", Group.NUMERALS, Severity.WARNING, "千分位写法不一致或不对")

_SEPARATED = Pattern(r"[0-9](?<![0-9.][0-9])[0-9]{0,2}(?:,[0-9]{3})++(?![0-9])")
_PLAIN = Pattern(r"[1-9](?<![0-9.第][0-9])[0-9]{3,}+(?![0-9,年届号])(?!政务)")
_WRONG = Pattern(r"[0-9](?<![0-9.,][0-9])[0-9]*+(?:,[0-9]++)++(?![0-9])")
_FULL_COMMA = Pattern(
    r"[1-9](?<![0-9.，%第前][0-9])(?:[0-9]{0,2}，[0-9]{3}(?=[万亿个家户人项亩吨元套件公平头所处])"
    r"|[0-9]，[0-9]{2}(?=万[吨人]|[个家户人项亩吨元套件公平头所处]))"
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Separators that are misplaced, or used in one number and not in another."""
    plain = any(not _is_code(m.group()) for p in context.paragraphs for m in _PLAIN.finditer(p.text))
    for paragraph in context.paragraphs:
        for match in _WRONG.finditer(paragraph.text):
            digits = match.group().replace(",", "")
            if not _SEPARATED.fullmatch(match.group()):
                yield Finding(paragraph.span(*match.span()), f"“{match.group()}”的分节不对，是不是小数点或顿号？")
            elif plain:
                message = f"别处的四位数没有分节，这里也写“{digits}”"
                yield Finding(paragraph.span(*match.span()), message, digits, fix=Fix(digits, Tier.SAFE))
        for match in _FULL_COMMA.finditer(paragraph.text):
            digits = match.group().replace("，", "")
            yield Finding(paragraph.span(*match.span()), f"数字中间有逗号，是不是“{digits}”？", digits, fix=Fix(digits))


def _is_code(digits: str) -> bool:
    """Hotlines such as 12345 and years are not numbers that would be separated."""
    return digits == "12345" or (len(digits) == 4 and digits.startswith(("19", "20")))
