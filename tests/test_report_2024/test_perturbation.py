"""Change one datum of the 2024 report, and exactly its own places change.

Every datum is told apart from every other one in few renders: keys are numbered, and for each binary digit of the
numbers the keys with a 1 there are changed together, then those with a 0.  Any two keys differ in some digit, so a key
whose change reached another's place would be seen in the render where only the first was changed.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

import pytest

from generator.document import Document, Facet, FigureRun, Kind, Run, paragraphs_of, text_of
from generator.loading.loader import Loaded
from generator.templating.preparing import Prepared
from generator.tracing import trace
from schemas.figure import Direction, Quantity
from schemas.number import Number
from schemas.project import ProjectList
from schemas.report import Report
from schemas.selecting import select
from schemas.term import ItemList
from tests.test_report_2024.perturbing import dependent, perturbable, perturbed, rendered_again, with_values

BUILT_IN = {"本年", "上年"}


@pytest.fixture(scope="module")
def report(loaded: Loaded) -> Report:
    return loaded.require()


@pytest.fixture(scope="module")
def printed(rendered: Document) -> set[str]:
    return {figure.key for figure in trace(rendered).figures}


def test_every_datum_in_the_text_is_perturbed_by_some_test_here(report: Report, printed: set[str]) -> None:
    tested = {*perturbable(report), *report.lists, *report.derived, *BUILT_IN}
    assert printed - tested == set()


def test_data_that_is_not_printed_is_printed_with_a_partner(report: Report, printed: set[str]) -> None:
    partners = {name for target in report.targets.values() for name in target.partners}
    assert set(perturbable(report)) - printed <= partners


def test_a_changed_datum_changes_its_own_places_and_no_others(
    report: Report, rendered: Document, loaded: Loaded, prepared: Prepared, printed: set[str]
) -> None:
    keys = sorted(perturbable(report))
    for digit in range(len(keys).bit_length()):
        for polarity in (0, 1):
            changed = {key for number, key in enumerate(keys) if number >> digit & 1 == polarity}
            changed = _with_joint_partners(report, changed, printed)
            again = rendered_again(perturbed(report, changed), loaded, prepared)
            assert _unexpected(rendered, again, dependent(report, changed)) == []


def test_the_year_changes_the_years_and_what_is_counted_from_them(
    report: Report, rendered: Document, loaded: Loaded, prepared: Prepared
) -> None:
    changed = report.model_copy(update={"report": report.report.model_copy(update={"year": 2025})})
    again = rendered_again(changed, loaded, prepared)
    counted = {key for key, spec in report.derived.items() if spec.years_since is not None}
    assert counted
    assert _unexpected(rendered, again, BUILT_IN | counted) == []
    text = "\n".join(text_of(runs) for runs in paragraphs_of(again))
    assert "一、2024年工作回顾" in text
    assert "新中国成立76周年" in text


def test_an_item_more_is_listed_and_counted_where_its_list_stands_and_nowhere_else(
    report: Report, rendered: Document, loaded: Loaded, prepared: Prepared
) -> None:
    for key, items in report.lists.items():
        longer = ItemList(items=(*items.items, "新添的一项"))
        again = rendered_again(report.model_copy(update={"lists": {**report.lists, key: longer}}), loaded, prepared)
        _check_longer(rendered, again, dependent(report, {key}), dependent(report, {key}) - {key})
        assert "新添的一项" in _text(again)


def test_a_project_more_is_listed_where_its_list_stands_and_nowhere_else(
    report: Report, rendered: Document, loaded: Loaded, prepared: Prepared
) -> None:
    for key, chosen in report.project_lists.items():
        old = select(chosen, report.projects)
        new = next(name for name in report.projects if name not in old)
        lists = {**report.project_lists, key: ProjectList(items=(*old, new))}
        again = rendered_again(report.model_copy(update={"project_lists": lists}), loaded, prepared)
        counts = dependent(report, {key}) - {key}
        _check_longer(rendered, again, {*old, new, *counts}, counts)
        assert _text(again).count(new) == _text(rendered).count(new) + 1


def _with_joint_partners(report: Report, changed: set[str], printed: set[str]) -> set[str]:
    """The keys, with a partner that shares one printed number (均达到75%以上) changed just when the other is."""
    joint = {name: key for key, target in report.targets.items() for name in target.partners if name not in printed}
    return {key for key in changed if key not in joint} | {name for name, key in joint.items() if key in changed}


def test_a_number_printed_once_for_two_is_printed_twice_when_they_part(
    report: Report, loaded: Loaded, prepared: Prepared, printed: set[str]
) -> None:
    partners = {name for target in report.targets.values() for name in target.partners if name not in printed}
    again = rendered_again(perturbed(report, partners), loaded, prepared)
    assert partners
    assert partners <= {figure.key for figure in trace(again).figures}


@pytest.mark.parametrize(("factor", "word", "comparison"), [(-1, "下降", "低于"), (0, "持平", "持平")])
def test_words_follow_the_sign(
    report: Report,
    rendered: Document,
    loaded: Loaded,
    prepared: Prepared,
    factor: int,
    word: str,
    comparison: str,
) -> None:
    """With every change and comparison turned round, or brought to nothing."""
    moving = {key: entry for key, entry in {**report.figures, **report.targets}.items() if _moves(entry)}
    assert {entry.direction for entry in moving.values()} == {Direction.GROW, None}
    again = rendered_again(with_values(report, moving, lambda quantity: _times(quantity, factor)), loaded, prepared)
    partners = {name for entry in moving.values() for name in entry.partners}
    for key, entry in moving.items():
        said = _value(again, key)
        assert key in partners or (word if entry.direction else comparison) in said, key
        assert "增长" not in said
        assert "高于" not in said
        assert "-" not in said
    assert _others(rendered, moving) == _others(again, moving)


def _moves(quantity: Quantity) -> bool:
    return quantity.value is not None and bool(quantity.direction or quantity.compared_to)


def _times(quantity: Quantity, factor: int) -> Number | None:
    return quantity.value * factor if isinstance(quantity.value, Decimal) else quantity.value


def _unexpected(before: Document, after: Document, affected: Collection[str]) -> list[tuple[Run, Run]]:
    """Runs that changed though they are not affected, and values that are affected and did not change."""
    pairs = zip(_runs(before), _runs(after), strict=True)
    return [(old, new) for old, new in pairs if not _as_expected(old, new, affected)]


def _as_expected(old: Run, new: Run, affected: Collection[str]) -> bool:
    if not isinstance(old, FigureRun) or old.key not in affected:
        return old == new
    same_place = isinstance(new, FigureRun) and (new.key, new.source) == (old.key, old.source)
    return same_place and (old.facet is Facet.WORD or old.text != new.text)


def _check_longer(before: Document, after: Document, masked: Collection[str], counts: Collection[str]) -> None:
    """Nothing differs but the runs of these keys and the signs between them; counts do differ."""
    assert _masked(before, masked) == _masked(after, masked)
    for key in counts:
        assert _value(before, key) != _value(after, key)


def _masked(document: Document, keys: Collection[str]) -> list[str]:
    paragraphs = []
    for runs in paragraphs_of(document):
        text = "".join("\0" if isinstance(run, FigureRun) and run.key in keys else run.text for run in runs)
        paragraphs.append(re.sub("“?\0”?(?:[、和]?“?\0”?)*", "\0", text))
    return paragraphs


def _value(document: Document, key: str) -> str:
    return "".join(run.text for run in _figure_runs(document) if run.key == key)


def _others(document: Document, keys: Collection[str]) -> list[str]:
    return [
        "".join(run.text for run in runs if not (isinstance(run, FigureRun) and run.key in keys))
        for runs in paragraphs_of(document)
    ]


def _runs(document: Document) -> list[Run]:
    return [run for runs in paragraphs_of(document) for run in runs]


def _figure_runs(document: Document) -> list[FigureRun]:
    return [run for run in _runs(document) if isinstance(run, FigureRun)]


def _text(document: Document) -> str:
    return "\n".join(text_of(runs) for runs in paragraphs_of(document))


def test_every_kind_of_datum_is_perturbed(report: Report) -> None:
    assert set(perturbable(report).values()) == {Kind.FIGURE, Kind.TARGET, Kind.PROJECT, Kind.TERM}
