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

_FIGURE_SIGNS = [FIELD, FIELD, FIELD, FIELD, BODY]
_KINDS = {kind.value: kind for kind in Kind}
_FACETS = {facet.value: facet for facet in Facet}
_ROLES = {role.value: role for role in Role}
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
    try:
        return tuple(_assemble(_MarkReader(TOKEN.split(_LINE_BREAK.sub("", marked))).read()))
    except (LookupError, ValueError) as error:
        message = "模板输出里的标记乱了，或数据不在任何段落里：它的前面要有 {{ begin.paragraph }}"
        raise MarkedTextError(message) from error


@dataclass(slots=True)
class _MarkReader:
    """Goes through marks and the texts between them; raises IndexError or ValueError where they do not fit."""

    tokens: list[str]
    blocks: list[_RawBlock] = field(default_factory=list)
    position: int = 0
    level: int = 0

    def read(self) -> list[_RawBlock]:
        text = self._next().strip()
        if text:
            raise MarkedTextError(f"“{text[:20]}”不在任何段落里，模板中它的前面要有 {{{{ begin.paragraph }}}}")
        while self.position < len(self.tokens):
            self._mark(self._next(), self._next())
        return self.blocks

    def _next(self) -> str:
        self.position += 1
        return self.tokens[self.position - 1]

    def _mark(self, sign: str, text: str) -> None:
        if sign == FIGURE:
            self.blocks[-1].cells[-1].append(self._figure(text))
            return
        if sign == BLOCK:
            self.blocks.append(_RawBlock(_known(text)))
            text = self._body()
        elif sign == RUN_IN and self.level:
            self.level = 0
        elif sign == RUN_IN:
            self.level = int(text)
            text = self._body()
        elif sign == CELL:
            self.blocks[-1].cells.append([])
        elif sign != END:
            raise MarkedTextError("模板输出里的标记乱了")
        self._text(text)

    def _text(self, text: str) -> None:
        if text and (text.strip() or self.blocks[-1].cells[-1]):
            role = Role.RUN_IN if self.level else Role.BODY
            self.blocks[-1].cells[-1].append(Text(text, role, self.level))

    def _body(self) -> str:
        if self._next() != BODY:
            raise MarkedTextError("模板输出里的标记乱了：标记后面缺少正文")
        return self._next()

    def _figure(self, key: str) -> FigureRun:
        end = self.position + 2 * len(_FIGURE_SIGNS)
        if self.tokens[self.position : end : 2] != _FIGURE_SIGNS:
            raise MarkedTextError("模板输出里的标记乱了")
        kind, source, facet, role, text = self.tokens[self.position + 1 : end : 2]
        self.position = end
        wanted = _ROLES[role]
        if self.level and wanted is Role.BODY:
            wanted = Role.RUN_IN
        return FigureRun(text, key, _KINDS[kind], source, _FACETS[facet], wanted, self.level)


def _known(name: str) -> str:
    if name not in BLOCK_NAMES:
        raise MarkedTextError(f"模板里没有“{name}”这种段落")
    return name


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
