"""Every command that writes says with ``--dry-run`` what it would write, and touches nothing."""

from __future__ import annotations

import inspect
import shutil
import sys
from pathlib import Path

import pytest

from generator import cli
from generator.building import BuildRequest, run_build
from generator.forms.issuing import FormsRequest, issue
from generator.workspace import Workspace
from tests.documents import ROOT
from tests.forms.years import answer

ONLY_READ = {"trace", "validate", "rules", "status"}
PUBLISHED = "一、2023年工作回顾\n地区生产总值增长5.1%。\n二、2024年工作安排\n地区生产总值增长5%左右。\n"
WAIVING = ["2024", "稿件.txt", "--rule", "T101", "--reason", "甲", "--who", "乙"]
CHECKING = ["稿件.txt", "--year", "2024", "--baseline", "--fix", "改.txt", "--output", "结果.txt"]
IMPORTING = ["报告.txt", "--place", "某县", "--year", "2024", "--out", "某县"]
RUNS = {
    "build": (["2024"], "会生成 drafts/2024/out/work-report-2024.docx"),
    "targets": (["2024", "--format", "svg"], "会生成 drafts/2024/out/targets-2024.svg"),
    "schema": ([], "会生成 schemas/figures.schema.json"),
    "init": (["某县", "--place", "某县", "--year", "2025"], "会生成 某县/drafts/2025/figures.yaml"),
    "waive": (WAIVING, "会记入 drafts/2024/waivers.yaml"),
    "check": (CHECKING, "处问题记入 drafts/2024/waivers.yaml"),
    "roll": (["2024"], "要写 drafts/2025/figures.yaml"),
    "forms": (["2024"], "将生成 drafts/2024/forms/2024-统计局.xlsx"),
    "fill": (["2024", "表.xlsx"], "地区生产总值增速 5.1% → 5.2%"),
    "import": (IMPORTING, "会生成 某县/drafts/2024/report.yaml"),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """2024, a draft of it with one wrong number, a form that came back, and a published report."""
    shutil.copytree(ROOT / "drafts" / "2024", tmp_path / "drafts" / "2024", ignore=shutil.ignore_patterns("out"))
    workspace = Workspace(tmp_path)
    run_build(workspace, BuildRequest(2024, ("txt",), tmp_path / "made"))
    text = (tmp_path / "made" / "work-report-2024.txt").read_text("utf-8")
    (tmp_path / "稿件.txt").write_text(text.replace("减少税费127.4亿元", "减少税费172.4亿元"), "utf-8")
    [form] = issue(workspace, FormsRequest(2024, tmp_path / "issued", ("统计局",)))
    answer(form.path, {"G5": 5.2, "H5": "确认", "I5": "张三"}, tmp_path / "表.xlsx")
    (tmp_path / "报告.txt").write_text(PUBLISHED, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files_of(folder: Path) -> dict[str, bytes]:
    """Everything in a folder; folders count as empty files."""
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else b"" for p in folder.rglob("*")}


def test_every_command_either_only_reads_or_has_a_dry_run() -> None:
    named = {command.__name__.rstrip("_"): inspect.signature(command).parameters for command in cli.COMMANDS}
    assert {name for name, parameters in named.items() if "dry_run" in parameters} == set(RUNS)
    assert set(named) - set(RUNS) == ONLY_READ


@pytest.mark.parametrize("name", RUNS)
def test_a_dry_run_says_what_it_would_do_and_touches_nothing(
    name: str, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, says = RUNS[name]
    before = files_of(here)
    monkeypatch.setattr(sys, "argv", ["qicao", name, *arguments, "--dry-run"])
    with pytest.raises(SystemExit):
        cli.main()
    told = capsys.readouterr()
    assert says in told.out + told.err
    assert files_of(here) == before
    monkeypatch.setattr(sys, "argv", ["qicao", name, *arguments])
    with pytest.raises(SystemExit):
        cli.main()
    assert files_of(here) != before  # without --dry-run the same command does write
