"""What only the Word file knows: tracked changes, comments, hidden text, marks set in a western font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.draft import WordFindings
from generator.ooxml import marks
from generator.ooxml.archive import Package
from generator.ooxml.names import AUTHOR, COMMENT, DEL, INS, MOVE_FROM, MOVE_TO, RPR, VAL, W
from generator.ooxml.story import ParagraphView, Story
from generator.ooxml.walker import Element
from generator.readers.docx.styles import Styles

_VANISH: Final = f"{W}vanish"
_OFF: Final = ("0", "false", "off")
_CHINESE_MARKS: Final = re.compile("[“”‘’]|—+|…+")


def find_in_word(package: Package, story: Story, styles: Styles) -> WordFindings:
    """Everything of a file that layout rules ask for."""
    added = removed = 0
    hidden: set[Element] = set()
    for element in story.root.iter(INS, MOVE_TO, DEL, MOVE_FROM, _VANISH):
        if element.tag == _VANISH:
            hidden |= _hidden_run(element)
        elif element.tag in (INS, MOVE_TO):
            added += 1
        else:
            removed += 1
    return WordFindings(
        insertions=added,
        deletions=removed,
        comments=_comments_of_others(package),
        hidden=tuple(view.number for view in story.body if hidden and any(p.run in hidden for p in view.pieces)),
        western_marks=tuple(mark for view in story.body for mark in _western_marks(view, styles)),
        empty_paragraphs=story.empty,
    )


def _hidden_run(vanish: Element) -> set[Element]:
    properties = vanish.getparent()
    run = None if properties is None or properties.tag != RPR else properties.getparent()
    return set() if run is None or vanish.get(VAL) in _OFF else {run}


def _comments_of_others(package: Package) -> int:
    part = package.related("comments")
    if part is None:
        return 0
    return sum(comment.get(AUTHOR) != marks.AUTHOR for comment in package.tree(part).iterchildren(COMMENT))


def _western_marks(view: ParagraphView, styles: Styles) -> Iterator[tuple[int, int, int]]:
    for piece in view.pieces:
        marks_in_piece = list(_CHINESE_MARKS.finditer(piece.text))
        if marks_in_piece and styles.is_western(piece.run, view.style):
            for mark in marks_in_piece:
                yield view.number, piece.start + mark.start(), piece.start + mark.end()
