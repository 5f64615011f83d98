"""Markdown reads as it shows, and every character knows where it stands in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import CannotRunError
from generator.draft import Place
from generator.readers import md

SHOWN = {
    "heading": ("## （一）经济运行", "（一）经济运行"),
    "closed heading": ("# 一、2023年工作回顾 #", "一、2023年工作回顾"),
    "indented heading": ("#　　一、回顾", "一、回顾"),
    "quotation": ("> > 增长5.1%。", "增长5.1%。"),
    "list": ("- 增长5.1%。", "增长5.1%。"),
    "list to tick": ("* [x] 增长5.1%。", "增长5.1%。"),
    "typed number": ("1. 增长5.1%。", "1. 增长5.1%。"),
    "bold": ("增长**5.1%**，__下降__3%。", "增长5.1%，下降3%。"),
    "bold and italic": ("***增长***`5.1%`~~左右~~。", "增长5.1%左右。"),
    "a star alone": ("面积3*5公里。", "面积3*5公里。"),
    "stars with space": ("3 * 5 * 2", "3 * 5 * 2"),
    "pair that is not closed": ("**增长5.1%。", "**增长5.1%。"),
    "escape": (r"增长5\.1%，\*注\*", "增长5.1%，*注*"),
    "link": ("见[附件](a.docx)和[名词解释](b)。", "见附件和名词解释。"),
    "brackets": ("见[附件]（一）。", "见[附件]（一）。"),
    "picture": ("甲![图](a.png)乙", "甲乙"),
    "tags": ("<u>增长</u>5.1%<br>", "增长5.1%"),
    "less than": ("a<b", "a<b"),
    "line end": ("增长5.1%。\\", "增长5.1%。"),
    "dashes of the text": ("——经济运行稳中向好。", "——经济运行稳中向好。"),
    "minus": ("-0.3%的增速", "-0.3%的增速"),
}


@pytest.mark.parametrize(("line", "shown"), SHOWN.values(), ids=SHOWN.keys())
def test_a_line_reads_as_it_shows(line: str, shown: str) -> None:
    assert [p.text for p in md.read(line.encode(), "稿.md").body] == [shown]


def test_what_shows_no_words_is_no_paragraph() -> None:
    text = "---\ntitle: 报告\n---\n\n一、回顾\n===\n\n---\n```text\n>\n<!-- 注 -->\n增长5.1%。\n***\n"
    draft = md.read(text.encode(), "稿.md")
    assert [(p.number, p.text, p.line) for p in draft.body] == [(1, "一、回顾", 5), (2, "增长5.1%。", 12)]


def test_tables_are_a_place_of_their_own() -> None:
    draft = md.read("增长。\n| 指标 | 值 |\n|---|---|\n| 总值 | 5.1% |\n下降。".encode(), "稿.md")
    found = [(p.number, p.place, p.text) for p in draft.paragraphs]
    assert found == [
        (1, Place.BODY, "增长。"), (1, Place.TABLE, "指标 \t 值"), (1, Place.TABLE, "总值 \t 5.1%"),
        (2, Place.BODY, "下降。"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "---\n", "# \n", "|甲|\n"])
def test_without_words_it_is_refused(text: str) -> None:
    with pytest.raises(CannotRunError, match="没有文字"):
        md.read(text.encode(), "稿.md")


MARKS = (*"*`[|甲，", "**", "__", r"\*", "](a)", "![", "<b>", "#_", "###", ">_", "-_", "_", "\n", "\u2028", "5.1%")


@given(st.lists(st.sampled_from(MARKS), max_size=25).map(lambda marks: "".join(marks).replace("_", " ")))
def test_every_character_is_found_in_the_file(text: str) -> None:
    try:
        draft = md.read(text.encode(), "稿.md")
    except CannotRunError:
        return
    lines = text.split("\n")
    for paragraph in draft.body:
        line = lines[paragraph.line - 1]
        for offset, character in enumerate(paragraph.text):
            first, behind = paragraph.columns(offset, offset + 1)
            assert line[first - 1 : behind - 1] == character
