"""Pairs of characters as numbers: what looks at all pairs of a report is then done by calls that loop in C."""

from __future__ import annotations

import sys
from array import array
from typing import Final

BITS: Final = 64
"""Bits of the number of a pair."""
_ENCODING: Final = f"utf-32-{sys.byteorder[0]}e"
_FIRST, _SECOND = (0, 32) if sys.byteorder == "little" else (32, 0)


def codes_of(text: str) -> array[int]:
    """The code points of a text."""
    return array("I", text.encode(_ENCODING, "surrogatepass"))


def pair_number(two: str) -> int:
    """The number of a pair of characters."""
    return ord(two[0]) << _FIRST | ord(two[1]) << _SECOND


def pair_numbers(ones: array[int], twos: array[int]) -> list[int]:
    """The numbers of pairs: of a first character and the second in the same place, as far as there are seconds."""
    codes = array("I", bytes(8 * len(twos)))
    codes[0::2], codes[1::2] = ones[: len(twos)], twos
    return memoryview(codes).cast("B").cast("Q").tolist()
