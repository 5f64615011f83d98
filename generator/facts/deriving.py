"""Values that follow from other values: counts, sums, differences, years since."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from generator.facts.fact import Fact, ListFact, NumberFact
from schemas.derived import Derived
from schemas.number import Number
from schemas.report import Report

Build = Callable[[str, Derived, Number | None], NumberFact]


class Deriver:
    """Computes every derived value of a report into its namespace; values that rest on an owed one are owed too.

    A value that rests on itself is left owed (:func:`cycles` reports it).
    """

    def __init__(self, report: Report, facts: dict[str, Fact], build: Build) -> None:
        self._report = report
        self._facts = facts
        self._build = build
        self._running: set[str] = set()

    def run(self) -> None:
        """Compute all of them, in whatever order they need each other."""
        for key in self._report.derived:
            self._fact(key)

    def _fact(self, key: str) -> Fact | None:
        if key in self._facts or key not in self._report.derived or key in self._running:
            return self._facts.get(key)
        self._running.add(key)
        spec = self._report.derived[key]
        self._facts[key] = self._build(key, spec, self._compute(spec))
        self._running.discard(key)
        return self._facts[key]

    def _compute(self, spec: Derived) -> Number | None:
        if spec.count is not None:
            counted = self._fact(spec.count)
            return Decimal(len(counted.items)) if isinstance(counted, ListFact) else None
        if spec.years_since is not None:
            return Decimal(self._report.report.year - spec.years_since)
        operands = [self._operand(name) for name in spec.sum or spec.difference or spec.quotient or ()]
        if any(value is None for value in operands):
            return None
        values = [value for value in operands if value is not None]
        if spec.sum is not None:
            return sum(values, Decimal(0))
        if spec.difference is not None:
            return values[0] - values[1]
        return _quotient(values[0], values[1], spec)

    def _operand(self, name: str) -> Decimal | None:
        fact = self._fact(name)
        return fact.value if isinstance(fact, NumberFact) and isinstance(fact.value, Decimal) else None


def _quotient(part: Decimal, whole: Decimal, spec: Derived) -> Decimal | None:
    if whole == 0:
        return None
    value = part / whole * (100 if spec.unit == "%" else 1)
    return value if spec.precision is not None else value.quantize(Decimal("0.1"))
