"""The table of targets and results as an Excel file."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.attainment.indicators import Attainment
from generator.attainment.judging import Outcome
from generator.attainment.table import HEADER, row_of, summary_of, title_of
from generator.spreadsheets import saved

_WIDTHS = (34, 26, 26, 18, 26, 20)
_LINE = Side(style="thin", color="999999")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_FILLS = {Outcome.REACHED: "D9EFE6", Outcome.MISSED: "FBE3CF"}
_FIRST_ROW = 4


def attainment_xlsx(table: Attainment) -> bytes:
    """The workbook: one sheet, print-ready on A4."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "目标完成情况"
    _write(sheet, 1, 1, title_of(table), Font(name="黑体", size=16))
    _write(sheet, 2, 1, summary_of(table), Font(name="宋体", size=11))
    for column, cell in enumerate(HEADER, 1):
        _write(sheet, _FIRST_ROW - 1, column, cell, Font(name="黑体", size=11), boxed=True)
    for number, indicator in enumerate(table.indicators):
        fill = _FILLS.get(indicator.verdict.outcome)
        for column, cell in enumerate(row_of(indicator).cells, 1):
            font = Font(name="宋体", size=11, bold=column == 1 and indicator.required)
            _write(sheet, _FIRST_ROW + number, column, cell, font, boxed=True)
            if fill and column == HEADER.index("达成与否") + 1:
                sheet.cell(_FIRST_ROW + number, column).fill = PatternFill("solid", fgColor=fill)
    _set_page(sheet)
    return saved(workbook, table.period)


def _write(sheet: Worksheet, row: int, column: int, text: str, font: Font, *, boxed: bool = False) -> None:
    cell = sheet.cell(row, column, text)
    cell.data_type = "s"  # a text that begins with “=” is no formula
    cell.font = font
    if boxed:
        cell.border = _BOX
        cell.alignment = Alignment(vertical="center", wrap_text=True)


def _set_page(sheet: Worksheet) -> None:
    for column, width in zip("ABCDEF", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = f"B{_FIRST_ROW}"
    sheet.print_title_rows = f"{_FIRST_ROW - 1}:{_FIRST_ROW - 1}"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
