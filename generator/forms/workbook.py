"""A department's form as an Excel workbook: only the answer cells can be typed into."""

from __future__ import annotations

from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.columns import (
    AIM,
    ANSWERS,
    FIRST_ROW,
    FORMAT,
    HEAD_ROW,
    HEADS,
    KEY,
    LAST,
    MARK,
    META_HEAD_ROW,
    META_HEADS,
    META_LABELS,
    META_SHEET,
    NAME,
    NOTE,
    PERSON,
    SCOPE,
    SHEET,
    STATUS,
    STATUSES,
    UNIT,
    VALUE,
)
from generator.forms.questions import AnswerKind, Form, Question
from generator.spreadsheets import saved
from schemas.figure import Status
from schemas.number import parse_number

_WIDTHS = {KEY: 6, NAME: 38, SCOPE: 12, UNIT: 11, LAST: 15, AIM: 18, VALUE: 16, STATUS: 13, PERSON: 12, NOTE: 26}
_LINE = Side(style="thin", color="808080")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_ANSWER = PatternFill("solid", fgColor="FFF9DB")
_HEAD = PatternFill("solid", fgColor="E3EBE7")
_INSTRUCTIONS = "\n".join(
    (
        "一、只填浅黄色的格子。“今年数”只写数，单位已在“单位”一栏，不要写“约”“左右”“亿元”等字；"
        "下降、减少写负数，如 -0.3；还没有数的留空。",
        "二、“状态”选“确认”或“预计”；“填报人”写姓名；数有疑问、单位要改，请写在“备注”里，不要改别的格子，不要增删行列。",
        "三、填好后存盘，原样发回（.xlsx、.xls、.ods 都可以）。",
    )
)
_LEFT = Alignment(vertical="center", wrap_text=True)
_RIGHT = Alignment(horizontal="right", indent=1, vertical="center", wrap_text=True)
_CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
_ALIGNED = {KEY: Alignment(vertical="center"), UNIT: _CENTRED, LAST: _RIGHT, VALUE: _RIGHT, STATUS: _CENTRED}
_LARGEST = "1000000000000000"


