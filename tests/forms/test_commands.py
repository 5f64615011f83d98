"""The commands: what they print, and how they end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from tests.forms.years import FIGURES, answer, two_years

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``qicao`` in the workspace of two years: exit code, what it printed, what it complained of."""
    monkeypatch.chdir(two_years(tmp_path).root)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["qicao", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return int(left.value.code or 0), printed.out, printed.err

    return run


def test_forms_go_out_and_come_back(run: Run) -> None:
    code, out, _ = run("forms", "2025", "--out", "表", "--department", "统计局")
    assert (code, out.splitlines()[0]) == (0, "已生成 表/2025-统计局.xlsx（3 个指标，3 个还没有数）")
    answer(Path("表/2025-统计局.xlsx"), {"G5": 5.3, "H5": "确认", "I5": "张三"})
    line = "地区生产总值增速 （空） → 5.3%（确认；统计局 张三，2025-统计局.xlsx 数据填报!G5）"
    assert run("fill", "2025", "表", "--dry-run") == (
        0,
        f"drafts/2025/figures.yaml:5: {line}\n试读，没有写：1 个数，2 个还空着。\n",
        "",
    )
    assert run("fill", "2025", "表")[1].splitlines()[-1] == "已填：1 个数，2 个还空着。"


def test_what_is_wrong_is_told_by_cell_and_ends_with_one(run: Run) -> None:
    run("forms", "2025", "--out", "表", "--department", "统计局")
    answer(Path("表/2025-统计局.xlsx"), {"G5": "约5.3", "I5": "张三", "G6": 90, "H6": "确认"})
    code, out, err = run("fill", "2025", "表", "--strict")
    assert (code, out.splitlines()[-1]) == (1, "有问题，按 --strict 一个也没有填：1 个数，1 个还空着。")
    assert err.splitlines()[0] == (
        "表/2025-统计局.xlsx[数据填报!G5]: 错误 E106 “地区生产总值增速”：“约5.3”里有“约”，不是一个准数"
    )
    assert Path("drafts/2025/figures.yaml").read_text(encoding="utf-8") == FIGURES


def test_a_file_that_is_not_there_is_told(run: Run) -> None:
    code, _, err = run("fill", "2025", "没有.xlsx")
    assert (code, err.splitlines()[0]) == (1, "没有.xlsx: 错误 E101 找不到这个文件")


@pytest.mark.parametrize("suffix", ["txt", "xlsx", "docx", "svg", "html"])
def test_the_table_of_targets_is_written_in_the_format_of_its_name(suffix: str, run: Run) -> None:
    assert run("targets", "2025", "--out", f"表.{suffix}") == (0, f"已生成 表.{suffix}\n", "")
    assert run("targets", "2025", "--out", f"表.{suffix}") == (0, f"没有变化 表.{suffix}\n", "")
    Path(f"表.{suffix}").write_bytes(b"edited")
    assert run("targets", "2025", "--out", f"表.{suffix}")[0] == 2
    assert run("targets", "2025", "--out", f"表.{suffix}", "--force")[0] == 0


def test_the_table_of_targets_is_shown_on_the_screen(run: Run) -> None:
    code, out, _ = run("targets", "2025")
    assert (code, out.splitlines()[0]) == (0, "某市2024年主要目标完成情况")


def test_a_name_without_a_format_is_refused(run: Run) -> None:
    assert run("targets", "2025", "--out", "表.pdf")[0] == 2
