"""The 2024 data with single values changed, in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar, assert_never

from generator.document import Document, Kind
from generator.loading.loader import Loaded
from generator.rendering import render_prepared
from generator.templating.preparing import Prepared
from schemas.derived import Derived
from schemas.figure import Quantity, Target
from schemas.number import Number, Range, Ratio
from schemas.project import Project
from schemas.report import Report
from schemas.units import SCALES

AMOUNTS = {"投资": "investment", "产能": "capacity"}
EntryT = TypeVar("EntryT")
Change = Callable[[Quantity], Number | None]


def rendered_again(report: Report, loaded: Loaded, prepared: Prepared) -> Document:
    """The document of changed data."""
    document = render_prepared(replace(loaded, report=report), prepared).document
    assert document is not None
    return document


def perturbable(report: Report) -> dict[str, Kind]:
    """Every key whose value or name can be changed alone; an amount of a project is ``project.投资``."""
    keys = {key: Kind.FIGURE for key, figure in report.figures.items() if figure.value is not None}
    keys |= dict.fromkeys(report.targets, Kind.TARGET)
    keys |= dict.fromkeys(report.terms, Kind.TERM)
    keys |= dict.fromkeys(report.projects, Kind.PROJECT)
    for key, project in report.projects.items():
        amounts = (label for label, field in AMOUNTS.items() if getattr(project, field) is not None)
        keys |= {f"{key}.{label}": Kind.PROJECT for label in amounts}
    return keys


def perturbed(report: Report, keys: Collection[str]) -> Report:
    """The report with each of these keys changed: numbers grow, names get longer."""
    return report.model_copy(
        update={
            "figures": _each(report.figures, keys, lambda figure: _with_value(figure, _grown)),
            "targets": _each(report.targets, keys, _target),
            "terms": {
                key: term.model_copy(update={"text": f"{term.text or key}甲"}) if key in keys else term
                for key, term in report.terms.items()
            },
            "projects": {key: _project(key, project, keys) for key, project in report.projects.items()},
        }
    )


def with_values(report: Report, keys: Collection[str], change: Change) -> Report:
    """The report with the values of these figures and targets put through ``change``."""
    return report.model_copy(
        update={
            "figures": _each(report.figures, keys, lambda figure: _with_value(figure, change)),
            "targets": _each(report.targets, keys, lambda target: _with_value(target, change)),
        }
    )


def dependent(report: Report, keys: Collection[str]) -> set[str]:
    """The keys and everything that is computed from them."""
    affected = set(keys)
    while grown := {key for key, spec in report.derived.items() if key not in affected and _operands(spec) & affected}:
        affected |= grown
    return affected


def _operands(spec: Derived) -> set[str]:
    return {*(spec.sum or ()), *(spec.difference or ()), *(spec.quotient or ()), *((spec.count,) if spec.count else ())}


def _each(
    entries: Mapping[str, EntryT], keys: Collection[str], change: Callable[[EntryT], EntryT]
) -> dict[str, EntryT]:
    return {key: change(entry) if key in keys else entry for key, entry in entries.items()}


QuantityT = TypeVar("QuantityT", bound=Quantity)


def _with_value(quantity: QuantityT, change: Change) -> QuantityT:
    return quantity.model_copy(update={"value": change(quantity)})


def _target(target: Target) -> Target:
    if target.text is not None:
        return target.model_copy(update={"text": f"{target.text}甲"})
    return _with_value(target, _grown)


def _project(key: str, project: Project, keys: Collection[str]) -> Project:
    update: dict[str, object] = {"name": f"{project.name or key}甲"} if key in keys else {}
    for label, field in AMOUNTS.items():
        amount = getattr(project, field)
        if f"{key}.{label}" in keys:
            update[field] = _with_value(amount, _grown)
    return project.model_copy(update=update)


def _grown(quantity: Quantity) -> Number | None:
    step = SCALES[quantity.scale] if quantity.scale else Decimal(1)
    match quantity.value:
        case None:
            return None
        case Decimal() as value:
            return value + step
        case Range(low=low, high=high):
            return Range(low + step, high + step)
        case Ratio(parts=parts):
            return Ratio((parts[0] + step, *parts[1:]))
        case Fraction() as fraction:
            return Fraction(fraction.numerator, fraction.denominator + 1)
        case other:
            assert_never(other)
