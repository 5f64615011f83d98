"""What only the Word file knows: tracked changes, comments, hidden text, marks set in a western font."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.draft import WordFindings
from generator.ooxml import marks
from generator.ooxml.archive import Package
from generator.ooxml.names import AUTHOR, COMMENT, DEL, INS, MOVE_FROM, MOVE_TO, RPR, VAL, W
from generator.ooxml.story import ParagraphView
from generator.ooxml.walker import Element
from generator.patterns import Pattern
from generator.readers.docx.styles import Styles

_VANISH: Final = f"{W}vanish"
_OFF: Final = ("0", "false", "off")
_CHINESE_MARKS: Final = Pattern("[“”‘’]|—+|…+", needs=tuple("“”‘’—…"))


class WordFinder:
    """Collects what layout rules ask for, while the paragraphs of a file pass by."""

    def __init__(self, package: Package, root: Element, styles: Styles) -> None:
        self._styles = styles
        self._comments = _comments_of_others(package)
        self._added = self._removed = 0
        self._hidden_runs: set[Element] = set()
        self._hidden: list[int] = []
        self._western: list[tuple[int, int, int]] = []
        for element in root.iter(INS, MOVE_TO, DEL, MOVE_FROM, _VANISH):
            self._count(element)

    def see(self, view: ParagraphView) -> None:
        """Look at one body paragraph."""
        if self._hidden_runs and any(piece.run in self._hidden_runs for piece in view.pieces):
            self._hidden.append(view.number)
        self._western.extend(_western_marks(view, self._styles))

    def found(self, empty: int) -> WordFindings:
        """Everything, after all paragraphs; ``empty`` is the number of empty ones."""
        return WordFindings(
            self._added, self._removed, self._comments, tuple(self._hidden), tuple(self._western), empty
        )

    def _count(self, element: Element) -> None:
        if element.tag == _VANISH:
            self._hidden_runs |= _hidden_run(element)
        elif element.tag in (INS, MOVE_TO):
            self._added += 1
        else:
            self._removed += 1


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
