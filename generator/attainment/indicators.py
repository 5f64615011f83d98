"""The indicators of a year: each target of last year's report with the figure that answers to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.attainment.judging import Outcome, Verdict, judge
from generator.attainment.naming import result_name
from generator.diagnostics import CannotRunError
from generator.document import Kind
from generator.facts.fact import Fact, NumberFact
from generator.facts.namespace import facts_of
from generator.loading.loader import Loaded, load
from generator.workspace import Workspace
from schemas.report import Report


@dataclass(frozen=True, slots=True)
class Indicator:
    """One target and its result.  ``key`` is the figure's; ``last`` is what the figure was a year before."""

    key: str
    name: str
    department: str
    required: bool
    target: NumberFact
    result: NumberFact | None
    last: NumberFact | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Attainment:
    """The table of a year: targets for ``period`` (the year that they were set for).

    ``begun`` is False while no report tells the results yet; then every result is missing.
    """

    place: str
    layout: str
    period: int
    begun: bool
    indicators: tuple[Indicator, ...]

    def count(self, outcome: Outcome) -> int:
        """How many indicators came out so."""
        return sum(indicator.verdict.outcome is outcome for indicator in self.indicators)


def attainment(workspace: Workspace, year: int) -> Attainment:
    """Targets set in the report of ``year - 1`` against the results in the report of ``year``.

    Where there is only one of the two, its targets (those of ``year - 1`` first) with last year's results.  Raises
    CannotRunError where there is neither, or no target.
    """
    years = workspace.years()
    if year - 1 in years:
        table = compare(load(workspace, year - 1), load(workspace, year) if year in years else None)
    else:
        workspace.year_folder(year)
        table = compare(load(workspace, year), None)
    if not table.indicators:
        folder = f"drafts/{year - 1 if year - 1 in years else year}"
        raise CannotRunError("没有目标", "目标写在 targets.yaml 里", file=f"{folder}/targets.yaml")
    return table


def compare(before: Loaded, now: Loaded | None) -> Attainment:
    """Targets of one report against the results of the next."""
    old = facts_of(before.require(), before.sources)[0]
    new = facts_of(now.require(), now.sources)[0] if now is not None else None
    return compare_facts(before.require(), old, new)


def compare_facts(report: Report, old: Mapping[str, Fact], new: Mapping[str, Fact] | None) -> Attainment:
    """As :func:`compare`, for facts that are there already: ``old`` those of ``report``, ``new`` the next year's."""
    found = tuple(_indicator(key, report, old, new) for key in report.targets)
    ordered = sorted(found, key=lambda indicator: not indicator.required)
    return Attainment(report.report.place, report.report.layout, report.report.year, new is not None, tuple(ordered))


def _indicator(key: str, report: Report, old: Mapping[str, Fact], new: Mapping[str, Fact] | None) -> Indicator:
    target = report.targets[key]
    fact = _number(old, key)
    assert fact is not None
    figure = target.figure or result_name(key)
    result = _result(new, figure) if new is not None else None
    last = _result(old, figure)
    named = next((one for one in (result, last) if one is not None), None)
    name = named.name if named is not None else target.name or figure
    verdict = judge(fact, result) if new is not None else Verdict(Outcome.OWED)
    return Indicator(figure, name, target.department or "", target.required, fact, result, last, verdict)


def _result(facts: Mapping[str, Fact], key: str) -> NumberFact | None:
    """A figure or a value computed from figures; a target is nobody's result."""
    fact = _number(facts, key)
    return fact if fact is not None and fact.kind is not Kind.TARGET else None


def _number(facts: Mapping[str, Fact], key: str) -> NumberFact | None:
    fact = facts.get(key)
    return fact if isinstance(fact, NumberFact) else None
