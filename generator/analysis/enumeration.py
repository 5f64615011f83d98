"""A list with the number that sums it up: what the finders of lists return."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.sentences import Interval


class Closing(StrEnum):
    """How a list is summed up."""

    COUNT = "count"  # 甲、乙、丙三项
    LABEL = "label"  # 甲、乙、丙“三大行动”
    CHANGE = "change"  # 甲、乙“双下降”
    OPEN = "open"  # 甲、乙等5个
    AHEAD = "ahead"  # 三大工程：甲、乙、丙


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list with its count.

    ``items`` and ``count`` (the numeral with its classifier) are characters from 0, end exclusive; ``number`` is what
    the count says, ``sizes`` what the list may amount to, empty when it is not checkable.
    """

    closing: Closing
    items: tuple[Interval, ...]
    count: Interval
    number: int
    sizes: frozenset[int]

    @property
    def checkable(self) -> bool:
        """Whether list and count can be compared."""
        return bool(self.sizes)

    @property
    def contradicts(self) -> bool:
        """Whether no reading of the list agrees with the count."""
        if not self.sizes:
            return False
        if self.closing is Closing.OPEN:
            return self.number < min(self.sizes)
        return self.number not in self.sizes
