"""甲、乙分别增长a、b: how many names stand before 分别, and how many values behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analysis.list_sizes import sizes
from generator.analysis.quantities import Quantity
from generator.analysis.sentences import Interval
from generator.analysis.stretches import Stretch, items, stretches

_WORD = "分别"
_TIMES = frozenset("年 月 日 周年 季度".split())
_JOINT = re.compile(
    "(?:[、和与及]|以及)(?:增长|提高|上升|增加|下降|降低|减少|达到|达|高于|低于|占|居|列|升至|增至|降至|新增|提升|约为|约|为|超过|超|突破|近|第|全国|全省|全市)*"
)


@dataclass(frozen=True, slots=True)
class Respectively:
    """One 分别.  ``names`` are the numbers of things that may be meant, ``values`` the first run of figures behind it."""

    word: Interval
    names: frozenset[int]
    listed: Interval
    values: tuple[Quantity, ...]

    @property
    def contradicts(self) -> bool:
        """Whether no reading of the names agrees with the values."""
        return len(self.values) not in self.names


def respectively(text: str, quantities: Sequence[Quantity]) -> Iterator[Respectively]:
    """Every 分别 whose names stand in its clause and whose values are figures."""
    position = 0
    for clause in stretches(text) if _WORD in text else ():
        at = text.find(_WORD, clause.start, clause.end)
        if at < 0 or clause.inside(at):
            continue
        while position < len(quantities) and quantities[position].start < at:
            position += 1
        values = _run(text, clause, at, quantities[position : position + 16])
        names = _names(text, clause, at)
        if values and names:
            yield Respectively((at, at + 2), names, (clause.start, at), values)


def _names(text: str, clause: Stretch, at: int) -> frozenset[int]:
    parts = items(clause, clause.start, at)
    if parts[-1][0] >= parts[-1][1]:
        return frozenset()
    found = sizes(text, clause, parts)
    return frozenset(size for size in found or () if size > 1)


def _run(text: str, clause: Stretch, at: int, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The values that 、 and 和 join directly; an elided unit (28.6个和21.9个百分点) changes nothing."""
    run: list[Quantity] = []
    for quantity in quantities:
        if quantity.start >= clause.end or clause.inside(quantity.start):
            break
        if run and not _JOINT.fullmatch(text, run[-1].end + len(run[-1].behind), quantity.start - len(quantity.before)):
            break
        if quantity.unit not in _TIMES or run:
            run.append(quantity)
    return tuple(run)
