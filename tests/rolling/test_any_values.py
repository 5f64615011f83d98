"""Whatever the values, the rolled draft says them with the right words."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.building import document_of
from generator.loading.loader import load
from generator.rolling.writing import RollRequest, run_roll
from generator.workspace import Workspace
from generator.writers import txt
from schemas.figure import Figure, Style, Target
from tests.rolling.conftest import workspace_of_2024
from tests.rolling.filling import fill

_WORDS = "增长|增加|提高|提升|上升|扩大|上涨|下降|减少|降低|收窄|压减|缩小|回落|高于|低于"
_NONSENSE = re.compile(
    rf"(?:{_WORDS})-|(?:{_WORDS})[^，。、；\d]{{0,4}}0(?:\.0+)?(?:%|个百分点|‰)|第0|第-|-\d|待填(?!：(?:制造业|建成启用))"
)
_RATES = ("0", "0.0", "-0", "-0.3", "-12.5", "0.04", "5", "7.25")
_AMOUNTS = ("0", "1", "12", "415", "10000", "3.5")


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, dict[Path, bytes]]:
    """2025 without values, and its files as they were."""
    workspace = workspace_of_2024(tmp_path_factory.mktemp("values"))
    run_roll(workspace, RollRequest(2024))
    return workspace, {path: path.read_bytes() for path in workspace.year_folder(2025).rglob("*.yaml")}


def value_for(number: Figure | Target, choose: random.Random) -> str:
    """Any value that the number may have."""
    if number.rank_in or number.style not in (None, Style.ARABIC):
        return str(choose.randint(1, 12))
    return choose.choice(_RATES if number.direction or number.compared_to else _AMOUNTS)


@given(st.randoms(use_true_random=False))
def test_no_value_makes_nonsense(empty: tuple[Workspace, dict[Path, bytes]], choose: random.Random) -> None:
    workspace, files = empty
    for path, data in files.items():
        path.write_bytes(data)
    report = load(workspace, 2025).require()
    values = {
        "figures": {key: value_for(figure, choose) for key, figure in report.figures.items()},
        "targets": {key: value_for(target, choose) for key, target in report.targets.items()},
    }
    fill(workspace, 2025, values)
    text = txt.write(document_of(workspace, 2025).document)
    assert [text[max(0, found.start() - 20) : found.end() + 10] for found in _NONSENSE.finditer(text)] == []
