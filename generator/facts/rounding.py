"""A value as it is printed: brought to its scale, cut to its precision, never ``-0``."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from schemas.figure import Rounding
from schemas.number import Number, Range, Ratio
from schemas.units import SCALES

_EXACT = Context(prec=200)
"""Wide enough that scaling and cutting never lose a digit of what YAML may hold."""


def shown(value: Number, scale: str | None, precision: int | None, rounding: Rounding) -> Number:
    """The digits that are printed: 94600 with scale 万 and precision 2 is 9.46.

    Words are chosen by this value, not by the raw one, so that nothing ever grows by 0.0%.
    """

    def one(raw: Decimal) -> Decimal:
        return _one(raw, scale, precision, rounding)

    match value:
        case Decimal():
            return one(value)
        case Range(low=low, high=high):
            return Range(one(low), one(high))
        case Ratio(parts=parts):
            return Ratio(tuple(one(part) for part in parts))
        case Fraction():
            return value


def _one(value: Decimal, scale: str | None, precision: int | None, rounding: Rounding) -> Decimal:
    if scale is not None:
        value = _EXACT.divide(value, SCALES[scale])
        value = value.normalize(_EXACT) if precision is None else value
    if precision is not None:
        mode = ROUND_HALF_UP if rounding is Rounding.HALF_UP else ROUND_DOWN
        value = value.quantize(Decimal(1).scaleb(-precision), mode, _EXACT)
    return value if value else abs(value)


def magnitude(value: Number) -> Number:
    """The value without its sign, where a word says the sign; bounds change places, so that the smaller comes first."""
    match value:
        case Decimal():
            return abs(value)
        case Range(low=low, high=high) if high <= 0:
            return Range(abs(high), abs(low))
        case _:
            return value
