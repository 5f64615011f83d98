"""Text that is nearly a registered phrase: one place in it changed, dropped, added or swapped, all the rest intact.

A phrase that has one damaged place still has its beginning or its end whole, so the search looks for those, and only
then compares.  Reading backwards the end is a beginning, so one comparison serves both.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, permutations

from generator.diagnostics import Span
from generator.rules.characters import is_han
from generator.rules.consistency.pair_numbers import pair_number
from generator.rules.consistency.text_pairs import TextPairs
from generator.rules.context import CheckContext, Paragraph
from generator.rules.wording.odd_pairs import odd_places
from generator.rules.wording.phrase import LONG, Ends, Phrase

SHORTEST = 5
_ONE = ((1, 1), (1, 0), (0, 1))
_TWO = (*_ONE, (2, 2), (2, 1), (1, 2), (2, 0))
_MOST_ADDED = max(found - lost for lost, found in _TWO)
_LONGEST_SWAP = 10
_FEW = 3
_PAIR = 2
_LEAST_INTACT = 3
_OFTEN = 2
_BREAKS = frozenset("，。；：！？\n")


@dataclass(frozen=True, slots=True)
class Drift:
    """A place that is nearly a phrase; offsets are characters from 0 in the paragraph, end exclusive.

    ``certain`` says that the phrase may be put in its place.
    """

    paragraph: Paragraph
    start: int
    end: int
    phrase: Phrase
    certain: bool = True

    @property
    def span(self) -> Span:
        """The place."""
        return self.paragraph.span(self.start, self.end)


Hit = tuple[int, int, int, int]
"""Where nearly-a-phrase begins and ends, and where in it the damage begins and ends; characters from 0."""


def drifts(
    context: CheckContext, phrases: tuple[Phrase, ...], correct: tuple[str, ...], *, typed_only: bool = False
) -> Iterator[Drift]:
    """Places in a draft that are nearly one of some phrases and not a part of any correct one.

    Places that several phrases claim are given to the longest.  With ``typed_only`` paragraphs that stand as they were
    generated are not looked at.
    """
    read = _Read.typed(context) if typed_only else _Read([(0, context.pairs.text)], context.pairs.seen)
    taken: list[tuple[int, int]] = []
    text = context.pairs.text
    whole = _Whole(text, correct)
    for odd in odd_places(context.pairs, tuple(filter(_is_odd, phrases))):
        if whole.covers(odd.damage_start, odd.damage_end) or _is_edge(text, odd.start, odd.end, odd.phrase.text):
            continue
        taken.append((odd.start, odd.end))
        yield _drift(context, odd.start, odd.end, odd.phrase, odd.inside)
    for phrase in sorted(phrases, key=lambda p: len(p.text), reverse=True) if read.text else ():
        if len(phrase.text) < SHORTEST or phrase.ends is Ends.ODD_ONLY:
            continue
        for start, end, damage_start, damage_end in sorted(set(map(read.place, _hits(read, phrase)))):
            if whole.covers(damage_start, damage_end) or any(a < end and start < b for a, b in taken):
                continue
            if _is_edge(text, start, end, phrase.text):
                continue
            taken.append((start, end))
            yield _drift(context, start, end, phrase)


def _drift(context: CheckContext, start: int, end: int, phrase: Phrase, certain: bool = True) -> Drift:
    span = context.span_of(start, end)
    return Drift(context.paragraphs[span.paragraph - 1], span.start, span.end, phrase, certain)


def _is_edge(text: str, start: int, end: int, phrase: str) -> bool:
    """Whether a shorter place has one character of the phrase on a side, of a word that stands elsewhere too.

    实现产业体系 is no damaged 现代产业体系: 实现 stands in many places, and not before 代.
    """
    if end - start >= len(phrase):
        return False
    if text[start + 1] != phrase[1]:
        before = text[max(0, start - 1) : start]
        return _stands_elsewhere(text, before + phrase[0], before + phrase[:2])
    return text[end - 2] != phrase[-2] and _stands_elsewhere(text, text[end - 1 : end + 1], phrase[-2:] + text[end])


def _stands_elsewhere(text: str, word: str, whole: str) -> bool:
    return len(word) == _PAIR and all(map(is_han, word)) and text.count(word) - text.count(whole) > _OFTEN


def _is_odd(phrase: Phrase) -> bool:
    return phrase.ends in (Ends.ODD, Ends.ODD_ONLY)


class _Read:
    """What is read of a text: some of its stretches, each with where it begins there, put together; and backwards.

    ``seen`` holds the numbers of all pairs of characters in the text.
    """

    def __init__(self, stretches: Sequence[tuple[int, str]], seen: Mapping[int, int]) -> None:
        self.seen = seen
        self.text = "\n".join(text for _, text in stretches)
        self.backward = self.text[::-1]
        self._begins = list(accumulate((len(text) + 1 for _, text in stretches), initial=0))
        self._places = [place for place, _ in stretches]

    @classmethod
    def typed(cls, context: CheckContext) -> _Read:
        """What somebody typed in."""
        stretches = context.typed
        text = "\n".join(text for _, text in stretches)
        return cls(stretches, TextPairs(text, len(text)).seen)

    def place(self, hit: Hit) -> Hit:
        """A hit, which lies in one stretch, where it is in the whole text."""
        stretch = bisect_right(self._begins, hit[0]) - 1
        by = self._places[stretch] - self._begins[stretch]
        start, end, damage_start, damage_end = hit
        return start + by, end + by, damage_start + by, damage_end + by


def _hits(read: _Read, phrase: Phrase) -> Iterator[Hit]:
    words = phrase.text
    asked, size = _asked(words), len(read.text)
    if asked.head <= read.seen.keys():
        yield from _forward(read.text, words, phrase)
    if asked.tail <= read.seen.keys():
        for start, end, damage_start, damage_end in _forward(read.backward, words[::-1], phrase):
            yield size - end, size - start, size - damage_end, size - damage_start
    for swapped, pairs in asked.swapped:
        start = read.text.find(swapped) if pairs <= read.seen.keys() else -1
        while start >= 0:
            yield start, start + len(swapped), start, start + len(swapped)
            start = read.text.find(swapped, start + 1)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The pairs of characters without which a phrase has no intact beginning, no intact end, no other order."""

    head: frozenset[int]
    tail: frozenset[int]
    swapped: tuple[tuple[str, frozenset[int]], ...]


