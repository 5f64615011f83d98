"""Marked text, as templates give it back, to the blocks of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.document import (
    AnnexHeading,
    Block,
    Facet,
    FigureRun,
    Front,
    FrontPart,
    Heading,
    Kind,
    Paragraph,
    ParagraphRole,
    Role,
    Run,
    Runs,
    Table,
    Text,
)
from generator.templating.marks import BLOCK, BLOCK_NAMES, BODY, CELL, END, FIELD, FIGURE, RUN_IN, TOKEN

_LINE_BREAK = re.compile(r"[ \t]*\n\s*")


class MarkedTextError(Exception):
    """Templates gave something that is no document; the message is Chinese."""


@dataclass(slots=True)
class _RawBlock:
    name: str
    cells: list[list[Run]] = field(default_factory=lambda: [[]])

    @property
    def runs(self) -> Runs:
        return tuple(self.cells[0])


def blocks_of(marked: str) -> tuple[Block, ...]:
    """The blocks of a rendered text.

    Line breaks and the indentation after them belong to the template, not to the report, and are dropped.  Raises
    :class:`MarkedTextError` when text stands before the first block or a mark is broken.
    """
    return tuple(_assemble(_raw_blocks(_LINE_BREAK.sub("", marked))))


def _raw_blocks(marked: str) -> list[_RawBlock]:
    blocks: list[_RawBlock] = []
    tokens = TOKEN.split(marked)
    level = 0
    fields: list[str] | None = None
    position = 0
    text = tokens[0]
    if text.strip():
        raise MarkedTextError(f"“{text.strip()[:20]}”不在任何段落里，模板中它的前面要有 {{{{ begin.paragraph }}}}")
    while position + 1 < len(tokens):
        sign, text = tokens[position + 1], tokens[position + 2]
        position += 2
        if sign == BLOCK:
            blocks.append(_RawBlock(_known(text)))
            position, text = _skip_body(tokens, position)
        elif sign == FIGURE:
            fields = [text]
            while tokens[position + 1] == FIELD:
                fields.append(tokens[position + 2])
                position += 2
            position, text = _skip_body(tokens, position)
            blocks[-1].cells[-1].append(_figure(text, fields, level))
            continue
        elif sign == RUN_IN:
            if level:
                level = 0
            else:
                level = int(text)
                position, text = _skip_body(tokens, position)
        elif sign == CELL:
            blocks[-1].cells.append([])
        elif sign != END:
            raise MarkedTextError("模板输出里的标记乱了")
        if text and (text.strip() or blocks[-1].cells[-1]):
            blocks[-1].cells[-1].append(Text(text, Role.RUN_IN if level else Role.BODY, level))
    return blocks


def _known(name: str) -> str:
    if name not in BLOCK_NAMES:
        raise MarkedTextError(f"模板里没有“{name}”这种段落")
    return name


def _skip_body(tokens: list[str], position: int) -> tuple[int, str]:
    if tokens[position + 1] != BODY:
        raise MarkedTextError("模板输出里的标记乱了：标记后面缺少正文")
    return position + 2, tokens[position + 2]


def _figure(text: str, fields: list[str], level: int) -> FigureRun:
    key, kind, source, facet, role = fields
    wanted = Role(role)
    if level and wanted is Role.BODY:
        wanted = Role.RUN_IN
    return FigureRun(text, key, Kind(kind), source, Facet(facet), wanted, level)


_FRONT = {part.value: part for part in FrontPart}


def _assemble(raw: list[_RawBlock]) -> Iterator[Block]:
    position = 0
    while position < len(raw):
        block = raw[position]
        position += 1
        if block.name in _FRONT:
            yield Front(_FRONT[block.name], block.runs)
        elif block.name == "heading":
            yield Heading(1, block.runs)
        elif block.name == "salutation":
            yield Paragraph(block.runs, ParagraphRole.SALUTATION)
        elif block.name == "paragraph":
            if block.runs:
                yield Paragraph(block.runs)
        elif block.name == "annex_label":
            title = raw[position].runs if position < len(raw) and raw[position].name == "annex_title" else ()
            position += 1 if title else 0
            yield AnnexHeading(block.runs, title)
        elif block.name == "table":
            rows = []
            while position < len(raw) and raw[position].name == "row":
                rows.append(tuple(tuple(cell) for cell in raw[position].cells))
                position += 1
            yield Table(tuple(rows), block.runs)
        else:
            raise MarkedTextError(f"“{block.name}”前面缺少它所属的段落")
