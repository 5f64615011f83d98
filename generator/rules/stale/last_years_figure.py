"""上年报告里的原句原数。

稿件里的半句话和上年的报告一字不差，数也是上年的数，今年的数据却是另一个，或者没有这个数：多半是从上年的稿子里抄来，没有改。
今年和上年的数真的一样的不报；年份、名称里的数、不随年份变的数（数据里写了 fixed）也不报。

反例：（上年：全市地区生产总值同比增长5.1%；今年的数据：5.5%）全市地区生产总值同比增长5.1%。
正例：（上年：全市地区生产总值同比增长5.1%；今年的数据：5.5%）全市地区生产总值同比增长5.5%。

依据：上一年和这一年的数据：drafts/ 里两年的数据生成的正文。
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generator.alignment.alignment import State, Tie
from generator.analysis.amounts import same_amount
from generator.analysis.sentences import Interval, clauses, interval_at
from generator.diagnostics import Fix, Severity, Span
from generator.document import Document, Facet, FigureRun, Kind, paragraphs_of, text_of
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule(
    "S109",
    "last-years-figure",
    Group.STALE,
    Severity.WARNING,
    "上年报告里的原句原数",
    frozenset((Need.BASE, Need.LAST_YEAR)),
)

_SHORTEST = 4
"""Characters beside the number from which a clause is not the same by chance."""
_DATE = Pattern(r"^(?:(?:19|20)\d\d(?:[—～~-](?:19|20)\d\d)?年?度?|\d{1,2}[月日号]|\d{1,2}月份)$")
_NUMERAL = Pattern("[0-9]")
_MARKS = "，。！？；：”’）】 \u3000\t"

Clauses = dict[str, tuple[tuple[int, FigureRun], ...]]
"""Last year's clauses with the places (characters from 0) of the data's numbers in them."""


@dataclass(frozen=True, slots=True)
class _Doubtful:
    """A number of the draft that is not this year's: where the data give another one, ``tie`` says which."""

    span: Span
    tie: Tie | None = None


def check(context: CheckContext) -> Iterator[Finding]:
    """Numbers that this year's data do not give, in clauses that last year's report has word for word."""
    assert context.last_year is not None
    doubtful = list(_doubtful(context))
    last = _clauses_of(context.last_year) if doubtful else {}
    prints = _prints(context) if doubtful else {}
    for place in doubtful:
        run = _as_last_year(context, place.span, last)
        if run is not None and not _stays(context, run, place.tie, prints):
            yield _finding(context, place, run, prints)


def _finding(context: CheckContext, place: _Doubtful, run: FigureRun, prints: dict[str, Tie]) -> Finding:
    """An error where the data say another number at this very place, as they do without last year's report."""
    tie = place.tie or prints.get(run.key)
    span = place.span
    told = f"“{span.text}”和这半句话是上年报告里的原话"
    if tie is None:
        return Finding(span, f"{told}，今年的数据里没有这个数")
    expected = tie.run.text
    return Finding(
        span,
        f"{told}，今年的“{tie.run.key}”是“{expected}”" if tie.run.key else f"{told}，今年应为“{expected}”",
        expected=expected,
        figure=tie.run.key,
        source=tie.run.source,
        fix=Fix(expected) if place.tie is not None else None,
        severity=Severity.ERROR if place.tie is not None and tie.run.key else None,
    )


def _doubtful(context: CheckContext) -> Iterator[_Doubtful]:
    assert context.alignment is not None
    for tie in (*context.alignment.ties, *context.alignment.typed):
        if not _NUMERAL.search(tie.span.text):
            continue
        if tie.state is State.CHANGED and not same_amount(tie.run.text, tie.span.text):
            yield _Doubtful(tie.span, tie)
        elif tie.state is State.LOOSE:
            yield _Doubtful(tie.span)
    for span in context.alignment.unaccounted:
        if not _DATE.match(span.text):
            yield _Doubtful(span)


def _clauses_of(document: Document) -> Clauses:
    found: Clauses = {}
    for runs in paragraphs_of(document):
        text = text_of(runs)
        intervals = clauses(text)
        offset = 0
        for run in runs:
            if isinstance(run, FigureRun) and _is_number(run):
                start, words = _words(text, interval_at(intervals, offset))
                found[words] = (*found.get(words, ()), (offset - start, run))
            offset += len(run.text)
    return found


def _is_number(run: FigureRun) -> bool:
    return (
        run.facet is Facet.VALUE
        and run.kind is not Kind.TERM
        and (run.kind is not Kind.PROJECT or "." in run.key)
        and _NUMERAL.search(run.text) is not None
    )


def _words(text: str, clause: Interval) -> tuple[int, str]:
    """Where the words of a clause begin, and the words without the marks around them."""
    words = text[clause[0] : clause[1]].rstrip(_MARKS)
    bare = words.lstrip(_MARKS)
    return clause[0] + len(words) - len(bare), bare


def _as_last_year(context: CheckContext, span: Span, last: Clauses) -> FigureRun | None:
    """The number that last year's report prints at the same place of the same clause, if it has that clause."""
    paragraph = context.paragraphs[span.paragraph - 1]
    start, words = _words(paragraph.text, interval_at(paragraph.clauses, span.start))
    runs = last.get(words)
    if runs is None:
        return None
    at = bisect_right(runs, span.start - start, key=lambda placed: placed[0] + len(placed[1].text))
    if at == len(runs) or runs[at][0] >= span.end - start:
        return None
    run = runs[at][1]
    return run if len(words) - len(run.text) >= _SHORTEST and not _DATE.match(run.text) else None


def _prints(context: CheckContext) -> dict[str, Tie]:
    """Each datum's print in this year's text."""
    assert context.alignment is not None
    return {tie.run.key: tie for tie in reversed(context.alignment.ties) if tie.run.facet is Facet.VALUE}


def _stays(context: CheckContext, run: FigureRun, tie: Tie | None, prints: dict[str, Tie]) -> bool:
    """Whether the number is this year's too: one that the data call fixed, or that this year has come out the same."""
    if tie is not None:
        return False
    entry = context.entries.get(run.key)
    if entry is not None and entry.is_fixed:
        return True
    return run.key in prints and same_amount(prints[run.key].run.text, run.text)
