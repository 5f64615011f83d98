"""What templates see of a report: its outline with every sentence already expressed as marked text."""

from __future__ import annotations

from typing import NamedTuple


class TableView(NamedTuple):
    """A table as templates see it: every cell is marked text."""

    caption: str
    rows: tuple[tuple[str, ...], ...]


class SectionView(NamedTuple):
    """A section as templates see it.

    ``number`` counts headed sections from 1; ``level`` is the depth, from 1; ``opens`` says whether it starts a
    paragraph of its own; ``closed`` whether its head already ends in a stop; ``source`` is its place in the data.
    """

    source: str
    head: str
    paragraphs: tuple[str, ...]
    number: int
    level: int
    marks: str
    opens: bool
    closed: bool
    table: TableView | None
    sections: tuple[SectionView, ...]


class PartView(NamedTuple):
    """A part as templates see it; ``number`` counts headed parts from 1; 0 prints none."""

    heading: str
    number: int
    salutation: str
    sections: tuple[SectionView, ...]


class GlossaryEntry(NamedTuple):
    """A term and what it means; ``level`` is the depth of its head."""

    term: str
    meaning: str
    level: int = 1


class AnnexView(NamedTuple):
    """An annex as templates see it; ``number`` counts those with a label from 1 and is 0 when there is only one.

    ``marks`` stands before its items or entries, empty for none.
    """

    source: str
    number: int
    labelled: bool
    marks: str
    title: str
    intro: str
    items: tuple[str, ...]
    glossary: tuple[GlossaryEntry, ...]
    table: TableView | None


class FrontView(NamedTuple):
    """The title block as templates see it; empty strings are left out."""

    mark: str
    date: str
    session: str
    speaker: str
