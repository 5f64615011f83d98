"""A seeded sample of the figures of an imported report, each with its clause, to be read by hand.

``python -m benchmarks.import_sample FOLDER YEAR [COUNT]`` prints a line a figure: the words around it with the figure
between 〔 〕, then what the data say of it.  A reader counts how often unit, hedge, direction and rank are all right.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.building import document_of
from generator.document import Document, FigureRun, Runs, paragraphs_of, text_of
from generator.loading.loader import load
from generator.workspace import Workspace
from schemas.figure import Figure, Target
from schemas.report import Report

SEED = 2025
_BEFORE, _BEHIND = 26, 10
_FIELDS = ("style", "direction", "hedge", "rank_in", "compared_to")


def sample(folder: Path, year: int, count: int) -> Iterator[str]:
    """Lines for ``count`` figures and targets, drawn with a fixed seed, in the order of the report."""
    workspace = Workspace(folder)
    report = load(workspace, year).require()
    seen = list(_seen(document_of(workspace, year).document, report))
    drawn = sorted(random.Random(SEED).sample(range(len(seen)), min(count, len(seen))))
    yield from (seen[number] for number in drawn)


def _seen(document: Document, report: Report) -> Iterator[str]:
    for runs in paragraphs_of(document):
        yield from _in_paragraph(runs, report)


def _in_paragraph(runs: Runs, report: Report) -> Iterator[str]:
    """One line for every datum; its runs stand together (增长 and 5.1%)."""
    number = 0
    while number < len(runs):
        run = runs[number]
        end = number + 1
        if isinstance(run, FigureRun):
            while end < len(runs) and isinstance(other := runs[end], FigureRun) and other.key == run.key:
                end += 1
            datum = report.figures.get(run.key) or report.targets.get(run.key)
            if datum is not None:
                yield _line(runs, number, end, run.key, datum)
        number = end


def _line(runs: Runs, start: int, end: int, key: str, datum: Figure | Target) -> str:
    before, behind = text_of(runs[:start])[-_BEFORE:], text_of(runs[end:])[:_BEHIND]
    said = [f"{datum.value}", datum.unit, *(f"{name}={value}" for name in _FIELDS if (value := getattr(datum, name)))]
    sort = "目标" if isinstance(datum, Target) else "固定" if datum.fixed else "指标"
    return f"{before}〔{text_of(runs[start:end])}〕{behind}\t{sort} {key}: {' '.join(said)}"


def main() -> None:
    """Print the sample."""
    folder, year, *rest = sys.argv[1:]
    for line in sample(Path(folder), int(year), int(rest[0]) if rest else 50):
        print(line)


if __name__ == "__main__":
    main()
