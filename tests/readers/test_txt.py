"""Text files: every encoding and line end that offices have, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import CannotRunError
from generator.readers import txt

LINES = ("一、2023年工作回顾", "增长5.1%，好。")
TEXT = "\n".join(LINES)
FILES = {
    "UTF-8": TEXT.encode(),
    "byte order mark": TEXT.encode("utf-8-sig"),
    "UTF-16 as Windows writes it": b"\xff\xfe" + TEXT.replace("\n", "\r\n").encode("utf-16-le"),
    "UTF-16, high byte first": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "GB18030": TEXT.encode("gb18030"),
    "CRLF": TEXT.replace("\n", "\r\n").encode(),
    "CR": TEXT.replace("\n", "\r").encode(),
    "line separator": TEXT.replace("\n", "\u2028").encode(),
    "form feed": TEXT.replace("\n", "\f").encode(),
    "vertical tab": TEXT.replace("\n", "\v").encode(),
    "blank lines and indents": ("\n\n　　" + TEXT.replace("\n", "　\r\n \r\n\t　　") + "\n\n").encode(),
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES.keys())
def test_the_lines_are_the_paragraphs(data: bytes) -> None:
    assert [(p.number, p.text) for p in txt.read(data, "稿.txt").body] == list(enumerate(LINES, start=1))


@given(st.text(st.sampled_from("甲乙5.1%\n\r\v\f\u2028\u2029 \u3000\ufeff，"), max_size=30))
def test_every_paragraph_knows_its_place(text: str) -> None:
    starts = txt.line_starts(text)
    for line in txt.lines_of(text):
        start = starts[line.line - 1] + line.column - 1
        assert text[start : start + len(line.words)] == line.words


@given(st.text(max_size=20).filter(lambda text: "\0" not in text), st.sampled_from(txt._MARKS))
def test_a_marked_file_is_written_back_as_it_was(text: str, mark: tuple[str, bytes]) -> None:
    data = txt.Encoding(*mark).encode(text)
    encoding = txt.encoding_of(data, "稿.txt")
    assert (encoding.decode(data), encoding.encode(text)) == (text, data)


REFUSED = {
    "nul": (b"a\0b", "不是纯文本"),
    "no text": ("　\n\n".encode(), "没有文字"),
    "mark alone": (b"\xff\xfe", "没有文字"),
    "odd bytes": (b"\xff\xff\xff", "认不出"),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(CannotRunError, match=message):
        txt.read(data, "稿.txt")
