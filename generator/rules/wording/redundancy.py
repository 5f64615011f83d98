"""重复累赘的说法。

“涉及到”的“到”、“目的是为了”的“为了”都是多余的。只作提示。

反例：这项改革涉及到千家万户，目的是为了便民。
正例：这项改革涉及千家万户，目的是便民。

依据：吕叔湘、朱德熙《语法修辞讲话》；《现代汉语词典》（第7版）。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.diagnostics import Fix, Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.registers import Entry, any_of, entries
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("W108", "redundancy", Group.WORDING, Severity.INFO, "重复累赘的说法", anywhere=True)


def check(context: CheckContext) -> Iterator[Finding]:
    """Phrases that say a thing twice."""
    known = _entries()
    for paragraph in context.paragraphs:
        for match in _pattern().finditer(paragraph.text):
            entry = known[match.group()]
            yield Finding(paragraph.span(*match.span()), f"可精简为“{entry.right}”", entry.right, fix=Fix(entry.right))


@cache
def _entries() -> dict[str, Entry]:
    return {entry.word: entry for entry in entries("generator.rules.wording", "redundancy")}


@cache
def _pattern() -> Pattern:
    return any_of(list(_entries()))
