"""``status`` counts what is there, owed, to be confirmed and to be rewritten."""

from __future__ import annotations

import json

import pytest

from generator.building import document_of
from generator.formatters.status import format_status, status_json
from generator.rolling.status import status_of
from generator.rolling.writing import RollRequest, run_roll
from generator.workspace import Workspace
from generator.writers import txt
from tests.rolling.small import FILES
from tests.workspaces import MakeWorkspace

SHOWN = """\

部分  指标  待填  待核  目标  待填  项目  待核  待改  句
回顾     5     3     1     0     0     2     1     3   4
安排     1     0     0     3     3     1     0     1   1

部门      指标  待填  待核  目标  待填  项目  待核
未定部门     2     0     1     2     2     3     2
科技局       2     2     0     1     1     0     0
统计局       1     1     0     0     0     0     0

未定部门（待填 3，待核 2）
  待核 指标 展会届次（届）  drafts/2025/figures.yaml:22
  待填 目标 总值目标（%）  drafts/2025/targets.yaml:4
  待填 目标 企业目标（家）  drafts/2025/targets.yaml:11
  待核 项目 乙厂  drafts/2025/projects.yaml:3
  待填 项目清单 投产项目  drafts/2025/projects.yaml:9

科技局（待填 3）
  待填 指标 企业新增（家），目标 300家以上  drafts/2025/figures.yaml:12
  待填 指标 平台（个），目标 40个  drafts/2025/figures.yaml:31
  待填 目标 平台目标（个）  drafts/2025/targets.yaml:17

统计局（待填 1）
  待填 指标 总值增速（%），目标 5.5%左右  drafts/2025/figures.yaml:5

沿用上年、还没有改的（4 处）
  回顾 极不平凡。（连后面共 2 句）  drafts/2025/outline/1-review.yaml:7
  回顾 投产项目等项目投产。  drafts/2025/outline/1-review.yaml:10
  回顾 引进过门槛项目，推进在建项目建设。  drafts/2025/outline/1-review.yaml:17
  安排 引进过门槛项目，推进在建项目建设。  drafts/2025/outline/2-plan.yaml:10"""


@pytest.fixture
def small_2025(workspace_of: MakeWorkspace) -> Workspace:
    """The small report of 2024, rolled."""
    workspace = workspace_of(FILES)
    run_roll(workspace, RollRequest(2024))
    return workspace


def test_the_text_form(small_2025: Workspace) -> None:
    shown = format_status(status_of(small_2025, 2025)).splitlines()
    assert shown[0].split("；") == [
        "2025 年：指标 5 个，已有 1 个，待填 3 个，待核 1 个",
        "目标 3 个，已有 0 个，待填 3 个",
        "项目和清单待核 2 个",
        "沿用上年待改 4 处（5 句）。",
    ]
    assert "\n".join(shown[1:]) == SHOWN


def test_the_json_form(small_2025: Workspace) -> None:
    found = json.loads(status_json(status_of(small_2025, 2025)))
    assert list(found) == [
        "year",
        "settled",
        "figures",
        "targets",
        "projects",
        "prose",
        "parts",
        "departments",
        "carried",
    ]
    assert found["figures"] == {"total": 5, "filled": 1, "owed": 3, "pending": 1}
    assert found["settled"] is False
    [science] = [row for row in found["departments"] if row["department"] == "科技局"]
    assert science["items"][0] == {
        "key": "企业新增",
        "kind": "figure",
        "state": "owed",
        "name": "企业新增",
        "unit": "家",
        "aim": "300家以上",
        "source": "drafts/2025/figures.yaml:12",
    }


def test_a_finished_year_is_settled(workspace_of: MakeWorkspace) -> None:
    assert status_of(workspace_of(FILES), 2024).settled


def test_marks_are_counted_as_they_are_printed(rolled: Workspace) -> None:
    text = txt.write(document_of(rolled, 2025).document)
    status = status_of(rolled, 2025)
    assert status.whole.marks == text.count("【沿用上年，待改】")
    assert sum(tally.marks for _, tally in status.parts) == status.whole.marks


def test_departments_add_up(rolled: Workspace) -> None:
    status = status_of(rolled, 2025)
    assert sum(tally.figures.owed for _, tally in status.departments) == status.whole.figures.owed
    assert sum(tally.targets.total for _, tally in status.departments) == status.whole.targets.total
