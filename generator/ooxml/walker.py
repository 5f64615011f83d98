"""Every character of a paragraph as it reads with tracked changes accepted, and where in the XML it stands.

What counts as a character: w:t as it is; w:tab and w:ptab as a tab; w:br (line) and w:cr as a line feed, which is how
the writer writes one, so that text reads back the same; w:noBreakHyphen as ``-``; w:sym where it has a meaning outside
its font.  Page and column breaks, soft hyphens and note references have no character.  Insertions count, deletions and
moved away text do not; of a field only its result, of a ruby only its base, of mc:AlternateContent the first choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from lxml import etree

from generator.ooxml.names import (
    BOOKMARK_END,
    BOOKMARK_START,
    BR,
    DEL,
    ID,
    INS,
    MC,
    MOVE_FROM,
    MOVE_TO,
    NAME,
    NOTE_REFERENCES,
    RPR,
    SDT,
    SDT_CONTENT,
    TAB,
    TEXT_BOX,
    TYPE,
    R,
    T,
    W,
)

Element = etree._Element

_THROUGH: Final = {f"{W}{name}" for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")}
_ADDED: Final = {INS, MOVE_TO}
REMOVED: Final = {DEL, MOVE_FROM}
_ALTERNATE: Final = f"{MC}AlternateContent"
_CHOICE: Final = f"{MC}Choice"
_FALLBACK: Final = f"{MC}Fallback"
_RUBY: Final = f"{W}ruby"
_RUBY_BASE: Final = f"{W}rubyBase"
_FIELD_MARK: Final = f"{W}fldChar"
_FIELD_MARK_TYPE: Final = f"{W}fldCharType"
_SYMBOL: Final = f"{W}sym"
_CHARACTERS: Final = {TAB: "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_DRAWN: Final = {f"{W}drawing", f"{W}pict", f"{W}object"}
_SYMBOL_FONT: Final = dict(zip((0xA3, 0xA5, 0xB0, 0xB1, 0xB3, 0xB4, 0xB7, 0xB8, 0xBB), "≤∞°±≥×·÷≈", strict=True))
"""Characters of the font Symbol above ASCII that reports use."""


class Piece(NamedTuple):
    """Consecutive characters of one element.

    ``start`` is their offset in the paragraph (from 0); ``run`` the outermost w:r around them; ``insertion`` the
    innermost w:ins or w:moveTo around the run, ``controls`` the w:sdt around it, outermost first.  ``whole`` says that
    the run cannot be split around them: a ruby, or a choice inside a run.
    """

    text: str
    start: int
    element: Element
    run: Element
    insertion: Element | None
    controls: tuple[Element, ...]
    whole: bool

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)


class Bookmark(NamedTuple):
    """A bookmark that begins and ends in one paragraph; offsets in its characters."""

    name: str
    start: int
    end: int


class NoteReference(NamedTuple):
    """A reference to a note: its part (footnotes, endnotes), its id there, and the offset of what stands behind it."""

    part: str
    number: str
    at: int


@dataclass(frozen=True, slots=True)
class Walked:
    """What one walk over the w:p of a paragraph found.

    ``notes`` are references to foot- and endnotes, ``boxes`` the contents of text boxes, each with the offset where it
    hangs; ``after`` is the state of the fields that are still open behind it.
    """

    pieces: tuple[Piece, ...]
    bookmarks: tuple[Bookmark, ...]
    notes: tuple[NoteReference, ...]
    boxes: tuple[tuple[Element, int], ...]
    after: tuple[bool, ...]


def walk(paragraphs: tuple[Element, ...], fields: tuple[bool, ...], controls: tuple[Element, ...]) -> Walked:
    """Walk the w:p that read as one paragraph.

    ``fields`` says of each field open before it whether its result has begun, ``controls`` are the w:sdt around it.
    """
    walker = _Walker(fields)
    for paragraph in paragraphs:
        walker.content(paragraph, controls, None)
    return walker.walked()


class _Walker:
    """The state of one walk."""

    __slots__ = ("_bookmarks", "_boxes", "_fields", "_length", "_notes", "_open", "_pieces", "_shown")

    def __init__(self, fields: tuple[bool, ...]) -> None:
        self._fields = list(fields)
        self._shown = all(fields)
        self._length = 0
        self._pieces: list[Piece] = []
        self._open: dict[str, tuple[str, int]] = {}
        self._bookmarks: list[Bookmark] = []
        self._notes: list[NoteReference] = []
        self._boxes: list[tuple[Element, int]] = []

    def walked(self) -> Walked:
        # A field whose code never ends is damage; a result that runs over several paragraphs (a contents list) is not.
        after = tuple(True for _ in self._fields)
        return Walked(tuple(self._pieces), tuple(self._bookmarks), tuple(self._notes), tuple(self._boxes), after)

    def content(self, parent: Element, controls: tuple[Element, ...], insertion: Element | None) -> None:
        for child in parent:
            tag = child.tag
            if tag == R:
                self._run(child, child, controls, insertion, False)
            elif tag == BOOKMARK_START:
                self._open[child.get(ID, "")] = (child.get(NAME, ""), self._length)
            elif tag == BOOKMARK_END:
                self._close_bookmark(child)
            elif tag == SDT:
                content = child[-1] if len(child) else child
                if content.tag != SDT_CONTENT:
                    content = next(child.iterchildren(SDT_CONTENT), content)
                self.content(content, (*controls, child), insertion)
            elif tag in _ADDED:
                self.content(child, controls, child)
            elif tag in _THROUGH:
                self.content(child, controls, insertion)
            elif tag == _ALTERNATE:
                self.content(chosen(child), controls, insertion)

    def _close_bookmark(self, end: Element) -> None:
        begun = self._open.pop(end.get(ID, ""), None)
        if begun is not None:
            self._bookmarks.append(Bookmark(begun[0], begun[1], self._length))

    def _run(
        self, parent: Element, run: Element, controls: tuple[Element, ...], insertion: Element | None, whole: bool
    ) -> None:
        for child in parent:
            tag = child.tag
            if tag == RPR:
                continue
            text = child.text if tag == T else _CHARACTERS.get(tag)
            if text is None and tag != T:
                text = self._special(child, tag, run, controls, insertion)
            if text and self._shown:
                self._pieces.append(Piece(text, self._length, child, run, insertion, controls, whole))
                self._length += len(text)

    def _special(
        self, child: Element, tag: str, run: Element, controls: tuple[Element, ...], insertion: Element | None
    ) -> str:
        """The rarer things in a run: the character of some, the inside or the effect of others."""
        if tag == BR:
            return "\n" if child.get(TYPE, "textWrapping") == "textWrapping" else ""
        if tag == _FIELD_MARK:
            self._field(child.get(_FIELD_MARK_TYPE))
        elif tag == _SYMBOL:
            return _symbol(child)
        elif tag in NOTE_REFERENCES:
            self._notes.append(NoteReference(NOTE_REFERENCES[tag], child.get(ID, ""), self._length))
        elif tag in _DRAWN:
            self._boxes.extend((box, self._length) for box in _text_boxes(child))
        elif tag == _ALTERNATE:
            self._run(chosen(child), run, controls, insertion, True)
        elif tag == _RUBY:
            for base in child.iterchildren(_RUBY_BASE):
                for inner in base.iterchildren(R):
                    self._run(inner, run, controls, insertion, True)
        return ""

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()
        self._shown = all(self._fields)


def chosen(alternate: Element) -> Element:
    """The alternative that Word shows: the first choice, or the fallback where there is none."""
    first = next(alternate.iterchildren(_CHOICE, _FALLBACK), None)
    return alternate if first is None else first


def _text_boxes(drawn: Element) -> Iterator[Element]:
    """Text boxes in a drawing, but neither those in a fallback nor those inside another text box."""
    for box in drawn.iter(TEXT_BOX):
        around = {ancestor.tag for ancestor in _up_to(box, drawn)}
        if TEXT_BOX not in around and _FALLBACK not in around:
            yield box


def _up_to(element: Element, top: Element) -> Iterator[Element]:
    for ancestor in element.iterancestors():
        if ancestor is top:
            return
        yield ancestor


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    if element.get(f"{W}font") == "Symbol":
        code &= 0xFF
        return chr(code) if 0x20 <= code < 0x7F else _SYMBOL_FONT.get(code, "")
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0xFFFE else ""
