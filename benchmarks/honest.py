"""Honest edits: what a drafter may do to a report without making it wrong, by kind, random and seeded."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks import honest_order, honest_words
from benchmarks.damage import Material
from benchmarks.honest_shared import Honest, Paragraphs

KINDS: tuple[Honest, ...] = (*honest_words.KINDS, *honest_order.KINDS)


def honest_edits(
    material: Material, seed: int, per_kind: int, names: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Paragraphs]]:
    """Up to ``per_kind`` different texts of each kind (of those named), the same for the same seed."""
    for kind in KINDS:
        if names and kind.__name__ not in names:
            continue
        rng = Random(f"{seed}/{kind.__name__}")
        seen: set[Paragraphs] = set()
        for _ in range(per_kind * 8):
            if len(seen) == per_kind:
                break
            made = kind(material, rng)
            if made is not None and made not in seen and made != material.paragraphs:
                seen.add(made)
                yield kind.__name__, made
