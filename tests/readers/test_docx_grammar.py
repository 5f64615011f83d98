"""The Word reader against a model of everything that people leave in a paragraph."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from generator.diagnostics import CannotRunError
from generator.ooxml.archive import Package
from generator.ooxml.story import read_story
from generator.readers import docx
from tests.word_grammar import LINES, WRAPPED_LINES, Line, accepted_paragraphs, docx_of


@given(LINES | WRAPPED_LINES)
def test_the_text_is_that_of_the_model(lines: tuple[Line, ...]) -> None:
    expected = accepted_paragraphs(lines)
    data = docx_of(lines)
    if not expected:
        with pytest.raises(CannotRunError, match="没有文字"):
            docx.read(data, "稿.docx")
        return
    draft = docx.read(data, "稿.docx")
    assert [(p.number, p.text) for p in draft.body] == list(enumerate(expected, start=1))


@given(LINES)
def test_every_character_knows_its_element(lines: tuple[Line, ...]) -> None:
    story = read_story(Package(docx_of(lines), ""))
    for view in story.body:
        found = [view.at(offset) for offset in range(len(view.text))]
        assert "".join(c.piece.text[c.offset] for c in found) == view.text
        assert all((c.piece.element.text or c.piece.text) == c.piece.text for c in found)
        assert all(c.piece.run is c.piece.element.getparent() for c in found)
        assert all(before.end == after.start for before, after in pairwise(view.pieces))
