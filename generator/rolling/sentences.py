"""Single sentences of last year: which hold data, and which tell of that year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from generator.rolling.last_year import LastYear
from schemas.names import REWRITE
from schemas.prose import Reference, prose

MARK = f"{{{REWRITE}}}"
_OPEN, _CLOSE = "“（《〔【(", "”）》〕】)"
_ENDS = "，；。！？"
_YEAR_OF = re.compile("(?:收官|开局|起步|攻坚|突破|提升|建设|落实|深化|关键)年|之年")
"""What a year was declared to be (“十四五”收官之年, 招商突破年), which the next is not."""
_TERM_OF_OFFICE = re.compile("(?:过去|今后|未来|这|近|前)[五5]年|[五5]年来|(?:本|新一|上|首)届政府|换届|届满|任期")
"""What is said only in the year in which a new government takes office."""
_PLAN_PERIOD = re.compile("十[一二三四五六七八九]?五(?!届|次|个|年|条|项|大|分)")
_EVENT = (
    "[^，。；、]{0,8}?"
    "(?:奥运|(?<![社机])会(?!计)|赛|(?<![发进拓开扩])展(?![现开示])|节(?![能约水减点])|奖|榜|论坛|[0-9]强)"
)
"""The name of something that took place in a year, behind the year."""


class Sort(Enum):
    """What a line of prose is, for next year's draft."""

    DATA = "data"  # holds figures or targets: stays, and its numbers are asked for again
    NAMING = "naming"  # holds data, but also tells of particular things of last year
    NARRATIVE = "narrative"  # the year's own words
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence up to a comma or stop, which is part of it."""

    text: str

    @property
    def body(self) -> str:
        """The words without the mark at the end."""
        return self.text.rstrip(_ENDS)

    @property
    def references(self) -> tuple[Reference, ...]:
        """What the clause names."""
        return prose(self.text).references


def clauses_of(line: str) -> list[Clause]:
    """A line cut behind commas and stops that stand outside of quotes, brackets and references."""
    clauses, start, depth = [], 0, 0
    for number, sign in enumerate(line):
        if sign in _OPEN or sign == "{":
            depth += 1
        elif sign in _CLOSE or sign == "}":
            depth = max(0, depth - 1)
        elif sign in _ENDS and not depth:
            clauses.append(Clause(line[start : number + 1]))
            start = number + 1
    if line[start:].strip():
        clauses.append(Clause(line[start:]))
    return clauses


def sort_of(line: str, last: LastYear) -> Sort:
    """What a line is."""
    if not line.strip():
        return Sort.EMPTY
    keys = [reference.key for reference in prose(line).references]
    if not any(last.is_number(key) for key in keys):
        return Sort.NARRATIVE
    return Sort.NAMING if tells_of_last_year(line, last) else Sort.DATA


def tells_of_last_year(line: str, last: LastYear) -> bool:
    """Whether a line names particular things of last year, its date, or says what that year was to be."""
    return _names_an_event(line) or any(
        _is_of_its_year(piece, last) if isinstance(piece, str) else _names_its_year(piece.key, last)
        for piece in prose(line).pieces
    )


def _names_an_event(line: str) -> bool:
    """Whether something is named after the year that it took place in: {上年}巴黎奥运会."""
    return _EVENT_OF_YEAR.search(line) is not None


def _is_of_its_year(text: str, last: LastYear) -> bool:
    if _YEAR_OF.search(text) or _TERM_OF_OFFICE.search(text) or _dated(text, last.year):
        return True
    return (last.year - 1) % 5 in (0, 4) and _PLAN_PERIOD.search(text) is not None  # the next report's plan is another


def _names_its_year(key: str, last: LastYear) -> bool:
    return last.is_named(key) or _names_its_date(key, last)


def _names_its_date(key: str, last: LastYear) -> bool:
    term = last.report.terms.get(key)
    return term is not None and _dated(term.text or key, last.year)


def still_dated(line: str, last: LastYear) -> bool:
    """Whether last year's date is left in a line from which its narrative was taken."""
    return _names_an_event(line) or any(
        _dated(piece, last.year) if isinstance(piece, str) else _names_its_date(piece.key, last)
        for piece in prose(line).pieces
    )


def _dated(text: str, year: int) -> bool:
    """Whether a text has the year of last year's plan or review in figures."""
    return re.search(rf"(?<!\d)(?:{year - 1}|{year})(?!\d)", text) is not None


def without_names(line: str, last: LastYear) -> str:
    """A line without the clauses that only tell of particular things of last year."""

    def stays(clause: Clause) -> bool:
        keys = [reference.key for reference in clause.references]
        return not tells_of_last_year(clause.text, last) or any(map(last.is_number, keys))

    return joined([clause for clause in clauses_of(line) if stays(clause)], line)


def with_named_years(line: str, year: int, *, anywhere: bool = False) -> str:
    """A line in which the years of a report, 2023年 and 2024年, are names that move on by themselves.

    Years that count from something (2023年以来, 2024年底) or belong to a name stay as they are; ``anywhere``
    is for headings and cells, where a year stands between other words.
    """
    years = _ANY_YEAR if anywhere else _YEAR_IN_FIGURES
    return "".join(
        years.sub(lambda found: _NAMES_OF.get(int(found[1]) - year, found[0]), piece)
        if isinstance(piece, str)
        else line[piece.offset : piece.offset + piece.length]
        for piece in prose(line).pieces
    )


_YEAR_IN_FIGURES = re.compile(
    r"(?<![^，。；：、！？（“\s])(\d{4})年"
    rf"(?!以来|以前|之前|前|后|底|末|初|起|版|第|春|夏|秋|冬|[—－-]|{_EVENT})"
)
"""A year that says when, at the beginning of a clause; not one that belongs to a name (2024年巴黎奥运会)."""
_EVENT_OF_YEAR = re.compile(f"{{[上本]年}}{_EVENT}")
_ANY_YEAR = re.compile(r"(?<!\d)(\d{4})年(?!以来)")
_NAMES_OF = {-1: "{上年}", 0: "{本年}"}


def joined(clauses: list[Clause], line: str) -> str:
    """Some clauses of a line as a sentence of its own: it ends as the line does."""
    text = "".join(clause.text for clause in clauses).rstrip()
    end = line.rstrip()[-1:]
    return text.rstrip("，；、") + end if text and end in _ENDS and not text.endswith(end) else text
