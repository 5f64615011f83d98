"""“重点抓好以下七个方面：”：说的个数和后面分的条数不一样多。

先报总数、再用“（一）（二）”“一是二是”“①②”分条写的，总数应等于条数。

反例：重点抓好以下四个方面：一是稳增长。二是促改革。三是惠民生。
正例：重点抓好以下三个方面：一是稳增长。二是促改革。三是惠民生。

依据：党政机关公文校核的通行要求：总数与分条一致。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.chinese_quantities import NUMERAL, whole
from generator.analysis.headings import HeadingFound
from generator.analysis.marked_items import last_in_order
from generator.analysis.parts import Place
from generator.analysis.series import series, series_marks
from generator.diagnostics import Severity, Span
from generator.numerals.chinese import counted
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("C105", "announced-count", Group.CONSISTENCY, Severity.ERROR, "说的个数与分条数不符（以下几个方面）")

_ANNOUNCED = Pattern(
    rf"(?<![第近前每十百千万亿点分0-9.])(?P<number>{NUMERAL})(?P<what>个方面|方面|大类|项|件|大|个|条|点)"
    r"(?P<rest>[^。；：，、0-9“”]{0,14})”?[^。；：，、0-9“”]{0,6}[。：:；]?$"
)
_ANNOUNCES = Pattern("以下|下列|如下|重点做好|着力抓|抓好|抓了|抓实|做好|办好|做到|扎实推进|[：:]$")
_DONE = Pattern("完成|兑现|办结|落地|见效")
_REACH = 60


@dataclass(frozen=True, slots=True)
class _Run:
    """Numbered paragraphs or clauses: where the first begins, how many there are, and the last number."""

    paragraph: int
    start: int
    size: int
    last: int


def check(context: CheckContext) -> Iterator[Finding]:
    """Announcements directly before a numbered run of another length."""
    for run in (*_heading_runs(context), *_series_runs(context)):
        found = _announcement(context, run)
        if found is None:
            continue
        number, span = found
        if number not in (run.size, run.last):
            digits = span.text[0].isdigit()
            what = span.text.lstrip("0123456789") if digits else span.text.lstrip("一二三四五六七八九十两")
            expected = f"{run.size}{what}" if digits else counted(run.size) + what
            yield Finding(span, f"写的是“{span.text}”，后面分了{run.size}条", expected)


def _announcement(context: CheckContext, run: _Run) -> tuple[int, Span] | None:
    """The count that stands directly before a run: in its paragraph, or at the end of the one before."""
    paragraph = context.paragraphs[run.paragraph - 1]
    head = paragraph.text[max(0, run.start - _REACH) : run.start].rstrip()
    offset = max(0, run.start - _REACH)
    if run.start == 0:
        if run.paragraph < 2:
            return None
        paragraph = context.paragraphs[run.paragraph - 2]
        offset = max(0, len(paragraph.text) - _REACH)
        head = paragraph.text[offset:].rstrip()
    match = _ANNOUNCED.search(head)
    if (
        match is None
        or _DONE.search(match["rest"])
        or not (_ANNOUNCES.search(_sentence(head)) or _title(paragraph.text))
    ):
        return None
    number = whole(match["number"])
    return (number, paragraph.span(offset + match.start("number"), offset + match.end("what"))) if number else None


def _sentence(head: str) -> str:
    return re.split("[。；]", head.rstrip("。；"))[-1] + head[-1:]


def _title(text: str) -> bool:
    return len(text) <= 25 and not text.endswith(("。", "；"))


def _heading_runs(context: CheckContext) -> Iterator[_Run]:
    """Runs of numbered headings of one level, each under its own heading."""
    texts = [paragraph.text for paragraph in context.paragraphs]
    for run in _numbered_runs(context.headings):
        first = run[0]
        above = (h for h in context.headings if h.level < first.level and _place(h) > _place(first))
        last = last_in_order(texts, first, next(map(_place, above), None))
        yield _Run(first.paragraph, first.start, max(len(run), last), max(run[-1].number or 0, last))


def _place(heading: HeadingFound) -> Place:
    return heading.paragraph, heading.start


def _numbered_runs(headings: list[HeadingFound]) -> Iterator[list[HeadingFound]]:
    open_: dict[int, list[HeadingFound]] = {}
    done: list[list[HeadingFound]] = []
    for heading in headings:
        if heading.number is None:
            continue
        for level in [level for level in open_ if level > heading.level]:
            del open_[level]
        if heading.number == 1 or heading.level not in open_:
            open_[heading.level] = []
            done.append(open_[heading.level])
        open_[heading.level].append(heading)
    for run in done:
        if len(run) > 1 and run[0].number == 1:
            yield run


def _series_runs(context: CheckContext) -> Iterator[_Run]:
    marks = (mark for paragraph in context.paragraphs for mark in series_marks(paragraph.text, paragraph.number))
    for one in series(marks):
        if len(one) > 1 and one[0].number == 1:
            yield _Run(one[0].paragraph, one[0].start, len(one), one[-1].number)
