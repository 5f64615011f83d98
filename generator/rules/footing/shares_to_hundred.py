"""三次产业结构加起来不是100。

“8.7∶41.2∶50.1”三个数之和应是100，允许各数四舍五入的误差。

反例：三次产业结构调整为8.7∶41.2∶51.1。
正例：三次产业结构调整为8.7∶41.2∶50.1，开工备案项目比例达到1∶3.4。

依据：结构相对数之和为100%；XBRL Calculations 1.1 的区间核算法。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.analysis.bounds import Bounds, total
from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F106", "shares-to-hundred", Group.FOOTING, Severity.ERROR, "结构比例之和不是100", anywhere=True)

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_RATIO = Pattern(
    rf"[0-9](?<![0-9.∶:：][0-9])[0-9]*(?:\.[0-9]+)?(?:[∶:：]{_NUMBER}){{2,4}}(?![0-9∶:：])",
    needs=tuple(digit + mark for digit in "0123456789" for mark in "∶:："),
)
_THREE = Pattern(
    rf"(?:三次产业|一二三产业?|一、二、三产业|第一、(?:第)?二、(?:第)?三产业)[^，。；0-9]{{0,16}}(?:比重|占比|结构)[^，。；0-9]{{0,10}}"
    rf"(?P<first>{_NUMBER})[%％]?[、:：∶和](?P<second>{_NUMBER})[%％]?[、:：∶和](?P<third>{_NUMBER})[%％]?",
    needs=("三次产业", "三产"),
)
_STRUCTURE = Pattern("产业|结构|比重|占比|构成")
_REACH = 24
_LEAST = 50


def check(context: CheckContext) -> Iterator[Finding]:
    """Ratios of three and more that should be shares of a hundred."""
    for paragraph in context.paragraphs:
        text = paragraph.text
        for match in _RATIO.finditer(text):
            numbers = re.findall(_NUMBER, match.group())
            lead = text[max(0, match.start() - _REACH) : match.start()]
            if _STRUCTURE.search(lead) and not _to_hundred(numbers) and _near_hundred(numbers):
                yield Finding(
                    paragraph.span(*match.span()), f"“{match.group()}”之和是{sum(map(Decimal, numbers))}，不是100"
                )
        for match in _THREE.finditer(text):
            numbers = [match["first"], match["second"], match["third"]]
            if not _to_hundred(numbers) and not _RATIO.fullmatch(text, match.start("first"), match.end("third")):
                span = paragraph.span(match.start("first"), match.end())
                yield Finding(span, f"三次产业占比之和是{sum(map(Decimal, numbers))}%，不是100%")


def _bounds(number: str) -> Bounds:
    half = Decimal(5).scaleb(-len(number.partition(".")[2]) - 1)
    return Bounds(Decimal(number) - half, Decimal(number) + half)


def _to_hundred(numbers: list[str]) -> bool:
    return total(map(_bounds, numbers)).meets(Bounds(Decimal(100), Decimal(100)))


def _near_hundred(numbers: list[str]) -> bool:
    """Shares, not a plain ratio such as 1∶2∶3."""
    return sum(map(Decimal, numbers)) >= _LEAST
