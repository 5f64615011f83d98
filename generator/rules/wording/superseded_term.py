"""已经改了的名称和提法。

党的二十大以后“市场主体”改称“经营主体”，机构改革后“环保部门”改称“生态环境部门”。引用旧文件名时可以保留，所以只作提示。

反例：新增市场主体3万户。
正例：新增经营主体3万户。

依据：党的二十大报告、党和国家机构改革方案等；superseded.yaml 逐条注明出处和起用年份。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.diagnostics import Fix, Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.registers import Entry, any_of, entries
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("W106", "superseded-term", Group.WORDING, Severity.INFO, "已经改了的名称和提法", anywhere=True)


def check(context: CheckContext) -> Iterator[Finding]:
    """Terms that were replaced before the year of the report; all of them where the year is not known."""
    known = _entries()
    for paragraph in context.paragraphs:
        for match in _pattern().finditer(paragraph.text):
            entry = known[match.group()]
            if context.year is None or context.year >= entry.since:
                message = f"{entry.since}年起用“{entry.right}”（{entry.source}）"
                yield Finding(paragraph.span(*match.span()), message, entry.right, fix=Fix(entry.right))


@cache
def _entries() -> dict[str, Entry]:
    return {entry.word: entry for entry in entries("generator.rules.wording", "superseded")}


@cache
def _pattern() -> Pattern:
    return any_of(list(_entries()))
