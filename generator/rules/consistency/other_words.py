"""Names whose last word is another one in one place: 现代化产业体系 everywhere, and once 现代化产业园区."""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.consistency.near_repeats import NearRepeat, Place, endings

_WORD = 2
_MANY = 60
_BEFORE = 4
_LONG = 6
_VERY_LONG = 8
_FAR = 24
_WORKS = frozenset(("项目", "工程"))
"""What is built is called either."""


def other_words(text: str, names: list[Place]) -> Iterator[NearRepeat]:
    """Endings of names behind words that have another ending everywhere else, in order."""
    for start, places in _behind_words(text, names):
        others = [place for place in places if place != start]
        word = text[others[0] : others[0] + _WORD] if others else ""
        if not others or any(text[place : place + _WORD] != word for place in others):
            continue
        left = min(_shared_before(text, start, place) for place in others)
        if {word, text[start : start + _WORD]} <= _WORKS:
            continue
        if endings().fullmatch(word) and len(others) > (0 if left >= _VERY_LONG else 1 if left >= _LONG else 2):
            other = others[0]
            yield NearRepeat((start, start + _WORD), (other, other + _WORD), left, 0, len(others), len(others) == 1)


def _behind_words(text: str, names: list[Place]) -> Iterator[tuple[int, list[int]]]:
    """Where an ending of a name stands that comes once behind its words, and where these words end everywhere."""
    found: dict[str, list[int]] = {}
    for start, end in names:
        before = text[max(0, start - _BEFORE) : start]
        if end - start == _WORD and len(before) == _BEFORE and before.isalpha():
            found.setdefault(before, []).append(start)
    for before, starts in found.items():
        if len(starts) == 1:
            continue
        words = [text[start : start + _WORD] for start in starts]
        for start, word in zip(starts, words, strict=True):
            if words.count(word) == 1 < len(words):
                yield start, _ends(text, before)


def _ends(text: str, words: str) -> list[int]:
    ends: list[int] = []
    start = text.find(words)
    while start >= 0 and len(ends) < _MANY:
        ends.append(start + len(words))
        start = text.find(words, start + 1)
    return ends


def _shared_before(text: str, one: int, other: int) -> int:
    length = 0
    while (
        one > length < other and text[one - length - 1] == text[other - length - 1] and text[one - length - 1].isalpha()
    ):
        length += 1
    return length
