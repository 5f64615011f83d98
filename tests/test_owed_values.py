"""Values that are missing or to be confirmed: marked in a draft, refused in a final report."""

from __future__ import annotations

import pytest

from generator.building import BuildRequest, run_build
from generator.diagnostics import QicaoError
from generator.document import Role
from generator.rendering import owed_runs
from generator.writers import txt
from tests.rendering import FIGURES, document_of, files_of
from tests.workspaces import YEAR, MakeWorkspace

OWED = "part: 回顾\nsections: [{text: '投资{欠数}，新增{待核数}，再说一遍{欠数|达到}，增长{增速|数值}。'}]\n"


def test_an_owed_value_and_an_unconfirmed_one_are_marked_in_the_text(workspace_of: MakeWorkspace) -> None:
    document = document_of(workspace_of, files_of(OWED))
    assert txt.write(document) == (
        "投资【待填：某项指标（亿元）】，新增3家，再说一遍达到【待填：某项指标（亿元）】，增长5.1%。\n"
    )
    assert list(owed_runs(document)) == [
        ("欠数", "【待填：某项指标（亿元）】", "drafts/2024/figures.yaml:3", Role.PLACEHOLDER),
        ("待核数", "3家", "drafts/2024/figures.yaml:4", Role.PENDING),
    ]


def test_a_draft_is_built_with_owed_values_and_says_which(workspace_of: MakeWorkspace) -> None:
    result = run_build(workspace_of(files_of(OWED)), BuildRequest(YEAR, ("txt", "json")))
    assert [path.name for path in result.written] == ["work-report-2024.txt", "work-report-2024.json"]
    assert result.owed == (("欠数", "【待填：某项指标（亿元）】"), ("待核数", "3家"))


def test_a_final_report_is_refused_while_values_are_owed_and_nothing_is_written(workspace_of: MakeWorkspace) -> None:
    workspace = workspace_of(files_of(OWED))
    with pytest.raises(QicaoError) as caught:
        run_build(workspace, BuildRequest(YEAR, ("txt",), final=True))
    assert caught.value.exit_code == 1
    assert [(d.code, d.position.source) for d in caught.value.diagnostics] == [
        ("D401", "drafts/2024/figures.yaml:3"),
        ("D402", "drafts/2024/figures.yaml:4"),
    ]
    assert not (workspace.year_folder(YEAR) / "out").exists()


def test_a_final_report_is_built_when_nothing_is_owed(workspace_of: MakeWorkspace) -> None:
    figures = FIGURES.replace("unit: 亿元", "unit: 亿元, value: 7").replace("待核}", "确认}")
    result = run_build(workspace_of(files_of(OWED, figures=figures)), BuildRequest(YEAR, ("txt",), final=True))
    assert result.owed == ()
    assert result.written[0].read_text(encoding="utf-8") == "投资7亿元，新增3家，再说一遍达到7亿元，增长5.1%。\n"


def test_what_is_computed_from_an_owed_value_is_owed_too(workspace_of: MakeWorkspace) -> None:
    derived = "derived:\n  合计: {sum: [欠数, 待核数], unit: 亿元}\n"
    files = files_of("part: 回顾\nsections: [{text: '{合计}。{增速}{欠数}{待核数}'}]\n", figures=FIGURES + derived)
    document = document_of(workspace_of, files)
    first = next(owed_runs(document))
    assert first == ("合计", "【待填：合计（亿元）】", "drafts/2024/figures.yaml:6", Role.PLACEHOLDER)
