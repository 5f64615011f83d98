"""Forms that come back: good values on their own line, everything else told with its cell, nothing lost."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.forms.columns import META_SHEET, SHEET
from generator.loading.loader import load
from tests.forms.years import (
    FIGURES,
    Cell,
    answer,
    changed_lines,
    codes,
    figures,
    fill,
    issued,
    sheet_of,
    two_years,
)

GROWTH, GRAIN, RANK = 5, 6, 7
"""Rows of the form of 统计局."""
ANSWERED: dict[str, Cell] = {"G5": 5.3, "H5": "确认", "I5": "张三", "G6": 90, "H6": "预计"}


def test_values_arrive_one_line_each_with_comments_and_layout(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], {**ANSWERED, "G7": 3, "H7": "确认"})
    filled = fill(workspace, path)
    assert (codes(filled), filled.written) == ([], True)
    expected = (
        FIGURES.replace("value:          # 统计局年底报", "value: 5.3          # 统计局年底报")
        .replace("{value: , unit: 亿斤,", "{status: 预计, value: 90, unit: 亿斤,")
        .replace("  全省位次:\n", "  全省位次:\n    value: 3\n")
    )
    assert figures(workspace) == expected
    assert load(workspace, 2025).report is not None


def test_the_record_says_who_supplied_what_and_when(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], {**ANSWERED, "G6": None, "J5": "初步核算"})
    fill(workspace, path)
    record = (workspace.root / "drafts/2025/supplied.yaml").read_text(encoding="utf-8")
    assert record.split("supplied:\n")[1] == (
        '  - key: "地区生产总值增速"\n    value: "5.3"\n    status: "确认"\n'
        '    department: "统计局"\n    person: "张三"\n'
        '    date: "2024-12-20"\n    file: "2025-统计局.xlsx"\n    cell: "数据填报!G5"\n    note: "初步核算"\n'
    )
    assert [d.code for d in load(workspace, 2025).diagnostics if d.code == "D112"] == []


def test_reading_the_same_form_again_changes_nothing(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], ANSWERED)
    fill(workspace, path)
    before = figures(workspace)
    filled = fill(workspace, path)
    assert (filled.changes, filled.same, codes(filled), figures(workspace)) == ((), 2, [], before)


def test_a_dry_run_tells_and_writes_nothing(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    filled = fill(workspace, answer(issued(workspace, tmp_path / "out")["统计局"], ANSWERED), dry_run=True)
    assert [(change.good.key, change.line, change.after) for change in filled.changes] == [
        ("地区生产总值增速", 5, "5.3"),
        ("粮食产量", 9, "90"),
    ]
    assert figures(workspace) == FIGURES
    assert not (workspace.root / "drafts/2025/supplied.yaml").exists()


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("５.３", "5.3"),
        ("5.3%", "5.3"),
        (" 5.3 ％", "5.3"),
        ("-0.3", "-0.3"),
        ("－０．３", "-0.3"),
        ("4,321.5", "4321.5"),
        (5, "5"),
        (0.1 + 0.2, "0.3"),
        (5.10, "5.1"),
    ],
)
def test_numbers_are_read_as_people_type_them(typed: Cell, value: str, tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], {"G5": typed, "H5": "确认", "I5": "张三"})
    filled = fill(workspace, path)
    assert [change.after for change in filled.changes] == [value]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("约127亿", "里有“约”"),
        ("5.3左右", "里有“左右”"),
        ("下降0.3", "请写负数"),
        ("增长5.3%", "里有“增长”"),
        ("127.4亿元", "单位是“亿元”"),
        ("4.5-5", "是一个区间"),
        ("待定", "不是数"),
        ("4,32", "不是数"),
        ("#DIV/0!", "错误值"),
        (True, "不是数"),
    ],
)
def test_text_that_is_no_number_is_told_with_its_cell(typed: Cell, says: str, tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], {**ANSWERED, "G5": typed})
    filled = fill(workspace, path)
    assert codes(filled) == ["E106 G5"]
    assert says in filled.findings[0].message + filled.findings[0].hint
    assert [change.good.key for change in filled.changes] == ["粮食产量"], "the good value is filled all the same"


def test_an_amount_in_another_scale_is_told_with_what_it_would_be(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], {"G6": "900000万斤", "H6": "确认", "I6": "张三"})
    [finding] = fill(workspace, path).findings
    assert finding.hint == "换算成“亿斤”是 90；请核对后重写"


def test_a_date_is_told_as_what_excel_made_of_it(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = issued(workspace, tmp_path / "out")["统计局"]
    workbook = load_workbook(path)
    workbook[SHEET]["G5"] = datetime(2024, 5, 1)
    workbook.save(path)
    [finding] = fill(workspace, path).findings
    assert "当成了日期" in finding.message


@pytest.mark.parametrize(("row", "found"), [(GROWTH, ["E112 G5"]), (GRAIN, ["E106 G6"])])
def test_a_percent_format_counts_only_where_the_unit_is_percent(row: int, found: list[str], tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = issued(workspace, tmp_path / "out")["统计局"]
    workbook = load_workbook(path)
    cell = workbook[SHEET][f"G{row}"]
    cell.value, cell.number_format = 0.053, "0.0%"
    workbook[SHEET][f"H{row}"], workbook[SHEET][f"I{row}"] = "确认", "张三"
    workbook.save(path)
    filled = fill(workspace, path)
    assert codes(filled) == found
    assert [change.after for change in filled.changes] == (["5.3"] if row == GROWTH else [])


DAMAGES: list[tuple[str, dict[str, Cell], list[str]]] = [
    ("a changed unit", {"G5": 5.3, "D5": "亿元"}, ["E107 D5"]),
    ("a formula", {"G5": "=1+2"}, ["E113 G5"]),
    ("a rank below one", {"G7": 0}, ["E106 G7"]),
    ("a rank that is no whole number", {"G7": 2.5}, ["E106 G7"]),
    ("ten times as much", {"G5": 53, "H5": "确认"}, ["E108 G5"]),
    ("the other sign", {"G5": -5.1, "H5": "确认"}, ["E108 G5"]),
    ("no status", {"G5": 5.3}, ["E110 H5"]),
    ("a status of one's own", {"G5": 5.3, "H5": "差不多"}, ["E110 H5"]),
    ("a name that is not the key's", {"B5": "粮食产量", "G5": 5.3}, ["E103", "E105 B5"]),
    ("a key that was never sent", {"A5": "别的", "G5": 5.3}, ["E103", "E105 A5"]),
    ("a lost key", {"A5": None, "G5": 5.3, "H5": "确认"}, ["E105 B5"]),
    ("a line of one's own", {"B8": "新指标", "G8": 5}, ["E105 B8"]),
]


@pytest.mark.parametrize(("cells", "found"), [case[1:] for case in DAMAGES], ids=[case[0] for case in DAMAGES])
def test_every_damage_is_told_with_its_cell(cells: dict[str, Cell], found: list[str], tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    filled = fill(workspace, answer(issued(workspace, tmp_path / "out")["统计局"], {"I5": "张三", **cells}))
    assert codes(filled) == found
    assert filled.troubled


def test_all_findings_come_at_once_and_strict_writes_nothing(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    forms = issued(workspace, tmp_path / "out")
    one = answer(forms["统计局"], {**ANSWERED, "G7": "第三"})
    two = answer(forms["财政局"], {"G5": "约630", "I5": "李四"})
    filled = fill(workspace, one, two, strict=True)
    assert codes(filled) == ["E106 G5", "E106 G7"]
    assert (filled.written, figures(workspace)) == (False, FIGURES)


def test_last_years_value_is_compared_in_this_years_unit(tmp_path: Path) -> None:
    text = FIGURES.replace("unit: 亿斤", "unit: 万斤")
    workspace = two_years(tmp_path, {"drafts/2025/figures.yaml": text})
    path = answer(issued(workspace, tmp_path / "out")["统计局"], {"G6": 810000, "H6": "确认", "I6": "张三"})
    assert codes(fill(workspace, path)) == []


def test_doubtful_values_are_pending(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    fill(workspace, answer(issued(workspace, tmp_path / "out")["统计局"], {"G5": 53, "H5": "确认", "I5": "张三"}))
    assert changed_lines(workspace) == ["    value: 53          # 统计局年底报", "    status: 待核"]


def test_a_deleted_row_and_a_doubled_one_are_told(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], ANSWERED)
    workbook = load_workbook(path)
    sheet = workbook[SHEET]
    sheet.delete_rows(RANK)
    for column, value in enumerate(["粮食产量", "粮食产量", None, "亿斤", None, None, 95, "确认"], 1):
        sheet.cell(RANK, column, value)
    workbook.save(path)
    filled = fill(workspace, path)
    assert codes(filled) == ["E103", "E104 G6", "E104 G7"]
    assert [change.good.key for change in filled.changes] == ["地区生产总值增速"]


def plain(value: object) -> Cell:
    """What a cell holds, where that is a number or a text."""
    return value if isinstance(value, str | int | float) else None


def test_rows_in_another_order_are_read_by_their_keys(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], ANSWERED)
    sheet = sheet_of(path)
    rows = [[plain(cell.value) for cell in row] for row in sheet.iter_rows(min_row=GROWTH, max_row=RANK)]
    swapped = {f"{'ABCDEFGHIJ'[c]}{GROWTH + r}": v for r, row in enumerate(reversed(rows)) for c, v in enumerate(row)}
    filled = fill(workspace, answer(path, swapped))
    assert {change.good.key: change.after for change in filled.changes} == {"地区生产总值增速": "5.3", "粮食产量": "90"}


def test_merged_answer_cells_are_told(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], ANSWERED)
    workbook = load_workbook(path)
    workbook[SHEET].merge_cells("G5:G6")
    workbook.save(path)
    filled = fill(workspace, path)
    assert codes(filled) == ["E113 G5", "E113 G6"]
    assert filled.changes == ()


@pytest.mark.parametrize(("row", "value"), [(4, "2024"), (5, "别的市")], ids=["year", "place"])
def test_a_form_of_another_year_or_place_is_not_read(row: int, value: str, tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], ANSWERED)
    workbook = load_workbook(path)
    workbook[META_SHEET].cell(row, 2).value = value
    workbook.save(path)
    filled = fill(workspace, path)
    assert (codes(filled), filled.changes) == (["E101"], ())


def test_an_old_form_is_told_and_what_still_fits_is_read(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], {**ANSWERED, "G7": 2, "H7": "确认"})
    text = FIGURES.replace("unit: 亿斤", "unit: 万吨").replace("  全省位次:", "  全国位次:")
    (workspace.root / "drafts/2025/figures.yaml").write_text(text, encoding="utf-8")
    filled = fill(workspace, path)
    assert codes(filled) == ["E102", "E102 B7", "E107 D6"]
    assert [change.good.key for change in filled.changes] == ["地区生产总值增速"]


def test_two_departments_that_disagree_fill_nothing(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], ANSWERED)
    other = answer(path, {"G5": 5.4}, tmp_path / "other.xlsx")
    filled = fill(workspace, path, other)
    assert codes(filled) == ["E109 G5", "E109 G5"]
    assert [change.good.key for change in filled.changes] == ["粮食产量"]


def test_a_value_that_somebody_wrote_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], ANSWERED)
    text = FIGURES.replace("value:          # 统计局年底报", "value: 5.2          # 统计局年底报")
    (workspace.root / "drafts/2025/figures.yaml").write_text(text, encoding="utf-8")
    filled = fill(workspace, path)
    assert codes(filled) == ["E109 G5"]
    assert "value: 5.2 " in figures(workspace)


def test_a_department_may_correct_what_it_supplied(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], ANSWERED)
    fill(workspace, path)
    filled = fill(workspace, answer(path, {"G5": 5.4}))
    assert [(change.before, change.after) for change in filled.changes] == [("5.3", "5.4")]


def test_quotes_stay_and_an_equal_value_only_changes_its_status(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    forms = issued(workspace, tmp_path / "out")
    fill(workspace, answer(forms["财政局"], {"H5": "确认", "I5": "李四"}))
    assert changed_lines(workspace) == ["    status: 确认"]
    fill(workspace, answer(forms["财政局"], {"G5": 631}))
    assert 'value: "631"' in figures(workspace)


def test_words_answer_a_figure_of_words(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["商务局"], {"G5": "稳中有升", "H5": "确认", "I5": "王五"})
    assert codes(fill(workspace, path)) == []
    assert "    text: 稳中有升\n" in figures(workspace)


def test_line_ends_of_windows_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], {"G7": 3, "H7": "确认", "I7": "张三"})
    file = workspace.root / "drafts/2025/figures.yaml"
    windows = b"\xef\xbb\xbf" + FIGURES.replace("\n", "\r\n").encode()
    file.write_bytes(windows)
    fill(workspace, path)
    expected = windows.replace("  全省位次:\r\n".encode(), "  全省位次:\r\n    value: 3\r\n".encode())
    assert file.read_bytes() == expected


def test_a_figure_that_another_department_answers_for_is_not_read(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], ANSWERED)
    rank = "  全省位次:\n    unit: 位\n    rank_in: 全省\n    department: 统计局\n"
    growth = FIGURES.replace(
        'unit: "%"\n    direction: 增长\n    department: 统计局', 'unit: "%"\n    department: 发展改革委'
    )
    assert rank in growth != FIGURES
    (workspace.root / "drafts/2025/figures.yaml").write_text(growth, encoding="utf-8")
    filled = fill(workspace, path)
    assert codes(filled) == ["E102", "E116 G5"]
    assert [change.good.key for change in filled.changes] == ["粮食产量"]


def test_what_nobody_answered_for_may_be_read_when_somebody_does(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["未定部门"], {"G5": 9, "H5": "确认", "I5": "王五"})
    text = FIGURES.replace("  没人管的数:\n", "  没人管的数:\n    department: 统计局\n")
    (workspace.root / "drafts/2025/figures.yaml").write_text(text, encoding="utf-8")
    assert [change.good.key for change in fill(workspace, path).changes] == ["没人管的数"]


def test_who_supplied_a_value_that_was_typed_before_is_recorded_once(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], {"G5": 5.3, "H5": "确认", "I5": "张三"})
    text = FIGURES.replace("value:          # 统计局年底报", "value: 5.3          # 统计局年底报")
    (workspace.root / "drafts/2025/figures.yaml").write_text(text, encoding="utf-8")
    record = workspace.root / "drafts/2025/supplied.yaml"
    for _ in range(2):
        filled = fill(workspace, path)
        assert (filled.changes, filled.same) == ((), 1)
        assert record.read_text("utf-8").count("张三") == 1
    assert figures(workspace) == text
