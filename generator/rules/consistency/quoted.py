"""Words in quotation marks: where they stand, how often, and which differ by one character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Span
from generator.patterns import Pattern
from generator.rules.consistency.near_repeats import particles, siblings
from generator.rules.context import Paragraph

_QUOTED = Pattern("[“《]([^“”《》，。；：！？]{3,24})[”》]")
_SHORTEST = 6
"""Shorter slogans are made alike on purpose: “保交楼”“保交房”, “一企一策”“一河一策”."""


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
    """Quoted words that differ by one character from others that stand at least as often; the rarer first."""
    long = {text: quoted for text, quoted in quoted_words(paragraphs).items() if len(text) >= _SHORTEST}
    for one, two, differing in (*_changed(long), *_lost(long)):
        if one.times <= two.times and _is_slip(differing):
            yield one, two


def _changed(quoted: dict[str, Quoted]) -> Iterator[tuple[Quoted, Quoted, str]]:
    """Pairs of the same length, both ways round, with the two characters that differ."""
    masked: dict[tuple[str, str], list[Quoted]] = {}
    for text, one in quoted.items():
        for place in range(len(text)):
            masked.setdefault((text[:place], text[place + 1 :]), []).append(one)
    for (before, _), alike in masked.items():
        for one in alike:
            for two in alike:
                if one is not two:
                    yield one, two, one.text[len(before)] + two.text[len(before)]


def _lost(quoted: dict[str, Quoted]) -> Iterator[tuple[Quoted, Quoted, str]]:
    """Pairs of which one lost a character of the other, both ways round, with that character."""
    for text, longer in quoted.items():
        for place, character in enumerate(text):
            shorter = quoted.get(text[:place] + text[place + 1 :])
            if shorter is not None:
                yield longer, shorter, character
                yield shorter, longer, character


def _is_slip(differing: str) -> bool:
    return all("一" <= c <= "龥" and c not in siblings() and c not in particles() for c in differing)
