"""What the damage to a report of any place shares: places found by an expression, edits there, sentences planted."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage import Damage, Edit, Material


def found(material: Material, pattern: str) -> list[tuple[int, re.Match[str]]]:
    """Where an expression matches: paragraph (from 1) and match."""
    return [(n, m) for n, text in enumerate(material.paragraphs, start=1) for m in re.finditer(pattern, text)]


def chosen(material: Material, pattern: str, rng: Random) -> tuple[int, re.Match[str]] | None:
    """One of the places, or None where there are none."""
    places = found(material, pattern)
    return rng.choice(places) if places else None


def at(paragraph: int, start: int, end: int, replacement: str) -> Damage:
    """A damage of one edit."""
    return Damage((Edit(paragraph, start, end, replacement),))


def also(damage: Damage, paragraph: int, start: int, end: int, material: Material) -> Damage:
    """The damage with another place, itself untouched, where a finding is as good."""
    return Damage((*damage.edits, Edit(paragraph, start, end, material.text(paragraph)[start:end])))


def replaced(material: Material, rng: Random, right: str, wrong: str) -> Damage | None:
    """Some words for others, at one of their places."""
    place = chosen(material, re.escape(right), rng)
    return at(place[0], *place[1].span(), wrong) if place else None


def planted(material: Material, rng: Random, sentence: str) -> Damage | None:
    """A sentence behind one of the report's."""
    place = chosen(material, "(?<=[一-鿿]{4})。(?!”|）)", rng)
    return at(place[0], place[1].end(), place[1].end(), sentence) if place else None


def times(material: Material, words: str) -> int:
    """How often some words stand in the report."""
    return sum(text.count(words) for text in material.paragraphs)
