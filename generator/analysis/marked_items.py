"""How far a numbered run goes: items that begin with a long sentence are no headings, but bear marks like them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.headings import HeadingFound
from generator.analysis.parts import Place
from generator.numerals.reading import read_chinese
from generator.patterns import Pattern

_CN = "[一二三四五六七八九十]{1,3}"
_BEGINS = r"(?:^\s*|(?<=[。；！？：”\s]))"
_MARKS = {
    1: Pattern(rf"^\s*(?P<number>{_CN})、"),
    2: Pattern(rf"{_BEGINS}[（(](?P<number>{_CN})[）)]"),
    3: Pattern(rf"{_BEGINS}(?P<number>[0-9]{{1,2}})(?:[.．](?![0-9])|、)"),
    4: Pattern(rf"{_BEGINS}[（(](?P<number>[0-9]{{1,2}})[）)]"),
}


def last_in_order(texts: Sequence[str], first: HeadingFound, end: Place | None) -> int:
    """The number that the marks reach which count on from a heading with the number 1, before they begin anew.

    ``texts`` are the paragraphs; ``end`` is the place of the next heading above, None for the end of the text.
    """
    last = 1
    for number in _numbers(texts, first, end):
        if number == 1:
            break
        if number == last + 1:
            last = number
    return last


def _numbers(texts: Sequence[str], first: HeadingFound, end: Place | None) -> Iterator[int]:
    """The numbers of the marks of a heading's form behind it."""
    for number, text in enumerate(texts[first.paragraph - 1 :], start=first.paragraph):
        for match in _MARKS[first.level].finditer(text):
            place = (number, match.start("number"))
            if end is not None and place >= end:
                return
            if place > (first.paragraph, first.start + len(first.mark)):
                yield _read(match["number"])


def _read(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else read_chinese(numeral) or 0
