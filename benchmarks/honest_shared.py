"""What the kinds of honest edits share."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from benchmarks.damage import Material, Placed
from generator.document import Kind

Paragraphs = tuple[str, ...]


Honest = Callable[[Material, Random], Paragraphs | None]


OPENS = re.compile(r"(?:居|位居|位列|列|均|占|达|高于|低于|其中|数量|同比|增长|分别|总|获|为|并|以)")
"""Clauses that lean on the one before them."""


def sentences_of(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer("[^。！？]+[。！？]+[”’）】]*", text)]


def long_paragraphs(material: Material) -> list[int]:
    return [n for n, text in enumerate(material.paragraphs, start=1) if len(text) > 60]


def any_number(material: Material, rng: Random) -> Placed:
    return rng.choice(material.numbers(Kind.FIGURE, Kind.TARGET))


def is_free(material: Material, paragraph: int, start: int, end: int) -> bool:
    """Whether no datum meets these characters."""
    return not material.inside(paragraph, start, end)
