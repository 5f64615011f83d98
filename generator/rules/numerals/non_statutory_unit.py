"""非法定计量单位（默认不查）。

“亩”“斤”不是法定计量单位，但各地报告和统计惯用，所以这一条默认不开；需要时用 --select N115。

反例：粮食产量88亿斤，建设高标准农田30万亩。
正例：粮食产量440万吨，建设高标准农田2万公顷。

依据：《中华人民共和国计量法》第三条；国务院《关于在我国统一实行法定计量单位的命令》。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.registers import any_of, mappings, register
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N115", "non-statutory-unit", Group.NUMERALS, Severity.INFO, "用了非法定计量单位", default=False)


def check(context: CheckContext) -> Iterator[Finding]:
    """Units that are in use but not statutory."""
    instead = _instead()
    for paragraph in context.paragraphs:
        for match in _pattern().finditer(paragraph.text):
            right = instead[match["unit"]]
            yield Finding(paragraph.span(*match.span("unit")), f"“{match['unit']}”不是法定计量单位，法定单位是{right}")


@cache
def _instead() -> dict[str, str]:
    groups = mappings(register("generator.rules.numerals", "units")["non_statutory"])
    return {
        unit: str(right) for group in groups for words in mappings([group["words"]]) for unit, right in words.items()
    }


@cache
def _pattern() -> Pattern:
    return Pattern(rf"(?<=[0-9万亿多余])(?P<unit>{any_of(list(_instead())).pattern})(?!程|路)")
