"""A draft in whatever file people keep it: Word, text, and older formats by way of LibreOffice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.diagnostics import CannotRunError
from generator.draft import Draft
from generator.ooxml.kinds import (
    LARGEST_FILE,
    MEGABYTE,
    is_encrypted,
    is_odt,
    is_old_word,
    is_ole,
    is_rtf,
    is_works,
    is_zip,
    too_large,
)
from generator.workspace import reason_of

LARGEST_TEXT: Final = 10 * MEGABYTE
"""Bytes; the text of a report has 50 KB."""

_WORD: Final = (".docx", ".docm", ".dotx", ".dotm")
_OLD: Final = (".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt")
_MARKDOWN: Final = (".md", ".markdown")
_OTHERWISE: Final = "或者用 Word、WPS 打开它，另存为 .docx 再试"


def read_draft(path: Path) -> Draft:
    """The draft in a file, by what it holds and, where that does not tell, by its suffix.

    Raises :class:`CannotRunError` when there is no such file or it cannot be read as a draft.
    """
    return read_bytes(bytes_of(path), str(path), path.suffix.lower())


def read_bytes(data: bytes, name: str, suffix: str) -> Draft:
    """The draft in some bytes; ``name`` stands in messages, ``suffix`` (``.docx``) is what the file is called."""
    old = _old_format(data, suffix)
    if old:
        return _converted(data, name, old)
    if is_zip(data) or suffix in _WORD or suffix in _OLD:
        from generator.readers import docx

        return docx.read(data, name)
    return _text(data, name, suffix)


def is_converted(data: bytes, suffix: str) -> bool:
    """Whether a file is read by way of LibreOffice, so that what is read is not the file itself."""
    return bool(_old_format(data, suffix))


def bytes_of(path: Path) -> bytes:
    """What a file holds; raises :class:`CannotRunError` when there is no such file, or it is no file, or too large."""
    name = str(path)
    try:
        if path.is_dir():
            raise CannotRunError("这是文件夹，不是稿件", file=name)
        if path.exists() and not path.is_file():
            raise CannotRunError("这不是普通文件", file=name)
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise too_large(size, name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CannotRunError("找不到这个文件", "请检查文件名和所在的文件夹", file=name) from error
    except OSError as error:
        raise CannotRunError(f"读不了这个文件：{reason_of(error)}", file=name) from error


def _old_format(data: bytes, suffix: str) -> str:
    """The suffix under which LibreOffice shall convert the bytes; "" if they are to be read as they are.

    What holds no text document is not given to LibreOffice: it reads any bytes as text of some language.
    """
    if is_rtf(data):
        return "rtf"
    if is_odt(data):
        return "odt"
    if not is_ole(data) or is_encrypted(data):
        return ""
    if is_old_word(data):
        return suffix[1:] if suffix in _OLD else "doc"
    return "wps" if is_works(data) else ""


def _converted(data: bytes, name: str, suffix: str) -> Draft:
    from generator import libreoffice
    from generator.readers import docx

    try:
        made = libreoffice.convert(data, "docx", source_suffix=suffix, otherwise=_OTHERWISE)
    except CannotRunError as error:
        first = error.diagnostics[0]
        raise CannotRunError(first.message, first.hint, file=name) from error
    draft = docx.read(made, name)
    return replace(draft, notes=(f"由 LibreOffice 从 .{suffix} 转换而来，版式可能有出入", *draft.notes))


def _text(data: bytes, name: str, suffix: str) -> Draft:
    if not data:
        raise CannotRunError("文件是空的", file=name)
    if data.startswith(b"%PDF"):
        raise CannotRunError("这是 PDF，核对的是能改的稿件", "请用它的 Word 文件或文本", file=name)
    if len(data) > LARGEST_TEXT:
        raise CannotRunError(f"文本超过 {LARGEST_TEXT // MEGABYTE} MB，不像一份报告", file=name)
    if suffix in _MARKDOWN:
        from generator.readers import md

        return md.read(data, name)
    from generator.readers import txt

    return txt.read(data, name)
