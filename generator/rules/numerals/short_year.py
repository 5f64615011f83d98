"""年份写四位。

“23年”可以是二十三年，也可以是2023年；年份要写全，也不用“零”。

反例：比23年增长5%，到25年底建成。
反例：二零二四年工作安排。
正例：比2023年增长5%，连续23年获奖，用10年时间，三年来，二〇二四年工作安排。

依据：《出版物上数字用法》（GB/T 15835-2011）第5章：年份一般不简写；“〇”不写作“零”。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N113", "short-year", Group.NUMERALS, Severity.WARNING, "年份没有写全")

_BOUNDARY = "(?:^|(?<=[，。；：、“（《！？到至自从于在与和较比同截]))"
_TIME = (
    "(?:底|末|初|度|全年|前|上半年|下半年|[0-9]{1,2}月|全[省市县区国]|力争|基本"
    "|工作|政府工作|同期|以来|起|实现|完成|新增|[^，。；]{0,2}(?:奥运|亚运|冬奥|全运|世博|进博)|春节|国庆)"
)
_SHORT = Pattern(rf"(?=[0-3]){_BOUNDARY}(?P<year>[0-3][0-9])年(?={_TIME})")
_COMPARED = Pattern(
    r"(?:较|比|同|与)(?P<year>[0-3][0-9])年(?=增长|下降|提高|增加|减少|上升|相比|翻|高|低|多|少|提升)",
    needs=tuple(word + digit for word in "较比同与" for digit in "0123"),
)
_APOSTROPHE = Pattern(r"[’'‘](?P<year>[0-9]{2})年")
_ZERO = Pattern(
    "[一二][零〇○0][零〇○0一二三四五六七八九]{2}年", needs=tuple(one + zero for one in "一二" for zero in "零〇○0")
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Years of two digits, and 零 in years written in Chinese."""
    for paragraph in context.paragraphs:
        for pattern in (_SHORT, _COMPARED, _APOSTROPHE):
            for match in pattern.finditer(paragraph.text):
                span = paragraph.span(match.start("year"), match.end("year"))
                yield Finding(
                    span, f"年份应写全：20{match['year']}年", f"20{match['year']}", fix=Fix(f"20{match['year']}")
                )
        for match in _ZERO.finditer(paragraph.text):
            right = match.group().replace("零", "〇").replace("○", "〇").replace("0", "〇")
            if right != match.group():
                yield Finding(
                    paragraph.span(*match.span()), f"汉字年份用“〇”：{right}", right, fix=Fix(right, Tier.SAFE)
                )
