"""What was measured, the ratios in it, and the bounds that it reached or did not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log10

from benchmarks.measuring import Cost
from benchmarks.tools import BARE, QICAO, TYPED

Costs = Mapping[str, Cost]


@dataclass(frozen=True, slots=True)
class Results:
    """Costs by tool name, for each length; ``imports`` is a process that only imports what a build needs."""

    whole: Mapping[int, Costs]
    within: Mapping[int, Costs]
    imports: Cost
    help: Cost
    help_with_everything: Cost

    def ratio(self, times: int, peer: str) -> float:
        """Processor time of the whole process against a peer's."""
        return self.whole[times][QICAO.name].cpu / self.whole[times][peer].cpu

    def memory_ratio(self, times: int, peer: str) -> float:
        """Peak memory against a peer's."""
        return self.whole[times][QICAO.name].memory / self.whole[times][peer].memory

    @property
    def growth(self) -> float | None:
        """Exponent from 10 to 100 times, start-up removed; None when 100 times was not measured."""
        if 100 not in self.whole:
            return None
        ten, hundred = (self.whole[times][QICAO.name].cpu - self.imports.cpu for times in (10, 100))
        return log10(hundred / ten)

    @property
    def growth_within(self) -> float | None:
        """The same exponent from the in-process times."""
        if 100 not in self.within:
            return None
        return log10(self.within[100][QICAO.name].cpu / self.within[10][QICAO.name].cpu)


@dataclass(frozen=True, slots=True)
class Bound:
    """One promise: what is measured, its value, and the most that it may be."""

    what: str
    value: float
    limit: float

    @property
    def reached(self) -> bool:
        """Whether the value, as it is printed, keeps to the limit."""
        return round(self.value, 2) <= self.limit


_AGAINST_TYPED = {1: 0.8, 10: 0.7, 100: 0.5}


def bounds(results: Results) -> Iterator[Bound]:
    """Every bound that the measurements say something about."""
    if 1 in results.whole:
        yield Bound("1×: time against bare docxtpl", results.ratio(1, BARE.name), 1.25)
    for times, limit in _AGAINST_TYPED.items():
        if times in results.whole:
            yield Bound(f"{times}×: time against docxtpl, typer, pydantic", results.ratio(times, TYPED.name), limit)
    for times, costs in results.whole.items():
        assert all(cost.memory for cost in costs.values()), "the measuring process grew too large to see peak memory"
        yield Bound(f"{times}×: peak memory against bare docxtpl", results.memory_ratio(times, BARE.name), 1.0)
    if results.growth is not None:
        yield Bound("growth exponent 10× to 100×, start-up removed", results.growth, 1.05)
    if results.growth_within is not None:
        yield Bound("growth exponent 10× to 100×, in process", results.growth_within, 1.05)
    yield Bound("`qicao --help` against everything imported", results.help.cpu / results.help_with_everything.cpu, 0.4)
