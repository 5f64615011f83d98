"""Quantities as the rules on arithmetic need them.

Sentence by sentence, without years and ordinals, and with elided units filled in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analysis.quantities import Quantity
from generator.analysis.sentences import Interval
from generator.patterns import Pattern

_TIMES = frozenset(
    (
        "年",
        "个月",
        "月",
        "日",
        "天",
        "小时",
        "分钟",
        "秒",
        "周年",
        "岁",
        "周",
        "季度",
        "个季度",
        "届",
        "期",
        "轮",
    )
)
_JOINT = Pattern("[、和与及]|以及")
PERCENT = frozenset(("%", "％"))
POINTS = frozenset(("个百分点", "百分点"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (characters of its paragraph from 0) and its quantities."""

    start: int
    end: int
    figures: tuple[Quantity, ...]


def sentence_figures(text: str, sentences: Sequence[Interval], quantities: Sequence[Quantity]) -> Iterator[Sentence]:
    """The sentences with at least two quantities that are neither dates nor ordinals."""
    position = 0
    for start, end in sentences:
        inside = []
        while position < len(quantities) and quantities[position].start < end:
            if quantities[position].start >= start:
                inside.append(quantities[position])
            position += 1
        found = _filled(text, [q for q in inside if q.unit not in _TIMES and not q.ordinal])
        if len(found) > 1:
            yield Sentence(start, end, tuple(found))


def _filled(text: str, found: list[Quantity]) -> list[Quantity]:
    """11.1、11.2个百分点 and 28.6个和21.9个百分点: the unit stands once, behind the last."""
    for index in range(len(found) - 2, -1, -1):
        this, after = found[index], found[index + 1]
        joined = _JOINT.fullmatch(text, this.end, after.start - len(after.before))
        elided = not this.unit or (this.unit == "个" and after.unit in POINTS)
        if joined and elided and after.unit and not this.scale:
            found[index] = replace(this, unit=after.unit, scale=after.scale)
    return found
