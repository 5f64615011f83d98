"""Which figure reports on which target, under which name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.attainment.naming import result_name
from generator.rolling.last_year import LastYear
from schemas.names import BUILT_IN


@dataclass(frozen=True, slots=True)
class Results:
    """``figure_of``: target key to the key of its result; ``aims``: figure key to the targets that it answers to."""

    figure_of: Mapping[str, str]
    aims: Mapping[str, str]
    new: Mapping[str, str]
    """Key of a figure that last year did not have, to the target that it comes from."""


def results_of(last: LastYear) -> Results:
    """A figure for every target of last year: the one that the target names, or one named after it."""
    report = last.report
    taken = {*BUILT_IN, *report.derived, *report.projects, *report.project_lists, *report.terms, *report.lists}
    taken.update(report.targets)
    figure_of: dict[str, str] = {}
    aims: dict[str, str] = {}
    new: dict[str, str] = {}
    for key, target in report.targets.items():
        figure = target.figure if target.figure and target.figure not in taken else _named_after(key, taken)
        figure_of[key] = figure
        aim = last.printed(key)
        if aim:
            aims.setdefault(figure, aim)
        if figure not in report.figures:
            new.setdefault(figure, key)
    return Results(figure_of, aims, new)


def _named_after(target: str, taken: set[str]) -> str:
    name = result_name(target)
    while name in taken:
        name += "完成"
    return name
