"""Text as tokens for alignment: a quantity is one token whatever its value, everything else a character."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from generator.analysis.quantities import quantities

QUANTITY = "\0"
"""The token that stands for any quantity: a changed number must not look like another sentence."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of a text, one character each, with their places: ``key[i]`` covers ``starts[i]`` to ``ends[i]``.

    Offsets are characters from 0; ``key`` is the text with its quantities masked.
    """

    key: str
    starts: list[int]
    ends: list[int]

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that overlap characters ``start`` to ``end``: first and last, end exclusive; (0, 0) if none do."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return (first, last) if first < last else (0, 0)


def tokenize(text: str) -> Tokens:
    """The tokens of a text; white space is left out, because people and programs move it about."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for quantity in quantities(text):
        _characters(text, position, quantity.start, words, starts, ends)
        words.append(QUANTITY)
        starts.append(quantity.start)
        ends.append(quantity.end)
        position = quantity.end
    _characters(text, position, len(text), words, starts, ends)
    return Tokens("".join(words), starts, ends)


def _characters(text: str, start: int, end: int, words: list[str], starts: list[int], ends: list[int]) -> None:
    for offset in range(start, end):
        if not text[offset].isspace():
            words.append(text[offset])
            starts.append(offset)
            ends.append(offset + 1)
