"""Blocks and runs of a document as HTML elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile
from typing import assert_never

from generator.document import (
    AnnexHeading,
    Block,
    Document,
    Facet,
    FigureRun,
    Front,
    FrontPart,
    Heading,
    Paragraph,
    ParagraphRole,
    Role,
    Run,
    Runs,
    Table,
    Text,
    text_of,
)
from generator.writers.html.markup import element, escape
from generator.writers.html.summary import KIND_NAMES, Owed

_MARKED = {Role.PLACEHOLDER: "placeholder", Role.PENDING: "pending"}


def body_of(document: Document, owed: Owed) -> str:
    """The report itself: title block, text, annexes."""
    front = tuple(block for block in takewhile(lambda block: isinstance(block, Front), document.blocks))
    title = any(isinstance(block, Front) and block.part is FrontPart.TITLE for block in document.blocks)
    head = "" if title else element("h1", escape(document.meta.title)) + "\n"
    head += "".join(_block(block, owed) for block in front)
    text = "".join(_sections(document.blocks[len(front) :], owed))
    return element("article", f"\n{element('header', chr(10) + head)}\n{text}", class_="report") + "\n"


def _sections(blocks: Iterable[Block], owed: Owed) -> Iterator[str]:
    """The text, then each annex in a section of its own."""
    inside = False
    for block in blocks:
        if isinstance(block, AnnexHeading):
            yield "</section>\n" if inside else ""
            yield '<section class="annex">\n'
            inside = True
        yield _block(block, owed)
    yield "</section>\n" if inside else ""


def _block(block: Block, owed: Owed) -> str:
    match block:
        case Front(part=part, runs=runs):
            return _line("h1", runs, owed) if part is FrontPart.TITLE else _line("p", runs, owed, part.value)
        case Heading(level=level, runs=runs):
            return _line(f"h{min(level, 5) + 1}", runs, owed)
        case Paragraph(runs=runs, role=role):
            return _line("p", runs, owed, "salutation" if role is ParagraphRole.SALUTATION else "")
        case AnnexHeading(label=label, title=title):
            return _line("p", label, owed, "annex-label") + _line("h2", title, owed, "annex-title")
        case Table():
            return _table(block, owed)
        case _:
            assert_never(block)


def _line(name: str, runs: Runs, owed: Owed, class_: str = "") -> str:
    """One line of the text; like every other form, the page has no empty ones."""
    return element(name, _runs(runs, owed), class_=class_) + "\n" if text_of(runs).strip() else ""


def _table(table: Table, owed: Owed) -> str:
    caption = _line("caption", table.caption, owed)
    header = "".join(f"<thead>\n{_row('th', row, owed)}</thead>\n" for row in table.rows[:1])
    body = "".join(_row("td", row, owed) for row in table.rows[1:])
    return element("table", f"\n{caption}{header}<tbody>\n{body}</tbody>\n") + "\n"


def _row(name: str, cells: tuple[Runs, ...], owed: Owed) -> str:
    scope = "col" if name == "th" else ""
    return element("tr", "".join(element(name, _runs(cell, owed), scope=scope) for cell in cells)) + "\n"


def _runs(runs: Runs, owed: Owed) -> str:
    written = []
    for level, group in groupby(runs, _head_level):
        text = "".join(_run(run, owed) for run in group)
        written.append(element("b", text, class_=f"run-in-{level}") if level and text else text)
    return "".join(written)


def _head_level(run: Run) -> int:
    """The depth of the run-in head that a run belongs to; 0 for body text."""
    return max(run.level, 1) if run.role is Role.RUN_IN else run.level


def _run(run: Run, owed: Owed) -> str:
    text = escape(run.text)
    mark = _MARKED.get(run.role, "")
    if not text:
        return ""
    if isinstance(run, Text):
        return element("mark", text, class_=mark) if mark else text
    is_value = run.facet is Facet.VALUE
    return element(
        "mark" if mark else "span",
        text,
        id=owed.anchor(run) if is_value else "",
        class_=" ".join(("datum" if is_value else "word", *([mark] if mark else ()))),
        data_key=run.key,
        data_kind=_kind(run),
        data_source=run.source,
        tabindex="0" if is_value else "",
    )


def _kind(run: FigureRun) -> str:
    kind = KIND_NAMES[run.kind]
    if run.facet is Facet.WORD:
        return f"随{kind}而变的词"
    return {Role.PLACEHOLDER: f"{kind}，待填", Role.PENDING: f"{kind}，待核"}.get(run.role, kind)
