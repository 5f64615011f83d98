"""How a number is said in a table cell: short, with its hedge, and with a word only where the sign needs one."""

from __future__ import annotations

from generator.facts.fact import NumberFact
from generator.facts.printing import CannotPrintError, amount_text
from schemas.figure import Hedge

RATE_UNITS = ("%", "‰", "个百分点", "百分点", "个千分点")
"""Units of rates and shares: their differences are told in points, never as a ratio."""

_BEHIND = (Hedge.ABOUT, Hedge.OR_MORE, Hedge.OR_LESS, Hedge.WITHIN)
_INSIDE = (Hedge.MANY, Hedge.ODD)


def cell_text(fact: NumberFact) -> str:
    """What a table says of a number: 5.1%, 300家以上, 下降0.3%, 全省第1位; empty while it is owed."""
    if fact.text is not None:
        return fact.text
    if fact.value is None:
        return ""
    try:
        said = _said(fact)
    except CannotPrintError:
        return f"{fact.value}{fact.unit}"
    if fact.stretch is not None and not fact.stretch.owed:
        said = f"{said}，力争{cell_text(fact.stretch)}"
    return said


def means_less(fact: NumberFact) -> bool:
    """Whether its word says that a positive number means less: 下降, 压减."""
    return fact.direction is not None and fact.direction.falls


def is_rate(fact: NumberFact) -> bool:
    """Whether a number is a rate or share, so that it is compared in points."""
    return fact.unit in RATE_UNITS


def _said(fact: NumberFact) -> str:
    amount = _hedged(fact)
    if fact.rank_in:
        return f"{fact.rank_in}{amount}"
    if fact.compared_to:
        word = "高于" if fact.sign > 0 else "低于"
        return f"{word}{fact.compared_to}{amount}" if fact.sign else f"与{fact.compared_to}持平"
    if fact.direction is None:
        return amount
    if not fact.sign:
        return "持平"
    falls = means_less(fact) == (fact.sign > 0)
    if not falls:
        return amount if not means_less(fact) else f"{_rise_word(fact)}{amount}"
    return f"{fact.direction if fact.sign > 0 else _fall_word(fact)}{amount}"


def _fall_word(fact: NumberFact) -> str:
    return "下降" if is_rate(fact) else "减少"


def _rise_word(fact: NumberFact) -> str:
    return "上升" if is_rate(fact) else "增加"


def _hedged(fact: NumberFact) -> str:
    if fact.hedge is None:
        return amount_text(fact)
    if fact.hedge in _INSIDE:
        return amount_text(fact, fact.hedge)
    amount = amount_text(fact)
    return f"{amount}{fact.hedge}" if fact.hedge in _BEHIND else f"{fact.hedge}{amount}"
