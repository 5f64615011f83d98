"""Every piece of prose in a report, with the path by which its place is found."""

from __future__ import annotations

from collections.abc import Iterator

from generator.loading.locating import Path
from schemas.outline import Annex, Part, Section, TableData
from schemas.prose import Prose
from schemas.report import Report

Placed = tuple[str, Path, Prose]
"""Section name in the source map, path inside it, and the prose."""


def walk_prose(report: Report) -> Iterator[Placed]:
    """All prose, in the order of the report: title block, parts, annexes."""
    for name in ("date", "session", "speaker"):
        text = getattr(report.report.front, name)
        if text is not None:
            yield "report", ("front", name), text
    for number, part in enumerate(report.outline):
        for path, prose in _part(part):
            yield f"outline:{number}", path, prose
    for number, annex in enumerate(report.report.annexes):
        for path, prose in _annex(annex):
            yield "report", ("annexes", number, *path), prose


def walk_tables(report: Report) -> Iterator[tuple[str, Path, TableData]]:
    """All tables, each with its section name in the source map and its path inside it."""
    for number, part in enumerate(report.outline):
        for path, table in _section_tables(part.sections, ()):
            yield f"outline:{number}", path, table
    for number, annex in enumerate(report.report.annexes):
        if annex.table is not None:
            yield "report", ("annexes", number, "table"), annex.table


def _section_tables(sections: tuple[Section, ...], above: Path) -> Iterator[tuple[Path, TableData]]:
    for number, section in enumerate(sections):
        here: Path = (*above, "sections", number)
        if section.table is not None:
            yield (*here, "table"), section.table
        yield from _section_tables(section.sections, here)


def _part(part: Part) -> Iterator[tuple[Path, Prose]]:
    if part.heading is not None:
        yield ("heading",), part.heading
    if part.salutation is not None:
        yield ("salutation",), part.salutation
    yield from _sections(part.sections)


def _sections(sections: tuple[Section, ...]) -> Iterator[tuple[Path, Prose]]:
    for number, section in enumerate(sections):
        here: Path = ("sections", number)
        if section.head is not None:
            yield (*here, "head"), section.head
        if section.text is not None:
            yield (*here, "text"), section.text
        if section.table is not None:
            for path, prose in _table(section.table):
                yield (*here, "table", *path), prose
        for path, prose in _sections(section.sections):
            yield (*here, *path), prose


def _table(table: TableData) -> Iterator[tuple[Path, Prose]]:
    if table.caption is not None:
        yield ("caption",), table.caption
    for column, cell in enumerate(table.header):
        yield ("header", column), cell
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            yield ("rows", row, column), cell


def _annex(annex: Annex) -> Iterator[tuple[Path, Prose]]:
    yield ("title",), annex.title
    if annex.intro is not None:
        yield ("intro",), annex.intro
    for number, item in enumerate(annex.items):
        yield ("items", number), item
    if annex.table is not None:
        for path, prose in _table(annex.table):
            yield ("table", *path), prose
