"""Excel files: saved so that the same data give the same bytes, and opened with bounds, as they come from anywhere."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from generator.diagnostics import CannotRunError

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

MEGABYTE: Final = 1024 * 1024
LARGEST_FILE: Final = 20 * MEGABYTE
LARGEST_TOTAL: Final = 60 * MEGABYTE
"""Bytes that one workbook may unpack to; a form has less than one tenth of a megabyte."""
MOST_MEMBERS: Final = 500

_DATE: Final = (1980, 1, 1, 0, 0, 0)
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_OTHER: Final = "请用 Excel 或 WPS 打开它，另存为 .xlsx 再试"
_DAMAGED: Final = "文件已损坏，打不开"
_AGAIN: Final = "多半是没有传完，请重新取一份"
_ZIP: Final = b"PK\x03\x04"
_BROKEN: Final = (BadZipFile, EOFError, LookupError, OSError, RuntimeError, ValueError, TypeError, AttributeError)


def saved(workbook: Workbook, year: int) -> bytes:
    """The bytes of a workbook; dates in it are those of January 1 of ``year``, not of the clock."""
    workbook.properties.creator = "Qicao"
    workbook.properties.created = datetime(year, 1, 1)
    buffer = BytesIO()
    workbook.save(buffer)
    result = BytesIO()
    with ZipFile(buffer) as made, ZipFile(result, "w", ZIP_DEFLATED) as archive:
        for info in made.infolist():
            data = made.read(info)
            if info.filename == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>%d-01-01T00:00:00Z" % year, data)
            archive.writestr(ZipInfo(info.filename, _DATE), data, ZIP_DEFLATED)
    return result.getvalue()


def opened(data: bytes, name: str) -> Workbook:
    """The workbook in some bytes, formulas as they are written, without macros and links to other files.

    Raises CannotRunError (file ``name``) for whatever is no workbook, has a password or is unreasonably large.
    """
    _check(data, name)
    from openpyxl import load_workbook

    try:
        return load_workbook(BytesIO(data), keep_vba=False, keep_links=False, data_only=False)
    except Exception as error:  # openpyxl raises whatever a damaged part makes it stumble over
        raise CannotRunError("文件已损坏，打不开", _OTHER, file=name) from error


def members(data: bytes) -> tuple[str, ...]:
    """The names of the parts of a workbook; none if it is no zip."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return tuple(archive.namelist())
    except _BROKEN:
        return ()


def _check(data: bytes, name: str) -> None:
    if not data:
        raise CannotRunError("文件是空的", file=name)
    check_size(data, name)
    if not data.startswith(_ZIP):
        raise CannotRunError("这不是 Excel 文件（.xlsx），或者文件有密码、已损坏", _OTHER, file=name)
    try:
        with ZipFile(BytesIO(data)) as archive:
            _check_members(archive, name)
    except _BROKEN as error:
        raise CannotRunError(_DAMAGED, _AGAIN, file=name) from error


def check_size(data: bytes, name: str) -> None:
    """Refuse what is too large, or would be when unpacked.  Raises CannotRunError (file ``name``)."""
    if len(data) > LARGEST_FILE:
        raise CannotRunError(f"文件太大，最多 {LARGEST_FILE // MEGABYTE} MB", "请删去其中的图片再试", file=name)
    if not data.startswith(_ZIP):
        return
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
    except _BROKEN as error:
        raise CannotRunError(_DAMAGED, _AGAIN, file=name) from error
    if len(infos) > MOST_MEMBERS:
        raise CannotRunError(f"压缩包里的文件太多（超过 {MOST_MEMBERS} 个）", file=name)
    if sum(info.file_size for info in infos) > LARGEST_TOTAL:
        raise CannotRunError("展开后太大，没有打开", "正常的填报表不会这样，请确认文件来历", file=name)


def _check_members(archive: ZipFile, name: str) -> None:
    infos = archive.infolist()
    if not any(info.filename.lower() == "[content_types].xml" for info in infos):
        raise CannotRunError("这不是 Excel 文件（.xlsx）", _OTHER, file=name)
    for info in infos:
        if info.filename.lower().endswith((".xml", ".rels", ".vml")):
            part = archive.read(info)
            if b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\0" in part:
                raise CannotRunError("文件里有不该有的内容，没有打开", "请确认文件来历", file=name)
