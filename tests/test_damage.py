"""The 2024 report, damaged and honestly edited: a small seeded sample of what ``benchmarks`` measures in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.damage import Damage, Material
from benchmarks.damage_carriers import Carriers
from benchmarks.damage_classes import CLASSES, FIGURE_CLASSES, damages
from benchmarks.honest import honest_edits
from benchmarks.recall import measured
from benchmarks.tolerance import false_alarms
from generator.building import document_of
from generator.checking.base import Base, base_of_year
from generator.loading.plain import parse_plain
from generator.workspace import Workspace
from generator.writers.docx.layouts import reference_for

SEED = 2024
WORKSPACE = Workspace(Path(__file__).parent.parent)


@pytest.fixture(scope="module")
def base() -> Base:
    return base_of_year(WORKSPACE, 2024)


@pytest.fixture(scope="module")
def material(base: Base) -> Material:
    assert base.document is not None
    return Material.of(base.document)


@pytest.fixture(scope="module")
def carriers() -> Carriers:
    made = document_of(WORKSPACE, 2024)
    return Carriers(made.document, reference_for(made.report.report.layout, WORKSPACE.read_template, parse_plain))


@pytest.fixture(scope="module")
def sample(material: Material) -> list[Damage]:
    return list(damages(material, SEED, 1))


@pytest.mark.parametrize("carrier", ["text", "one_line", "runs", "tracked", "unwrapped"])
def test_damage_is_found_at_its_place(carriers: Carriers, sample: list[Damage], base: Base, carrier: str) -> None:
    tallies = measured(sample, carriers.all()[carrier], base, size=12)
    assert len(tallies) == len(CLASSES)
    missed = [
        f"{name}: {line}" for name, tally in tallies.items() for line in tally.missed if line.startswith("missed")
    ]
    assert missed == []
    assert {name for name in FIGURE_CLASSES if name in tallies and tallies[name].exact < tallies[name].total} == set()


def test_damage_is_found_with_the_record_alone(carriers: Carriers, sample: list[Damage], base: Base) -> None:
    tallies = measured(sample, carriers.runs, Base(base.document), size=12)
    assert [name for name, tally in tallies.items() if tally.found < tally.total] == []


def test_honest_edits_raise_nothing(material: Material, base: Base) -> None:
    alarms = [
        f"{name}: {diagnostic.code} {diagnostic.message}"
        for name, found, _ in false_alarms(honest_edits(material, SEED, 1), base)
        for diagnostic in found
    ]
    assert alarms == []
