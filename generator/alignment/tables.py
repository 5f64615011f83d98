"""The tables of a generated document against those of a draft, row by row, each datum placed in its cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeGuard

from generator.alignment.aligner import align
from generator.alignment.alignment import Alignment, State, Tie
from generator.diagnostics import Span
from generator.document import Document, Facet, FigureRun, Run, Table, paragraphs_of, text_of
from generator.draft import Anchor, Draft, DraftParagraph, Place

_BETWEEN = "\t"


def tables_of(document: Document) -> Document:
    """The tables of a document without their captions, which Word keeps as paragraphs before them."""
    tables = (replace(block, caption=()) for block in document.blocks if isinstance(block, Table))
    return replace(document, blocks=tuple(tables))


def without_tables(document: Document) -> Document:
    """The document with nothing of its tables but their captions."""
    blocks = (replace(block, rows=()) if isinstance(block, Table) else block for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


def with_lost_tables(alignment: Alignment, document: Document) -> Alignment:
    """The alignment of a body, with the data of tables that a draft lost as missing where the tables stood."""
    partner = {base: paragraph for paragraph, base in reversed(alignment.paired_paragraphs.items())}
    lost: list[Tie] = []
    number = 0
    for block in document.blocks:
        number += sum(1 for _ in paragraphs_of(without_tables(replace(document, blocks=(block,)))))
        if isinstance(block, Table):
            above = next((partner[n] for n in range(number, 0, -1) if n in partner), 1)
            lost += (
                _lost(run, Span("", above, 0, 0))
                for row in block.rows
                for cell in row
                for run in cell
                if _is_datum(run)
            )
    return replace(alignment, ties=(*alignment.ties, *lost))


def _is_datum(run: Run) -> TypeGuard[FigureRun]:
    return isinstance(run, FigureRun) and run.facet is Facet.VALUE and bool(run.key)


def _lost(run: FigureRun, place: Span) -> Tie:
    return Tie(run, place, State.MISSING, place, run.text, 0)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row as a line: ``starts`` are offsets in ``text``, ``numbers`` the places among the asides."""

    text: str
    starts: tuple[int, ...]
    numbers: tuple[int, ...]
    anchors: tuple[Anchor, ...]

    def placed(self, start: int, end: int) -> tuple[int, int, int]:
        """The aside that characters of the row begin in, and where they are in it; what leaves the cell is cut off."""
        index = max(0, bisect_right(self.starts, start) - 1)
        first = self.starts[index]
        stop = self.starts[index + 1] - 1 if index + 1 < len(self.starts) else len(self.text)
        return self.numbers[index], min(start, stop) - first, min(end, stop) - first


def align_tables(document: Document, draft: Draft) -> Alignment:
    """Pair the data in a document's tables with the cells of a draft; places count its asides from 1."""
    rows = list(rows_of(draft))
    lines = (DraftParagraph(row.text, n, anchors=row.anchors) for n, row in enumerate(rows, start=1))
    tables = tables_of(document)
    found = align(tables, Draft(draft.name, tuple(lines)))
    cells = [text_of(runs) for runs in paragraphs_of(tables)]
    return Alignment(
        ties=tuple(_in_cell(tie, rows, cells) for tie in found.ties),
        unaccounted=tuple(_cell_span(span, rows) for span in found.unaccounted),
        paired_paragraphs={},
        typed=tuple(_in_cell(tie, rows, cells) for tie in found.typed),
    )


def rows_of(draft: Draft) -> Iterator[Row]:
    """The rows of all tables, in order."""
    numbered = [(n, p) for n, p in enumerate(draft.asides, start=1) if p.place is Place.TABLE]
    for _, cells in groupby(numbered, key=lambda pair: pair[1].cell[:2] if pair[1].cell else pair[0]):
        yield _row(list(cells))


def _row(cells: list[tuple[int, DraftParagraph]]) -> Row:
    starts: list[int] = []
    anchors: list[Anchor] = []
    at = 0
    for _, cell in cells:
        starts.append(at)
        anchors += (Anchor(a.key, a.start + at, a.end + at) for a in cell.anchors)
        at += len(cell.text) + len(_BETWEEN)
    text = _BETWEEN.join(cell.text for _, cell in cells)
    return Row(text, tuple(starts), tuple(number for number, _ in cells), tuple(anchors))


def _cell_span(span: Span, rows: list[Row]) -> Span:
    number, start, end = rows[span.paragraph - 1].placed(span.start, span.end)
    return Span(span.text[: end - start], number, start, end)


def _in_cell(tie: Tie, rows: list[Row], lines: list[str]) -> Tie:
    """A tie of two rows as one of two cells."""
    line = lines[tie.base.paragraph - 1]
    start = line.rfind(_BETWEEN, 0, tie.base.start) + 1
    stop = line.find(_BETWEEN, tie.base.end)
    context = line[start : stop if stop >= 0 else len(line)]
    return replace(tie, span=_cell_span(tie.span, rows), context=context, context_offset=tie.base.start - start)
