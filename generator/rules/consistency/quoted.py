"""Words in quotation marks: where they stand, how often, and which differ by one character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, starmap

from generator.diagnostics import Span
from generator.patterns import Pattern
from generator.rules.characters import is_han
from generator.rules.consistency.near_repeats import particles, siblings, suffixes
from generator.rules.consistency.usual_pairs import is_usual
from generator.rules.context import Paragraph
from generator.rules.pen_slips import is_pen_slip

_QUOTED = Pattern("[“《]([^“”《》，。；：！？]{3,24})[”》]")
_SHORTEST = 6
_BESIDE = 8
"""Characters before and behind the marks that are compared."""
_SAME_BESIDE, _SAME_BESIDE_EDGE = 2, 5
"""So many are alike; more where the first or last character of a term is another, which makes one pair only."""
_LEAST = 3
_STOPS = frozenset("。！？")
_NUMERALS = ("一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "双")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words: their places (without the marks) and the words before and behind the marks there."""

    text: str
    spans: tuple[Span, ...]
    around: tuple[tuple[str, str], ...]

    @property
    def span(self) -> Span:
        """The first place."""
        return self.spans[0]

    @property
    def times(self) -> int:
        """How often they stand."""
        return len(self.spans)


def quoted_words(paragraphs: Sequence[Paragraph]) -> dict[str, Quoted]:
    """All quoted words of a draft, in order."""
    spans: dict[str, list[Span]] = {}
    around: dict[str, list[tuple[str, str]]] = {}
    for paragraph in paragraphs:
        text = paragraph.text
        for match in _QUOTED.finditer(text):
            spans.setdefault(match[1], []).append(paragraph.span(*match.span(1)))
            beside = text[max(0, match.start() - _BESIDE) : match.start()], text[match.end() : match.end() + _BESIDE]
            around.setdefault(match[1], []).append(beside)
    return {words: Quoted(words, tuple(places), tuple(around[words])) for words, places in spans.items()}


def near_quotes(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Quoted, Quoted]]:
    """Quoted words that differ by one character from others that stand at least as often; the rarer first.

    Short ones are made alike on purpose (“保交楼”“保交房”, “一企一策”“一河一策”): of these only such as stand once
    and lost a character, or have one that looks like the other; are used as the other is; or have characters side by
    side as in no report, while the other form stands twice, or has no such pair itself.
    """
    quoted = quoted_words(paragraphs)
    for one, two, place in (*_changed(quoted), *_lost(quoted), *_turned(quoted)):
        if one.times > two.times or _are_two(paragraphs, one, two):
            continue
        if one.times == two.times and len(one.text) == len(two.text) and _is_odder(two, one):
            continue
        if _is_slip(one, two, place) or _is_used_alike(one, two, place):
            yield one, two


def _is_odder(one: Quoted, two: Quoted) -> bool:
    """Whether one of two terms has more pairs that no report has."""
    return _unusual(one.text, two.text) > _unusual(two.text, one.text)


def _are_two(paragraphs: Sequence[Paragraph], one: Quoted, two: Quoted) -> bool:
    """Whether both stand in one sentence, where who writes both means both; a long one that stands twice is no such."""
    if two.times > 1 and len(two.text) >= _SHORTEST:
        return False
    differing = [(a, b) for a, b in zip(one.text, two.text, strict=False) if a != b]
    if len(one.text) == len(two.text) and is_pen_slip(*map("".join, zip(*differing, strict=True))):
        return False
    return any(_in_sentence(paragraphs, here, there) for here in one.spans for there in two.spans)


def _in_sentence(paragraphs: Sequence[Paragraph], one: Span, two: Span) -> bool:
    if one.paragraph != two.paragraph:
        return False
    between = paragraphs[one.paragraph - 1].text[min(one.end, two.end) : max(one.start, two.start)]
    return _STOPS.isdisjoint(between)


