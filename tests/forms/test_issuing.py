"""Forms that go out: what stands in them, what can be typed into, and that none is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.diagnostics import CannotRunError, QicaoError
from generator.forms.columns import FIRST_ROW, HEAD_ROW, KEY, META_SHEET, NOTE, VALUE
from generator.forms.issuing import FormsRequest, issue
from tests.forms.years import issued, sheet_of, two_years


def test_a_form_shows_what_is_asked_with_last_year_and_target(tmp_path: Path) -> None:
    sheet = sheet_of(issued(two_years(tmp_path), tmp_path / "out")["统计局"])
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD_ROW)]
    assert rows == [
        ["键", "指标", "口径", "单位", "上年数", "年初目标", "今年数", "状态（确认/预计）", "填报人", "备注"],
        ["地区生产总值增速", "地区生产总值增速", None, "%", "5.1%", "5.5%左右", None, None, None, None],
        ["粮食产量", "粮食产量", None, "亿斤", "80亿斤", "88亿斤以上", None, None, None, None],
        ["全省位次", "全省位次", None, "位", None, None, None, None, None, None],
    ]


def test_each_department_has_a_workbook_and_nobodys_figures_come_last(tmp_path: Path) -> None:
    forms = issued(two_years(tmp_path), tmp_path / "out")
    assert list(forms) == ["统计局", "财政局", "商务局", "未定部门"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(f"2025-{name}.xlsx" for name in forms)


def test_fixed_numbers_are_not_asked_for(tmp_path: Path) -> None:
    sheet = sheet_of(issued(two_years(tmp_path), tmp_path / "out")["商务局"])
    assert [sheet.cell(row, KEY).value for row in range(FIRST_ROW, sheet.max_row + 1)] == ["外贸"]


def test_what_is_known_already_is_filled_in(tmp_path: Path) -> None:
    sheet = sheet_of(issued(two_years(tmp_path), tmp_path / "out")["财政局"])
    assert (sheet.cell(FIRST_ROW, VALUE).value, sheet.cell(FIRST_ROW, VALUE + 1).value) == (620.5, "预计")


def test_only_the_answer_cells_can_be_typed_into(tmp_path: Path) -> None:
    sheet = sheet_of(issued(two_years(tmp_path), tmp_path / "out")["统计局"])
    unlocked = {cell.column for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert unlocked == set(range(VALUE, NOTE + 1))
    assert sheet.column_dimensions["A"].hidden
    assert sheet.freeze_panes == f"C{FIRST_ROW}"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")


def test_numbers_units_and_states_are_validated(tmp_path: Path) -> None:
    sheet = sheet_of(issued(two_years(tmp_path), tmp_path / "out")["统计局"])
    found = {
        (one.type, one.formula1 if one.type == "list" else "", str(one.sqref))
        for one in sheet.data_validations.dataValidation
    }
    assert found == {
        ("decimal", "", "G5 G6 G7"),
        ("list", '"确认,预计"', "H5 H6 H7"),
        ("list", '"%"', "D5"),
        ("list", '"亿斤"', "D6"),
        ("list", '"位"', "D7"),
    }


def test_the_hidden_sheet_says_which_form_it_is(tmp_path: Path) -> None:
    meta = load_workbook(issued(two_years(tmp_path), tmp_path / "out")["财政局"])[META_SHEET]
    assert meta.sheet_state == "veryHidden"
    assert [meta.cell(row, 2).value for row in (1, 4, 5, 6)] == ["qicao-form", "2025", "某市", "财政局"]


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    one, two = issued(workspace, tmp_path / "1"), issued(workspace, tmp_path / "2")
    assert {name: path.read_bytes() for name, path in one.items()} == {n: p.read_bytes() for n, p in two.items()}


def test_a_form_that_is_there_is_not_overwritten_unless_forced(tmp_path: Path) -> None:
    workspace, out = two_years(tmp_path), tmp_path / "out"
    path = issued(workspace, out)["财政局"]
    path.write_bytes(b"filled in")
    (out / "2025-统计局.xlsx").unlink()
    with pytest.raises(QicaoError) as caught:
        issue(workspace, FormsRequest(2025, out))
    assert [d.position.file for d in caught.value.diagnostics] == [str(path)]
    assert not (out / "2025-统计局.xlsx").exists()
    issue(workspace, FormsRequest(2025, out, force=True))
    assert path.read_bytes() != b"filled in"


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    assert len(issue(two_years(tmp_path), FormsRequest(2025, tmp_path / "out", dry_run=True))) == 4
    assert not (tmp_path / "out").exists()


def test_a_department_can_be_chosen_and_must_be_known(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    chosen = issue(workspace, FormsRequest(2025, tmp_path / "out", ("财政局",)))
    assert [(one.department, one.questions, one.owed) for one in chosen] == [("财政局", 1, 0)]
    with pytest.raises(CannotRunError, match="没有“交通局”负责的指标"):
        issue(workspace, FormsRequest(2025, tmp_path / "out", ("交通局",)))


def test_departments_with_nothing_owed_can_be_left_out(tmp_path: Path) -> None:
    chosen = issue(two_years(tmp_path), FormsRequest(2025, tmp_path / "out", owed_only=True))
    assert [one.department for one in chosen] == ["统计局", "商务局", "未定部门"]


def test_a_department_that_is_no_file_name_gets_one(tmp_path: Path) -> None:
    text = "figures:\n  甲: {unit: 家, department: 一/二}\n  乙: {unit: 家, department: '一:二'}\n"
    issued(two_years(tmp_path, {"drafts/2025/figures.yaml": text}), tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["2025-一_二-2.xlsx", "2025-一_二.xlsx"]


def test_a_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    text = 'figures:\n  甲: {name: "=1+1", unit: 家, department: 某局}\n'
    sheet = sheet_of(issued(two_years(tmp_path, {"drafts/2025/figures.yaml": text}), tmp_path / "out")["某局"])
    assert (sheet.cell(FIRST_ROW, 2).value, sheet.cell(FIRST_ROW, 2).data_type) == ("=1+1", "s")


def test_without_a_year_before_the_form_has_neither_last_values_nor_targets(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    (workspace.root / "drafts/2024").rename(tmp_path / "elsewhere")
    sheet = sheet_of(issued(workspace, tmp_path / "out")["统计局"])
    assert [sheet.cell(FIRST_ROW, column).value for column in (5, 6)] == [None, None]
