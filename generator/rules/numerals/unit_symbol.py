"""计量单位的符号和汉字名称不混用。

正文用汉字名称：公里、平方米、千瓦。一处“公里”一处“km”，读者会以为是两种东西。

反例：新建公路406km，新建输电线路598公里。
反例：新增供热面积200万㎡。
正例：新建公路406公里，PM2.5平均浓度32微克/立方米，5G基站3000个，气温升高2℃。

依据：国务院《关于在我国统一实行法定计量单位的命令》；《出版物上数字用法》（GB/T 15835-2011）。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.diagnostics import Fix, Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.registers import any_of, entries
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N114", "unit-symbol", Group.NUMERALS, Severity.WARNING, "计量单位用了符号")

_SYMBOL_ONLY = frozenset({"℃"})


def check(context: CheckContext) -> Iterator[Finding]:
    """Symbols of units behind a number; those that Chinese prose uses itself only beside the Chinese name."""
    names, pattern = _names(), _pattern()
    for paragraph in context.paragraphs:
        for match in pattern.finditer(paragraph.text):
            symbol = match["symbol"]
            name = names[symbol]
            if symbol in _SYMBOL_ONLY and not any(name in p.text for p in context.paragraphs):
                continue
            yield Finding(paragraph.span(*match.span("symbol")), f"正文用汉字单位“{name}”", name, fix=Fix(name))


@cache
def _names() -> dict[str, str]:
    return {entry.word: entry.right for entry in entries("generator.rules.numerals", "units")}


@cache
def _pattern() -> Pattern:
    return Pattern(rf"(?<=[0-9万亿多余])(?P<symbol>{any_of(list(_names())).pattern})(?![A-Za-z0-9²³])")
