"""Where every number of a report comes from, and which come from nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Span
from generator.document import Document, Facet, FigureRun, Kind, Runs, paragraphs_of, text_of
from generator.numerals.arabic import find_numerals


@dataclass(frozen=True, slots=True)
class TracedFigure:
    """A number or name in the text, and the datum that it comes from."""

    key: str
    kind: Kind
    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class Trace:
    """Every datum in a text, and every Arabic numeral, traced or not."""

    figures: tuple[TracedFigure, ...]
    numerals: int
    untraced: tuple[Span, ...]


def trace(document: Document) -> Trace:
    """Go through the text form of a document (without title block) and account for its numerals."""
    figures: list[TracedFigure] = []
    untraced: list[Span] = []
    total = 0
    for number, runs in enumerate(paragraphs_of(document), start=1):
        here = _figures_in(runs, number)
        figures.extend(here)
        text = text_of(runs)
        numerals = find_numerals(text)
        total += len(numerals)
        loose = [(start, end) for start, end in numerals if not _covered(text, start, end, here)]
        untraced.extend(Span(text[start:end], number, start, end) for start, end in loose)
    return Trace(tuple(figures), total, tuple(untraced))


def _figures_in(runs: Runs, paragraph: int) -> list[TracedFigure]:
    """Values and names, and words of a datum that hold a numeral themselves (较2020年下降)."""
    found: list[TracedFigure] = []
    offset = 0
    for run in runs:
        end = offset + len(run.text)
        if isinstance(run, FigureRun) and (run.facet is Facet.VALUE or find_numerals(run.text)):
            found.append(TracedFigure(run.key, run.kind, run.source, Span(run.text, paragraph, offset, end)))
        offset = end
    return found


def _covered(text: str, start: int, end: int, figures: list[TracedFigure]) -> bool:
    """Whether every digit comes from a datum: in 14.2025年 a counted 14 meets a year."""
    if any(figure.span.start <= start and end <= figure.span.end for figure in figures):
        return True
    near = [figure.span for figure in figures if figure.span.start < end and start < figure.span.end]
    return all(not text[at].isdigit() or any(span.start <= at < span.end for span in near) for at in range(start, end))
