"""What checking cost, and the bounds that it reached or did not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log

from benchmarks.measuring import Cost
from benchmarks.results import Bound

BUILD, CHECK, CHECK_YEAR, ZHLINT = "build", "check", "check --year", "zhlint"
LABELS = {
    BUILD: "`qicao build`",
    CHECK: "`qicao check`, by the record in the Word file",
    CHECK_YEAR: "`qicao check --year 2024`, by the YAML data",
    ZHLINT: "zhlint on the text file",
}
"""What is measured, in this order."""


@dataclass(frozen=True, slots=True)
class CheckResults:
    """Costs by command, for each length; ``imports`` is a process that only imports what a check needs."""

    whole: Mapping[int, Mapping[str, Cost]]
    imports: Cost

    def ratio(self, times: int, command: str, other: str) -> float:
        """Processor time of one command against another's."""
        return self.whole[times][command].cpu / self.whole[times][other].cpu

    def growth(self, command: str, low: int, high: int) -> float:
        """Exponent of processor time from one length to another, start-up removed."""
        cpu = [self.whole[times][command].cpu - self.imports.cpu for times in (low, high)]
        return log(cpu[1] / cpu[0]) / log(high / low)

    def memory_growth(self, low: int, high: int) -> float:
        """Exponent of a check's peak memory, the size of a process that only imports removed."""
        memory = [self.whole[times][CHECK].memory - self.imports.memory for times in (low, high)]
        return log(memory[1] / memory[0]) / log(high / low)


def bounds(results: CheckResults) -> Iterator[Bound]:
    """Every bound that the measurements say something about."""
    for command in (CHECK, CHECK_YEAR):
        yield Bound(f"1×: {command} against build", results.ratio(1, command, BUILD), 1.3)
        if ZHLINT in results.whole[1]:
            yield Bound(f"1×: {command} against zhlint", results.ratio(1, command, ZHLINT), 1)
    lengths = sorted(results.whole)
    for low, high in ((lengths[0], lengths[-1]), (10, 100)):
        if low < high and high in results.whole:
            yield Bound(f"growth exponent of check, {low}× to {high}×", results.growth(CHECK, low, high), 1.1)
    if 100 in results.whole:
        yield Bound("growth exponent of check's memory, 10× to 100×", results.memory_growth(10, 100), 1.1)
