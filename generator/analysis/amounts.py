"""What a printed number says, whatever way it is written: 7项 and 七项, 首位 and 第1位, 4300亿元 and 0.43万亿元."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.analysis.quantities import Quantity, quantities
from generator.numerals.reading import read_chinese
from generator.patterns import Pattern

_RANK = Pattern("第([0-9]{1,3}|[一二三四五六七八九十百]{1,4})(?:位|名)?$")
FIRST = frozenset(("首位", "榜首", "首名"))
"""Words for the first rank."""
_PART = Pattern("([一二两三四五六七八九十百]{1,4})分之([一二两三四五六七八九十百]{1,4})$")
_FRACTION = Pattern("([0-9]{1,4})[/／]([0-9]{1,4})$")
_IN_WORDS = Pattern("([零〇一二两三四五六七八九十百千万亿]+)([^零〇一二两三四五六七八九十百千万亿].*)?$")
_SAME_UNIT = {
    "公里": ("米", 1_000),
    "平方公里": ("平方米", 1_000_000),
    "公斤": ("斤", 2),
    "千克": ("斤", 2),
    "公顷": ("亩", 15),
    "％": ("%", 1),
}
"""Units by the unit that they are measured in here, and how many of it one is."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number's value and unit, with the hedge inside it (多, 余); a rank's unit is 位次, a fraction has none."""

    value: Fraction
    unit: str
    hedge: str = ""


def same_amount(one: str, other: str) -> bool:
    """Whether two prints say the same number; False where either cannot be read.

    Two Arabic prints in one scale and unit are never the same amount written another way: 5.10% says more than 5.1%.
    """
    first, second = amount_of(one), amount_of(other)
    return first is not None and first == second and not _same_form(one, other)


def amount_of(text: str) -> Amount | None:
    """What a print says; None where it is no single number, or a range."""
    found = quantities(text)
    fraction = _fraction(text)
    if fraction is not None:
        return Amount(fraction, "")
    rank = _rank(text)
    if rank is not None:
        return Amount(Fraction(rank), "位次")
    if len(found) == 1 and found[0].text == text and found[0].upper is None and not found[0].ordinal:
        return _arabic(found[0])
    return _chinese(text) if not found else None


def is_first(text: str) -> bool:
    """Whether a print says the first rank: 首位, 第1位, 第一."""
    return _rank(text) == 1


def _same_form(one: str, other: str) -> bool:
    ours, theirs = quantities(one), quantities(other)
    return bool(ours and theirs) and (ours[0].scale, ours[0].unit) == (theirs[0].scale, theirs[0].unit)


def _fraction(text: str) -> Fraction | None:
    if match := _FRACTION.match(text):
        below, above = int(match[2]), int(match[1])
    elif match := _PART.match(text):
        below, above = read_chinese(match[1]) or 0, read_chinese(match[2]) or 0
    else:
        return None
    return Fraction(above, below) if below else None


def _rank(text: str) -> int | None:
    if text in FIRST:
        return 1
    match = _RANK.match(text)
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else read_chinese(match[1])


def _arabic(quantity: Quantity) -> Amount:
    return _measured(quantity.magnitude, quantity.unit, quantity.inside)


def _chinese(text: str) -> Amount | None:
    match = _IN_WORDS.match(text)
    value = read_chinese(match[1]) if match is not None else None
    if match is None or value is None:
        return None
    return _measured(Decimal(value), match[2] or "", "")


def _measured(value: Decimal, unit: str, hedge: str) -> Amount:
    base, times = _SAME_UNIT.get(unit, (unit, 1))
    return Amount(Fraction(value) * times, base, hedge)
