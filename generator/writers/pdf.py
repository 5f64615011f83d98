"""PDF: a Word file laid out by LibreOffice."""

from __future__ import annotations

from typing import Final

from generator.libreoffice import convert

_OTHERWISE: Final = "或改为输出 Word 文件后自行另存为 PDF"


def write(docx: bytes, timeout: float = 120) -> bytes:
    """The PDF of a Word file; ``timeout`` in seconds.  Raises CannotRunError without LibreOffice or if it fails."""
    return convert(docx, "pdf", timeout, otherwise=_OTHERWISE)
