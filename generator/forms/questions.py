"""What each department is asked: one line for every figure of the year that changes with the year."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from generator.facts.fact import Fact, NumberFact
from generator.facts.namespace import facts_of
from generator.facts.saying import cell_text
from generator.loading.loader import Loaded, load
from generator.workspace import Workspace
from schemas.figure import Figure
from schemas.number import Number, number_text
from schemas.report import Report
from schemas.units import SCALES, split_unit

NO_DEPARTMENT = "未定部门"
"""Who figures without a department are put to, until one is named."""


class AnswerKind(StrEnum):
    """What may be typed into an answer cell."""

    NUMBER = "数"
    NOT_PLAIN = "数、区间或比例"
    WORDS = "文字"


@dataclass(frozen=True, slots=True)
class Question:
    """One line of a form.

    ``last`` is last year's value, None where there is none; ``last_text`` how it is printed; ``sent`` and
    ``sent_status`` what the data said when the form was made, the former as YAML writes it.
    """

    key: str
    name: str
    scope: str
    unit: str
    kind: AnswerKind
    last: Number | None
    last_text: str
    aim: str
    sent: str
    sent_status: str


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one department.  ``year`` is the report's; the values asked for are of the year before."""

    year: int
    place: str
    department: str
    questions: tuple[Question, ...]

    @property
    def version(self) -> str:
        """Twelve hex digits that change when a question is added, dropped, renamed or asked in another unit."""
        parts = [str(self.year), self.place, self.department]
        parts += [field for q in self.questions for field in (q.key, q.name, q.scope, q.unit, q.kind)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Years:
    """The data of a year, and of the year before where there are any."""

    now: Loaded
    report: Report
    before: Mapping[str, Fact]
    aims: Mapping[str, str]


def load_years(workspace: Workspace, year: int) -> Years:
    """Both years.  Raises :class:`~generator.diagnostics.QicaoError` with everything that is wrong with either."""
    now = load(workspace, year)
    report = now.require()
    if year - 1 not in workspace.years():
        return Years(now, report, {}, {})
    before = load(workspace, year - 1)
    facts = facts_of(before.require(), before.sources)[0]
    return Years(now, report, facts, _aims(before.require(), facts))


def _aims(report: Report, facts: Mapping[str, Fact]) -> dict[str, str]:
    """Last year's targets as printed, by the figure that answers to them."""
    aims: dict[str, list[str]] = {}
    for key, target in report.targets.items():
        fact = facts[key]
        if target.figure and isinstance(fact, NumberFact) and (text := cell_text(fact)):
            aims.setdefault(target.figure, []).append(text)
    return {key: "；".join(texts) for key, texts in aims.items()}


def forms_of(years: Years) -> tuple[Form, ...]:
    """The form of every department, in the order in which the data name them; the one for nobody comes last."""
    asked: dict[str, list[Question]] = {}
    for key, figure in years.report.figures.items():
        if not figure.fixed:
            asked.setdefault(figure.department or NO_DEPARTMENT, []).append(_question(key, figure, years))
    head = years.report.report
    order = sorted(asked, key=lambda department: department == NO_DEPARTMENT)
    return tuple(Form(head.year, head.place, one, _distinct(asked[one])) for one in order)


def _question(key: str, figure: Figure, years: Years) -> Question:
    last = years.before.get(key)
    fact = last if isinstance(last, NumberFact) else None
    return Question(
        key=key,
        name=figure.name or key,
        scope=figure.scope or "",
        unit=figure.unit or ("位" if figure.rank_in else ""),
        kind=_kind(figure, fact, years.aims.get(key, "")),
        last=_in_unit(fact, figure.unit) if fact is not None else None,
        last_text=cell_text(fact) if fact is not None else "",
        aim=years.aims.get(key) or figure.aim or "",
        sent=sent_value(figure),
        sent_status=figure.status,
    )


def _in_unit(fact: NumberFact, unit: str) -> Number | None:
    """Last year's value counted in this year's unit; None where the two cannot be compared."""
    if fact.unit == unit or not isinstance(fact.value, Decimal) or fact.rank_in:
        return fact.value
    given, wanted = split_unit(fact.unit), split_unit(unit)
    if given is None or wanted is None or given.base != wanted.base:
        return None
    return fact.value * SCALES.get(given.scale, Decimal(1)) / SCALES.get(wanted.scale, Decimal(1))


def sent_value(figure: Figure) -> str:
    """What the data say now, as YAML writes it; empty while it is owed."""
    if figure.text is not None:
        return figure.text
    return "" if figure.value is None else number_text(figure.value)


def _kind(figure: Figure, last: NumberFact | None, aim: str) -> AnswerKind:
    if figure.text is not None or (last is not None and last.text is not None):
        return AnswerKind.WORDS
    value = figure.value if figure.value is not None else last.value if last is not None else None
    if value is not None:
        return AnswerKind.NUMBER if _is_plain(value) else AnswerKind.NOT_PLAIN
    wordy = bool(aim or figure.aim) and not any(c.isdigit() for c in aim or figure.aim or "") and not figure.unit
    return AnswerKind.WORDS if wordy else AnswerKind.NUMBER


def _is_plain(value: Number) -> bool:
    return isinstance(value, Decimal)


def _distinct(questions: list[Question]) -> tuple[Question, ...]:
    """Questions whose names all differ, so that a person can tell them apart."""
    names = [question.name for question in questions]
    return tuple(
        replace(question, name=f"{question.name}（{question.key}）") if names.count(question.name) > 1 else question
        for question in questions
    )
