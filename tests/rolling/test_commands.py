"""``qicao roll`` and ``qicao status`` on the command line: what they print, and their exit codes."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cli
from generator.workspace import Workspace
from tests.rolling.small import FILES
from tests.workspaces import MakeWorkspace

Run = Callable[..., tuple[int | str | None, str, str]]


@pytest.fixture
def run(workspace_of: MakeWorkspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``qicao`` in the folder of the small report; gives exit code, output and messages."""
    monkeypatch.chdir(workspace_of(FILES).root)

    def call(*arguments: str) -> tuple[int | str | None, str, str]:
        monkeypatch.setattr(sys, "argv", ["qicao", *arguments])
        with pytest.raises(SystemExit) as leaving:
            cli.main()
        captured = capsys.readouterr()
        return leaving.value.code, captured.out, captured.err

    return call


def test_rolling_says_what_was_written_and_what_to_do_next(run: Run) -> None:
    code, out, err = run("roll", "2024")
    assert (code, err) == (0, "")
    assert re.sub(r"（\d+ 行）", "", out).splitlines() == [
        "已生成 drafts/2025/report.yaml",
        "已生成 drafts/2025/figures.yaml",
        "已生成 drafts/2025/targets.yaml",
        "已生成 drafts/2025/projects.yaml",
        "已生成 drafts/2025/outline/1-review.yaml",
        "已生成 drafts/2025/outline/2-plan.yaml",
        "新稿里用不到、没有带过去的（都还在 drafts/2024/ 里，要用时抄过来）：",
        "  项目 1 个：甲厂",
        "回顾的小标题照旧、没有标待改，请看一遍：经济稳中向好",
        "接着：qicao status 2025 看还欠什么，qicao build 2025 生成 Word（待填、待改的地方标黄）。",
    ]


def test_a_dry_run_says_so_and_leaves_no_folder(run: Run) -> None:
    code, out, _ = run("roll", "2024", "--dry-run", "--drop-narrative")
    assert code == 0
    assert out.startswith("要写 drafts/2025/report.yaml")
    assert out.endswith("以上都还没有写。去掉 --dry-run 就写。\n")
    assert Workspace(Path()).years() == [2024]


def test_a_dry_merge_shows_every_line_that_would_change(run: Run) -> None:
    run("roll", "2024")
    path = Path("drafts/2024/figures.yaml")
    path.write_text(path.read_text("utf-8").replace("value: 5.1", "value: 5.2"), "utf-8")
    code, out, _ = run("roll", "2024", "--merge", "--dry-run")
    assert code == 0
    assert "    -  # 上年 5.1%；年初目标 5.5%左右\n    +  # 上年 5.2%；年初目标 5.5%左右\n" in out


def test_a_year_that_is_there_is_refused(run: Run) -> None:
    run("roll", "2024")
    code, out, err = run("roll", "2024")
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        "错误 Q001 2025 年的文件夹已经有了：drafts/2025，没有动",
        "    → 要把新有的补进去、改过的都不动，加 --merge；只想看看，再加 --dry-run",
    ]


def test_a_file_in_the_place_of_the_folder_is_left_alone(run: Run) -> None:
    Path("drafts/2025").write_text("别人的文件", "utf-8")
    code, _, err = run("roll", "2024")
    assert code == 2
    assert "建不了文件夹" in err
    assert sorted(path.name for path in Path("drafts").iterdir()) == ["2024", "2025"]


def test_a_year_that_is_not_there_is_told(run: Run) -> None:
    code, _, err = run("roll", "2023")
    assert code == 2
    assert "没有 2023 年的数据" in err


def test_status_is_1_while_anything_is_owed(run: Run) -> None:
    run("roll", "2024")
    code, out, _ = run("status", "2025", "--format", "json")
    assert code == 1
    assert json.loads(out)["figures"]["owed"] == 3
    assert run("status", "2024")[0] == 0
