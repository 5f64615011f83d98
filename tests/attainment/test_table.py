"""The table of targets and results in all its formats, and as an annex of the report."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.attainment.indicators import Attainment, attainment
from generator.attainment.table import rows_of, summary_of, title_of
from generator.building import document_of
from generator.diagnostics import CannotRunError, QicaoError
from generator.document import FigureRun, Role, Table, paragraphs_of, text_of
from generator.formatters.attainment.docx import attainment_document
from generator.formatters.attainment.html import attainment_html
from generator.formatters.attainment.svg import attainment_svg
from generator.formatters.attainment.text import attainment_text
from generator.formatters.attainment.xlsx import attainment_xlsx
from generator.tracing import trace
from generator.workspace import Workspace
from tests.workspaces import write_workspace

OUTLINE = "part: 回顾\nsections:\n  - text: 增长{增速}，新增{企业}，列{位次}，{失业率}。\n"
FILES: Mapping[str, str] = {
    "drafts/2024/report.yaml": "year: 2024\nplace: 某市\n",
    "drafts/2024/outline/1.yaml": OUTLINE,
    "drafts/2024/figures.yaml": (
        "figures:\n"
        "  增速: {name: 地区生产总值增速, value: 5.1, unit: '%', direction: 增长}\n"
        "  企业: {name: 新增高新技术企业, value: 390, unit: 家}\n"
        "  位次: {value: 4, rank_in: 全省}\n"
        "  失业率: {value: 5.2, unit: '%'}\n"
    ),
    "drafts/2024/targets.yaml": (
        "targets:\n"
        "  企业目标: {value: 300, unit: 家, hedge: 以上, figure: 企业}\n"
        "  位次目标: {value: 3, rank_in: 全省, figure: 位次}\n"
        "  失业率目标: {value: 5.5, unit: '%', hedge: 以内, figure: 失业率}\n"
        "  外贸目标: {text: 稳定增长, figure: 外贸}\n"
        "  增速目标: {value: 5.5, unit: '%', direction: 增长, hedge: 左右, figure: 增速, required: true}\n"
    ),
    "drafts/2025/report.yaml": (
        "year: 2025\nplace: 某市\nannexes:\n  - {kind: 目标完成情况, title: '{上年}主要目标完成情况'}\n"
    ),
    "drafts/2025/outline/1.yaml": OUTLINE,
    "drafts/2025/figures.yaml": (
        "figures:\n"
        "  增速: {name: 地区生产总值增速, value: 5.0, unit: '%', direction: 增长}\n"
        "  企业: {name: 新增高新技术企业, value: 420, unit: 家}\n"
        "  位次: {value: , rank_in: 全省}\n"
        "  失业率: {value: 5.4, unit: '%', status: 待核}\n"
    ),
}
ROWS = [
    ("地区生产总值增速", "5.5%左右", "5.0%", "低0.5个百分点", "未达成", "5.1%"),
    ("新增高新技术企业", "300家以上", "420家", "140.0%", "达成", "390家"),
    ("位次", "全省第3位", "", "", "待填", "全省第4位"),
    ("失业率", "5.5%以内", "5.4%", "低0.1个百分点", "达成（结果待核）", "5.2%"),
    ("外贸", "稳定增长", "", "", "待填（没有对应的指标）", ""),
]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return write_workspace(tmp_path / "workspace", FILES)


@pytest.fixture
def table(workspace: Workspace) -> Attainment:
    return attainment(workspace, 2025)


def test_last_years_targets_stand_against_this_years_results(table: Attainment) -> None:
    assert [row.cells for row in rows_of(table)] == ROWS
    assert (title_of(table), summary_of(table)) == (
        "某市2024年主要目标完成情况",
        "共 5 项目标：达成 2 项，未达成 1 项，待填 2 项。",
    )


@pytest.mark.parametrize("year", [2024, 2025])
def test_before_there_are_results_the_targets_stand_beside_last_years(year: int, workspace: Workspace) -> None:
    (workspace.root / "drafts/2025").rename(workspace.root / "elsewhere")
    table = attainment(workspace, year)
    assert [(row.target, row.result, row.last) for row in rows_of(table)][:2] == [
        ("5.5%左右", "", "5.1%"),
        ("300家以上", "", "390家"),
    ]
    assert summary_of(table) == "共 5 项目标；结果还没有，“上年”是 2023 年的数。"


def test_without_targets_there_is_no_table(workspace: Workspace) -> None:
    (workspace.root / "drafts/2024/targets.yaml").unlink()
    with pytest.raises(CannotRunError, match="没有目标"):
        attainment(workspace, 2025)


def test_the_text_is_aligned(table: Attainment) -> None:
    lines = attainment_text(table).splitlines()
    assert lines[4] == "地区生产总值增速  5.5%左右   5.0%   低0.5个百分点  未达成                  5.1%"
    assert lines[-1] == summary_of(table)


def test_the_chart_is_one_self_contained_picture_that_names_every_indicator(table: Attainment) -> None:
    picture = attainment_svg(table)
    root = ElementTree.fromstring(picture)
    texts = ["".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert all(any(row[0] in text for text in texts) for row in ROWS)
    assert "href" not in picture.replace("xmlns", "")
    bars = [e for e in root.iter("{http://www.w3.org/2000/svg}rect") if e.get("height") == "15"]
    assert sum(bar.get("fill") == "url(#missed)" for bar in bars) == 2, "one in the legend, one missed"


def test_names_are_escaped(workspace: Workspace) -> None:
    file = workspace.root / "drafts/2025/figures.yaml"
    file.write_text(file.read_text("utf-8").replace("新增高新技术企业", "'<b>&企业'"), "utf-8")
    table = attainment(workspace, 2025)
    ElementTree.fromstring(attainment_svg(table))
    assert "&lt;b&gt;&amp;企业" in attainment_html(table)
    assert "<b>" not in attainment_html(table)


def test_every_format_tells_the_same(table: Attainment) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    sheet = load_workbook(BytesIO(attainment_xlsx(table))).worksheets[0]
    assert [tuple(cell.value or "" for cell in row) for row in sheet.iter_rows(min_row=4)] == ROWS
    [block] = [one for one in attainment_document(table).blocks if isinstance(one, Table)]
    assert [tuple(text_of(cell) for cell in row) for row in block.rows[1:]] == ROWS
    page = attainment_html(table)
    assert all(f"<td>{cell}</td>" in page for row in ROWS for cell in row)


def test_the_same_data_give_the_same_bytes(table: Attainment) -> None:
    assert attainment_xlsx(table) == attainment_xlsx(table)


def test_the_annex_prints_the_same_table_with_every_number_traced(workspace: Workspace) -> None:
    document = document_of(workspace, 2025).document
    lines = [text_of(runs) for runs in paragraphs_of(document)]
    start = lines.index("2024年主要目标完成情况")
    expected = [list(row) for row in ROWS]
    expected[2][2] = "【待填】"
    assert [line.split("\t") for line in lines[start + 2 :]] == expected
    assert trace(document).untraced == ()
    roles = {run.key: run.role for runs in paragraphs_of(document) for run in runs if isinstance(run, FigureRun)}
    assert (roles["位次"], roles["失业率"]) == (Role.PLACEHOLDER, Role.PENDING)


def test_the_record_of_the_data_knows_the_year_before(workspace: Workspace) -> None:
    first = document_of(workspace, 2025).document.meta.data_hash
    file = workspace.root / "drafts/2024/targets.yaml"
    file.write_text(file.read_text("utf-8").replace("300", "310"), "utf-8")
    assert document_of(workspace, 2025).document.meta.data_hash != first


@pytest.mark.parametrize(
    ("damage", "says"), [(None, "没有 2024 年的数据"), ("targets: [", "2024 年的数据有错")], ids=["none", "broken"]
)
def test_an_annex_without_last_years_data_is_told_at_its_line(
    damage: str | None, says: str, workspace: Workspace
) -> None:
    if damage is None:
        (workspace.root / "drafts/2024").rename(workspace.root / "elsewhere")
    else:
        (workspace.root / "drafts/2024/targets.yaml").write_text(damage, "utf-8")
    with pytest.raises(QicaoError) as caught:
        document_of(workspace, 2025)
    [found] = [one for one in caught.value.diagnostics if one.code == "D209"]
    assert found.message == f"{says}，列不出目标完成情况"
    assert (found.position.file, found.position.line) == ("drafts/2025/report.yaml", 4)


def test_next_years_target_is_not_taken_for_the_result_of_this_years(tmp_path: Path) -> None:
    target = "targets:\n  平台目标: {value: 40, unit: 个}\n"
    plan = "part: 安排\nsections:\n  - text: 建设平台{平台目标}。\n"
    files = {
        **FILES,
        "drafts/2024/targets.yaml": target,
        "drafts/2024/outline/2.yaml": plan,
        "drafts/2025/targets.yaml": target.replace("40", "45"),
        "drafts/2025/outline/2.yaml": plan,
    }
    workspace = write_workspace(tmp_path, files)
    assert [row.cells for row in rows_of(attainment(workspace, 2025))] == [
        ("平台", "40个", "", "", "待填（没有对应的指标）", "")
    ]
    figures = f"{FILES['drafts/2025/figures.yaml']}  平台: {{value: 41, unit: 个}}\n"
    workspace = write_workspace(tmp_path, {**files, "drafts/2025/figures.yaml": figures})
    assert [row.cells for row in rows_of(attainment(workspace, 2025))] == [
        ("平台", "40个", "41个", "102.5%", "达成", "")
    ]


def test_the_picture_is_wide_enough_for_its_words_and_says_what_it_shows(tmp_path: Path) -> None:
    long = "targets:\n  比较目标: {value: 2, unit: 个百分点, compared_to: 全国平均水平, figure: 比较}\n"
    plan = "part: 安排\nsections:\n  - text: 增速{比较目标}。\n"
    result = "figures:\n  比较: {value: -0.5, unit: 个百分点, compared_to: 全国平均水平}\n"
    files = {**FILES, "drafts/2024/targets.yaml": long, "drafts/2024/outline/1.yaml": plan}
    files["drafts/2024/figures.yaml"] = "figures: {}\n"
    files["drafts/2025/figures.yaml"] = result
    files["drafts/2025/outline/1.yaml"] = "part: 回顾\nsections:\n  - text: 增速{比较}。\n"
    table = attainment(write_workspace(tmp_path, files), 2025)
    drawing = ElementTree.fromstring(attainment_svg(table))
    [words] = [text for text in drawing.iter() if "低2.5个百分点（" in (text.text or "")]
    assert words.text == "低2.5个百分点（低于全国平均水平0.5个百分点／目标高于全国平均水平2个百分点）"
    assert float(drawing.attrib["width"]) >= float(words.attrib["x"]) + 14 * len(words.text)
    named = {element.attrib.get("id"): element.text for element in drawing}
    assert [named[name] for name in drawing.attrib["aria-labelledby"].split()] == [title_of(table), summary_of(table)]
