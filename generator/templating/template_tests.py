"""The tests that templates may use after ``is``; every public function here is one, under its own name."""

from __future__ import annotations

from decimal import Decimal

from generator.facts.fact import Fact, ListFact, NameFact, NumberFact


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
    return fact.value is None


def rising(fact: NumberFact) -> bool:
    """A value above zero, or one not known yet."""
    return fact.value is None or fact.sign > 0


def falling(fact: NumberFact) -> bool:
    """A value below zero."""
    return fact.sign < 0


def below(fact: NumberFact, other: NumberFact) -> bool:
    """A plain value less than another plain value."""
    return isinstance(fact.value, Decimal) and isinstance(other.value, Decimal) and fact.value < other.value
