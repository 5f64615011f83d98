"""Files that are no forms, damaged, or made to do harm."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from generator.libreoffice import ConversionError
from tests.forms.years import Cell, answer, codes, fill, issued, two_years

ANSWERED: dict[str, Cell] = {"G5": 5.3, "H5": "确认", "I5": "张三", "G6": 90, "H6": "预计"}


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x03\x04broken"], ids=["empty", "text", "broken"])
def test_what_is_no_workbook_is_told_beside_the_others(data: bytes, tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], ANSWERED)
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(data)
    filled = fill(workspace, bad, path)
    assert codes(filled) == ["E101"]
    assert len(filled.changes) == 2


def test_a_workbook_with_a_document_type_is_refused(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], ANSWERED)
    bomb = tmp_path / "bomb.xlsx"
    with ZipFile(path) as source, ZipFile(bomb, "w") as target:
        for info in source.infolist():
            extra = b'<!DOCTYPE x [<!ENTITY a "b">]>' if info.filename == "xl/workbook.xml" else b""
            target.writestr(info.filename, extra + source.read(info))
    filled = fill(workspace, bomb)
    assert [d.message for d in filled.findings] == ["文件里有不该有的内容，没有打开"]


def test_a_folder_is_read_without_lock_files(tmp_path: Path) -> None:
    workspace, out = two_years(tmp_path), tmp_path / "out"
    answer(issued(workspace, out)["统计局"], ANSWERED)
    (out / "~$2025-统计局.xlsx").write_bytes(b"lock")
    filled = fill(workspace, out)
    assert codes(filled) == []
    assert len(filled.changes) == 2


def test_numbers_under_the_table_are_told_once(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    more: dict[str, Cell] = {f"G{row}": 1 for row in range(20, 400)}
    filled = fill(workspace, answer(issued(workspace, tmp_path / "out")["统计局"], {**ANSWERED, **more}))
    assert codes(filled) == ["E105 G20"]
    assert "共 380 行" in filled.findings[0].message
    assert len(filled.changes) == 2


def test_a_spreadsheet_that_unpacks_to_too_much_is_not_handed_to_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.libreoffice.convert", lambda *_, **__: pytest.fail("converted"))
    bomb = tmp_path / "bomb.ods"
    with ZipFile(bomb, "w", ZIP_DEFLATED) as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", ZIP_STORED)
        target.writestr("content.xml", b" " * 100_000_000)
    [finding] = fill(two_years(tmp_path), bomb).findings
    assert finding.message == "展开后太大，没有打开"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(500), "文件有打开密码，读不了"),
        (OLE + b"?" * 2000, "打不开：文件有密码、已损坏，或者不是电子表格"),
    ],
    ids=["password", "damaged"],
)
def test_a_file_with_a_password_or_damage_is_told_in_plain_words(data: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "2025-统计局.xlsx"
    path.write_bytes(data)
    with patch("generator.libreoffice.convert", side_effect=ConversionError("Error: source file could not be loaded")):
        [finding] = fill(two_years(tmp_path), path).findings
    assert (finding.code, finding.message) == ("E101", says)
    assert "密码" in finding.hint
