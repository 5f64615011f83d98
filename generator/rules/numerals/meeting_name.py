"""会议名称用汉字数字，也不能提到还没有开的会。

“党的二十大”“二十届三中全会”是专名，不写成“党的20大”“20届3中全会”；报告时间以前没有开过的会，是写错了届次。

反例：深入学习党的20大和20届3中全会精神。
反例：全面贯彻党的二十大和二十届十二中全会精神。
正例：全面贯彻党的二十大和二十届二中、三中全会精神，“十四五”规划收官。

依据：《出版物上数字用法》（GB/T 15835-2011）第4章：定型的词和事件名称用汉字数字；各次会议公报。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.numerals.reading import read_chinese
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.registers import entries, register
from generator.rules.rule import Finding, Group, Rule

RULE = Rule(
    "N112", "meeting-name", Group.NUMERALS, Severity.WARNING, "会议、规划名称的数字写法或届次不对", anywhere=True
)

_DIGITS = "一二三四五六七八九十"
_ARABIC_NAME = Pattern(
    r"(?<![0-9.])(?P<congress>(?:1[0-9]|2[0-9]))(?=届[一二三四五六七0-9]{1,2}[中次])|(?<=届)(?P<plenum>[1-9])(?=中全会)"
    r"|(?<=党的)(?P<party>1[0-9]|2[0-9])(?=大)|(?<=“)(?P<plan>1[0-9])5(?=”(?![^，。；]{0,8}(?:工程|行动|战略|模式|体系|机制|格局)))",
    needs=("党的1", "党的2", "5”", *(f"{digit}届" for digit in "0123456789"), *(f"届{digit}" for digit in "123456789")),
)
_PLENUMS = Pattern(
    r"(?P<congress>[一二三四五六七八九十]{2,3})届(?P<plenums>[一二三四五六七八九十]+中(?:、[一二三四五六七八九十]+中)*)全会",
    needs=("全会",),
)
_PLAN = Pattern("(?<=“)(?P<plan>[一二三四五六七八九]{2}五)(?=”(?!工程|行动|计划|战略|模式|体系|工作|机制|方案))")
_CONGRESS = Pattern("党的(?P<congress>十[一二三四五六七八九]|二十[一二三四五]?)大")


def check(context: CheckContext) -> Iterator[Finding]:
    """Digits inside names of meetings and plans, plenums beyond any calendar, meetings after the report."""
    for paragraph in context.paragraphs:
        for match in _ARABIC_NAME.finditer(paragraph.text):
            number = next(int(found) for found in match.groups() if found)
            right = _chinese(number) + ("五" if match["plan"] else "")
            yield Finding(paragraph.span(*match.span()), f"名称里用汉字“{right}”", right, fix=Fix(right, Tier.SAFE))
        for match in _PLAN.finditer(paragraph.text):
            right = "十" + match["plan"][1:]
            yield Finding(paragraph.span(*match.span()), f"没有“{match['plan']}”规划，是不是“{right}”？", right)
        for match in (*_PLENUMS.finditer(paragraph.text), *_CONGRESS.finditer(paragraph.text)):
            wrong = _impossible(match, context.year)
            if wrong:
                yield Finding(paragraph.span(*match.span()), wrong)


def _impossible(match: re.Match[str], year: int | None) -> str:
    """Why no such meeting can have been held before a report of a year; empty if it can."""
    names = [match.group()]
    if "plenums" in match.groupdict():
        plenums = match["plenums"].split("、")
        if any((read_chinese(p.removesuffix("中")) or 0) > _most() for p in plenums):
            return f"没有“{match.group()}”这么多次全会"
        if [read_chinese(p.removesuffix("中")) or 0 for p in plenums] != sorted(
            {read_chinese(p.removesuffix("中")) or 0 for p in plenums}
        ):
            return "各次全会应从先到后各写一次"
        names = [f"{match['congress']}届{plenum}全会" for plenum in plenums]
    late = [name for name in names if year and _held().get(name, 0) >= year]
    return f"“{late[0]}”在{_held()[late[0]]}年才召开，{year}年年初的报告不会提到" if late else ""


def _held() -> dict[str, int]:
    return {entry.word: int(entry.right) for entry in entries("generator.rules.numerals", "calendar")}


def _most() -> int:
    return int(str(register("generator.rules.numerals", "calendar")["most_plenums"]))


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    words = ("" if tens < 2 else _DIGITS[tens - 1]) + ("十" if tens else "")
    return words + (_DIGITS[ones - 1] if ones else "")
