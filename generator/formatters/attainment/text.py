"""The table of targets and results for a terminal."""

from __future__ import annotations

from generator.attainment.indicators import Attainment
from generator.attainment.table import HEADER, rows_of, summary_of, title_of
from generator.formatters.text import display_width

_GAP = "  "
_WIDEST = 44


def attainment_text(table: Attainment) -> str:
    """Title, aligned table and summary."""
    lines = [HEADER, *(row.cells for row in rows_of(table))]
    widths = [min(_WIDEST, max(display_width(line[n]) for line in lines)) for n in range(len(HEADER))]
    rows = [_GAP.join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    rule = "-" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    body = [rows[0], rule, *rows[1:]]
    return "\n".join([title_of(table), "", *(line.rstrip() for line in body), "", summary_of(table)])


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - display_width(text))
