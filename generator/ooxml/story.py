"""A Word file as paragraphs in reading order, each knowing where every one of its characters stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.draft import ASIDES, Cell, Place
from generator.ooxml.archive import Package
from generator.ooxml.names import (
    ID,
    INS,
    MC,
    MOVE_TO,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    TBL,
    TC,
    TR,
    VAL,
    P,
    W,
)
from generator.ooxml.walker import REMOVED, Bookmark, Element, Piece, Walked, chosen, walk

_WRAPPERS: Final = {f"{W}customXml", INS, MOVE_TO}
_ALTERNATE: Final = f"{MC}AlternateContent"
_BLOCKS: Final = (P, TBL)
_NOTE_PLACES: Final = {"footnotes": Place.FOOTNOTE, "endnotes": Place.ENDNOTE}
_PSTYLE: Final = f"{W}pStyle"


@dataclass(frozen=True, slots=True)
class Character:
    """One character: ``offset`` (from 0) in its piece, which knows run, element, insertion and controls."""

    piece: Piece
    offset: int


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """One paragraph with tracked changes accepted.

    ``elements`` are its w:p, more than one where paragraph marks are deleted; ``number`` and ``place`` are those of
    :class:`~generator.draft.DraftParagraph`, and so are ``ordinal`` and ``at``; ``style`` is the id of its paragraph
    style.  ``cell`` is its place in the outermost table around it.
    """

    elements: tuple[Element, ...]
    pieces: tuple[Piece, ...]
    bookmarks: tuple[Bookmark, ...]
    text: str
    number: int
    place: Place
    style: str
    fields: tuple[bool, ...]
    controls: tuple[Element, ...]
    cell: Cell | None = None
    ordinal: int = 0
    hangs_at: int = 0

    def at(self, offset: int) -> Character:
        """The character at ``offset``; raises IndexError where there is none."""
        if not 0 <= offset < len(self.text):
            raise IndexError(offset)
        piece = self.pieces[self._piece_index(offset)]
        return Character(piece, offset - piece.start)

    def pieces_in(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that hold the characters from ``start`` to ``end`` (exclusive), whole."""
        if start >= end:
            return ()
        return self.pieces[self._piece_index(start) : self._piece_index(end - 1) + 1]

    def neighbours(self, piece: Piece) -> tuple[Piece | None, Piece | None]:
        """The pieces before and behind one of this paragraph."""
        index = self._piece_index(piece.start)
        before = self.pieces[index - 1] if index else None
        return before, self.pieces[index + 1] if index + 1 < len(self.pieces) else None

    def rewalked(self) -> ParagraphView:
        """The same paragraph after its XML was changed."""
        return _view(self.elements, walk(self.elements, self.fields, self.controls), self)

    def _piece_index(self, offset: int) -> int:
        return bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1


@dataclass(frozen=True, slots=True)
class Story:
    """All paragraphs of a Word file; ``empty`` counts the body paragraphs without characters, which are left out."""

    root: Element
    paragraphs: tuple[ParagraphView, ...]
    empty: int

    @property
    def body(self) -> tuple[ParagraphView, ...]:
        """The counted paragraphs; ``body[n - 1].number == n``."""
        return tuple(view for view in self.paragraphs if view.place is Place.BODY)

    @property
    def asides(self) -> tuple[ParagraphView, ...]:
        """The paragraphs in tables, text boxes and notes, in the order of :attr:`Draft.asides`."""
        return tuple(view for view in self.paragraphs if view.place in ASIDES)


def read_story(package: Package, root: Element | None = None) -> Story:
    """The paragraphs of a file; ``root`` is its document part if the caller has parsed it already."""
    reader = StoryReader(package, package.tree(package.document) if root is None else root)
    views = tuple(reader.views())
    return Story(reader.root, views, reader.empty)


