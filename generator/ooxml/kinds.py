"""What a file is by its first bytes and its size, before anything parses it."""

from __future__ import annotations

from typing import Final

from generator.diagnostics import CannotRunError

MEGABYTE: Final = 1024 * 1024
LARGEST_FILE: Final = 50 * MEGABYTE
"""Bytes of a whole file.  A report is under 1 MB; only pictures make a file larger."""
RESAVE: Final = "请用 Word 或 WPS 打开它，另存为 .docx 再试"

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD: Final = "WordDocument".encode("utf-16-le")
_WORKS: Final = tuple(name.encode("utf-16-le") for name in ("MatOST", "CONTENTS"))
"""Streams in files of Microsoft Works, whose suffix .wps is too."""


def is_zip(data: bytes) -> bool:
    """Whether this is a zip with something in it: a .docx, .odt, .xlsx, ..."""
    return data.startswith(_ZIP)


def is_ole(data: bytes) -> bool:
    """Whether this is an OLE container: a .doc, .wps or .xls, or a .docx with a password."""
    return data.startswith(_OLE)


def is_encrypted(data: bytes) -> bool:
    """Whether an OLE container holds a .docx with a password."""
    return is_ole(data) and _ENCRYPTED in data


def is_old_word(data: bytes) -> bool:
    """Whether an OLE container is a .doc."""
    return is_ole(data) and _OLD_WORD in data


def is_works(data: bytes) -> bool:
    """Whether an OLE container is a text document of Microsoft Works."""
    return is_ole(data) and any(name in data for name in _WORKS)


def is_rtf(data: bytes) -> bool:
    """Whether this is rich text."""
    return data.startswith(b"{\\rtf")


def is_odt(data: bytes) -> bool:
    """Whether this is a text document of LibreOffice: its type stands uncompressed at the front of the zip."""
    return is_zip(data) and data[30:38] == b"mimetype" and b"opendocument.text" in data[38:120]


def check_word(data: bytes, name: str) -> None:
    """Raise :class:`CannotRunError` for what cannot be a .docx, saying what it is instead."""
    if not data:
        raise CannotRunError("文件是空的", file=name)
    if len(data) > LARGEST_FILE:
        raise too_large(len(data), name)
    if is_encrypted(data):
        raise CannotRunError("文件有打开密码", "请去掉密码再试", file=name)
    if is_old_word(data):
        raise CannotRunError("这是旧格式的文件（如 .doc），不是 .docx", RESAVE, file=name)
    if is_ole(data):
        raise CannotRunError("这不是文字稿件，或者文件已损坏", RESAVE, file=name)
    if not is_zip(data):
        raise CannotRunError("这不是 Word 文件（.docx），或者文件已损坏", RESAVE, file=name)


def too_large(size: int, name: str) -> CannotRunError:
    """The refusal of a file of ``size`` bytes."""
    message = f"文件有 {size / MEGABYTE:.0f} MB，超过了 {LARGEST_FILE // MEGABYTE} MB 的上限"
    return CannotRunError(message, "请删去或压缩其中的图片再试", file=name)
