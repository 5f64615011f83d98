"""Whether numbers run on: 1, 2, 3 without gaps, repeats or changed places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with a number in a series."""

    WRONG = "wrong"  # the numbers around it run on
    GAP = "gap"  # the numbers before it are missing
    REPEAT = "repeat"  # it was there before
    SWAPPED = "swapped"  # it and the next have changed places


@dataclass(frozen=True, slots=True)
class Break:
    """A number that does not run on: its index in the series (from 0) and the number expected there."""

    index: int
    expected: int
    fault: Fault


def breaks(numbers: Sequence[int]) -> Iterator[Break]:
    """The places where a series that should count from 1 does not; each damage is told once."""
    expected, index = 1, 0
    while index < len(numbers):
        number = numbers[index]
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        if number == expected:
            expected += 1
        elif number == expected + 1 and following == expected:
            yield Break(index, expected, Fault.SWAPPED)
            index, expected = index + 1, expected + 2
        elif following == expected + 1:
            yield Break(index, expected, Fault.WRONG)
            expected += 1
        elif number > expected:
            yield Break(index, expected, Fault.GAP)
            expected = number + 1
        else:
            yield Break(index, expected, Fault.REPEAT)
            expected = number + 1 if following == number + 1 else expected + 1
        index += 1
