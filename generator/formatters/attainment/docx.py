"""The table of targets and results as a Word file in the report's own layout."""

from __future__ import annotations

from generator.attainment.indicators import Attainment
from generator.attainment.table import HEADER, rows_of, summary_of, title_of
from generator.document import Document, Front, FrontPart, Meta, Paragraph, Runs, Table, Text
from generator.writers import docx


def attainment_document(table: Attainment) -> Document:
    """Title, one sentence and the table."""
    title = title_of(table)
    rows = (HEADER, *(row.cells for row in rows_of(table)))
    return Document(
        (
            Front(FrontPart.TITLE, (Text(title),)),
            Paragraph((Text(summary_of(table)),)),
            Table(tuple(tuple(_cell(cell) for cell in row) for row in rows)),
        ),
        Meta(table.period, table.place, title),
    )


def attainment_docx(table: Attainment, reference: bytes) -> bytes:
    """The Word file; ``reference`` is the compiled layout."""
    return docx.write(attainment_document(table), reference)


def _cell(text: str) -> Runs:
    return (Text(text),) if text else ()
