"""Plain text: one paragraph a line, or everything on one line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.diagnostics import CannotRunError
from generator.draft import Draft, DraftParagraph
from generator.patterns import Pattern

_AROUND: Final = " \t\u3000\r\ufeff"
"""What a line may have around its words."""
_LINE: Final = Pattern("[^\r\n]*(?:\r\n|\r|\n|$)")
_PART: Final = Pattern("[^\v\f\u2028\u2029\r\n]+")
"""What stands between the breaks that some programs put inside a line."""
_MARKS: Final = (("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"))
_WITHOUT_MARK: Final = ("utf-8", "gb18030")


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a text file holds its characters: ``codec`` as Python calls it, ``mark`` the byte order mark or nothing."""

    codec: str
    mark: bytes = b""

    def decode(self, data: bytes) -> str:
        """The text of a file, without its mark; raises UnicodeDecodeError."""
        return data[len(self.mark) :].decode(self.codec)

    def encode(self, text: str) -> bytes:
        """A file that holds ``text``, with its mark."""
        return self.mark + text.encode(self.codec)


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one line or part of it, without what stands around them; ``line`` and ``column`` count from 1."""

    words: str
    line: int
    column: int


def read(data: bytes, name: str) -> Draft:
    """The draft in some bytes: UTF-8 with or without byte order mark, UTF-16 with one, or GB18030.

    Raises :class:`CannotRunError` when it is none of them, or holds no text.
    """
    paragraphs = tuple(
        DraftParagraph(line.words, number, line=line.line, column=line.column)
        for number, line in enumerate(lines_of(decode(data, name)), start=1)
    )
    if not paragraphs:
        raise without_text(name)
    return Draft(name, paragraphs)


def without_text(name: str) -> CannotRunError:
    """The refusal of a file that holds nothing to check."""
    return CannotRunError("文件里没有文字", file=name)


def lines_of(text: str) -> Iterator[Line]:
    """The lines with words in them."""
    for number, line in enumerate(_LINE.finditer(text), start=1):
        for part in _PART.finditer(text, *line.span()):
            words = part.group().lstrip(_AROUND)
            column = part.end() - line.start() - len(words) + 1
            if words := words.rstrip(_AROUND):
                yield Line(words, number, column)


def line_starts(text: str) -> list[int]:
    """Where each line begins, in characters from 0."""
    return [match.start() for match in _LINE.finditer(text)]


def decode(data: bytes, name: str) -> str:
    """Text from bytes in any of the encodings that offices use."""
    return encoding_of(data, name).decode(data)


def encoding_of(data: bytes, name: str) -> Encoding:
    """The encoding of a text file; raises :class:`CannotRunError` when it is none that is known."""
    marked = [Encoding(codec, mark) for codec, mark in _MARKS if data.startswith(mark)]
    if not marked and b"\0" in data[:4096]:
        raise CannotRunError("这不是纯文本文件", "请用 .docx 或 .txt", file=name)
    for encoding in (*marked, *map(Encoding, _WITHOUT_MARK)):
        try:
            encoding.decode(data)
        except UnicodeDecodeError:
            continue
        return encoding
    raise CannotRunError("认不出文字编码", "请另存为 UTF-8 编码的 .txt 文件", file=name)
