"""“一是、二是、三是”要连续。

一段里（或几段开头）用“一是…二是…”“一要…二要…”“第一，…第二，…”“①②”列举的，不缺、不重、不颠倒。

反例：一是稳增长。二是促改革。二是惠民生。
反例：①新建学校。②改造医院。④修建公路。
正例：一是稳增长。二是促改革。三是惠民生。

依据：通用的行文规范；增删一项之后要重新编号。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.numbering import Break, Fault, breaks
from generator.analysis.series import SeriesMark, series, series_marks
from generator.diagnostics import Fix, Severity
from generator.numerals.chinese import to_chinese
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("R102", "series-numbering", Group.STRUCTURE, Severity.WARNING, "“一是、二是”不连续")

_FIRST_CIRCLE = ord("①")


def check(context: CheckContext) -> Iterator[Finding]:
    """Marks of a series that do not run on; a single mark is no series."""
    marks = (mark for paragraph in context.paragraphs for mark in series_marks(paragraph.text, paragraph.number))
    for one in series(marks):
        if len(one) < 2:
            continue
        for found in breaks([mark.number for mark in one]):
            if found.index or one[1].number == 2 or found.fault is Fault.WRONG:
                yield _finding(context, one, found)


def _finding(context: CheckContext, one: list[SeriesMark], found: Break) -> Finding:
    mark = one[found.index]
    wanted = _mark(mark, found.expected)
    what = {Fault.GAP: f"前面缺“{wanted}”", Fault.SWAPPED: f"前面应先有“{wanted}”"}.get(found.fault, f"应为“{wanted}”")
    span = context.paragraphs[mark.paragraph - 1].span(mark.start, mark.end)
    return Finding(span, f"“{mark.text}”{what}", wanted, fix=Fix(wanted))


def _mark(mark: SeriesMark, number: int) -> str:
    if mark.form == "①":
        return chr(_FIRST_CIRCLE + number - 1)
    return mark.text.replace(to_chinese(mark.number), to_chinese(number), 1)
