"""The tests that templates may use after ``is``; every public function here is one, under its own name."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.fact import Fact, ListFact, NameFact, NumberFact
from generator.facts.saying import means_less


def number(fact: Fact) -> bool:
    """A number."""
    return isinstance(fact, NumberFact)


def name(fact: Fact) -> bool:
    """A term or a project."""
    return isinstance(fact, NameFact)


def listing(fact: Fact) -> bool:
    """A list of names."""
    return isinstance(fact, ListFact)


def owed(fact: NumberFact) -> bool:
    """A number that has no value yet."""
    return fact.owed


def rising(fact: NumberFact) -> bool:
    """A value that prints above zero, or one not known yet."""
    return fact.owed or fact.sign > 0


def falling(fact: NumberFact) -> bool:
    """A value that prints below zero."""
    return fact.sign < 0


def lessening(fact: NumberFact) -> bool:
    """A number whose word for a positive value means less: 下降, 减少, 收窄."""
    return means_less(fact)


def flat(fact: NumberFact) -> bool:
    """A value that is known and prints as zero."""
    return fact.value is not None and fact.sign == 0


def below(fact: NumberFact, other: NumberFact) -> bool:
    """A plain value less than another plain value, whatever their scales (9800亿元 is below 1.2万亿元)."""
    mine, theirs = fact.in_base_units, other.in_base_units
    return mine is not None and theirs is not None and mine < theirs


def level_with(fact: NumberFact, other: NumberFact) -> bool:
    """A plain value equal to another plain value."""
    return fact.in_base_units is not None and fact.in_base_units == other.in_base_units


def continuing(fact: NumberFact, before: NumberFact) -> bool:
    """Whether the word (增长) that stands before the preceding number also holds for this one."""
    return _way(fact) != 0 and _way(fact) == _way(before) and fact.direction == before.direction


def comparing_alike(fact: NumberFact, others: Sequence[NumberFact]) -> bool:
    """Whether all are higher, or all lower, than the same thing, in the same unit and without a hedge of their own."""
    return _way(fact) != 0 and all(
        (_way(other), other.compared_to, other.unit, other.hedge) == (_way(fact), fact.compared_to, fact.unit, None)
        for other in (fact, *others)
    )


def same_as_all(fact: NumberFact, others: Sequence[NumberFact]) -> bool:
    """Whether all print as this one does, so that one print can stand for them all (均达到75%)."""
    return all(_print_of(other) == _print_of(fact) for other in others)


def _way(fact: NumberFact) -> int:
    """The sign of the word that is printed; an owed value is taken to rise."""
    return 1 if fact.owed else fact.sign


def _print_of(fact: NumberFact) -> tuple[object, ...]:
    return (
        fact.shown,
        fact.text,
        fact.unit,
        fact.scale,
        fact.style,
        fact.direction,
        fact.hedge,
        fact.rank_in,
        fact.compared_to,
    )
