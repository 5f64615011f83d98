"""Registered phrases with one damaged place that makes two characters meet which no report has side by side.

:mod:`generator.rules.wording.drift` leaves short phrases and the ends of phrases alone, where other words may be meant
(固定资产投资, 固定资产投入).  Where the characters that meet are met nowhere else, nothing else can be meant:
固定资产投和, 京力冀.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.rules.characters import is_han
from generator.rules.consistency.pair_numbers import pair_number
from generator.rules.consistency.text_pairs import TextPairs
from generator.rules.wording.phrase import Phrase

_SHORT = 4
_SHORTEST = 3
_BESIDE = 3
"""How far before or behind the first of the two that met two characters beside a damage may begin."""
_AROUND = ((-1, 1), (0, 2), (-2, 1), (-1, 2), (0, 3))
"""The characters before and behind what one character, or two turned round, may stand for."""


@dataclass(frozen=True, slots=True)
class OddPlace:
    """Where a damaged phrase begins and ends, and where in it the damage does, in characters of the text from 0.

    ``inside`` says that characters of the phrase stand on both sides of the damage, so that what is damaged is certain.
    """

    start: int
    end: int
    damage_start: int
    damage_end: int
    phrase: Phrase
    inside: bool


Begins = dict[str, tuple[tuple[Phrase, int], ...]]
"""Two characters in a row, and where they stand in which phrases."""


@dataclass(frozen=True, slots=True)
class _Damage:
    """One way to be damaged at a place: ``start`` to ``end`` of the text stand for so many characters of a phrase."""

    start: int
    end: int
    meant: int
    turned: bool = False


def odd_places(pairs: TextPairs, phrases: tuple[Phrase, ...]) -> Iterator[OddPlace]:
    """Places that are a phrase but for one character changed, lost or put in, or two turned round, in order."""
    text, begins = pairs.text, _begins(phrases)
    told = -1
    for place in _may_be_damaged(pairs, phrases) if phrases else ():
        if place < told:
            continue
        found = [
            f
            for damage in _damages(place)
            for f in _phrases_at(text, damage, begins)
            if len(f.phrase.text) > _SHORTEST or _is_wholly_odd(pairs, damage)
        ]
        if found:
            best = max(found, key=lambda f: (len(f.phrase.text), f.inside))
            told = best.end
            yield best


def _is_wholly_odd(pairs: TextPairs, damage: _Damage) -> bool:
    """Whether a changed character makes no pair on either side: where two are left of a phrase, one may be chance."""
    return damage.turned or pairs.unusual_in(damage.start - 1, damage.end) > 1


def _may_be_damaged(pairs: TextPairs, phrases: tuple[Phrase, ...]) -> Iterator[int]:
    """Where two characters met, and any two that :func:`_phrases_at` asks for stand in a phrase; there are few."""
    text, numbers, begins = pairs.text, pairs.pairs, _begins(phrases)
    known = _numbers(phrases)
    firsts = frozenset(pair[0] for pair in begins if pair[1] == " ")
    for place in pairs.unusual:
        if not known.isdisjoint(numbers[place - _BESIDE : place + _BESIDE + 1]) or (
            not firsts.isdisjoint(text[place - 2 : place + 1])
            and any(f"{text[place + one]} {text[place + other]}" in begins for one, other in _AROUND)
        ):
            yield place


@cache
def _numbers(phrases: tuple[Phrase, ...]) -> frozenset[int]:
    return frozenset(pair_number(pair) for pair in _begins(phrases) if pair[1] != " ")


def _damages(place: int) -> Iterator[_Damage]:
    """What may have made two characters meet."""
    for start in (place, place + 1):
        yield _Damage(start, start + 1, 1)
        yield _Damage(start, start + 1, 0)
    yield _Damage(place + 1, place + 1, 1)
    for start in (place - 1, place, place + 1):
        yield _Damage(start, start + 2, 2, turned=True)


@cache
def _begins(phrases: tuple[Phrase, ...]) -> Begins:
    """Where in the phrases each two characters in a row stand; of short ones also the first and last, as “京 冀”."""
    found: dict[str, list[tuple[Phrase, int]]] = {}
    for phrase in phrases:
        text = phrase.text
        for at in range(len(text) - 1):
            found.setdefault(text[at : at + 2], []).append((phrase, at))
        if len(text) <= _SHORT:
            found.setdefault(f"{text[0]} {text[-1]}", []).append((phrase, 0))
    return {pair: tuple(places) for pair, places in found.items()}


def _phrases_at(text: str, damage: _Damage, begins: Begins) -> Iterator[OddPlace]:
    """The phrases that stand around a damage."""
    for phrase, at in begins.get(text[damage.start - 2 : damage.start], ()):
        yield from _fitting(text, damage, phrase, at + 2)
    for phrase, at in begins.get(text[damage.end : damage.end + 2], ()):
        yield from _fitting(text, damage, phrase, at - damage.meant)
    if damage.meant == damage.end - damage.start:
        for phrase, at in begins.get(f"{text[damage.start - 1]} {text[damage.end : damage.end + 1]}", ()):
            yield from _fitting(text, damage, phrase, at + 1)


def _fitting(text: str, damage: _Damage, phrase: Phrase, at: int) -> Iterator[OddPlace]:
    """The place, where all of a phrase but its characters from ``at`` on that were damaged stands in the text."""
    words, behind = phrase.text, at + damage.meant
    if at < 0 or behind > len(words) or not (text.startswith(words[behind:], damage.end)):
        return
    start = damage.start - at
    if start < 0 or not text.startswith(words[:at], start) or not _is_damage(text, damage, words, at):
        return
    inside = at > 0 and behind < len(words)
    if inside or damage.turned or (len(words) > _SHORT and damage.meant):
        end = damage.end + len(words) - behind
        yield OddPlace(start, end, damage.start, max(damage.end, damage.start + 1), phrase, inside)


def _is_damage(text: str, damage: _Damage, words: str, at: int) -> bool:
    found, meant = text[damage.start : damage.end], words[at : at + damage.meant]
    if damage.turned:
        return found == meant[::-1] != meant
    if found == meant or (found and not is_han(found)) or (meant and not is_han(meant)):
        return False
    return len(words) > _SHORTEST or len(found) == len(meant) == 1
