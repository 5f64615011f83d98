"""The ledger of a report: what its models and facts say, without them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.facts.fact import Fact, ListFact, NameFact, NumberFact
from generator.ledger import Amount, Entry, Ledger, Name, Sort
from schemas.figure import Figure, Sourced, Status, Target
from schemas.project import Project
from schemas.report import Report


def ledger_of(report: Report, facts: Mapping[str, Fact]) -> Ledger:
    """What the data register, keyed as ``facts`` are."""
    entries = {key: _entry(report, key, fact) for key, fact in facts.items()}
    names: dict[str, Name] = {}
    for fact in facts.values():
        for name in _names(fact):
            names.setdefault(name.text, Name(name.text, name.key, name.source))
    return Ledger(report.report.year, entries, tuple(names.values()))


def _entry(report: Report, key: str, fact: Fact) -> Entry:
    if isinstance(fact, NumberFact):
        return _number(report.figures.get(key) or report.targets.get(key), fact)
    if isinstance(fact, ListFact):
        return Entry(Sort.LIST)
    project = report.projects.get(key)
    return _project(project) if project is not None else Entry(Sort.NAME)


def _number(datum: Sourced | None, fact: NumberFact) -> Entry:
    amount = _amount(fact)
    if datum is None:
        return Entry(Sort.NUMBER, amount=amount)
    return Entry(
        Sort.NUMBER,
        department=datum.department or "",
        scope=tuple(word for word in re.split("[，、]", datum.scope or "") if word),
        follows=(datum.figure or "") if isinstance(datum, Target) else "",
        is_expected=datum.status is Status.EXPECTED,
        is_fixed=isinstance(datum, Figure) and datum.fixed,
        is_rank=fact.rank_in is not None,
        amount=amount,
    )


def _amount(fact: NumberFact) -> Amount | None:
    value = fact.in_base_units
    if value is None:
        return None
    direction = fact.direction.value if fact.direction is not None else ""
    return Amount(f"{fact.value}{fact.unit}", value, fact.unit.lstrip("万亿千百"), direction)


def _project(project: Project) -> Entry:
    stage = project.stage.value if project.stage is not None else ""
    return Entry(Sort.NAME, department=project.department or "", stage=stage)


def _names(fact: Fact) -> Iterator[NameFact]:
    """The names that a fact prints: its own, its items', and their attributes'."""
    for name in fact.items if isinstance(fact, ListFact) else (fact,):
        if isinstance(name, NameFact):
            yield name
            yield from (attribute for attribute in name.attributes.values() if isinstance(attribute, NameFact))
