"""Blocks into the XML of a Word body, as strings: a report of thousands of paragraphs costs milliseconds."""

from __future__ import annotations

from typing import Final, assert_never

from generator.document import AnnexHeading, Block, Document, Front, FrontPart, Heading, Paragraph, ParagraphRole, Table
from generator.writers.docx.names import HEADINGS, StyleId
from generator.writers.docx.runs import RunWriter
from generator.writers.docx.table import table_xml

_FRONT: Final = {
    FrontPart.MARK: StyleId.MARK,
    FrontPart.TITLE: StyleId.TITLE,
    FrontPart.SESSION: StyleId.SESSION,
    FrontPart.SPEAKER: StyleId.SPEAKER,
}
_PARAGRAPHS: Final = {ParagraphRole.BODY: StyleId.BODY, ParagraphRole.SALUTATION: StyleId.SALUTATION}
_BLANK: Final = "<w:p/>"


def body_xml(document: Document, text_width: int) -> str:
    """Everything in w:body before the section; ``text_width`` in twips is shared out to table columns."""
    runs = RunWriter()
    pieces: list[str] = []
    previous: Block | None = None
    for block in document.blocks:
        pieces.append(_between(previous, block))
        pieces.append(_block(block, runs, text_width))
        previous = block
    pieces.append(_between(previous, None))
    return "".join(pieces)


def _between(previous: Block | None, block: Block | None) -> str:
    """A blank line: one under the title block, and one where Word would otherwise join or lose a table's end."""
    if isinstance(previous, Front):
        return "" if block is None or isinstance(block, Front) else _BLANK
    if isinstance(previous, Table):
        return _BLANK if block is None or (isinstance(block, Table) and not block.caption) else ""
    return ""


def _block(block: Block, runs: RunWriter, text_width: int) -> str:
    match block:
        case Paragraph():
            return _paragraph(_PARAGRAPHS[block.role], runs.written(block.runs))
        case Heading():
            return _paragraph(HEADINGS[min(max(block.level, 1), len(HEADINGS)) - 1], runs.written(block.runs))
        case Front():
            return _paragraph(_FRONT[block.part], runs.written(block.runs))
        case AnnexHeading():
            label = _paragraph(StyleId.ANNEX_LABEL, runs.written(block.label))
            return label + (_paragraph(StyleId.ANNEX_TITLE, runs.written(block.title)) if block.title else "")
        case Table():
            caption = _paragraph(StyleId.TABLE_CAPTION, runs.written(block.caption)) if block.caption else ""
            return caption + table_xml(block, runs, text_width)
        case _:
            assert_never(block)


def _paragraph(style: StyleId, inner: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>'
