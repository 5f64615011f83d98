"""表格的合计行与各行之和不符。

一列里各行的数加起来，应等于“合计”“总计”那一行的数；Word 的表格，和文本里用制表符分开各格的，都算。
四舍五入能解释的差别不报：没有写单位的数，列名里也没有家、户、项一类字的，每行放宽半个单位。
有“小计”“其中”行的，合计行不止一个的，百分数、比率、增速、均数，有格空着的列，不算。

反例：县\t新建学校　甲县\t3所　乙县\t4所　合计\t8所
反例：类别\t项目数（个）　交通\t12　水利\t31　合计\t44
正例：县\t新建学校　甲县\t3所　乙县\t4所　合计\t7所
正例：类别\t投资（亿元）　交通\t12　水利\t31　合计\t44

依据：XBRL Calculations 1.1 的区间核算法。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from generator.analysis.bounds import bounds_of, is_exact, total
from generator.analysis.quantities import Quantity
from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.characters import CELL_END
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F116", "table-total", Group.FOOTING, Severity.ERROR, "表格的合计与各行之和不符", anywhere=True)

_TOTAL = Pattern(r"(?:合|总|共)\s*计")
_PARTIAL = Pattern(r"小\s*计|其中|^[#＃—-]")
_RATES = Pattern("[%％‰率比增均]|位次|排名|年份")
_COUNTED = Pattern("[个家户人处项件座所名辆台套条]")
_LEAST_ROWS = 2


@dataclass(frozen=True, slots=True)
class _Cell:
    """Characters ``start`` to ``end`` of a paragraph."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end].strip()

    @property
    def number(self) -> Quantity | None:
        """The number that fills it."""
        inside = [q for q in self.paragraph.quantities if self.start <= q.start < self.end]
        if len(inside) != 1 or inside[0].text != self.text or inside[0].upper is not None or inside[0].ordinal:
            return None
        return inside[0]


_Row = dict[int, _Cell]
"""Cells by column, from 1."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Columns of tables whose total is not the sum of the other rows."""
    for rows in (*_tables(context), *_lines(context)):
        labels = [row[min(row)].text for row in rows]
        totals = [n for n, label in enumerate(labels) if n and _TOTAL.fullmatch(label)]
        if len(totals) == 1 and not any(_PARTIAL.search(label) for label in labels):
            yield from _of_table(rows, totals[0])


def _tables(context: CheckContext) -> Iterator[list[_Row]]:
    """The tables of a Word file, where they are looked at."""
    cells = [(p.source.cell, _Cell(p, 0, len(p.text))) for p in context.paragraphs if p.source.cell is not None]
    for _, table in groupby(cells, key=lambda cell: cell[0][0]):
        rows: dict[int, _Row] = {}
        for (_, row, column), cell in table:
            rows.setdefault(row, {}).setdefault(column, cell)
        yield list(rows.values())


def _lines(context: CheckContext) -> Iterator[list[_Row]]:
    """Neighbouring paragraphs whose cells are parted by tabs."""
    for is_row, lines in groupby(
        context.paragraphs, key=lambda p: p.source.cell is None and CELL_END in p.text.strip()
    ):
        if is_row:
            yield [_split(paragraph) for paragraph in lines]


def _split(paragraph: Paragraph) -> _Row:
    cells: _Row = {}
    at = 0
    for column, text in enumerate(paragraph.text.split(CELL_END), start=1):
        cells[column] = _Cell(paragraph, at, at + len(text))
        at += len(text) + 1
    return cells


def _of_table(rows: list[_Row], at: int) -> Iterator[Finding]:
    others = [row for n, row in enumerate(rows) if n not in (0, at)]
    for column, cell in rows[at].items():
        head = rows[0][column].text if column in rows[0] else ""
        numbers = [row[column].number if column in row else None for row in others]
        parts = [number for number in numbers if number is not None]
        whole = cell.number
        is_whole = len(others) == len(parts) >= _LEAST_ROWS and not _RATES.search(head)
        if column > 1 and is_whole and whole is not None and _contradicts(whole, parts, head):
            sum_ = sum(part.value for part in parts)
            message = f"合计写的是“{whole.text}”，各行加起来是 {sum_:f}{whole.scale}{whole.unit}"
            yield Finding(cell.paragraph.span(whole.start, whole.end), message)


def _contradicts(whole: Quantity, parts: list[Quantity], head: str) -> bool:
    """Whether numbers of one unit cannot add up to their total."""
    if len({(part.unit, part.scale) for part in (whole, *parts)}) > 1 or _RATES.search(whole.unit):
        return False
    is_rounded = not whole.unit and is_exact(whole) and not _COUNTED.search(head)
    spread = whole.half_step * (len(parts) + 1) if is_rounded else Decimal(0)
    return not bounds_of(whole).meets(total(bounds_of(part) for part in parts).widened(spread))
