"""数字写坏了：小数点、正负号、数字里混进了别的字符。

多打一个点、用句号或顿号代替小数点、字母 O 代替零、“增长-0.3%”方向说了两遍，都会让读者读错数。

反例：增长.5%，完成投资12..5亿元。
反例：一般公共预算收入增长-0.3%。
反例：增长5。1%，到2O24年底，占百分之5，增长05.1%。
正例：增长0.5%，增速为-0.3%，达到35亿元。2024年建成，实施5·20行动，16时05分，成交额3,000亿元。

依据：《出版物上数字用法》（GB/T 15835-2011）第5章：小数必须写出小数点前定位的“0”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N116", "malformed-number", Group.NUMERALS, Severity.ERROR, "数字写坏了", anywhere=True)

_RUN = r"[0-9](?<![0-9]{2})[0-9]*+"
"""All digits of a number from its first one on: only there, or a page of digits is read again from each of them."""
_UNIT = r"(?=%|％|‰|[万亿]|个百分点)"
_NO_AMOUNT = ("第", "“", "前", ".", "·", "、", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ-")
_FAULTS = (
    (Pattern(r"\.(?<![0-9.A-Za-z]\.)[0-9]++(?=%|％|万|亿|个百分点)"), "小数点前缺“0”"),
    (Pattern(rf"{_RUN}\.(?=[%％万亿])", needs=(".%", ".％", ".万", ".亿")), "小数点后缺数字"),
    (Pattern(rf"{_RUN}\.{{2,}}[0-9]*+|{_RUN}\.[0-9]++\.[0-9]++(?=%|％|万|亿|个百分点)"), "小数点多了"),
    (Pattern(rf"{_RUN}[。·、，][0-9]++(?<=[0-9]){_UNIT}"), ""),
    (
        Pattern(r"(?:增长|增加|提高|上升|提升|下降|减少|降低|回落)了?[-－−—–][0-9]++(?:\.[0-9]++)?+[%％]?"),
        "增减方向说了两遍",
    ),
    (Pattern(r"0(?<![0-9.,、，A-Za-z-]0)[0-9]++(?:\.[0-9]++)?+(?=[%％万亿])"), "数字前面多了“0”"),
    (
        Pattern(
            rf"{_RUN}[OoIl][0-9OoIl]*+(?=[%％年万亿个家项户人月日])|[OoIl](?<![A-Za-z][OoIl])[0-9.]++(?=[%％年万亿])",
            needs=tuple("OoIl"),
        ),
        "数字里混进了字母",
    ),
    (Pattern(r"百分之[0-9]++(?:\.[0-9]++)?+[%％]?", needs=("百分之",)), "写“5%”，不写“百分之5”"),
    (Pattern(rf"{_RUN}(?:[一二三四五六七八九十]++[0-9]++)(?=[%％万亿]|个|年)"), "数字里混进了汉字"),
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Numbers that cannot be read as written."""
    for paragraph in context.paragraphs:
        for pattern, why in _FAULTS:
            for match in pattern.finditer(paragraph.text):
                reason = why or _wrong_point(match)
                if reason:
                    yield Finding(paragraph.span(*match.span()), f"“{match.group()}”：{reason}")


def _wrong_point(match: re.Match[str]) -> str:
    """A stop or comma where a decimal point belongs; not in 5、6个 or where a sentence ends in a number."""
    before = match.string[max(0, match.start() - 4) : match.start()]
    whole, _, part = match.group().partition("，")
    if part and len(whole) < 4 and len(part) < 3 and not before.endswith(_NO_AMOUNT):
        return "“，”应为小数点"
    sign = match.group()[match.group().index(next(c for c in match.group() if not c.isdigit()))]
    if sign in "、，" or before.endswith(("第", "“")) or match.start() == 0:
        return ""
    return f"“{sign}”应为小数点"
