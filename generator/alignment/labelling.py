"""Data in the tables that people make by hand: known by the label of the row and the head of the column.

Nothing is claimed unless both say what the number is and of which year: a column of another year, place or comparison
stays loose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.alignment.alignment import State, Tie
from generator.alignment.stated import Statement, Statements
from generator.analysis.quantities import Quantity, quantities
from generator.diagnostics import Span
from generator.document import FigureRun, Kind
from generator.draft import DraftParagraph, Place
from generator.patterns import Pattern

_ASIDES = Pattern(r"[（(][^（）()]*[）)]|[\s#＃*]|^(?:[一二三四五六七八九十]+、|[0-9]+[.．、]|其中[：:]?|——)")
_TAIL = Pattern("(?:增速|增长率|增长|增幅|目标|预期|完成|情况|指标)$")
_UNIT_HEAD = Pattern("(?:计量)?单位")
_UNIT = Pattern(r"[（(]([^（）()]{1,6})[）)]")
_BEFORE = Pattern("(?:同比|比上年|增长|达到|达|力争)*")
_FALLS = Pattern("降|减|低于|收窄|回落|[-−－]")
_RESULT = Pattern("完成|实际|实绩|实现")
_AIM = Pattern("目标|预期|计划|安排")
_ELSEWHERE = Pattern("全省|全国|较|比|占|差|位|名|排")
_YEAR = Pattern("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SHORTEST = 4

NumberedCell = tuple[int, DraftParagraph]


@dataclass(frozen=True, slots=True)
class Known:
    """A datum with what it prints, and the clause that states it."""

    run: FigureRun
    number: Quantity
    said: Statement


class Names:
    """The data of a report by what they are called, their unit and whether they are to be reached."""

    def __init__(self, said: Statements, year: int) -> None:
        """``said`` is what a report of ``year`` states; data are called by their keys."""
        self._year = year
        self._found: dict[tuple[str, str, Kind], dict[str, Known]] = defaultdict(dict)
        for one in (one for group in said.values() for one in group if not _FALLS.search(one.text)):
            for run, number in zip(one.runs, one.numbers, strict=True):
                if run is not None and number.upper is None:
                    self._found[_plain(run.key), number.unit, run.kind][run.key] = Known(run, number, one)

    def find(self, label: str, unit: str, head: str) -> Known | None:
        """The one datum that a row's label and a column's head can mean."""
        kind = self._kind(head)
        found = self._found.get((_plain(label), unit, kind), {}) if kind is not None else {}
        return next(iter(found.values())) if len(found) == 1 else None

    def _kind(self, head: str) -> Kind | None:
        """Whether a column holds results of the year under review or aims of the plan year; None for anything else."""
        years = {int(year) for year in _YEAR.findall(head)}
        if _ELSEWHERE.search(head):
            return None
        if _AIM.search(head):
            return Kind.TARGET if years <= {self._year} and not _RESULT.search(head) else None
        if _RESULT.search(head) or years:
            return Kind.FIGURE if years <= {self._year - 1} else None
        return None


def _plain(name: str) -> str:
    name = _ASIDES.sub("", name)
    while (shorter := _TAIL.sub("", name)) != name and len(shorter) >= _SHORTEST:
        name = shorter
    return name


def labelled(asides: Sequence[DraftParagraph], names: Names) -> Iterator[Tie]:
    """The data in cells that hold nothing but a number, in tables whose first row names every column."""
    cells = [(n, p) for n, p in enumerate(asides, start=1) if p.place is Place.TABLE and p.cell is not None]
    for _, table in groupby(cells, key=lambda pair: _place(pair[1])[0]):
        rows = [list(row) for _, row in groupby(table, key=lambda pair: _place(pair[1])[1])]
        heads = {_place(cell)[2]: cell.text.strip() for _, cell in rows[0]}
        if len(heads) == max(_place(cell)[2] for row in rows for _, cell in row):
            for row in rows[1:]:
                yield from _in_row(row, heads, names)


def _in_row(row: list[NumberedCell], heads: Mapping[int, str], names: Names) -> Iterator[Tie]:
    label = row[0][1].text.strip()
    units = [cell.text.strip() for _, cell in row if _UNIT_HEAD.fullmatch(heads[_place(cell)[2]])]
    for number, cell in row[1:]:
        head, found = heads[_place(cell)[2]], quantities(cell.text)
        if len(found) != 1 or not _is_alone(cell.text, found[0]):
            continue
        known = names.find(label, found[0].unit or _first([*units, *_UNIT.findall(label), *_UNIT.findall(head)]), head)
        state = _compared(found[0], known.number) if known is not None else None
        if known is not None and state is not None:
            place = Span(found[0].text, number, found[0].start, found[0].end)
            yield Tie(known.run, known.said.base, state, place, cell.text, found[0].start)


def _place(cell: DraftParagraph) -> tuple[int, int, int]:
    assert cell.cell is not None  # only such are looked at
    return cell.cell


def _first(words: Iterable[str]) -> str:
    return next(iter(words), "")


def _is_alone(text: str, number: Quantity) -> bool:
    before, behind = text[: number.start - len(number.before)], text[number.end + len(number.behind) :]
    return not _BEFORE.sub("", before).strip() and not behind.strip() and not _FALLS.search(text)


def _compared(found: Quantity, known: Quantity) -> State | None:
    """Whether two prints are the same number; None where one may be the other, told more or less exactly."""
    is_scaled = bool(found.unit) and found.scale != known.scale
    if found.upper is not None or is_scaled or found.precision != known.precision:
        return None
    return State.TIED if found.value == known.value else State.CHANGED
