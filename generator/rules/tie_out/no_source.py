"""没有来源的数：正文里出现了数据里没有的数。

手工添的数没有登记，谁提供、是否核实都不知道；请补进 YAML，或删去。年份、日期、序号不算。

反例：（数据里没有游客人次）新增电商产业带6个，接待游客860万人次。
正例：（数据里没有游客人次）新增电商产业带6个，旅游市场持续火爆。

依据：生成记录和 drafts/ 里的数据。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.quantities import quantities
from generator.diagnostics import Severity, Span
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule("T103", "no-source", Group.TIE_OUT, Severity.WARNING, "没有来源的数", frozenset((Need.BASE,)))

_DATE = Pattern(r"^(?:(?:19|20)\d\d年?|\d{1,2}[月日号]|\d{1,2}月份)$")
_HEAD_NUMBER = Pattern(r"^\s*[（(]?\d{1,2}[)）.．、]")


def check(context: CheckContext) -> Iterator[Finding]:
    """Numbers that no datum accounts for."""
    assert context.alignment is not None
    for span in context.alignment.unaccounted:
        if not _is_no_datum(context, span):
            yield Finding(span, f"“{span.text}”在数据里没有登记，请补进数据或删去")


def _is_no_datum(context: CheckContext, span: Span) -> bool:
    text = context.paragraphs[span.paragraph - 1].text
    if _DATE.match(span.text):
        return True
    head = _HEAD_NUMBER.match(text)
    if head is not None and span.start < head.end():
        return True
    if span.text.isdigit() and text[span.end : span.end + 1] == "号":  # 5号楼, “潍薯5号”: a name
        return True
    latin = text[span.start - 1 : span.start].isascii() and text[span.start - 1 : span.start].isalpha()
    first = next(iter(quantities(span.text)), None)
    return latin and first is not None and not first.scale
