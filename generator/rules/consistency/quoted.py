"""Words in quotation marks: where they stand, how often, and which differ by one character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.diagnostics import Span
from generator.patterns import Pattern
from generator.rules.characters import is_han
from generator.rules.consistency.near_repeats import particles, siblings
from generator.rules.consistency.usual_pairs import usual_followers
from generator.rules.context import Paragraph

_QUOTED = Pattern("[“《]([^“”《》，。；：！？]{3,24})[”》]")
_SHORTEST = 6
_LEAST = 3
_NUMERALS = ("一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "双")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words: their first place (without the marks) and how often they stand."""

    text: str
    span: Span
    times: int


def quoted_words(paragraphs: Sequence[Paragraph]) -> dict[str, Quoted]:
    """All quoted words of a draft, in order."""
    found: dict[str, Quoted] = {}
    for paragraph in paragraphs:
        for match in _QUOTED.finditer(paragraph.text):
            words = match[1]
            before = found.get(words)
            if before is None:
                found[words] = Quoted(words, paragraph.span(*match.span(1)), 1)
            else:
                found[words] = Quoted(words, before.span, before.times + 1)
    return found


def near_quotes(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Quoted, Quoted]]:
    """Quoted words that differ by one character from others that stand at least as often; the rarer first.

    Short ones are made alike on purpose (“保交楼”“保交房”, “一企一策”“一河一策”): of these only such as stand
    once, with characters side by side as in no report, while the other form stands twice, or has no such pair itself.
    """
    quoted = quoted_words(paragraphs)
    for one, two, place in (*_changed(quoted), *_lost(quoted), *_turned(quoted)):
        if one.times <= two.times and _is_slip(one.text, two.text, place):
            long = min(len(one.text), len(two.text)) >= _SHORTEST
            if long or (one.times == 1 and _is_odd(one.text, two.text, place, two.times > 1)):
                yield one, two


def _changed(quoted: dict[str, Quoted]) -> Iterator[tuple[Quoted, Quoted, int]]:
    """Pairs of the same length, both ways round, with the place of the two characters that differ."""
    masked: dict[tuple[str, str], list[Quoted]] = {}
    for text, one in quoted.items():
        for place in range(len(text)):
            masked.setdefault((text[:place], text[place + 1 :]), []).append(one)
    for (before, _), alike in masked.items():
        for one in alike:
            for two in alike:
                if one is not two:
                    yield one, two, len(before)


def _lost(quoted: dict[str, Quoted]) -> Iterator[tuple[Quoted, Quoted, int]]:
    """Pairs of which one lost a character of the other, both ways round, with the place of that character."""
    for text, longer in quoted.items():
        for place in range(len(text)):
            shorter = quoted.get(text[:place] + text[place + 1 :])
            if shorter is not None:
                yield longer, shorter, place
                yield shorter, longer, place


def _turned(quoted: dict[str, Quoted]) -> Iterator[tuple[Quoted, Quoted, int]]:
    """Pairs of which one has two characters of the other turned round."""
    shuffled = Counter(map("".join, map(sorted, quoted)))
    for text, one in quoted.items():
        if shuffled["".join(sorted(text))] == 1:
            continue
        for place in range(len(text) - 1):
            two = quoted.get(text[:place] + text[place + 1] + text[place] + text[place + 2 :])
            if two is not None and two is not one:
                yield one, two, place


def _is_slip(odd: str, right: str, place: int) -> bool:
    """Whether the differing characters make no other name: no numeral, no direction, no particle."""
    if sorted(odd) == sorted(right):
        return True
    longest = max(len(odd), len(right))
    differing = {text[place] for text in (odd, right) if len(text) == longest}
    return all(is_han(c) and c not in siblings() and c not in particles() for c in differing)


def _is_odd(odd: str, right: str, place: int, often: bool) -> bool:
    """Whether the change puts characters side by side that no report has; “三…” and “双…” are made to be varied."""
    if min(len(odd), len(right)) < _LEAST or (len(odd) == len(right) and odd[place - 1 : place] in _NUMERALS):
        return False
    new = _unusual(odd, right)
    if often:
        return new > 0
    inside = 0 < place < max(len(odd), len(right)) - 1
    return min(len(odd), len(right)) > _LEAST and inside and new > 0 == _unusual(right, odd)


def _unusual(text: str, other: str) -> int:
    """How many pairs of characters no report has that one text holds and the other does not."""
    usual = usual_followers()
    return sum(b not in usual.get(a, "") for a, b in pairwise(text) if a + b not in other)
