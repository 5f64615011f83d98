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

    ``number`` counts the non-empty body paragraphs from 1; a paragraph elsewhere (table, text box, footnote) has the
    number of the body paragraph before it.  ``style`` is the name of its paragraph style, empty in plain text.
    """

    text: str
    number: int
    place: Place = Place.BODY
    anchors: tuple[Anchor, ...] = ()
    style: str = ""


@dataclass(frozen=True, slots=True)
class WordFindings:
    """What only the Word file knows, for the layout rules; empty for plain text.

    ``insertions`` and ``deletions`` count tracked changes, ``comments`` comments of others; ``hidden`` lists paragraphs
    (numbers) with hidden text; ``western_marks`` are spans (paragraph, start, end) of Chinese quotation marks, dashes and
    ellipses that Word sets in a western font.
    """

    insertions: int = 0
    deletions: int = 0
    comments: int = 0
    hidden: tuple[int, ...] = ()
    western_marks: tuple[tuple[int, int, int], ...] = ()
    empty_paragraphs: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that was read.  ``record`` is the document it was generated from, if the file carries it."""

    name: str
    paragraphs: tuple[DraftParagraph, ...]
    record: Document | None = None
    word: WordFindings | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def body(self) -> tuple[DraftParagraph, ...]:
        """The counted paragraphs; ``body[n - 1].number == n``."""
        return tuple(p for p in self.paragraphs if p.place is Place.BODY)
