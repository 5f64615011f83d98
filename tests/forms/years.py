"""A workspace of two years, and forms filled in as people fill them in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.columns import SHEET
from generator.forms.filling import Filled, FillRequest, fill_forms
from generator.forms.issuing import FormsRequest, issue
from generator.workspace import Workspace
from tests.workspaces import write_workspace

TODAY = date(2024, 12, 20)
Cell = str | int | float | None

FIGURES = """\
# 今年的数
figures:
  # 上年 5.1%；年初目标 5.5%左右
  地区生产总值增速:
    value:          # 统计局年底报
    unit: "%"
    direction: 增长
    department: 统计局
  粮食产量: {value: , unit: 亿斤, department: 统计局}   # 一行写的
  全省位次:
    unit: 位
    rank_in: 全省
    department: 统计局
  财政收入:
    value: "620.5"
    unit: 亿元
    status: 预计
    department: 财政局
  外贸:
    text:
    department: 商务局
  连续年数: {value: 24, unit: 年, department: 商务局, fixed: true}
  没人管的数:
    value:
    unit: 家
"""

FILES: Mapping[str, str] = {
    "drafts/2024/report.yaml": "year: 2024\nplace: 某市\n",
    "drafts/2024/outline/1.yaml": "part: 回顾\nsections:\n  - text: 好。\n",
    "drafts/2024/figures.yaml": (
        "figures:\n"
        "  地区生产总值增速: {value: 5.1, unit: '%', direction: 增长}\n"
        "  粮食产量: {value: 80, unit: 亿斤}\n"
        "  财政收入: {value: 600, unit: 亿元}\n"
        "  外贸: {text: 稳定增长}\n"
    ),
    "drafts/2024/targets.yaml": (
        "targets:\n"
        "  增速目标: {value: 5.5, unit: '%', direction: 增长, hedge: 左右, figure: 地区生产总值增速}\n"
        "  粮食目标: {value: 88, unit: 亿斤, hedge: 以上, figure: 粮食产量}\n"
    ),
    "drafts/2025/report.yaml": "year: 2025\nplace: 某市\n",
    "drafts/2025/outline/1.yaml": "part: 回顾\nsections:\n  - text: 好。\n",
    "drafts/2025/figures.yaml": FIGURES,
}


def two_years(root: Path, files: Mapping[str, str] | None = None) -> Workspace:
    """The workspace; ``files`` replaces or adds some."""
    return write_workspace(root / "workspace", {**FILES, **(files or {})})


def issued(workspace: Workspace, out: Path) -> dict[str, Path]:
    """The forms of 2025, by department."""
    return {one.department: one.path for one in issue(workspace, FormsRequest(2025, out))}


def answer(path: Path, cells: Mapping[str, Cell], to: Path | None = None) -> Path:
    """Type into cells of a form; ``to`` saves it under another name."""
    workbook = load_workbook(path)
    sheet = workbook[SHEET]
    assert isinstance(sheet, Worksheet)
    for cell, value in cells.items():
        sheet[cell] = value
    workbook.save(to or path)
    return to or path


def sheet_of(data: bytes | Path) -> Worksheet:
    """The sheet that people see."""
    sheet = load_workbook(BytesIO(data) if isinstance(data, bytes) else data)[SHEET]
    assert isinstance(sheet, Worksheet)
    return sheet


def fill(workspace: Workspace, *files: Path, strict: bool = False, dry_run: bool = False) -> Filled:
    """Read forms into 2025."""
    return fill_forms(workspace, FillRequest(2025, files, TODAY, dry_run=dry_run, strict=strict))


def figures(workspace: Workspace) -> str:
    """The text of ``figures.yaml`` of 2025."""
    return (workspace.root / "drafts/2025/figures.yaml").read_text(encoding="utf-8")


def changed_lines(workspace: Workspace, before: str = FIGURES) -> list[str]:
    """The lines that are new in ``figures.yaml``."""
    old = before.splitlines()
    return [line for line in figures(workspace).splitlines() if line not in old]


def codes(filled: Filled) -> list[str]:
    """What was found, as code and cell: ``E106 G5``."""
    found = []
    for one in filled.findings:
        cell = one.position.file.rpartition("!")[2].rstrip("]") if "!" in one.position.file else ""
        found.append(f"{one.code} {cell}".strip())
    return sorted(found)
