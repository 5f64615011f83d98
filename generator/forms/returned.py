"""A returned form as it came back: what it says it is, and what stands in its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.diagnostics import CannotRunError
from generator.forms.columns import (
    FORMAT,
    HEADS,
    KEY,
    MARK,
    META_HEAD_ROW,
    META_SHEET,
    MOST_ROWS,
    NAME,
    NOTE,
    PERSON,
    STATUS,
    UNIT,
    VALUE,
)
from generator.spreadsheets import check_size, members, opened

_NEEDED: Final = (NAME, UNIT, VALUE, STATUS)
_SEARCHED_ROWS: Final = 40
_SEARCHED_COLUMNS: Final = 40
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS: Final = b"opendocument.spreadsheet"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_ANEW: Final = "请用 Excel 或 WPS 打开它，去掉密码，另存为 .xlsx 再试"
_OTHERWISE: Final = "或者用 Excel、WPS 打开它，另存为 .xlsx 再试"

Raw = str | int | float | bool | datetime | date | time | timedelta | None
"""What openpyxl finds in a cell."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What the hidden sheet says was asked: one line of the form as it was handed out."""

    key: str
    name: str
    unit: str
    kind: str
    value: str
    status: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it came back; ``cells`` are references such as G5; ``number_format`` is that of the value."""

    row: int
    key: str
    name: str
    unit: str
    raw: Raw
    number_format: str
    is_formula: bool
    is_merged: bool
    status: str
    person: str
    note: str
    cells: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Returned:
    """A whole form; ``file`` stands in messages, ``oddities`` are things about the file itself, in Chinese."""

    file: str
    sheet: str
    version: str
    year: str
    place: str
    department: str
    sent: Mapping[str, Sent]
    lines: tuple[Line, ...]
    oddities: tuple[str, ...] = ()


def read_returned(path: Path) -> Returned:
    """The form in a file of any of the formats that come back.

    Raises CannotRunError (file ``path``) for what is no form or cannot be opened.
    """
    name = str(path)
    data = _as_xlsx(_bytes_of(path), name, path.suffix.lower())
    parts = members(data)
    oddities = []
    if any(part.lower().endswith("vbaproject.bin") for part in parts):
        oddities.append("文件里有宏，没有运行")
    if any("externallinks/" in part.lower() for part in parts):
        oddities.append("文件里有指向别的文件的链接，没有打开")
    return _read(opened(data, name), name, tuple(oddities))


def _bytes_of(path: Path) -> bytes:
    from generator.workspace import read_bounded

    if not path.is_file():
        raise CannotRunError("找不到这个文件", "请检查文件名和所在的文件夹", file=str(path))
    return read_bounded(path, str(path))


def _as_xlsx(data: bytes, name: str, suffix: str) -> bytes:
    """The bytes as .xlsx; old Excel, WPS and LibreOffice files go through LibreOffice."""
    old = "ods" if _ODS in data[:200] else (suffix[1:] if suffix in (".xls", ".et") else "xls")
    if not data.startswith(_OLE) and _ODS not in data[:200]:
        return data
    check_size(data, name)
    if _ENCRYPTED in data:
        raise CannotRunError("文件有打开密码，读不了", "请去掉密码，另存一份再发来", file=name)
    from generator.libreoffice import ConversionError, convert

    try:
        return convert(data, "xlsx", source_suffix=old, otherwise=_OTHERWISE)
    except ConversionError as error:
        raise CannotRunError("打不开：文件有密码、已损坏，或者不是电子表格", _ANEW, file=name) from error
    except CannotRunError as error:
        first = error.diagnostics[0]
        raise CannotRunError(first.message, first.hint, file=name) from error


def _read(workbook: Workbook, name: str, oddities: tuple[str, ...]) -> Returned:
    meta = workbook[META_SHEET] if META_SHEET in workbook.sheetnames else None
    if not isinstance(meta, Worksheet) or _string(meta, 1, 2) != MARK:
        hint = "请在发出的原表上填写，不要把内容复制到新的工作簿；可用 qicao forms 重新生成一份"
        raise CannotRunError("这不是填报表，或者隐藏的“填报信息”表没有了", hint, file=name)
    if _string(meta, 2, 2) != FORMAT:
        raise CannotRunError("这份表是另一个版本的程序生成的，读不了", "请用现在的程序重新生成", file=name)
    sheet, row, columns = _find_table(workbook, name)
    return Returned(
        file=name,
        sheet=sheet.title,
        version=_string(meta, 3, 2),
        year=_string(meta, 4, 2),
        place=_string(meta, 5, 2),
        department=_string(meta, 6, 2),
        sent={one.key: one for one in _sent_lines(meta)},
        lines=tuple(_lines(sheet, row + 1, columns)),
        oddities=oddities,
    )


def _sent_lines(meta: Worksheet) -> Iterator[Sent]:
    for row in range(META_HEAD_ROW + 1, min(meta.max_row, MOST_ROWS) + 1):
        fields = [_string(meta, row, column) for column in range(1, 7)]
        if fields[0]:
            yield Sent(*fields)


def _find_table(workbook: Workbook, name: str) -> tuple[Worksheet, int, dict[int, int]]:
    """The sheet with the table, the row of its heads, and where each column stands (ours to theirs)."""
    for sheet in workbook.worksheets:
        if sheet.title == META_SHEET:
            continue
        for row in range(1, min(sheet.max_row, _SEARCHED_ROWS) + 1):
            heads = {_string(sheet, row, c).split("（")[0]: c for c in range(1, _SEARCHED_COLUMNS + 1)}
            columns = {ours: heads[head] for ours, head in HEADS.items() if head in heads}
            if all(ours in columns for ours in _NEEDED):
                return sheet, row, columns
    heads_needed = "、".join(HEADS[ours] for ours in _NEEDED)
    raise CannotRunError(f"找不到表头（{heads_needed}）", "表头不能改；请在发出的原表上填写", file=name)


def _lines(sheet: Worksheet, first: int, columns: Mapping[int, int]) -> Iterator[Line]:
    for row in range(first, min(sheet.max_row, first + MOST_ROWS) + 1):
        known = {ours: _string(sheet, row, theirs) for ours, theirs in columns.items()}
        if any(known.get(ours) for ours in (KEY, NAME, VALUE)) or _is_merged(sheet, row, columns[VALUE]):
            yield _line(sheet, row, columns, known)


def _line(sheet: Worksheet, row: int, columns: Mapping[int, int], known: Mapping[int, str]) -> Line:
    cell = sheet.cell(row, columns[VALUE])
    plain = isinstance(cell, Cell)
    raw = cell.value if isinstance(cell, Cell) else None
    is_formula = plain and cell.data_type == "f"
    if raw is not None and not isinstance(raw, Raw):
        raw = str(getattr(raw, "text", raw))
    return Line(
        row=row,
        key=known.get(KEY, ""),
        name=known[NAME],
        unit=known[UNIT],
        raw=raw,
        number_format=str(cell.number_format) if isinstance(cell, Cell) else "General",
        is_formula=is_formula,
        is_merged=_is_merged(sheet, row, columns[VALUE]),
        status=known[STATUS],
        person=known.get(PERSON, ""),
        note=known.get(NOTE, ""),
        cells={ours: f"{get_column_letter(theirs)}{row}" for ours, theirs in columns.items()},
    )


def _is_merged(sheet: Worksheet, row: int, column: int) -> bool:
    if isinstance(sheet.cell(row, column), MergedCell):
        return True
    return any(
        area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col
        for area in sheet.merged_cells.ranges
    )


def _string(sheet: Worksheet, row: int, column: int) -> str:
    value = sheet.cell(row, column).value
    return "" if value is None else str(value).strip()
