"""The command line: exit codes, what goes to which stream, everything in Chinese, never a traceback."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import generator
from generator import cli
from generator.commands import progress
from tests.workspaces import SMALL, MakeWorkspace

ROOT = Path(generator.__file__).parents[1]
TEXT = "地区生产总值增长5.1%。"


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run of the command line did."""

    code: int | str | None
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``qicao`` in this process."""
    monkeypatch.delenv("QICAO_DEBUG", raising=False)

    def call(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["qicao", *map(str, arguments)])
        with pytest.raises(SystemExit) as leaving:
            cli.main()
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Ran(leaving.value.code, captured.out, captured.err)

    return call


@pytest.fixture
def here(small: MakeWorkspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The smallest report, as the current folder."""
    root = small({}).root
    monkeypatch.chdir(root)
    return root


def written(root: Path) -> set[str]:
    out = root / "drafts/2024/out"
    return {path.suffix.removeprefix(".") for path in out.glob("work-report-2024.*")}


def test_build_writes_word_and_text_and_says_where(run: Run, here: Path) -> None:
    ran = run("build", "2024")
    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[0] for line in ran.out.splitlines()] == ["已生成", "已生成"]
    assert (here / "drafts/2024/out/work-report-2024.txt").read_text(encoding="utf-8").strip() == TEXT
    again = run("build", "2024")
    assert [line.split()[0] for line in again.out.splitlines()] == ["没有变化", "没有变化"]


@pytest.mark.parametrize(
    ("arguments", "formats"),
    [
        (["--format", "txt"], {"txt"}),
        (["--format", "docx,txt"], {"docx", "txt"}),
        (["--format", "txt", "--format", "json"], {"txt", "json"}),
        (["--format", "txt", "json", "html"], {"txt", "json", "html"}),
        (["--format", "txt,txt", "txt"], {"txt"}),
    ],
)
def test_formats_can_be_named_in_every_way_people_try(
    run: Run, here: Path, arguments: list[str], formats: set[str]
) -> None:
    assert run("build", "2024", *arguments).code == 0
    assert written(here) == formats


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_workspace_may_be_named_before_or_after_the_command(run: Run, small: MakeWorkspace, place: str) -> None:
    option = ["--workspace", small({}).root]
    arguments = [*option, "validate", "2024"] if place == "before" else ["validate", "2024", *option]
    assert run(*arguments) == Ran(0, "没有发现问题。\n", "")


def test_out_says_where_to(run: Run, here: Path, tmp_path: Path) -> None:
    assert run("build", "2024", "--format", "txt", "--out", tmp_path / "别处").code == 0
    assert (tmp_path / "别处/work-report-2024.txt").is_file()
    assert written(here) == set()


def test_findings_give_exit_code_one(run: Run, here: Path) -> None:
    (here / "drafts/2024/figures.yaml").write_text("figures:\n  地区生产总值: {value: 五}\n", encoding="utf-8")
    told = run("validate", "2024")
    assert told.code == 1
    assert told.out.startswith("drafts/2024/figures.yaml:2:19: 错误 D104")
    assert told.err == ""
    for command in ("build", "trace"):
        refused = run(command, "2024")
        assert refused.code == 1
        assert refused.out == ""
        assert refused.err == told.out
    assert written(here) == set()


def test_untraced_numerals_give_exit_code_one(run: Run, here: Path) -> None:
    assert run("trace", "2024").code == 0
    (here / "drafts/2024/outline/2.yaml").write_text("part: 其他\nsections:\n  - text: 共3项。\n", encoding="utf-8")
    ran = run("trace", "2024", "--format", "json")
    assert ran.code == 1
    assert json.loads(ran.out)["numerals"]["untraced"] == [{"text": "3", "paragraph": 2, "start": 1, "end": 2}]


