"""Plain text and Markdown: one paragraph a line, or everything on one line."""

from __future__ import annotations

from generator.diagnostics import CannotRunError
from generator.draft import Draft, DraftParagraph

_ENCODINGS = ("utf-8-sig", "gb18030")


def read(data: bytes, name: str) -> Draft:
    """The draft in some bytes: UTF-8 with or without byte order mark, or GB18030.

    Raises :class:`CannotRunError` when it is neither, or holds no text.
    """
    lines = (line.strip(" \t\u3000\r\ufeff") for line in decode(data, name).split("\n"))
    paragraphs = tuple(DraftParagraph(line, number) for number, line in enumerate((x for x in lines if x), start=1))
    if not paragraphs:
        raise CannotRunError("文件里没有文字", file=name)
    return Draft(name, paragraphs)


def decode(data: bytes, name: str) -> str:
    """Text from bytes in any of the encodings that offices use."""
    if b"\0" in data[:4096]:
        raise CannotRunError("这不是纯文本文件", "请用 .docx 或 .txt", file=name)
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise CannotRunError("认不出文字编码", "请另存为 UTF-8 编码的 .txt 文件", file=name)
