"""Plain text and Markdown: one paragraph a line, or everything on one line."""

from __future__ import annotations

from generator.diagnostics import CannotRunError
from generator.draft import Draft, DraftParagraph

_ENCODINGS = ("utf-8-sig", "gb18030")
_AROUND = " \t\u3000\r\ufeff"
"""What a line may have around its words."""


def read(data: bytes, name: str) -> Draft:
    """The draft in some bytes: UTF-8 with or without byte order mark, or GB18030.

    Raises :class:`CannotRunError` when it is neither, or holds no text.
    """
    paragraphs: list[DraftParagraph] = []
    for line, text in enumerate(decode(data, name).split("\n"), start=1):
        words = text.lstrip(_AROUND)
        column = len(text) - len(words) + 1
        if words := words.rstrip(_AROUND):
            paragraphs.append(DraftParagraph(words, len(paragraphs) + 1, line=line, column=column))
    if not paragraphs:
        raise CannotRunError("文件里没有文字", file=name)
    return Draft(name, tuple(paragraphs))


def decode(data: bytes, name: str) -> str:
    """Text from bytes in any of the encodings that offices use, line ends made ``\\n``."""
    return data.decode(encoding_of(data, name)).replace("\r\n", "\n").replace("\r", "\n")


def encoding_of(data: bytes, name: str) -> str:
    """The encoding of a text file, as Python calls it; raises :class:`CannotRunError` when it is none that is known."""
    if b"\0" in data[:4096]:
        raise CannotRunError("这不是纯文本文件", "请用 .docx 或 .txt", file=name)
    for encoding in _ENCODINGS:
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    raise CannotRunError("认不出文字编码", "请另存为 UTF-8 编码的 .txt 文件", file=name)