@cache
def _asked(phrase: str) -> _Asked:
    length = _head_length(phrase)
    swapped = tuple((order, _pairs(order)) for order in _swapped(phrase))
    return _Asked(_pairs(phrase[:length]), _pairs(phrase[-length:]), swapped)


def _pairs(words: str) -> frozenset[int]:
    return frozenset(pair_number(words[at : at + _PAIR]) for at in range(len(words) - 1))


def _swapped(phrase: str) -> tuple[str, ...]:
    """The phrase with its items in another order: any order of up to three, else neighbours exchanged."""
    return (*_reordered(phrase), *_exchanged(phrase))


def _exchanged(phrase: str) -> Iterator[str]:
    """The phrase with the beginnings of what 和 joins exchanged: 高水平发展和高质量安全."""
    left, joint, right = phrase.partition("和")
    if not joint or "和" in right or len(left) < len(right):
        return
    lead, left = left[: len(left) - len(right)], left[len(left) - len(right) :]
    for size in range(1, len(right)):
        if left[:size] != right[:size] and left[size:] != right[size:]:
            yield f"{lead}{right[:size]}{left[size:]}和{left[:size]}{right[size:]}"


def _reordered(phrase: str) -> tuple[str, ...]:
    items = phrase.split("、")
    if len(items) == 1 or len(phrase) < LONG or "，" in phrase:
        return ()
    if len(items) <= _FEW:
        orders = [list(order) for order in permutations(items)]
    else:
        orders = [[*items[:i], items[i + 1], items[i], *items[i + 2 :]] for i in range(len(items) - 1)]
    return tuple("、".join(order) for order in orders if order != items)


def _forward(text: str, phrase: str, register: Phrase) -> Iterator[Hit]:
    """Damage behind an intact beginning of a phrase as it is read: forwards or backwards."""
    head, last, most = phrase[: _head_length(phrase)], phrase[-1], phrase[:-1]
    start = text.find(head)
    while start >= 0:
        end = start + len(phrase) + _MOST_ADDED
        may_be = last in text[start + len(head) : end] or text.startswith(most, start)
        if may_be and not text.startswith(phrase, start):
            intact = _common(text, start, phrase)
            damage = _damage(text, start + intact, phrase, intact, register)
            if damage is not None:
                length, rest = damage
                at = start + intact
                yield start, at + length + rest, at, at + max(length, 1)
        start = text.find(head, start + 1)


def _head_length(phrase: str) -> int:
    return min(5, max(2, (len(phrase) - (2 if len(phrase) >= LONG else 1)) // 2))


def _common(text: str, start: int, phrase: str) -> int:
    length = 0
    limit = min(len(phrase), len(text) - start)
    while length < limit and text[start + length] == phrase[length]:
        length += 1
    return length


def _damage(text: str, at: int, phrase: str, intact: int, register: Phrase) -> tuple[int, int] | None:
    """How many characters at a place stand for damaged ones of the phrase, and how many follow intact."""
    left = len(phrase) - intact
    turned = _turned(text, at, phrase, intact)
    if turned == _PAIR or 0 < turned < left:
        return turned, left - turned
    for lost, found in _TWO if register.strict else _ONE:
        rest = left - lost
        if rest >= 1 and text.startswith(phrase[intact + lost :], at + found) and not _breaks(text, at, found, phrase):
            return found, rest
    if turned:
        return turned, left - turned
    if register.ends is Ends.CLOSED and left == 1:
        return (1 if is_han(text[at : at + 1]) else 0), 0
    return None


def _turned(text: str, at: int, phrase: str, intact: int) -> int:
    """How many characters at a place are those of the phrase in another order, the rest intact; 0 for none."""
    widest = min(_LONGEST_SWAP, len(phrase) - intact, len(phrase) - _LEAST_INTACT)
    expected = text.find(phrase[intact], at + 1, at + widest)  # where a swap put the character that should stand here
    for width in range(max(2, expected - at + 1), widest + 1) if expected >= 0 else ():
        if text.startswith(phrase[intact + width :], at + width) and sorted(text[at : at + width]) == sorted(
            phrase[intact : intact + width]
        ):
            return width
    return 0


def _breaks(text: str, at: int, found: int, phrase: str) -> bool:
    """Whether a sign that ends a clause stands there, as none does in the phrase."""
    return any(c in _BREAKS and c not in phrase for c in text[at : at + found])


class _Whole:
    """Where correct phrases stand; found phrase by phrase only around a hit, so that nothing is searched in vain."""

    def __init__(self, text: str, correct: tuple[str, ...]) -> None:
        self._text = text
        self._correct = correct

    def covers(self, start: int, end: int) -> bool:
        """Whether some correct phrase covers these characters."""
        for phrase in self._correct:
            low, high = max(0, end - len(phrase)), start + len(phrase)
            if self._text.find(phrase, low, high) >= 0:
                return True
        return False
