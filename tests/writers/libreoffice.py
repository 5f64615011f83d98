"""What tests need of LibreOffice, and the reasons why they may have to do without it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter

import pytest

from generator import libreoffice


def need_libreoffice() -> None:
    """Skip unless a LibreOffice is here that lays the grid out rightly."""
    program = libreoffice.find_libreoffice()
    if program is None:
        pytest.skip("没有安装 LibreOffice")
    version = libreoffice.version_of(program)
    if version is None or version < libreoffice.OLDEST_FAITHFUL:
        pytest.skip(f"LibreOffice {version} 太旧，排不准网格，需要 25.2 以上")


def need_measuring() -> None:
    """Skip unless a page can be laid out and measured: LibreOffice, Chinese fonts, pdftotext."""
    need_libreoffice()
    if shutil.which("pdftotext") is None:
        pytest.skip("没有安装 pdftotext（poppler-utils）")
    fonts = shutil.which("fc-list")
    if fonts is not None and not subprocess.run([fonts, ":lang=zh-cn"], capture_output=True, check=True).stdout.strip():
        pytest.skip("没有安装汉字字体")


def characters_by_line(document: bytes, page: int) -> list[int]:
    """How many characters stand on each line of a page (from 1) of a PDF, from the top."""
    command = ["pdftotext", "-bbox-layout", "-f", str(page), "-l", str(page), "-", "-"]
    said = subprocess.run(command, input=document, capture_output=True, check=True).stdout.decode()
    lines: Counter[float] = Counter()
    for top, inner in re.findall(r'<line [^>]*yMin="([\d.]+)"[^>]*>(.*?)</line>', said, re.DOTALL):
        lines[float(top)] += sum(len(word) for word in re.findall(r">([^<>]*)</word>", inner))
    return [lines[top] for top in sorted(lines)]