def _is_used_alike(one: Quoted, two: Quoted, place: int) -> bool:
    """Whether the same words stand beside the marks in different paragraphs, and a character fits one term only.

    “春风行动” and “春雨行动” may both be carried out: neither has a character that meets no neighbour in any report.
    """
    if one.times > 1 or len(one.text) != len(two.text) or len(one.text) <= _LEAST:
        return False
    differing = _differing(one, two, place)
    if differing <= _variable() or not all(map(is_han, differing)) or not _is_stray(one.text, two.text, place):
        return False
    return _stands_alike(one, two, _SAME_BESIDE if 0 < place < len(one.text) - 1 else _SAME_BESIDE_EDGE)


def _stands_alike(one: Quoted, two: Quoted, least: int) -> bool:
    """Whether so many characters beside the marks are the same in different paragraphs."""
    (left, right), here = one.around[0], one.span.paragraph
    return any(
        here != there.paragraph and _same(left[::-1], before[::-1]) + _same(right, behind) >= least
        for there, (before, behind) in zip(two.spans, two.around, strict=True)
    )


def _is_stray(odd: str, right: str, place: int) -> bool:
    """Whether a character makes only pairs that no report has, and the other in its place none."""
    beside = slice(max(0, place - 1), place + 2)
    return not any(starmap(is_usual, pairwise(odd[beside]))) and all(starmap(is_usual, pairwise(right[beside])))


def _same(one: str, other: str) -> int:
    """How many characters two texts begin with alike, up to a sign."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b or not is_han(a)), len(one))


def _variable() -> frozenset[str]:
    return siblings() | particles()


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


def _is_slip(one: Quoted, two: Quoted, place: int) -> bool:
    """Whether the words themselves tell: turned round, one lost, much the same; or an unusual change."""
    shortest, differing = min(len(one.text), len(two.text)), _differing(one, two, place)
    if sorted(one.text) == sorted(two.text) and shortest > _LEAST:
        return True
    if not all(map(is_han, differing)):
        return False
    if len(one.text) != len(two.text):
        return one.times == 1 and differing.isdisjoint(particles() | suffixes()) and _is_lost(one, two, place)
    if one.times == 1 and shortest > _LEAST and is_pen_slip(one.text[place], two.text[place]):
        return True
    if differing & _variable():
        return False
    if shortest >= _SHORTEST and (one.times < two.times or _unusual(one.text, two.text)):
        return True
    return one.times == 1 and _is_odd(one.text, two.text, place, two.times > 1)


def _is_lost(odd: Quoted, right: Quoted, place: int) -> bool:
    """Whether a character is lost or one too many; where either form stands once, lost unless it stands twice there."""
    longer, shorter = sorted((odd.text, right.text), key=len, reverse=True)
    if len(shorter) < _LEAST or (len(shorter) == _LEAST and not 0 < place < _LEAST):
        return False
    if place == 0 and longer[0] in _NUMERALS:  # “百千万工程”, “千万工程”
        return False
    if right.times > 1:
        return True
    doubled = longer[place] in (longer[place - 1 : place], longer[place + 1 : place + 2])
    if odd.text != (longer if doubled else shorter):
        return False
    return len(shorter) > _LEAST or not _is_short(longer, place) or _stands_alike(odd, right, _SAME_BESIDE)


def _is_short(longer: str, place: int) -> bool:
    """Whether what is left without a character is a name and the last of a word for the word: 本地造 for 本地制造."""
    return place == len(longer) - 2 and longer[0] not in _NUMERALS and is_usual(*longer[-2:])


def _differing(one: Quoted, two: Quoted, place: int) -> frozenset[str]:
    """The characters that stand at a place in one and not in the other; where one is longer, what it has more."""
    longest = max(len(one.text), len(two.text))
    return frozenset(words.text[place] for words in (one, two) if len(words.text) == longest)


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
    return sum(not is_usual(a, b) for a, b in pairwise(text) if a + b not in other)
