"""Hedges in the data that the raw value does not bear out: 超9万户 printed of 88300."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.facts.rounding import shown
from generator.loading.crosscheck import printed_in
from generator.loading.locating import Path
from generator.numerals.hedges import ABOUT, SHORT_OF, bears_out
from schemas.figure import Hedge, Printed, Quantity
from schemas.report import Report
from schemas.units import SCALES


@dataclass(frozen=True, slots=True)
class HedgeFault:
    """A hedge at ``path`` of a section that says what is not so, and what to do (Chinese)."""

    section: str
    path: Path
    message: str
    hint: str


def hedge_faults(report: Report) -> Iterator[HedgeFault]:
    """Every hedge of a number that scale or precision cut to the wrong side of its raw value."""
    for section, path, printed in printed_in(report):
        cut = _cut(printed)
        if cut is not None and printed.hedge is not None and not _is_borne_out(printed.hedge, *cut):
            yield HedgeFault(section, (*path, "hedge"), *_told(printed, printed.hedge, *cut))


def _cut(printed: Printed) -> tuple[Decimal, Decimal] | None:
    """The value and what is printed of it, in one unit, without signs; None where nothing is cut off."""
    if (
        not isinstance(printed, Quantity)
        or not isinstance(printed.value, Decimal)
        or printed.scale not in (None, *SCALES)
    ):
        return None
    value = shown(printed.value, printed.scale, printed.precision, printed.rounding)
    assert isinstance(value, Decimal)
    brought = value * SCALES[printed.scale] if printed.scale is not None else value
    return (abs(printed.value), abs(brought)) if brought != printed.value else None


def _is_borne_out(hedge: Hedge, raw: Decimal, printed: Decimal) -> bool:
    return hedge in ABOUT or hedge is Hedge.EXPECTED_TO or bears_out(raw, hedge.value, printed)


def _told(printed: Printed, hedge: Hedge, raw: Decimal, cut: Decimal) -> tuple[str, str]:
    message = f"印出的数是 {cut:f}{printed.unit}，原数是 {raw:f}{printed.unit}，不能说“{hedge}”"
    if hedge.value in SHORT_OF:
        return message, "改成“超”，或让印出的数略大于原数"
    return message, "改成“近”“约”，或写 rounding: 截断，或多印几位小数（precision）"
