"""All classes of damage, drawn by seed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks import damage_figures, damage_places, damage_words
from benchmarks.damage import Damage, Edit, Maker, Material

CLASSES: tuple[Maker, ...] = (*damage_figures.CLASSES, *damage_places.CLASSES, *damage_words.CLASSES)
FIGURE_CLASSES = frozenset(maker.__name__ for maker in (*damage_figures.CLASSES, *damage_places.CLASSES))


def damages(material: Material, seed: int, per_class: int, names: frozenset[str] = frozenset()) -> Iterator[Damage]:
    """Up to ``per_class`` different damages of each class (of those named), the same for the same seed."""
    for maker in CLASSES:
        if names and maker.__name__ not in names:
            continue
        rng = Random(f"{seed}/{maker.__name__}")
        seen: set[tuple[Edit, ...]] = set()
        for _ in range(per_class * 6):
            if len(seen) == per_class:
                break
            damage = _made(maker, material, rng)
            if damage is not None and damage.edits not in seen:
                seen.add(damage.edits)
                yield Damage(damage.edits, damage.expected, maker.__name__)


def _made(maker: Maker, material: Material, rng: Random) -> Damage | None:
    """A damage; none where a report holds nothing of the kind (``Random.choice`` and the like then find nothing)."""
    try:
        return maker(material, rng)
    except (IndexError, ValueError, StopIteration):
        return None