def test_final_refuses_what_is_owed_or_not_confirmed(run: Run, here: Path) -> None:
    data = "figures:\n  地区生产总值: {unit: '%', direction: 增长}\n  粮食: {value: 1, unit: 吨, status: 待核}\n"
    (here / "drafts/2024/figures.yaml").write_text(data, encoding="utf-8")
    sentence = "part: 其他\nsections:\n  - text: 粮食{粮食}。\n"
    (here / "drafts/2024/outline/2.yaml").write_text(sentence, encoding="utf-8")
    refused = run("build", "2024", "--final")
    assert refused.code == 1
    assert re.findall(r"^\S+ 错误 D40\d", refused.err, re.MULTILINE) == [
        "drafts/2024/figures.yaml:2:1: 错误 D401",
        "drafts/2024/figures.yaml:3:1: 错误 D402",
    ]
    assert written(here) == set()
    draft = run("build", "2024", "--format", "txt")
    assert (draft.code, draft.err) == (0, "还有 2 个数待填或待核，在 Word 中已标黄。\n")
    text = (here / "drafts/2024/out/work-report-2024.txt").read_text(encoding="utf-8")
    assert "增长【待填：地区生产总值（%）】" in text


def test_warnings_do_not_keep_a_report_from_being_built(run: Run, here: Path) -> None:
    (here / "drafts/2024/terms.yaml").write_text("terms:\n  某提法:\n", encoding="utf-8")
    assert run("validate", "2024").code == 1
    ran = run("build", "2024", "--format", "txt")
    assert (ran.code, ran.err) == (0, "另有 1 处警告，用 qicao validate 2024 查看。\n")


def test_an_edited_file_is_kept_unless_forced(run: Run, here: Path) -> None:
    run("build", "2024", "--format", "txt")
    path = here / "drafts/2024/out/work-report-2024.txt"
    path.write_text("改过", encoding="utf-8")
    refused = run("build", "2024")
    assert refused.code == 2
    assert "生成以后被人改过，没有覆盖" in refused.err
    assert path.read_text(encoding="utf-8") == "改过"
    assert written(here) == {"txt"}
    assert run("build", "2024", "--force").code == 0
    assert path.read_text(encoding="utf-8").strip() == TEXT


def test_validate_as_json(run: Run, here: Path) -> None:
    (here / "drafts/2024/figures.yaml").write_text("figures:\n  地区生产总值: {uint: 个}\n", encoding="utf-8")
    ran = run("validate", "2024", "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    assert json.loads(ran.out) == {
        "year": 2024,
        "diagnostics": [
            {
                "code": "D102",
                "rule": "unknown-field",
                "severity": "error",
                "message": "没有“uint”这一项",
                "file": "drafts/2024/figures.yaml",
                "line": 2,
                "column": 12,
                "end_column": 16,
                "text": "  地区生产总值: {uint: 个}",
                "hint": "是不是要写“unit”？",
            }
        ],
    }


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["biuld", "2024"], "没有“biuld”这个命令，是不是 build？"),
        (["build"], "缺少年份"),
        (["build", "今年"], "年份要写成数字，如 2024"),
        (["build", "2024", "--frmat", "docx"], "没有 --frmat 这个选项，是不是 --format"),
        (["build", "2024", "--format"], "--format 后面缺少内容"),
        (["build", "2024", "--final=3"], "--final 后面不写内容"),
        (["build", "2024", "--format", "doc"], "没有“doc”这种格式"),
        (["build", "2024", "txt"], "多写了“txt”"),
        (["build", "2023"], "现有年份：2024。"),
        (["build", "2024", "--workspace", "没有"], "没有 2024 年的数据"),
        (["validate", "2024", "多", "余"], "多写了“多 余”"),
        (["validate", "2024", "--format", "xml"], "--format 不能写“xml”"),
        (["--没有"], "没有 --没有 这个选项"),
        (["init"], "缺少文件夹"),
        ([], "用法: qicao"),
    ],
)
@pytest.mark.usefixtures("here")
def test_wrong_command_lines_are_explained_in_chinese(run: Run, arguments: list[str], told: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert not re.search(r"Error|Invalid|Missing|No such|Usage|Try|Got|\bvalid\b|requires|argument|does not", ran.err)


@pytest.mark.usefixtures("here")
def test_a_fault_of_the_program_is_told_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise ZeroDivisionError("nothing left")

    monkeypatch.setattr("generator.validation.load", fail)
    ran = run("validate", "2024")
    assert ran.code == 2
    assert ran.err.startswith("程序自己出错了（ZeroDivisionError: nothing left）")
    assert "QICAO_DEBUG=1" in ran.err
    monkeypatch.setattr(sys, "argv", ["qicao", "validate", "2024"])
    monkeypatch.setenv("QICAO_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        cli.main()


@pytest.mark.parametrize(
    ("raised", "code", "told"), [(KeyboardInterrupt(), 130, "已停止。\n"), (BrokenPipeError(), 0, "")]
)
@pytest.mark.usefixtures("here")
def test_stopping_is_no_fault(
    run: Run, monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int, told: str
) -> None:
    def fail(*arguments: object) -> None:
        raise raised

    monkeypatch.setattr("generator.validation.load", fail)
    monkeypatch.setattr(sys.stderr, "close", lambda: None)
    assert run("validate", "2024") == Ran(code, "", told)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["build", "--help"], ["--version"]])
