"""Names that stand twice in a draft, but not quite alike: found without knowing any name.

Two places share the characters around a difference of one or two; the one that says what nothing else in the draft
says is the odd one.  Only words that end like names are looked at; differences that make another name (一期, 二期) are
let be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.patterns import Pattern
from generator.rules.consistency.pair_numbers import BITS
from generator.rules.consistency.text_pairs import TextPairs
from generator.rules.consistency.usual_pairs import is_usual
from generator.rules.pen_slips import is_pen_slip
from generator.rules.registers import any_of, mappings, register, words_of

_REACH = 10
"""How far before its ending a name may begin (characters)."""
_SIDE = 2
_SHARED = 6
_SHARED_OFTEN = 5
_SHARED_AROUND_LOST = 7
_SHARED_BY_FAR = 9
_SHARED_AROUND_SWAP = 4
_MANY = 24
"""Phrases that come more often are no names."""

Place = tuple[int, int]
"""Where the differing characters begin and end, in characters of the text from 0."""


@dataclass(frozen=True, slots=True)
class NearRepeat:
    """``odd`` and ``other`` are the places of the difference.

    ``left`` and ``right`` count the characters shared beside it; ``times`` says how often the other form stands in the
    draft; ``mutual`` that either may be the odd one.
    """

    odd: Place
    other: Place
    left: int
    right: int
    times: int
    mutual: bool


@cache
def endings() -> Pattern:
    """Words that names of projects, bodies, plans and meetings end with."""
    return any_of(_words("endings"))


@cache
def siblings() -> frozenset[str]:
    """Characters that make another name of a name."""
    return frozenset("".join(_words("siblings")))


@cache
def particles() -> frozenset[str]:
    """Characters that may stand or not stand in a name."""
    return frozenset("".join(_words("particles")))


@cache
def suffixes() -> frozenset[str]:
    """Characters that may follow a word of a name or not."""
    return frozenset("".join(_words("suffixes")))


def _words(group: str) -> tuple[str, ...]:
    data = register("generator.rules.consistency", "name_words")
    return words_of(next(mappings([data[group]]))["words"])


def name_endings(pairs: TextPairs) -> list[Place]:
    """Where the endings of names stand in the draft."""
    return [match.span() for match in endings().finditer(pairs.text, 0, pairs.size)]


def near_repeats(pairs: TextPairs, names: list[Place]) -> Iterator[NearRepeat]:
    """The near repeats of a text with such endings of names, the best counterpart for each odd place, in order."""
    found: dict[Place, NearRepeat] = {}
    for odd, others in _alike(pairs, _starts(pairs, names)):
        for repeat in _counterparts(pairs, odd, others):
            best = found.get(odd)
            if best is None or repeat.left + repeat.right > best.left + best.right:
                found[odd] = repeat
    yield from (found[place] for place in sorted(found))


def _starts(pairs: TextPairs, names: list[Place]) -> list[int]:
    """Where differences are looked for: before the endings of names and in them, behind what stands elsewhere too."""
    starts: list[int] = []
    done, last, often = _SIDE, len(pairs.text) - 5, pairs.often
    for start, end in names:
        stop = min(end, last)
        starts.extend(place for place in range(max(done, start - _REACH), stop) if often[place - _SIDE] > 1)
        done = max(done, stop)
    return starts


def _alike(text: TextPairs, starts: list[int]) -> Iterator[tuple[Place, list[Place]]]:
    """Places whose characters meet their neighbours nowhere else, each with those that have the same neighbours.

    Neighbours are two characters before and two behind; between them stand none, one, or two that are turned round
    elsewhere.
    """
    pairs, often, turned, seen = text.pairs, text.often, text.turned, text.seen
    lone = [start for start in starts if often[start - 1] == 1]
    befores = {pairs[start - _SIDE] for start in lone}
    behinds = {pairs[start] for start in lone if often[start] > 1}
    for gap in (1, 2):
        behinds.update([pairs[start + gap] for start in lone if often[start + gap] > 1 == often[start + gap - 1]])
    starts = [start for start in starts if pairs[start - _SIDE] in befores]
    alike: dict[int, list[Place]] = {}
    for gap in (0, 1, 2):
        for start in starts if gap < _SIDE else [start for start in starts if turned[start] in seen]:
            if pairs[start + gap] in behinds:
                key = pairs[start - _SIDE] << BITS | pairs[start + gap]
                alike.setdefault(key, []).append((start, start + gap))
    for others in alike.values():
        if 1 < len(others) <= _MANY:
            for odd in others:
                if _is_new(often, odd):
                    yield odd, others


def _is_new(often: list[int], place: Place) -> bool:
    """Whether the characters at a place meet their neighbours nowhere else in the text."""
    start, end = place
    if often[start - 1] > 1:
        return False
    return start == end or often[end - 1] == 1


def _counterparts(pairs: TextPairs, odd: Place, others: list[Place]) -> Iterator[NearRepeat]:
    text, often = pairs.text, pairs.often
    form = text[slice(*odd)]
    by_form: dict[str, list[Place]] = {}
    for place in others:
        by_form.setdefault(text[slice(*place)], []).append(place)
    if len(by_form.pop(form)) > 1:
        return
    for other_form, places in by_form.items():
        if not _may_be_a_slip(form, other_form):
            continue
        near = [(sides, other) for other in places if _is_name(text, sides := _shared(text, odd, other), other)]
        if near and _is_enough(form, other_form, max(near)[0], len(near)):
            (left, right), other = max(near)
            mutual = len(places) == 1 and _is_new(often, other)
            if len(form) == len(other_form) == 1 and _is_word(pairs, odd, form, other_form):
                continue  # 国家医学中心, 国家科学中心
            if mutual and len(form) == len(other_form) == 1 and not _is_odder(pairs, odd, other):
                continue  # 智慧园区, 智慧社区: both are words
            yield NearRepeat(odd, other, left, right, len(near), mutual)


def _is_word(pairs: TextPairs, odd: Place, form: str, other: str) -> bool:
    """Whether an odd character stands beside both neighbours in other reports, and is no slip of the pen."""
    before, behind = pairs.text[odd[0] - 1], pairs.text[odd[1]]
    return is_usual(before, form) and is_usual(form, behind) and not is_pen_slip(form, other)


def _is_odder(pairs: TextPairs, odd: Place, other: Place) -> bool:
    """Whether fewer pairs were unusual with the character of the other place in the odd one."""
    (start, end), found = odd, pairs.unusual_in(odd[0] - 1, odd[1])
    return found > 1 or found > pairs.unusual_if(start, end, other[0])


def _may_be_a_slip(form: str, other: str) -> bool:
    """Whether a difference is of one character, or of two turned round; a word more or another is another name."""
    if not all("一" <= character <= "龥" for character in form + other):
        return False
    if max(len(form), len(other)) > 1 and form != other[::-1]:
        return False
    return particles().isdisjoint(form + other) and form + other not in suffixes()


def _is_enough(form: str, other: str, sides: tuple[int, int], times: int) -> bool:
    """Whether so much is shared that the difference must be a slip; the bounds were measured on published reports."""
    shared = sum(sides)
    if len(form) == 2 and form == other[::-1]:
        return shared >= _SHARED_AROUND_SWAP
    either = bool(siblings().intersection(form + other))
    if len(form) == len(other) == 1:
        both = form in siblings() and other in siblings()
        return not both and (shared >= _SHARED or (times > 1 and shared >= _SHARED_OFTEN))
    if either:
        return shared >= _SHARED_BY_FAR
    return shared >= _SHARED_AROUND_LOST or (sides[0] > _SIDE and shared >= _SHARED)


def _shared(text: str, odd: Place, other: Place) -> tuple[int, int]:
    """How many characters before and behind both places are the same, up to the first sign."""
    left, right = 0, 0
    while left < odd[0] and left < other[0] and _same(text, odd[0] - left - 1, other[0] - left - 1):
        left += 1
    while max(odd[1], other[1]) + right < len(text) and _same(text, odd[1] + right, other[1] + right):
        right += 1
    return left, right


def _same(text: str, one: int, other: int) -> bool:
    return text[one] == text[other] and (text[one].isalnum() or text[one] == "·")


def _is_name(text: str, sides: tuple[int, int], other: Place) -> bool:
    """Whether what is shared holds the ending of a name at or behind the difference."""
    left, right = sides
    if left < _SIDE or right < _SIDE:
        return False
    return any(m.end() > other[0] for m in endings().finditer(text, other[0] - left, other[1] + right))
