"""``roll --merge``: what is new in last year's data comes in, and no edit is lost."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import QicaoError
from generator.formatters.roll import format_roll
from generator.loading.loader import load
from generator.rolling.merging import Merged, merged
from generator.rolling.writing import RECORD_NAME, RollRequest, RollResult, run_roll
from generator.validation import validate
from generator.workspace import Workspace

NEW_TARGET = """
  虚构新目标:
    value: 12
    unit: 个
    hedge: 以上
    department: 统计局
    figure: 虚构新指标
"""


def change(path: Path, old: str, new: str) -> None:
    """Replace words that stand once in a file."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def files_of(folder: Path) -> dict[str, bytes]:
    """Everything in a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit_2025(workspace: Workspace) -> None:
    """What people do in the meantime: a value, a new status, a deleted entry, a rewritten sentence."""
    folder = workspace.year_folder(2025)
    change(
        folder / "figures.yaml", "  地区生产总值增速:\n    value:", "  地区生产总值增速:\n    value: 4.9  # 初步核算"
    )
    opening = "{待改}过去的一年，极不寻常，极不容易，极不平凡。"
    change(folder / "outline" / "2-review.yaml", opening, "过去的一年，我们稳步前行。")


def add_target_to_2024(workspace: Workspace) -> None:
    """A target that was forgotten, with its sentence."""
    folder = workspace.year_folder(2024)
    with (folder / "targets.yaml").open("a", encoding="utf-8") as file:
        file.write(NEW_TARGET)
    line = "              实施{实施的水利工程}工程"
    change(folder / "outline" / "3-plan.yaml", line, f"              新设{{虚构新目标}}站点。\n{line}")


def merge(workspace: Workspace, *, dry_run: bool = False) -> RollResult:
    """Roll 2024 into the 2025 that is there."""
    return run_roll(workspace, RollRequest(2024, merge=True, dry_run=dry_run))


def test_a_folder_that_is_there_is_refused_and_untouched(fresh: Workspace) -> None:
    run_roll(fresh, RollRequest(2024))
    before = files_of(fresh.year_folder(2025))
    with pytest.raises(QicaoError, match="没有动"):
        run_roll(fresh, RollRequest(2024))
    assert files_of(fresh.year_folder(2025)) == before


def test_a_dry_run_writes_nothing(fresh: Workspace) -> None:
    result = run_roll(fresh, RollRequest(2024, dry_run=True))
    assert "figures.yaml" in result.made
    assert fresh.years() == [2024]


def test_merging_without_news_changes_nothing(fresh: Workspace) -> None:
    run_roll(fresh, RollRequest(2024))
    edit_2025(fresh)
    before = files_of(fresh.year_folder(2025))
    result = merge(fresh)
    assert (result.made, result.changed) == ({}, {})
    assert files_of(fresh.year_folder(2025)) == before


def test_what_is_new_comes_in_and_every_edit_stays(fresh: Workspace) -> None:
    run_roll(fresh, RollRequest(2024))
    edit_2025(fresh)
    add_target_to_2024(fresh)
    preview = merge(fresh, dry_run=True)
    assert set(preview.changed) == {"figures.yaml", "targets.yaml", "outline/2-review.yaml", "outline/3-plan.yaml"}
    merge(fresh)
    report = load(fresh, 2025).require()
    assert validate(fresh, 2025) == ()
    assert report.figures["虚构新指标"].aim == "12个以上"
    assert report.targets["虚构新目标"].value is None
    assert str(report.figures["地区生产总值增速"].value) == "4.9"
    text = (fresh.year_folder(2025) / "figures.yaml").read_text("utf-8")
    assert "value: 4.9  # 初步核算" in text
    review = (fresh.year_folder(2025) / "outline" / "2-review.yaml").read_text("utf-8")
    assert "      过去的一年，我们稳步前行。\n" in review
    assert "新设{虚构新指标}站点。" in review


def test_dropping_the_narrative_afterwards_is_told_as_what_it_is(fresh: Workspace) -> None:
    run_roll(fresh, RollRequest(2024))
    result = run_roll(fresh, RollRequest(2024, merge=True, drop_narrative=True))
    assert result.changed == {}
    assert "--drop-narrative 没有用上" in format_roll(result, dry_run=False)
    assert "没有用上" not in format_roll(merge(fresh), dry_run=False)


def test_what_was_deleted_does_not_come_back(fresh: Workspace) -> None:
    run_roll(fresh, RollRequest(2024))
    path = fresh.year_folder(2025) / "outline" / "2-review.yaml"
    change(path, "      建设输变电工程{输变电工程建设}，新建输电线路{输电线路新建}。\n", "")
    add_target_to_2024(fresh)
    merge(fresh)
    assert "输变电工程建设" not in path.read_text("utf-8")


def test_a_file_that_is_new_comes_in(fresh: Workspace) -> None:
    run_roll(fresh, RollRequest(2024))
    source = fresh.year_folder(2024) / "outline"
    shutil.copy(source / "1-opening.yaml", source / "5-closing.yaml")
    change(source / "5-closing.yaml", "part: 开篇", "part: 结尾")
    result = merge(fresh)
    assert list(result.made) == ["outline/5-closing.yaml"]
    assert (fresh.year_folder(2025) / "outline" / "5-closing.yaml").is_file()


def test_without_the_record_missing_entries_come_in_and_prose_is_left_alone(fresh: Workspace) -> None:
    run_roll(fresh, RollRequest(2024))
    edit_2025(fresh)
    add_target_to_2024(fresh)
    (fresh.year_folder(2025) / RECORD_NAME).unlink()
    result = merge(fresh)
    assert set(result.changed) == {"figures.yaml", "targets.yaml"}
    assert str(load(fresh, 2025).require().figures["地区生产总值增速"].value) == "4.9"


def test_renamed_and_moved_entries_and_sentences_stay_as_people_put_them(fresh: Workspace) -> None:
    run_roll(fresh, RollRequest(2024))
    folder = fresh.year_folder(2025)
    for path in folder.rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub("(?<![一-鿿])地区生产总值增速(?![一-鿿])", "生产总值增速", text), "utf-8")
    figures = folder / "figures.yaml"
    entries = re.split(r"(?m)(?=^  # 上年 )", figures.read_text("utf-8"))
    entries.insert(60, entries.pop(9))
    figures.write_text("".join(entries), "utf-8")
    review = folder / "outline" / "2-review.yaml"
    own = "              自己加的一句。\n"
    sentence = "              建设输变电工程{输变电工程目标}，新建输电线路{输电线路目标}。\n"
    change(folder / "outline" / "3-plan.yaml", sentence, sentence + own)
    edited = review.read_text("utf-8")
    add_target_to_2024(fresh)
    merge(fresh)
    report = load(fresh, 2025).require()
    assert {"生产总值增速", "虚构新指标"} <= set(report.figures)
    assert "地区生产总值增速" not in report.figures
    for entry in entries[:-1]:  # the new figure stands in the last one
        assert figures.read_text("utf-8").count(entry.rstrip()) == 1, entry
    assert own in (folder / "outline" / "3-plan.yaml").read_text("utf-8")
    assert [line for line in edited.splitlines() if line not in review.read_text("utf-8").splitlines()] == []


def test_news_at_an_edited_place_is_told(fresh: Workspace) -> None:
    run_roll(fresh, RollRequest(2024))
    review = fresh.year_folder(2025) / "outline" / "2-review.yaml"
    sentence = "      建设输变电工程{输变电工程建设}，新建输电线路{输电线路新建}。\n"
    change(review, sentence, "      建成输变电工程{输变电工程建设}、输电线路{输电线路新建}。\n")
    plan = fresh.year_folder(2024) / "outline" / "3-plan.yaml"
    change(plan, "建设输变电工程{输变电工程目标}，", "再建输变电工程{输变电工程目标}，")
    result = merge(fresh)
    [[news]] = result.not_placed["outline/2-review.yaml"]
    assert news.strip() == "再建输变电工程{输变电工程建设}，新建输电线路{输电线路新建}。"
    assert "再建输变电" not in review.read_text("utf-8")
    assert f"没有补：{review}" in format_roll(result, dry_run=False)


def test_a_merge_that_was_cut_off_before_its_record_is_not_done_twice(fresh: Workspace) -> None:
    run_roll(fresh, RollRequest(2024))
    record = fresh.year_folder(2025) / RECORD_NAME
    before = record.read_bytes()
    add_target_to_2024(fresh)
    merge(fresh)
    record.write_bytes(before)
    merged_once = files_of(fresh.year_folder(2025))
    assert merge(fresh).changed == {}
    assert {n: d for n, d in files_of(fresh.year_folder(2025)).items() if n != RECORD_NAME} == {
        n: d for n, d in merged_once.items() if n != RECORD_NAME
    }


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_windows_line_ends_go_on(fresh: Workspace, mark: bytes) -> None:
    for path in fresh.year_folder(2024).rglob("*.yaml"):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", b"\r\n"))
    run_roll(fresh, RollRequest(2024))
    edit_2025(fresh)  # Python writes \n here, as some editors do
    for path in fresh.year_folder(2025).rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    add_target_to_2024(fresh)
    merge(fresh)
    for path in fresh.year_folder(2025).rglob("*.yaml"):
        data = path.read_bytes()
        assert data.startswith(mark)
        assert data.count(b"\n") == data.count(b"\r\n") > 0
    assert "虚构新指标" in load(fresh, 2025).require().figures


LINES = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=8).map("\n".join)


@given(LINES, LINES)
def test_without_edits_the_new_text_is_the_result(base: str, new: str) -> None:
    assert merged(base, base, new, by_entry=False) == Merged(new)


@given(LINES, LINES)
def test_without_news_the_edited_text_is_the_result(base: str, current: str) -> None:
    assert merged(base, current, base, by_entry=False) == Merged(current)


@given(LINES, LINES, LINES)
def test_lines_that_people_added_are_never_lost(base: str, current: str, new: str) -> None:
    result = merged(base, current, new, by_entry=False).text.split("\n")
    for line in set(current.split("\n")) - set(base.split("\n")):
        assert result.count(line) >= current.split("\n").count(line)
