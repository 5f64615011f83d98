"""The text of a report as a tree: what templates produce, and what every writer writes.

A :class:`Document` is blocks of runs.  A run either is plain :class:`Text` or carries a datum (:class:`FigureRun`), so
that no format ever has to guess which number is which.  Roles are meaning, never looks: each writer maps them to its
own styles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of datum a run comes from; the names are part of the ``trace`` interface."""

    FIGURE = "figure"
    TARGET = "target"
    PROJECT = "project"
    TERM = "term"
    DERIVED = "derived"


class Facet(StrEnum):
    """Which side of a datum a run shows: the number or name itself, or a word that the datum's value chose."""

    VALUE = "value"
    WORD = "word"


class Role(StrEnum):
    """What a run is for inside its block."""

    BODY = "body"
    RUN_IN = "run-in"  # a head that opens a paragraph and is followed by text in the same paragraph
    PLACEHOLDER = "placeholder"  # 【待填：…】, a value that is still owed
    PENDING = "pending"  # a value that is there but still marked 待核


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words.  ``level`` is the depth of a run-in head, from 1 (（一）) down; 0 for body text."""

    text: str
    role: Role = Role.BODY
    level: int = 0


@dataclass(frozen=True, slots=True)
class FigureRun:
    """Words that a datum produced.

    ``key`` is what the data calls it, ``source`` its place as ``drafts/2024/figures.yaml:17``.  ``role`` and ``level``
    as in :class:`Text`.
    """

    text: str
    key: str
    kind: Kind
    source: str
    facet: Facet = Facet.VALUE
    role: Role = Role.BODY
    level: int = 0


Run = Text | FigureRun
Runs = tuple[Run, ...]


class FrontPart(StrEnum):
    """The lines of a report's title block, in the order in which they are printed."""

    MARK = "mark"  # （征求意见稿）
    TITLE = "title"  # 政府工作报告
    SESSION = "session"  # ——2024年1月…日在…人民代表大会第…次会议上
    SPEAKER = "speaker"  # 市长 ×××


@dataclass(frozen=True, slots=True)
class Front:
    """One line of the title block; plain text leaves these out unless asked."""

    part: FrontPart
    runs: Runs


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on a line of its own.  ``level`` 1 is 一、; the heading's mark is part of its runs."""

    level: int
    runs: Runs


class ParagraphRole(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    SALUTATION = "salutation"  # 各位代表： flush left


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; heads that run into it are runs with :attr:`Role.RUN_IN`."""

    runs: Runs
    role: ParagraphRole = ParagraphRole.BODY


@dataclass(frozen=True, slots=True)
class AnnexHeading:
    """The start of an annex, on a new page: its label (附件1) and its title."""

    label: Runs
    title: Runs


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``rows[0]`` is the header row.  ``caption`` stands above it and may be empty."""

    rows: tuple[tuple[Runs, ...], ...]
    caption: Runs = ()


Block = Front | Heading | Paragraph | AnnexHeading | Table


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document was made from: report year, place, title, and hashes (sha256, hex) of data and templates."""

    year: int
    place: str
    title: str
    data_hash: str = ""
    template_hash: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report, ready to be written."""

    blocks: tuple[Block, ...]
    meta: Meta


def text_of(runs: Runs) -> str:
    """The characters of some runs."""
    return "".join(run.text for run in runs)


def paragraphs_of(document: Document, *, front: bool = False) -> Iterator[Runs]:
    """The non-empty paragraphs of the text form, in order; ``front`` adds the title block.

    This order is what paragraph numbers count everywhere (from 1).  A table gives one paragraph for its caption and
    one for each row, its cells parted by a tab.
    """
    return (runs for _, runs in paragraphs_with_blocks(document, front=front))


def paragraphs_with_blocks(document: Document, *, front: bool = False) -> Iterator[tuple[Block, Runs]]:
    """The paragraphs of :func:`paragraphs_of`, each behind the block that it belongs to."""
    for block in document.blocks:
        for runs in _lines_of(block, front):
            if text_of(runs).strip():
                yield block, runs


def _lines_of(block: Block, front: bool) -> Iterator[Runs]:
    match block:
        case Front(runs=runs):
            if front:
                yield runs
        case Heading(runs=runs) | Paragraph(runs=runs):
            yield runs
        case AnnexHeading(label=label, title=title):
            yield label
            yield title
        case Table(rows=rows, caption=caption):
            yield caption
            for row in rows:
                yield _joined(row)


def _joined(cells: tuple[Runs, ...]) -> Runs:
    joined: list[Run] = []
    for number, cell in enumerate(cells):
        if number:
            joined.append(Text("\t"))
        joined.extend(cell)
    return tuple(joined)
