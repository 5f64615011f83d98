"""How a number is printed: its digits or words, its scale, its unit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from generator.facts.fact import NumberFact
from generator.facts.rounding import magnitude
from generator.numerals.chinese import bare_power, counted, to_chinese
from schemas.figure import Style
from schemas.number import Number, Range, Ratio
from schemas.units import split_unit

_REPEATED_IN_RANGES = ("%", "‰")
_ORDINALS = (Style.FIRST, Style.ORDINAL, Style.CHINESE_ORDINAL)
_MULTIPLES = ("倍", "番")
_UP_TO = "至"


class CannotPrintError(ValueError):
    """A value that its style cannot write, such as 3.5 in 汉字序数; the message is Chinese."""


def amount_text(fact: NumberFact, inside: str = "", elide: bool = False) -> str:
    """Number and unit: 127.4亿元.

    ``inside`` is a word within the amount (500多家, 100余万人, 3万余户, 5年多); ``elide`` leaves the repeated end
    of the unit to a later member of the same list (28.6个[百分点]).  A sign is kept unless a word shows it (direction,
    comparison).  Raises :class:`CannotPrintError`.
    """
    value = fact.shown
    if value is None:
        raise CannotPrintError("还没有数")
    unit = split_unit(fact.unit)
    scale, base = (unit.scale, unit.base) if unit else ("", fact.unit)
    if fact.direction is not None or fact.compared_to is not None:
        _check_one_sided(value, fact, base)
        value = magnitude(value)
    if fact.style in _ORDINALS:
        return _ordinal(value, fact) + base if not _is_first(value, fact) else "首位"
    scale = (fact.scale or "") + scale
    if elide and base.startswith("个"):
        base = base.removesuffix("百分点")
    return _joined(value, fact, scale, base, inside)


def _joined(value: Number, fact: NumberFact, scale: str, base: str, inside: str) -> str:
    number = _number(value, fact, scale)
    if not inside:
        return f"{number}{scale}{base}"
    whole_tens = isinstance(value, Decimal) and value % 10 == 0
    if scale:
        before = whole_tens if fact.hedge_before_scale is None else fact.hedge_before_scale
        return f"{number}{inside}{scale}{base}" if before else f"{number}{scale}{inside}{base}"
    return f"{number}{inside}{base}" if whole_tens else f"{number}{base}{inside}"


def _check_one_sided(value: Number, fact: NumberFact, base: str) -> None:
    """What one word cannot say: a range that rises and falls, a fall by so many times."""
    if isinstance(value, Range) and value.low < 0 < value.high:
        raise CannotPrintError("区间一头为负、一头为正，没有一个词能说；请去掉 direction 和 compared_to，在句子里写")
    if base in _MULTIPLES and fact.direction is not None and fact.sign < 0:
        raise CannotPrintError(f"减少不能说几{base}，请换成百分数")


def _number(value: Number, fact: NumberFact, scale: str) -> str:
    """The number without its last scale word and unit; a range repeats %, 万, 亿 after its first bound."""
    match value:
        case Decimal():
            return _styled(value, fact.style)
        case Range(low=low, high=high):
            repeated = fact.unit if fact.unit in _REPEATED_IN_RANGES else scale
            word = _UP_TO if low < 0 else fact.range_word
            return f"{_styled(low, fact.style)}{repeated}{word}{_styled(high, fact.style)}"
        case Ratio(parts=parts):
            return fact.ratio_sign.join(_styled(part, fact.style) for part in parts)
        case Fraction():
            return _fraction(value, fact.style)


def _is_first(value: Number, fact: NumberFact) -> bool:
    return fact.style is Style.FIRST and value == 1


def _ordinal(value: Number, fact: NumberFact) -> str:
    if not isinstance(value, Decimal) or value != value.to_integral_value() or value < 1:
        raise CannotPrintError("位次、届次应是从 1 起的整数")
    whole = int(value)
    return f"第{to_chinese(whole)}" if fact.style is Style.CHINESE_ORDINAL else f"第{whole}"


def _styled(value: Decimal, style: Style) -> str:
    if style is Style.ARABIC or style in _ORDINALS:
        return format(value, "f")
    if value != value.to_integral_value() or value < 0:
        raise CannotPrintError(f"写法“{style}”只能写非负整数，不能写 {value:f}")
    whole = int(value)
    match style:
        case Style.CHINESE:
            return counted(whole)
        case Style.BARE_POWER:
            return bare_power(whole)
        case _:
            return "双" if whole == 2 else to_chinese(whole)


def _fraction(value: Fraction, style: Style) -> str:
    if style is Style.CHINESE:
        return f"{bare_power(value.denominator)}分之{to_chinese(value.numerator)}"
    return f"{value.numerator}/{value.denominator}"
