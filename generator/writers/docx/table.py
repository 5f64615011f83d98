"""A table as w:tbl: ruled, its header row repeated on every page, no row split between pages."""

from __future__ import annotations

from typing import Final

from generator.document import Runs, Table, text_of
from generator.writers.docx.names import StyleId
from generator.writers.docx.runs import RunWriter

_LONGEST: Final = 20
"""Characters after which a longer cell does not widen its column any more."""


def table_xml(table: Table, runs: RunWriter, text_width: int) -> str:
    """The table over the full ``text_width`` (twips), columns as wide as their texts ask; "" if it is empty."""
    widths = _widths(table, text_width)
    if not widths:
        return ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(row, widths, runs, number == 0) for number, row in enumerate(table.rows))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{StyleId.TABLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _widths(table: Table, text_width: int) -> list[int]:
    columns = max((len(row) for row in table.rows), default=0)
    wanted = [2 + min(_LONGEST, _usual_length(table, column)) for column in range(columns)]
    widths = [text_width * characters // sum(wanted) for characters in wanted]
    if widths:
        widths[-1] += text_width - sum(widths)
    return widths


def _usual_length(table: Table, column: int) -> int:
    """The length that at most one cell in ten exceeds: a few long ones do not narrow the other columns."""
    lengths = sorted(_length(row, column) for row in table.rows)
    return max(_length(table.rows[0], column), lengths[(9 * len(lengths) + 9) // 10 - 1])


def _length(row: tuple[Runs, ...], column: int) -> int:
    return len(text_of(row[column])) if column < len(row) else 0


def _row(row: tuple[Runs, ...], widths: list[int], runs: RunWriter, is_head: bool) -> str:
    style = StyleId.TABLE_HEAD if is_head else StyleId.TABLE_TEXT
    cells = "".join(_cell(row[n] if n < len(row) else (), width, style, runs) for n, width in enumerate(widths))
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _cell(cell: Runs, width: int, style: StyleId, runs: RunWriter) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs.written(cell)}</w:p></w:tc>'
    )
