"""概数用汉字，中间不加顿号。

“三四个”“十几家”“二十多人”是概数；“3、4个”“三、四个”读成两个数，“20几家”“几10个”汉字和数字混用。

反例：新建3、4个服务站，培育20几家企业。
反例：走访三、四个村。
正例：新建三四个服务站，培育二十几家企业，第三、四季度，地铁3、4号线。

依据：《出版物上数字用法》（GB/T 15835-2011）第4章：相邻两个数字并列连用表示概数用汉字，中间
不得用顿号隔开；“几”字概数用汉字。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Span
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N111", "approximate-form", Group.NUMERALS, Severity.WARNING, "概数的写法不规范", anywhere=True)

_DIGITS = "一二三四五六七八九"
_MEASURE = "(?=[个家名人天次座条间位倍户所处台辆])(?!个百分点)(?!条线|人间|次产业|家级|个季度)"
_ARABIC = Pattern(rf"(?P<low>[1-9])(?<![0-9.、第—%][1-9])、(?P<high>[1-9])(?![0-9.]){_MEASURE}")
_CHINESE = Pattern(
    rf"(?P<low>[{_DIGITS}])(?<![{_DIGITS}十百千、第和].)、(?P<high>[{_DIGITS}])(?![{_DIGITS}十百千、]){_MEASURE}",
    needs=tuple(f"{low}、{high}" for low in _DIGITS for high in _DIGITS),
)
_SOME = Pattern(
    r"(?<![0-9.])(?P<tens>[1-9]0)几(?=[个家名人天次座条间位倍户万亿项种年])|几10(?=[个家名人天次座条间位倍户万亿项种年])",
    needs=("几",),
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Two neighbouring digits with a 、, and digits with 几."""
    for paragraph in context.paragraphs:
        for match in _ARABIC.finditer(paragraph.text):
            yield from _neighbours(paragraph.span(*match.span()), int(match["low"]), int(match["high"]))
        for match in _CHINESE.finditer(paragraph.text):
            low, high = _DIGITS.index(match["low"]) + 1, _DIGITS.index(match["high"]) + 1
            yield from _neighbours(paragraph.span(*match.span()), low, high)
        for match in _SOME.finditer(paragraph.text):
            right = f"{_tens(int(match['tens']))}几" if match["tens"] else "几十"
            yield Finding(paragraph.span(*match.span()), f"概数用汉字：“{right}”", right, fix=Fix(right))


def _neighbours(span: Span, low: int, high: int) -> Iterator[Finding]:
    if high == low + 1:
        right = _DIGITS[low - 1] + _DIGITS[high - 1]
        yield Finding(span, f"概数不加顿号，用汉字：“{right}”；若是两个数，请改用“和”", right, fix=Fix(right))


def _tens(number: int) -> str:
    return ("" if number == 10 else _DIGITS[number // 10 - 1]) + "十"
