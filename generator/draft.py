"""A draft as it came back from people: plain paragraphs, and what of our own marks survived in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.document import Document


class Place(StrEnum):
    """Where in a file a paragraph stands; only body paragraphs are counted."""

    BODY = "body"
    TABLE = "table"
    TEXT_BOX = "text-box"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    CONTENTS = "contents"


ASIDES = {Place.TABLE: "表格", Place.TEXT_BOX: "文本框", Place.FOOTNOTE: "脚注", Place.ENDNOTE: "尾注"}
"""Places beside the body whose text is the report's too, and what they are called."""

Cell = tuple[int, int, int]
"""Where a paragraph of a table stands: table, row, column, all from 1."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A content control of ours, or failing that its bookmark: the draft says that these characters are this datum.

    Offsets count characters of the paragraph from 0, ``end`` exclusive.
    """

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """One paragraph with tracked changes accepted.

    ``number`` counts the non-empty body paragraphs from 1; a paragraph elsewhere (table, text box, footnote, list of
    contents) has the number of the body paragraph before it.  ``style`` is the name of its paragraph style, empty in
    plain text.  ``line`` and ``column`` are the place of its first character in a text file, both from 1; 0 in Word.
    ``gaps`` are marks in that file that do not show (offset of the character they stand before, number of characters),
    in order.
    ``cell`` says where in a table it stands, ``ordinal`` in which text box or note (from 1).  A paragraph elsewhere
    hangs on character ``hangs_at`` of the body paragraph before it: behind its last one, or where a box or note is.
    """

    text: str
    number: int
    place: Place = Place.BODY
    anchors: tuple[Anchor, ...] = ()
    style: str = ""
    line: int = 0
    column: int = 0
    gaps: tuple[tuple[int, int], ...] = ()
    cell: Cell | None = None
    ordinal: int = 0
    hangs_at: int = 0

    @property
    def where(self) -> str:
        """Where it stands beside the body, for a reader (表1第2行第3列, 脚注2); empty in the body and in contents."""
        if self.place not in ASIDES:
            return ""
        if self.place is Place.TABLE and self.cell is not None:
            return "表{}第{}行第{}列".format(*self.cell)
        return f"{ASIDES[self.place]}{self.ordinal or ''}"

    def columns(self, start: int, end: int) -> tuple[int, int]:
        """The columns of characters ``start`` to ``end`` in their line of the file, from 1, the second exclusive."""
        first = self.column + start + sum(length for at, length in self.gaps if at <= start)
        if start == end:
            return first, first
        return first, self.column + end + sum(length for at, length in self.gaps if at < end)


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The page of a file's first section; lengths in millimetres, ``lines`` on a page by the grid, 0 without a grid."""

    width: float
    height: float
    top: float
    left: float
    lines: int = 0


@dataclass(frozen=True, slots=True)
class ParagraphFont:
    """How most characters of a paragraph (``number`` from 1) are set: East Asian font, size in points (0: unknown).

    ``direct`` says that runs of it carry formatting of their own beside its style.
    """

    number: int
    font: str
    size: float = 0
    direct: bool = False


@dataclass(frozen=True, slots=True)
class WordFindings:
    """What only the Word file knows, for the layout rules; empty for plain text.

    ``insertions`` and ``deletions`` count tracked changes, ``comments`` comments of others; ``hidden`` lists paragraphs
    (numbers) with hidden text; ``western_marks`` are spans (paragraph, start, end) of Chinese quotation marks,
    dashes and ellipses that Word sets in a western font.  ``fonts`` and ``page`` are empty where a reader does not
    look for them.
    """

    insertions: int = 0
    deletions: int = 0
    comments: int = 0
    hidden: tuple[int, ...] = ()
    western_marks: tuple[tuple[int, int, int], ...] = ()
    empty_paragraphs: int = 0
    fonts: tuple[ParagraphFont, ...] = ()
    page: PageSetup | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that was read.  ``record`` is the document it was generated from, if the file carries it."""

    name: str
    paragraphs: tuple[DraftParagraph, ...]
    record: Document | None = None
    word: WordFindings | None = None
    notes: tuple[str, ...] = field(default=())
    body: tuple[DraftParagraph, ...] = field(init=False, repr=False, compare=False)
    """The counted paragraphs; ``body[n - 1].number == n``."""
    asides: tuple[DraftParagraph, ...] = field(init=False, repr=False, compare=False)
    """The paragraphs in tables, text boxes and notes; a place in one is told by its number here, from 1."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "body", tuple(p for p in self.paragraphs if p.place is Place.BODY))
        object.__setattr__(self, "asides", tuple(p for p in self.paragraphs if p.place in ASIDES))