def workbook_of(form: Form) -> bytes:
    """The workbook; the same form gives the same bytes."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    _write_head(sheet, form)
    for number, question in enumerate(form.questions):
        _write_question(sheet, FIRST_ROW + number, question)
    _add_validation(sheet, form)
    _set_page(sheet, form)
    _write_meta(workbook.create_sheet(META_SHEET), form)
    return saved(workbook, form.year)


def _write_head(sheet: Worksheet, form: Form) -> None:
    title = f"{form.place}{form.year}年政府工作报告数据填报表"
    _text(sheet, 1, NAME, title, Font(name="黑体", size=16))
    asked = f"部门：{form.department}    今年数指 {form.year - 1} 年的数，上年数指 {form.year - 2} 年的数"
    _text(sheet, 2, NAME, asked, Font(name="宋体", size=11, bold=True))
    _text(sheet, 3, NAME, _INSTRUCTIONS, Font(name="宋体", size=10)).alignment = Alignment(
        vertical="top", wrap_text=True
    )
    sheet.merge_cells(start_row=3, start_column=NAME, end_row=3, end_column=NOTE)
    sheet.row_dimensions[1].height = 26
    sheet.row_dimensions[3].height = 60
    for column, head in HEADS.items():
        more = f"（{'/'.join(STATUSES)}）" if column == STATUS else ""
        cell = _text(sheet, HEAD_ROW, column, f"{head}{more}", Font(name="黑体", size=11))
        cell.border, cell.fill = _BOX, _HEAD
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[HEAD_ROW].height = 32


def _write_question(sheet: Worksheet, row: int, question: Question) -> None:
    font = Font(name="宋体", size=11)
    known = {
        KEY: question.key,
        NAME: question.name,
        SCOPE: question.scope,
        UNIT: question.unit,
        LAST: question.last_text,
        AIM: question.aim,
        STATUS: question.sent_status if question.sent and question.sent_status != Status.PENDING else "",
        PERSON: "",
        NOTE: "",
    }
    for column, text in known.items():
        _text(sheet, row, column, text, font)
    _write_value(_text(sheet, row, VALUE, "", font), question)
    for column in HEADS:
        cell = sheet.cell(row, column)
        cell.border = _BOX
        cell.alignment = _ALIGNED.get(column, _LEFT)
        if column in ANSWERS:
            cell.fill, cell.protection = _ANSWER, Protection(locked=False)


def _write_value(cell: Cell, question: Question) -> None:
    """What the data say already, as a number where it is a plain one."""
    if not question.sent:
        return
    number = parse_number(question.sent) if question.kind is not AnswerKind.WORDS else None
    if isinstance(number, Decimal):
        cell.value = number
    else:
        cell.value = question.sent
        cell.data_type = "s"


def _text(sheet: Worksheet, row: int, column: int, text: str, font: Font) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if text:
        cell.value = text
        cell.data_type = "s"  # a text that begins with “=” is no formula
    cell.font = font
    return cell


def _add_validation(sheet: Worksheet, form: Form) -> None:
    number = DataValidation("decimal", formula1=f"-{_LARGEST}", formula2=_LARGEST, operator="between", allow_blank=True)
    _say(number, "只写数", "单位在“单位”一栏，不用写；下降写负数，如 -0.3；还没有数的留空。")
    status = DataValidation("list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True)
    _say(status, "请从列表中选", "数已定的选“确认”，还会变的选“预计”。")
    units: dict[str, DataValidation] = {}
    for offset, question in enumerate(form.questions):
        row = FIRST_ROW + offset
        if question.kind is AnswerKind.NUMBER:
            number.add(f"{get_column_letter(VALUE)}{row}")
        status.add(f"{get_column_letter(STATUS)}{row}")
        if question.unit and not set(question.unit) & set('",'):
            unit = units.setdefault(question.unit, _unit_validation(question.unit))
            unit.add(f"{get_column_letter(UNIT)}{row}")
    for validation in (number, status, *units.values()):
        if str(validation.sqref):
            sheet.add_data_validation(validation)


def _unit_validation(unit: str) -> DataValidation:
    validation = DataValidation("list", formula1=f'"{unit}"', allow_blank=False)
    _say(validation, "单位不能改", f"这个指标的单位是“{unit}”。要换单位，请写在“备注”里。")
    return validation


def _say(validation: DataValidation, title: str, words: str) -> None:
    validation.showErrorMessage = validation.showInputMessage = True
    validation.errorTitle = validation.promptTitle = title
    validation.error = validation.prompt = words


def _set_page(sheet: Worksheet, form: Form) -> None:
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.column_dimensions[get_column_letter(KEY)].hidden = True
    sheet.freeze_panes = f"{get_column_letter(NAME + 1)}{FIRST_ROW}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.print_area = f"B1:{get_column_letter(NOTE)}{FIRST_ROW + len(form.questions) - 1}"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="第 &P 页，共 &N 页"))
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False  # False means that it may be done: columns can be made wider
    sheet.protection.formatRows = False


def _write_meta(sheet: Worksheet, form: Form) -> None:
    sheet.sheet_state = "veryHidden"
    values = (MARK, FORMAT, form.version, str(form.year), form.place, form.department, str(len(form.questions)))
    for row, (label, value) in enumerate(zip(META_LABELS, values, strict=True), 1):
        _text(sheet, row, 1, label, Font())
        _text(sheet, row, 2, value, Font())
    for column, head in enumerate(META_HEADS, 1):
        _text(sheet, META_HEAD_ROW, column, head, Font())
    for row, question in enumerate(form.questions, META_HEAD_ROW + 1):
        known = (question.key, question.name, question.unit, question.kind, question.sent, question.sent_status)
        for column, text in enumerate(known, 1):
            _text(sheet, row, column, text, Font())
    sheet.protection.sheet = True
