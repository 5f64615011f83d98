"""A text as numbers for its pairs and triples of neighbouring characters, made once for all who look for repeats."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.rules.characters import is_han
from generator.rules.consistency.usual_pairs import usual_followers

_MANY = 60
WIDTH = 21
"""Bits of a character's code."""
_CODES = f"utf-32-{sys.byteorder[0]}e"


@dataclass(frozen=True)
class TextPairs:
    """``size`` characters of ``text`` are the draft, in which slips are looked for; signs follow."""

    text: str
    size: int

    @cached_property
    def pairs(self) -> list[int]:
        """For each place the pair of characters that begins there."""
        return [a << WIDTH | b for a, b in pairwise(self._characters)]

    @cached_property
    def triples(self) -> list[int]:
        """For each place the three characters that begin there."""
        return [pair << WIDTH | c for pair, c in zip(self.pairs, self._characters[2:], strict=False)]

    @cached_property
    def seen(self) -> Counter[int]:
        """How often each pair stands in the text."""
        return Counter(self.pairs)

    @cached_property
    def repeated(self) -> list[bool]:
        """For each place whether the three characters that begin there begin elsewhere too; padded at the end."""
        often = Counter(self.triples)
        return [often[triple] > 1 for triple in self.triples] + [False] * 8

    @cached_property
    def unusual(self) -> list[int]:
        """Where two Chinese characters of the draft begin that stand together nowhere else, nor in other reports."""
        usual, text, seen = usual_followers(), self.text, self.seen
        once = [place for place, pair in enumerate(self.pairs[: self.size - 4]) if seen[pair] == 1]
        return [
            place
            for place in once[4:]
            if text[place + 1] not in usual.get(text[place], "") and is_han(text[place]) and is_han(text[place + 1])
        ]

    def unusual_in(self, start: int, end: int) -> int:
        """How many of the unusual pairs begin between two places."""
        return bisect_left(self.unusual, end) - bisect_left(self.unusual, start)

    def places(self, triples: Iterable[int]) -> dict[int, list[int]]:
        """Where some triples begin; of such as come very often, the first places."""
        found: dict[int, list[int]] = {triple: [] for triple in triples}
        for place, triple in enumerate(self.triples):
            if triple in found and len(found[triple]) < _MANY:
                found[triple].append(place)
        return found

    @cached_property
    def _characters(self) -> array[int]:
        return array("I", self.text.encode(_CODES, "surrogatepass"))
