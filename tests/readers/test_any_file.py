"""Drafts in whatever file they come: what is read, what is converted, what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator import libreoffice
from generator.diagnostics import CannotRunError
from generator.ooxml import kinds
from generator.readers import any_file
from generator.readers.any_file import read_draft
from tests.word_grammar import docx_of_xml
from tests.writers.libreoffice import need_libreoffice

WORD = docx_of_xml("<w:p><w:r><w:t>总值增长5.1%。</w:t></w:r></w:p>")
TEXT = "总值增长5.1%。\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600

READ = {
    "稿.docx": WORD,
    "稿.docm": WORD,
    "其实是新格式.doc": WORD,
    "其实是新格式.wps": WORD,
    "没有后缀": WORD,
    "稿.txt": TEXT.encode(),
    "稿.md": TEXT.encode("utf-8-sig"),
    "国标.txt": TEXT.encode("gb18030"),
    "两字节.txt": TEXT.encode("utf-16"),
    "带标记.md": f"# {TEXT}".encode(),
    "大写.DOCX": WORD,
}


@pytest.mark.parametrize("name", READ)
def test_it_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(READ[name])
    draft = read_draft(path)
    assert ([p.text for p in draft.body], draft.name) == (["总值增长5.1%。"], str(path))


REFUSED = {
    "空.docx": (b"", "文件是空的"),
    "空.txt": (b"", "文件是空的"),
    "其实是文本.docx": (TEXT.encode(), "不是 Word 文件"),
    "其实是网页.doc": (b"<html><body>x</body></html>", "不是 Word 文件"),
    "加密.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "有打开密码"),
    "稿.pdf": (b"%PDF-1.7", "这是 PDF"),
    "图.png": (b"\x89PNG\r\n\x1a\n\0\0\0", "不是纯文本"),
    "别的.xls": (OLE + "Workbook".encode("utf-16-le"), "不是纯文本"),
    "其实是表格.doc": (OLE + "Workbook".encode("utf-16-le"), "不是文字稿件"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(name: str, tmp_path: Path) -> None:
    data, message = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(CannotRunError, match=message) as raised:
        read_draft(path)
    assert raised.value.exit_code == 2
    assert raised.value.diagnostics[0].position.file == str(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="找不到"):
        read_draft(tmp_path / "无.docx")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="文件夹"):
        read_draft(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="这个系统没有命名管道")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    with pytest.raises(CannotRunError, match="不是普通文件"):
        read_draft(tmp_path / "管道.txt")


def test_a_file_of_hundreds_of_megabytes_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "大.docx"
    with path.open("wb") as file:
        file.truncate(300 * kinds.MEGABYTE)  # sparse: it takes no room on the disk
    with pytest.raises(CannotRunError, match="300 MB"):
        read_draft(path)


def test_too_much_text(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    path.write_bytes(b"x" * (any_file.LARGEST_TEXT + 1))
    with pytest.raises(CannotRunError, match="不像一份报告"):
        read_draft(path)


OLD = {"稿.doc": "doc", "稿.odt": "odt", "稿.rtf": "rtf", "其实是旧格式.docx": "doc"}


@pytest.mark.parametrize("name", OLD)
def test_old_formats_go_through_libreoffice(name: str, tmp_path: Path) -> None:
    need_libreoffice()
    path = tmp_path / name
    path.write_bytes(libreoffice.convert(WORD, OLD[name]))
    draft = read_draft(path)
    assert [p.text for p in draft.body] == ["总值增长5.1%。"]
    assert "LibreOffice" in draft.notes[0]


WORD_97 = OLE + "WordDocument".encode("utf-16-le")
WORKS = OLE + "MatOST".encode("utf-16-le")
NEED_LIBREOFFICE = [("稿.doc", WORD_97), ("稿.wps", WORD_97), ("稿.wps", WORKS), ("稿.rtf", b"{\\rtf1 x}")]


@pytest.mark.parametrize(("name", "data"), NEED_LIBREOFFICE)
def test_without_libreoffice_it_says_what_to_do(
    name: str, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(CannotRunError, match="找不到 LibreOffice") as raised:
        read_draft(path)
    assert "另存为 .docx" in raised.value.diagnostics[0].hint
    assert raised.value.diagnostics[0].position.file == str(path)
