"""How a number is printed: its digits or words, its scale, its unit."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from generator.facts.fact import NumberFact
from generator.numerals.chinese import bare_power, counted, to_chinese
from schemas.figure import Rounding, Style
from schemas.number import Number, Range, Ratio
from schemas.units import SCALES, split_unit

_REPEATED_IN_RANGES = ("%", "‰")


class CannotPrintError(ValueError):
    """A value that its style cannot write, such as 3.5 in 汉字序数; the message is Chinese."""


def amount_text(fact: NumberFact, inside: str = "", elide: bool = False) -> str:
    """Number and unit: 127.4亿元.

    ``inside`` is a word between number and base unit (500多家, 3万余户); ``elide`` leaves the repeated end of the unit to
    a later member of the same list (28.6个[百分点]).  A sign is kept unless a word shows it (direction, comparison).
    Raises :class:`CannotPrintError`.
    """
    if fact.value is None:
        raise CannotPrintError("还没有数")
    unit = split_unit(fact.unit)
    scale, base = (unit.scale, unit.base) if unit else ("", fact.unit)
    signless = fact.direction is not None or fact.compared_to is not None
    number = _number(abs(fact.value) if signless and isinstance(fact.value, Decimal) else fact.value, fact, scale)
    if fact.style in (Style.ORDINAL, Style.CHINESE_ORDINAL) or (fact.style is Style.FIRST and number != "1"):
        number = f"第{number}"
    elif fact.style is Style.FIRST:
        return "首位"
    if elide:
        base = base.removesuffix("百分点") if base.startswith("个") else base
    return f"{number}{inside}{base}"


def _number(value: Number, fact: NumberFact, scale: str) -> str:
    match value:
        case Decimal():
            return _scaled(value, fact) + scale
        case Range(low=low, high=high):
            repeated = fact.unit if fact.unit in _REPEATED_IN_RANGES else scale
            return f"{_scaled(low, fact)}{repeated}{fact.range_word}{_scaled(high, fact)}{scale}"
        case Ratio(parts=parts):
            return "∶".join(_scaled(part, fact) for part in parts)
        case Fraction():
            return _fraction(value, fact.style)


def _scaled(value: Decimal, fact: NumberFact) -> str:
    if fact.scale is not None:
        value = value / SCALES[fact.scale]
        value = value.normalize() if fact.precision is None else value
    if fact.precision is not None:
        mode = ROUND_HALF_UP if fact.rounding is Rounding.HALF_UP else ROUND_DOWN
        value = value.quantize(Decimal(1).scaleb(-fact.precision), mode)
    return _styled(value, fact.style) + (fact.scale or "")


def _styled(value: Decimal, style: Style) -> str:
    if style in (Style.ARABIC, Style.FIRST, Style.ORDINAL):
        return format(value, "f")
    if value != value.to_integral_value() or value < 0:
        raise CannotPrintError(f"写法“{style}”只能写非负整数，不能写 {value:f}")
    whole = int(value)
    match style:
        case Style.CHINESE:
            return counted(whole)
        case Style.CHINESE_ORDINAL:
            return to_chinese(whole)
        case Style.BARE_POWER:
            return bare_power(whole)
        case Style.PAIR:
            return "双" if whole == 2 else to_chinese(whole)


def _fraction(value: Fraction, style: Style) -> str:
    if style is Style.CHINESE:
        return f"{to_chinese(value.denominator)}分之{to_chinese(value.numerator)}"
    return f"{value.numerator}/{value.denominator}"
