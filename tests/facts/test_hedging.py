"""Hedges in the data that what is printed turns into an untruth."""

from __future__ import annotations

import pytest

from generator.building import document_of
from generator.diagnostics import QicaoError
from generator.validation import validate
from tests.workspaces import MakeWorkspace

CASES = [
    ("value: 88300, scale: 万, precision: 0, hedge: 超", ["D212"]),
    ("value: 88300, scale: 万, precision: 0, hedge: 近", []),
    ("value: 88300, scale: 万, precision: 0, hedge: 约", []),
    ("value: 88300, scale: 万, precision: 0, hedge: 超, rounding: 截断", []),
    ("value: 88300, scale: 万, precision: 0, hedge: 近, rounding: 截断", ["D212"]),
    ("value: 88300, scale: 万, precision: 1, hedge: 突破", []),
    ("value: 88300, scale: 万, precision: 0, hedge: 以内", []),
    ("value: 88300, scale: 万, precision: 0, hedge: 余", ["D212"]),
    ("value: 88300, scale: 万, hedge: 近", []),
    ("value: 88300, hedge: 超过", []),
    ("value: '8~9', hedge: 超过", []),
]


@pytest.mark.parametrize(("number", "codes"), CASES)
def test_a_hedge_must_follow_from_the_raw_value(workspace_of: MakeWorkspace, number: str, codes: list[str]) -> None:
    files = {
        "report.yaml": "year: 2024\nplace: 某市\n",
        "figures.yaml": f"figures:\n  户数: {{{number}, unit: 户}}\n",
        "outline/1.yaml": "part: 回顾\nsections:\n  - text: 改造{户数}。\n",
    }
    workspace = workspace_of(files)
    found = validate(workspace, 2024)
    assert [d.code for d in found] == codes
    if codes:
        assert found[0].source_line[found[0].position.column - 1 :].startswith(number.split("hedge: ")[1])
        with pytest.raises(QicaoError):
            document_of(workspace, 2024)
