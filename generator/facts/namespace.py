"""A report's data as one namespace of facts, keyed by the names that prose uses."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from generator.document import Kind
from generator.facts.deriving import Deriver, DerivingFault
from generator.facts.fact import Fact, ListFact, NameFact, NumberFact
from generator.loading.locating import Path, SourceMap
from schemas.derived import Derived
from schemas.figure import Figure, Printed, Quantity, Sourced, Status, Style, Target
from schemas.number import Number
from schemas.project import Project
from schemas.report import Report
from schemas.selecting import ProjectIndex
from schemas.term import Term

Facts = dict[str, Fact]


def facts_of(report: Report, sources: SourceMap) -> tuple[Facts, tuple[DerivingFault, ...]]:
    """Every fact of a report with derived values computed, and what cannot be computed."""
    facts: Facts = {}
    for key, figure in report.figures.items():
        facts[key] = _figure(key, figure, sources)
    for key, target in report.targets.items():
        facts[key] = _target(key, target, sources)
    for key, project in report.projects.items():
        facts[key] = _project(key, project, sources)
    for key, term in report.terms.items():
        facts[key] = _term(key, term, sources)
    _add_lists(facts, report, sources)
    _add_years(facts, report, sources)
    deriver = Deriver(report, facts, lambda key, spec, value: _derived(key, spec, value, sources))
    deriver.run()
    return facts, tuple(deriver.faults)


def _printed(
    key: str, kind: Kind, source: str, printed: Printed, value: Number | None, status: Status, label: str = ""
) -> NumberFact:
    return NumberFact(
        key=key,
        kind=kind,
        source=source,
        name=printed.name or label or key,
        value=value,
        unit=printed.unit or ("位" if printed.rank_in else ""),
        scale=printed.scale,
        precision=printed.precision,
        rounding=printed.rounding,
        style=printed.style or (Style.ORDINAL if printed.rank_in else Style.ARABIC),
        direction=printed.direction,
        hedge=printed.hedge,
        hedge_before_scale=printed.hedge_before_scale,
        range_word=printed.range_word,
        ratio_sign=printed.ratio_sign,
        rank_in=printed.rank_in,
        compared_to=printed.compared_to,
        share_of=printed.share_of,
        partners=printed.partners,
        status=status,
    )


def _sourced(key: str, figure: Sourced, kind: Kind, source: str) -> NumberFact:
    fact = _printed(key, kind, source, figure, figure.value, figure.status)
    return fact if figure.period is None else replace(fact, period=figure.period)


def _figure(key: str, figure: Figure, sources: SourceMap) -> NumberFact:
    leaf = "value" if figure.text is None else "text"
    fact = _sourced(key, figure, Kind.FIGURE, sources.source("figures", (key, leaf)))
    return fact if figure.aim is None and figure.text is None else replace(fact, aim=figure.aim, text=figure.text)


def _target(key: str, target: Target, sources: SourceMap) -> NumberFact:
    leaf = "value" if target.text is None else "text"
    fact = _sourced(key, target, Kind.TARGET, sources.source("targets", (key, leaf)))
    if target.text is None and target.stretch is None:
        return fact
    stretch = None
    if target.stretch is not None:
        source = sources.source("targets", (key, "stretch", "value"))
        stretch = _quantity(f"{key}.力争", fact.name, Kind.TARGET, source, target.stretch)
    return replace(fact, text=target.text, stretch=stretch)


def _quantity(key: str, label: str, kind: Kind, source: str, quantity: Quantity) -> NumberFact:
    return _printed(key, kind, source, quantity, quantity.value, Status.CONFIRMED, label)


def _project(key: str, project: Project, sources: SourceMap) -> NameFact:
    leaf: Path = (key, "name") if project.name else (key,)
    name = project.name or key
    attributes: dict[str, Fact] = {}
    for label, field, quantity in (("投资", "investment", project.investment), ("产能", "capacity", project.capacity)):
        if quantity is not None:
            source = sources.source("projects", (key, field, "value"))
            attributes[label] = _quantity(f"{key}.{label}", f"{name}{label}", Kind.PROJECT, source, quantity)
    for label, field, text in (("地点", "place", project.place), ("全称", "full", project.full)):
        if text is not None:
            attributes[label] = NameFact(f"{key}.{label}", Kind.PROJECT, sources.source("projects", (key, field)), text)
    return NameFact(key, Kind.PROJECT, sources.source("projects", leaf), name, attributes, project.status)


def _term(key: str, term: Term, sources: SourceMap) -> NameFact:
    leaf: Path = (key, "text") if term.text else (key,)
    attributes: dict[str, Fact] = {}
    for label, field, text in (("全称", "full", term.full), ("词条", "entry", term.entry)):
        if text is not None:
            attributes[label] = NameFact(f"{key}.{label}", Kind.TERM, sources.source("terms", (key, field)), text)
    return NameFact(key, Kind.TERM, sources.source("terms", leaf), term.text or key, attributes)


def _add_lists(facts: Facts, report: Report, sources: SourceMap) -> None:
    index = ProjectIndex(report.projects)
    for key, chosen in report.project_lists.items():
        names = [facts[name] for name in index.select(chosen)]
        source = sources.source("project_lists", (key,))
        facts[key] = ListFact(key, tuple(name for name in names if isinstance(name, NameFact)), source)
    for key, items in report.lists.items():
        facts[key] = ListFact(
            key,
            tuple(
                NameFact(key, Kind.TERM, sources.source("lists", (key, "items", number)), text)
                for number, text in enumerate(items.items)
            ),
            sources.source("lists", (key,)),
        )


def _add_years(facts: Facts, report: Report, sources: SourceMap) -> None:
    source = sources.source("report", ("year",))
    for key, year in (("本年", report.report.year), ("上年", report.report.year - 1)):
        facts[key] = NumberFact(key, Kind.DERIVED, source, key, Decimal(year), unit="年")


def _derived(key: str, spec: Derived, value: Number | None, sources: SourceMap) -> NumberFact:
    return _printed(key, Kind.DERIVED, sources.source("derived", (key,)), spec, value, Status.CONFIRMED)
