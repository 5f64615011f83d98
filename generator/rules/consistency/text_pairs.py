"""A text as numbers for its pairs of neighbouring characters, made once for all who look for repeats.

What looks at every character of a report is done by calls that loop in C; Python code sees only what is left.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, compress, pairwise
from operator import and_

from generator.rules.characters import is_han
from generator.rules.consistency.pair_numbers import codes_of, pair_number, pair_numbers
from generator.rules.consistency.usual_pairs import is_usual, usual_followers

_MANY = 60
_PADDING = 8
_REPEATED = b"\x01"
_BESIDE = 4
"""Characters before and behind an unusual pair that are looked at."""


@dataclass(frozen=True)
class TextPairs:
    """``size`` characters of ``text`` are the draft, in which slips are looked for; signs follow."""

    text: str
    size: int

    @cached_property
    def pairs(self) -> list[int]:
        """For each place the number of the pair of characters that begins there."""
        return pair_numbers(self._codes, self._codes[1:])

    @cached_property
    def turned(self) -> list[int]:
        """For each place the number of the pair that begins there, turned round."""
        return pair_numbers(self._codes[1:], self._codes[:-1])

    @cached_property
    def around(self) -> list[int]:
        """For each place the number of the pair of the character there and the next but one."""
        return pair_numbers(self._codes, self._codes[2:])

    @cached_property
    def seen(self) -> Counter[int]:
        """How often each pair stands in the text."""
        return Counter(self.pairs)

    @cached_property
    def often(self) -> list[int]:
        """For each place how often the pair that begins there stands in the text."""
        return list(map(self.seen.__getitem__, self.pairs))

    @cached_property
    def repeated(self) -> bytearray:
        """For each place whether the three characters that begin there begin elsewhere too; padded at the end."""
        repeated = bytearray(len(self.text) + _PADDING)
        for place in chain.from_iterable(self._triples.values()):
            repeated[place] = 1
        return repeated

    @cached_property
    def unusual(self) -> list[int]:
        """Where two Chinese characters of the draft begin that stand together nowhere else, nor in other reports."""
        usual, text = usual_followers(), self.text
        once = [place for place, times in enumerate(self.often) if times == 1]
        return [
            place
            for place in once[bisect_left(once, _BESIDE) : bisect_left(once, self.size - _BESIDE)]
            if (two := text[place + 1]) not in usual.get(one := text[place], "") and is_han(one) and is_han(two)
        ]

    def unusual_in(self, start: int, end: int) -> int:
        """How many of the unusual pairs begin between two places."""
        return bisect_left(self.unusual, end) - bisect_left(self.unusual, start)

    def unusual_if(self, start: int, end: int, other: int) -> int:
        """How many pairs would be unusual if the character at ``other`` stood between ``start`` and ``end``."""
        text = self.text
        here = text[start - 1], text[other], text[end]
        there = text[other - 1 : other + 2]
        return sum(
            is_han(one) and is_han(two) and not is_usual(one, two) and not self._stands(one + two, there)
            for one, two in pairwise(here)
        )

    def _stands(self, two: str, there: str) -> bool:
        """Whether two characters stand side by side anywhere but in ``there``."""
        return self.seen[pair_number(two)] > (two in there)

    def places(self, start: int) -> list[int]:
        """Where the three characters begin that begin at ``start``; of such as come very often, the first places."""
        return self._triples[self.text[start : start + 3]][:_MANY] if self.repeated[start] else []

    def may_come_again(self, start: int, end: int, size: int) -> bool:
        """Whether so many characters in a row, between two places, may stand elsewhere in the text too."""
        return _REPEATED * (size - 2) in self.repeated[start:end]

    @cached_property
    def _codes(self) -> array[int]:
        return codes_of(self.text)

    @cached_property
    def _triples(self) -> dict[str, list[int]]:
        """Where three characters begin that begin more than once."""
        text, twice = self.text, [times > 1 for times in self.often]
        places = list(compress(range(len(twice)), map(and_, twice, twice[1:])))
        triples = [text[place : place + 3] for place in places]
        times = Counter(triples)
        found: dict[str, list[int]] = {triple: [] for triple, count in times.items() if count > 1}
        for triple, place in zip(triples, places, strict=True):
            if triple in found:
                found[triple].append(place)
        return found
