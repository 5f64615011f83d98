"""Marked text to blocks: whatever templates give back becomes a document or is refused in Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document import Facet, FigureRun, Kind, Paragraph, Role, Table, Text, text_of
from generator.templating import marks
from generator.templating.marked_text import MarkedTextError, blocks_of
from generator.templating.marks import block_mark, figure_mark, run_in_mark

PARAGRAPH = block_mark("paragraph")
FIGURE = figure_mark("5.1%", "甲", Kind.FIGURE, "f.yaml:1", Facet.VALUE)
PARTS = [*"\ue000\ue001\ue002\ue003\ue004\ue005\ue006", "row", "table", "x", "1", " ", "\n", PARAGRAPH, FIGURE]
PARTS += [block_mark("table"), block_mark("row"), block_mark("annex_title"), run_in_mark("头", 1)]


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_any_output_is_a_document_or_is_refused(marked: str) -> None:
    try:
        blocks = blocks_of(marked)
    except MarkedTextError:
        return
    texts = [run.text for block in blocks if isinstance(block, Paragraph) for run in block.runs]
    assert not marks.TOKEN.search("".join(texts))


def test_line_breaks_and_indentation_belong_to_the_template() -> None:
    assert blocks_of(f"\n  {PARAGRAPH}甲\n    乙 丙\n") == (Paragraph((Text("甲乙 丙"),)),)


def test_figures_keep_their_origin_also_inside_a_head() -> None:
    (block,) = blocks_of(PARAGRAPH + run_in_mark(f"增长{FIGURE}。", 2) + f"其中{FIGURE}")
    assert isinstance(block, Paragraph)
    assert block.runs == (
        Text("增长", Role.RUN_IN, 2),
        FigureRun("5.1%", "甲", Kind.FIGURE, "f.yaml:1", Facet.VALUE, Role.RUN_IN, 2),
        Text("。", Role.RUN_IN, 2),
        Text("其中"),
        FigureRun("5.1%", "甲", Kind.FIGURE, "f.yaml:1"),
    )


def test_empty_paragraphs_are_left_out() -> None:
    assert blocks_of(PARAGRAPH + PARAGRAPH + "甲") == (Paragraph((Text("甲"),)),)


def test_tables_have_rows_of_cells() -> None:
    row = block_mark("row")
    (table,) = blocks_of(f"{block_mark('table')}表{row}甲{marks.CELL}{FIGURE}{row}{marks.CELL}")
    assert isinstance(table, Table)
    assert [[text_of(cell) for cell in row] for row in table.rows] == [["甲", "5.1%"], ["", ""]]
    assert text_of(table.caption) == "表"


@pytest.mark.parametrize("marked", ["甲", "甲" + PARAGRAPH, FIGURE, marks.CELL, block_mark("row"), block_mark("没有")])
def test_text_outside_a_paragraph_is_refused(marked: str) -> None:
    with pytest.raises(MarkedTextError):
        blocks_of(marked)