def test_help_goes_to_the_output_and_is_chinese(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.err) == (0, "")
    if "--version" in arguments:
        assert ran.out == f"qicao {generator.__version__}\n"
    else:
        assert ran.out.startswith("用法: qicao")
        assert not re.search(r"Usage|Options|Commands|Show this|required|default", ran.out)


def test_a_progress_bar_is_for_terminals_only(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build", "2024", "--format", "txt").err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress.steps_shown(2) as step:
        step("读数据")
        step("生成 txt")
    assert "生成 txt" in capsys.readouterr().err


def complete(line: str, cursor: int, root: Path) -> list[str]:
    words = {"COMP_WORDS": line, "COMP_CWORD": str(cursor), "_QICAO_COMPLETE": "complete_bash"}
    return process(root, [], words).stdout.split()


def process(folder: Path, arguments: list[str], more: dict[str, str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_shell_completion_knows_commands_years_and_formats(here: Path, tmp_path: Path) -> None:
    (here / "drafts/2025").mkdir()
    assert complete("qicao va", 1, here) == ["validate"]
    assert complete("qicao build ", 2, here) == ["2024", "2025"]
    assert complete("qicao build 2025", 2, here) == ["2025"]
    assert complete(f"qicao --workspace {here} build ", 4, tmp_path) == ["2024", "2025"]
    assert complete("qicao build 2024 --format d", 4, here) == ["docx"]
    assert complete("qicao build ", 2, tmp_path) == []


def test_the_real_program_prints_chinese_also_where_the_terminal_is_set_to_ascii(here: Path) -> None:
    fine = process(here, ["validate", "2024"], {"PYTHONIOENCODING": "ascii"})
    assert (fine.returncode, fine.stdout, fine.stderr) == (0, "没有发现问题。\n", "")
    wrong = process(here, ["build", "1999"], {"PYTHONIOENCODING": "ascii"})
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "没有 1999 年的数据" in wrong.stderr


def test_the_real_program_tells_findings_on_the_error_stream_and_leaves_one(here: Path) -> None:
    (here / "drafts/2024/report.yaml").unlink()
    ran = process(here, ["build", "2024"], {})
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.splitlines()[0] == "drafts/2024/report.yaml: 错误 D111 没有这个文件"


def test_a_workspace_of_two_years_builds_each_from_the_same_templates(run: Run, here: Path) -> None:
    for name, text in SMALL.items():
        path = here / "drafts/2025" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("2024", "2025").replace("5.1", "6"), encoding="utf-8")
    assert run("build", "2025", "--format", "txt").code == 0
    text = (here / "drafts/2025/out/work-report-2025.txt").read_text(encoding="utf-8")
    assert text.strip() == "地区生产总值增长6%。"
