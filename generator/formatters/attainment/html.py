"""The table and the chart of targets and results as one web page that stands alone."""

from __future__ import annotations

from html import escape
from importlib import resources

from generator.attainment.indicators import Attainment
from generator.attainment.judging import Outcome
from generator.attainment.table import HEADER, row_of, summary_of, title_of
from generator.formatters.attainment.svg import attainment_svg

_CLASSES = {Outcome.REACHED: "reached", Outcome.MISSED: "missed"}


def attainment_html(table: Attainment) -> str:
    """The page."""
    style = resources.files("templates").joinpath("html/attainment.css").read_text(encoding="utf-8").strip()
    title = escape(title_of(table))
    head = "".join(f"<th>{cell}</th>" for cell in HEADER)
    rows = "\n".join(
        f'<tr class="{_CLASSES.get(one.verdict.outcome, "open")}">'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row_of(one).cells)
        + "</tr>"
        for one in table.indicators
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}\n</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"<p>{escape(summary_of(table))}</p>\n{attainment_svg(table, titled=False)}"
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</body>\n</html>\n"
    )