class StoryReader:
    """Reads one file paragraph by paragraph, for those who need not keep every place: that takes a third of the memory.

    ``empty`` counts the empty body paragraphs met so far.
    """

    def __init__(self, package: Package, root: Element) -> None:
        self.root = root
        self.empty = 0
        self._package = package
        self._joined = _joined_paragraphs(root)
        self._number = 0
        self._counts = Counter[Place]()
        self._ordinal = 0
        self._at = 0
        self._cell: Cell | None = None
        self._fields: tuple[bool, ...] = ()
        self._notes: dict[str, Mapping[str, Element]] = {}

    def views(self) -> Iterator[ParagraphView]:
        """All paragraphs, in reading order, once."""
        body = self.root.find(f"{W}body")
        if body is not None:
            yield from self._read(body, (), Place.BODY)

    def _read(self, container: Element, controls: tuple[Element, ...], place: Place) -> Iterator[ParagraphView]:
        """The paragraphs of a body, a cell, a text box or a note."""
        pending: list[Element] = []
        around = controls
        for child, around in _flattened(container, controls):
            if child.tag == P:
                pending.append(child)
                if child not in self._joined:
                    yield from self._paragraph(tuple(pending), around, place)
                    pending = []
                continue
            if pending:
                yield from self._paragraph(tuple(pending), around, place)
                pending = []
            yield from self._table(child, around, Place.TABLE if place is Place.BODY else place)
        if pending:
            yield from self._paragraph(tuple(pending), around, place)

    def _table(self, table: Element, controls: tuple[Element, ...], place: Place) -> Iterator[ParagraphView]:
        outer = self._cell
        self._counts[Place.TABLE] += outer is None
        for row, (element, around_row) in enumerate(_flattened(table, controls, TR), start=1):
            if _is_removed(element, f"{W}trPr", REMOVED):
                continue
            for column, (cell, around) in enumerate(_flattened(element, around_row, TC), start=1):
                if not _is_removed(cell, f"{W}tcPr", {f"{W}cellDel"}):
                    self._cell = outer or (self._counts[Place.TABLE], row, column)
                    yield from self._read(cell, around, place)
        self._cell = outer

    def _paragraph(
        self, elements: tuple[Element, ...], controls: tuple[Element, ...], place: Place
    ) -> Iterator[ParagraphView]:
        if controls and place is Place.BODY and any(map(_is_contents, controls)):
            place = Place.CONTENTS
        before = self._fields
        walked = walk(elements, before, controls)
        self._fields = walked.after
        text = "".join([piece.text for piece in walked.pieces])
        filled = bool(text) and not text.isspace()
        if place is Place.BODY:
            self._number += filled
            self.empty += not filled
            self._at = len(text) if filled else self._at
        if filled:
            yield ParagraphView(
                elements=elements,
                pieces=walked.pieces,
                bookmarks=walked.bookmarks,
                text=text,
                number=self._number,
                place=place,
                style=_style_of(elements[-1]),
                fields=before,
                controls=controls,
                cell=self._cell,
                ordinal=self._ordinal,
                hangs_at=self._at,
            )
        is_flow = place is Place.BODY and filled
        for box, at in walked.boxes:
            yield from self._apart(box, Place.TEXT_BOX, at if is_flow else self._at)
        for part, number, at in walked.notes:
            note = self._note(part, number)
            if note is not None:
                yield from self._apart(note, _NOTE_PLACES[part], at if is_flow else self._at)

    def _apart(self, container: Element, place: Place, at: int) -> Iterator[ParagraphView]:
        """Text that stands outside the flow and hangs on a place in it: its fields are its own."""
        self._counts[place] += 1
        outside = self._fields, self._ordinal, self._at
        self._fields, self._ordinal, self._at = (), self._counts[place], at
        yield from self._read(container, (), place)
        self._fields, self._ordinal, self._at = outside

    def _note(self, part: str, number: str) -> Element | None:
        if part not in self._notes:
            member = self._package.related(part)
            tree = None if member is None else self._package.tree(member)
            self._notes[part] = {} if tree is None else {note.get(ID, ""): note for note in tree}
        return self._notes[part].get(number)


def _view(elements: tuple[Element, ...], walked: Walked, old: ParagraphView) -> ParagraphView:
    text = "".join([piece.text for piece in walked.pieces])
    return ParagraphView(
        elements, walked.pieces, walked.bookmarks, text, old.number, old.place, old.style, old.fields, old.controls
    )


def _flattened(
    container: Element, controls: tuple[Element, ...], wanted: str = ""
) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Paragraphs and tables (or what is ``wanted``), also those inside wrappers, each with the controls around it."""
    for child in container:
        tag = child.tag
        if tag == wanted or (not wanted and tag in _BLOCKS):
            yield child, controls
        elif tag == SDT:
            for content in child.iterchildren(SDT_CONTENT):
                yield from _flattened(content, (*controls, child), wanted)
        elif tag in _WRAPPERS:
            yield from _flattened(child, controls, wanted)
        elif tag == _ALTERNATE:
            yield from _flattened(chosen(child), controls, wanted)


def _joined_paragraphs(root: Element) -> frozenset[Element]:
    """The w:p whose mark is deleted, so that they run on into the next."""
    found = set()
    for removed in root.iter(*REMOVED):
        properties = removed.getparent()
        above = None if properties is None or properties.tag != RPR else properties.getparent()
        paragraph = None if above is None or above.tag != PPR else above.getparent()
        if paragraph is not None:
            found.add(paragraph)
    return frozenset(found)


def _is_contents(control: Element) -> bool:
    """Whether a control is a list of contents that Word or WPS made: it repeats the headings with page numbers."""
    gallery = control.find(f"{SDT_PR}/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(VAL) == "Table of Contents"


def _is_removed(element: Element, properties: str, marks: set[str]) -> bool:
    return any(child.tag in marks for found in element.iterchildren(properties) for child in found)


def _style_of(paragraph: Element) -> str:
    properties = paragraph[0] if len(paragraph) else None
    if properties is None or properties.tag != PPR or not len(properties):
        return ""
    first = properties[0]
    return first.get(VAL, "") if first.tag == _PSTYLE else ""
