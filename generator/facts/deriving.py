"""Values that follow from other values: counts, sums, differences, years since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from generator.facts.fact import Fact, ListFact, NumberFact
from schemas.derived import Derived
from schemas.number import Number
from schemas.report import Report
from schemas.units import SCALES, split_unit

Build = Callable[[str, Derived, Number | None], NumberFact]

_PARTS_OF_ONE = {"%": 100, "‰": 1000, "成": 10}


@dataclass(frozen=True, slots=True)
class DerivingFault:
    """A derived value that cannot be computed; ``path`` leads to the reason inside ``derived``."""

    path: tuple[str | int, ...]
    message: str


@dataclass(slots=True)
class Deriver:
    """Computes every derived value of a report into its namespace.

    A value that rests on an owed one is owed too; one that can never be computed is owed and told in ``faults``.
    """

    report: Report
    facts: dict[str, Fact]
    build: Build
    faults: list[DerivingFault] = field(default_factory=list)
    _running: list[str] = field(default_factory=list)

    def run(self) -> None:
        """Compute all of them, in whatever order they need each other."""
        for key in self.report.derived:
            self._fact(key)

    def _fact(self, key: str) -> Fact | None:
        if key in self.facts or key not in self.report.derived:
            return self.facts.get(key)
        if key in self._running:
            circle = " → ".join((*self._running[self._running.index(key) :], key))
            self.faults.append(DerivingFault((key,), f"“{key}”绕了一圈又要用到自己，算不出来：{circle}"))
            return None
        self._running.append(key)
        spec = self.report.derived[key]
        self.facts[key] = self.build(key, spec, self._compute(key, spec))
        self._running.pop()
        return self.facts[key]

    def _compute(self, key: str, spec: Derived) -> Number | None:
        if spec.count is not None:
            return self._counted(key, spec.count)
        if spec.years_since is not None:
            return Decimal(self.report.report.year - spec.years_since)
        name = "sum" if spec.sum is not None else "difference" if spec.difference is not None else "quotient"
        operands = spec.sum or spec.difference or spec.quotient or ()
        facts = [self._operand((key, name, number), operand) for number, operand in enumerate(operands)]
        numbers = [fact for fact in facts if fact is not None and fact.value is not None]
        if len(numbers) < len(operands):
            return None
        if spec.quotient is not None:
            return self._quotient(key, numbers[0], numbers[1], spec)
        values = [_in_unit(fact, spec.unit or numbers[0].unit) for fact in numbers]
        return sum(values, Decimal(0)) if spec.sum is not None else values[0] - values[1]

    def _counted(self, key: str, name: str) -> Decimal | None:
        counted = self._fact(name)
        if isinstance(counted, ListFact):
            return Decimal(len(counted.items))
        self.faults.append(DerivingFault((key, "count"), f"“{name}”不是清单，数不出项数"))
        return None

    def _operand(self, path: tuple[str | int, ...], name: str) -> NumberFact | None:
        fact = self._fact(name)
        if isinstance(fact, NumberFact) and (fact.owed or isinstance(fact.value, Decimal)):
            return fact
        if fact is not None:
            self.faults.append(DerivingFault(path, f"“{name}”不是一个单独的数，不能用来计算"))
        return None

    def _quotient(self, key: str, part: NumberFact, whole: NumberFact, spec: Derived) -> Decimal | None:
        divisor = _in_unit(whole, "")
        if divisor == 0:
            self.faults.append(DerivingFault((key, "quotient", 1), "除数是 0，算不出来"))
            return None
        value = _in_unit(part, spec.unit) / divisor * _PARTS_OF_ONE.get(spec.unit, 1)
        return value if spec.precision is not None else value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _in_unit(fact: NumberFact, unit: str) -> Decimal:
    """The value counted in another unit of the same kind: 1.2万亿元 is 12000 in 亿元."""
    value = fact.value
    assert isinstance(value, Decimal)
    factor = _scale_of(fact.unit) / _scale_of(unit)
    return value if factor == 1 else (value * factor).normalize()


def _scale_of(text: str) -> Decimal:
    unit = split_unit(text)
    return SCALES[unit.scale] if unit and unit.scale else Decimal(1)
