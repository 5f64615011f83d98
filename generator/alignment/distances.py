"""How far two texts are apart, by RapidFuzz.

It is loaded by the first question: a draft that nobody edited has none, and loading costs more than aligning it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode


def distance(one: str, other: str) -> int:
    """How many characters have to be put in, left out or replaced (Levenshtein)."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other)


def opcodes(one: str, other: str) -> Iterator[Opcode]:
    """What stands and what was edited, from one end to the other, with as few edits as there can be."""
    from rapidfuzz.distance import Levenshtein

    return iter(Levenshtein.opcodes(one, other))


def kept_in_order(one: str, other: str) -> list[bool]:
    """For each character of ``one`` whether it stands in ``other``, as many as there can be in the same order."""
    from rapidfuzz.distance import Indel

    kept = [False] * len(one)
    for code in Indel.opcodes(one, other):
        if code.tag == "equal":
            kept[code.src_start : code.src_end] = [True] * (code.src_end - code.src_start)
    return kept


def similarity(one: str, other: str, at_least: float = 0) -> float:
    """The share of characters that both have in the same order, from 0 to 1; 0 where it is below ``at_least``."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other, score_cutoff=at_least)
