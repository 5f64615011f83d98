"""Names that stand twice in a draft, but not quite alike: found without knowing any name.

Two places share the characters around a difference of one or two; the one that says what nothing else in the draft says is
the odd one.  Only words that end like names are looked at, and differences that make another name (一期, 二期) are let be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.rules.registers import any_of, mappings, register, words_of

_REACH = 10
"""How far before its ending a name may begin (characters)."""
_SIDE = 2
_SHARED = 6
_SHARED_AROUND_LOST = 7
_MANY = 24
"""Phrases that come more often are no names."""

Place = tuple[int, int]
"""Where the differing characters begin and end, in characters of the text from 0."""


@dataclass(frozen=True, slots=True)
class NearRepeat:
    """``odd`` and ``other`` are the places of the difference; ``left`` and ``right`` count the characters shared beside it.

    ``times`` says how often the other form stands in the draft; ``mutual`` that either may be the odd one.
    """

    odd: Place
    other: Place
    left: int
    right: int
    times: int
    mutual: bool


@cache
def _words() -> tuple[re.Pattern[str], frozenset[str]]:
    data = register("generator.rules.consistency", "name_words")
    endings = next(mappings([data["endings"]]))
    siblings = next(mappings([data["siblings"]]))
    return any_of(words_of(endings["words"])), frozenset("".join(words_of(siblings["words"])))


def near_repeats(text: str) -> Iterator[NearRepeat]:
    """The near repeats of a text, the best counterpart for each odd place, in order."""
    pairs = [ord(a) << 21 | ord(b) for a, b in zip(text, text[1:], strict=False)]
    seen = Counter(pairs)
    starts = _starts(text)
    found: dict[Place, NearRepeat] = {}
    for odd, others in _alike(pairs, seen, starts):
        for repeat in _counterparts(text, odd, others, pairs, seen):
            best = found.get(odd)
            if best is None or repeat.left + repeat.right > best.left + best.right:
                found[odd] = repeat
    yield from (found[place] for place in sorted(found))


def _starts(text: str) -> list[int]:
    """Where differences are looked for: before the endings of names and in them."""
    endings, _ = _words()
    starts: list[int] = []
    done = _SIDE
    for match in endings.finditer(text):
        stop = min(match.end(), len(text) - 5)
        starts.extend(range(max(done, match.start() - _REACH), stop))
        done = max(done, stop)
    return starts


def _alike(pairs: list[int], seen: Counter[int], starts: list[int]) -> Iterator[tuple[Place, list[Place]]]:
    """Places whose characters meet their neighbours nowhere else, each with those that have the same neighbours.

    Neighbours are two characters before and two behind; between them stand none, one or two.
    """
    lone = [start for start in starts if seen[pairs[start - 1]] == 1]
    wanted: dict[int, list[Place]] = {}
    for start in lone:
        for gap in (0, 1, 2):
            if not gap or seen[pairs[start + gap - 1]] == 1:
                key = pairs[start - _SIDE] << 42 | pairs[start + gap]
                wanted.setdefault(key, []).append((start, start + gap))
    alike: dict[int, list[Place]] = {}
    for gap in (0, 1, 2):
        for start in starts:
            key = pairs[start - _SIDE] << 42 | pairs[start + gap]
            if key in wanted:
                alike.setdefault(key, []).append((start, start + gap))
    for key, odds in wanted.items():
        others = alike[key]
        if 1 < len(others) <= _MANY:
            for odd in odds:
                yield odd, others


def _is_new(pairs: list[int], seen: Counter[int], place: Place) -> bool:
    """Whether the characters at a place meet their neighbours nowhere else in the text."""
    start, end = place
    if seen[pairs[start - 1]] > 1:
        return False
    return start == end or seen[pairs[end - 1]] == 1


def _counterparts(
    text: str, odd: Place, others: list[Place], pairs: list[int], seen: Counter[int]
) -> Iterator[NearRepeat]:
    _, siblings = _words()
    form = text[slice(*odd)]
    by_form: dict[str, list[Place]] = {}
    for place in others:
        by_form.setdefault(text[slice(*place)], []).append(place)
    if len(by_form.pop(form)) > 1:
        return
    for other_form, places in by_form.items():
        if not _may_be_a_slip(form, other_form, siblings):
            continue
        shared = [(_shared(text, odd, other), other) for other in places]
        near = [(sides, other) for sides, other in shared if _is_name(text, form, sides, other)]
        if near and (len(near) > 1 or _is_small(form, other_form)):
            (left, right), other = max(near)
            mutual = len(places) == 1 and _is_new(pairs, seen, other)
            yield NearRepeat(odd, other, left, right, len(near), mutual)


def _may_be_a_slip(form: str, other: str, siblings: frozenset[str]) -> bool:
    if not all("一" <= character <= "龥" for character in form + other):
        return False
    if form and other and form != other[::-1] and (form[0] == other[0] or form[-1] == other[-1]):
        return False
    return siblings.isdisjoint(form) and siblings.isdisjoint(other)


def _is_small(form: str, other: str) -> bool:
    """One character lost, added or changed, or two that changed places."""
    return max(len(form), len(other)) == 1 or (form == other[::-1] and len(form) == 2)


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


def _is_name(text: str, form: str, sides: tuple[int, int], other: Place) -> bool:
    """Whether enough is shared, and what is shared holds the ending of a name at or behind the difference."""
    left, right = sides
    changed = other[1] - other[0] == len(form)
    if left < _SIDE or right < _SIDE or left + right < (_SHARED if changed else _SHARED_AROUND_LOST):
        return False
    endings, _ = _words()
    return any(m.end() > other[0] for m in endings.finditer(text, other[0] - left, other[1] + right))
