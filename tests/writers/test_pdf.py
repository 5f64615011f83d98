"""PDF through LibreOffice: the grid measured on the page, and clear words where it cannot be had."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import libreoffice
from generator.diagnostics import CannotRunError
from generator.document import Paragraph, Text
from generator.writers import pdf
from generator.writers.docx import write
from tests.writers.libreoffice import characters_by_line, need_libreoffice, need_measuring
from tests.writers.samples import LAYOUTS, of, reference, report

PAGE_NUMBER = 3  # the characters of — 1 — on a line of their own


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_holds_22_lines_of_28_characters(layout: str) -> None:
    need_measuring()
    document = pdf.write(write(of(Paragraph((Text("国" * 28 * 60),))), reference(layout)))
    assert characters_by_line(document, 1) == [26, *[28] * 21, PAGE_NUMBER]
    assert characters_by_line(document, 2) == [*[28] * 22, PAGE_NUMBER]


def test_every_block_is_printed() -> None:
    need_measuring()
    document = pdf.write(write(report(), reference()))
    said = subprocess.run(["pdftotext", "-", "-"], input=document, capture_output=True, check=True).stdout.decode()
    for words in ("（征求意见稿）", "各位代表：", "5.1%", "附件", "5%以上"):
        assert words in said


@pytest.fixture
def no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)


@pytest.mark.usefixtures("no_libreoffice")
def test_without_libreoffice_it_says_what_to_install() -> None:
    with pytest.raises(CannotRunError, match="找不到 LibreOffice") as raised:
        pdf.write(b"")
    assert "25.2" in raised.value.diagnostics[0].hint
    assert libreoffice.version_note() is None


def _pretend(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Put a script in LibreOffice's place."""
    if sys.platform == "win32":
        pytest.skip("脚本不能在 Windows 上直接运行")
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: program)


def test_a_failed_conversion_repeats_what_libreoffice_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _pretend(monkeypatch, tmp_path, "echo source file could not be loaded")
    with pytest.raises(CannotRunError, match="没有转换成功：source file could not be loaded"):
        pdf.write(b"")


def test_a_conversion_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _pretend(monkeypatch, tmp_path, "sleep 60 & sleep 60")
    with pytest.raises(CannotRunError, match=r"在 0\.5 秒内没有转换完"):
        pdf.write(b"", timeout=0.5)


def test_a_program_that_cannot_start_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: tmp_path / "missing")
    with pytest.raises(CannotRunError, match="启动不了"):
        pdf.write(b"")


def test_an_old_version_is_noted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _pretend(monkeypatch, tmp_path, "echo LibreOffice 7.4.7.2 40")
    note = libreoffice.version_note()
    assert note is not None
    assert "LibreOffice 7.4 排不准" in note.message


def test_a_new_version_is_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _pretend(monkeypatch, tmp_path, "echo LibreOffice 25.2.3.2 520")
    assert libreoffice.version_note() is None


def test_it_is_found_where_it_is_installed() -> None:
    need_libreoffice()
    assert libreoffice.find_libreoffice() is not None
