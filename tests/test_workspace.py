"""The workspace: which years there are, whose templates win, and that nothing outside is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import CannotRunError
from generator.workspace import PACKAGED_TEMPLATES, Workspace, decode, write_atomically
from tests.workspaces import MakeWorkspace


def test_years_are_folders_with_the_name_of_a_year(tmp_path: Path) -> None:
    for name in ("2025", "2024", "旧", "24", "20244", "0999"):
        (tmp_path / "drafts" / name).mkdir(parents=True)
    (tmp_path / "drafts" / "2023").write_text("", encoding="utf-8")
    assert Workspace(tmp_path).years() == [2024, 2025]
    assert Workspace(tmp_path / "没有").years() == []


def test_an_unknown_year_lists_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "drafts" / "2024").mkdir(parents=True)
    with pytest.raises(CannotRunError) as caught:
        Workspace(tmp_path).year_folder(2030)
    assert "2030" in caught.value.diagnostics[0].message
    assert "2024" in caught.value.diagnostics[0].hint


def test_the_workspaces_templates_win_and_the_packaged_ones_fill_the_gaps(small: MakeWorkspace) -> None:
    workspace = small({"templates/report.jinja": "自己的", "templates/phrases/自己.jinja": ""})
    assert workspace.read_template("report.jinja") == "自己的".encode()
    assert workspace.read_template("sections.jinja") == (PACKAGED_TEMPLATES / "sections.jinja").read_bytes()
    assert workspace.read_template("没有.jinja") is None
    names = workspace.template_names("phrases", ".jinja")
    assert "phrases/自己.jinja" in names
    assert "phrases/amount.jinja" in names
    assert names == sorted(set(names))


@pytest.mark.parametrize("name", ["../../outside", "/etc/hostname", "phrases/../../../outside"])
def test_templates_outside_the_folder_are_not_read(small: MakeWorkspace, name: str) -> None:
    workspace = small({"templates/phrases/a.jinja": ""})
    (workspace.root.parent / "outside").write_text("x", encoding="utf-8")
    try:
        found = workspace.read_template(name)
    except CannotRunError:
        return
    assert found is None


def test_data_outside_the_workspace_are_not_read(small: MakeWorkspace, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x", encoding="utf-8")
    with pytest.raises(CannotRunError, match="在工作文件夹之外"):
        small({}).read(tmp_path / "a.yaml")


def test_a_workspace_may_itself_be_reached_through_a_link(small: MakeWorkspace, tmp_path: Path) -> None:
    root = small({}).root
    try:
        (tmp_path / "link").symlink_to(root, target_is_directory=True)
    except OSError:
        pytest.skip("this system does not let tests make links")
    linked = Workspace(tmp_path / "link")
    assert linked.read(linked.root / "drafts/2024/report.yaml").startswith("year: 2024")


def test_names_in_messages_are_relative_with_forward_slashes(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    assert workspace.name_of(tmp_path / "drafts" / "2024" / "a.yaml") == "drafts/2024/a.yaml"
    assert workspace.name_of(Path("elsewhere") / "a.yaml") == "elsewhere/a.yaml"


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"a\r\nb\rc\n", "a\nb\nc\n"), ("\ufeff甲".encode(), "甲"), (b"", "")],
)
def test_text_is_utf8_with_plain_line_ends(data: bytes, text: str) -> None:
    assert decode(data, "x") == text


def test_text_that_is_not_utf8_names_the_line() -> None:
    with pytest.raises(CannotRunError, match="第 3 行不是 UTF-8"):
        decode("a\nb\n市".encode("gbk"), "x")


def test_a_new_file_can_be_read_by_others(tmp_path: Path) -> None:
    write_atomically(tmp_path / "新" / "a.txt", b"x")
    path = tmp_path / "新" / "a.txt"
    assert path.read_bytes() == b"x"
    assert path.stat().st_mode & 0o444 == 0o444
    assert list(path.parent.iterdir()) == [path]
