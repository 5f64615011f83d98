"""Series inside the text: 一是…二是… · 一要…二要… · 第一，…第二，… · ①…②…"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.numerals.reading import read_chinese
from generator.patterns import Pattern

_CN = "[一二三四五六七八九十]{1,3}"
_MARK = Pattern(
    rf"(?=[一二三四五六七八九十第])(?:^|(?<=[。；：，！？\s）”]))(?:(?P<shi>{_CN})(?P<word>是|要|为|以)(?!一样|有)|第(?P<ordinal>{_CN})[，,、](?!第))"
    r"|(?P<circle>[①-⑳])"
)


@dataclass(frozen=True, slots=True)
class SeriesMark:
    """One mark of a series: paragraph (from 1), offsets (characters from 0); ``form`` is what its fellows look like."""

    paragraph: int
    start: int
    end: int
    text: str
    form: str
    number: int


def series_marks(text: str, paragraph: int) -> Iterator[SeriesMark]:
    """The marks of all series in a paragraph, in order."""
    for match in _MARK.finditer(text):
        if match["circle"]:
            number, form = ord(match["circle"]) - ord("①") + 1, "①"
        else:
            words = match["shi"] or match["ordinal"]
            read = read_chinese(words)
            if read is None:
                continue
            number, form = read, match["word"] or "第"
        yield SeriesMark(paragraph, match.start(), match.end(), match.group(), form, number)


def series(marks: Iterator[SeriesMark]) -> list[list[SeriesMark]]:
    """Marks sorted into series, inner ones apart from outer ones; a series begins with its first (or a stray)."""
    done: list[list[SeriesMark]] = []
    open_series: dict[str, list[list[SeriesMark]]] = {}
    for mark in marks:
        stack = open_series.setdefault(mark.form, [])
        while len(stack) > 1 and mark.number != 1 and not _goes_on(stack[-1], mark) and _any(stack[:-1], mark):
            stack.pop()
        if mark.number == 1 or not stack:
            stack.append([mark])
            done.append(stack[-1])
        else:
            stack[-1].append(mark)
    return done


def _goes_on(one: list[SeriesMark], mark: SeriesMark) -> bool:
    return one[-1].number + 1 == mark.number


def _any(stack: list[list[SeriesMark]], mark: SeriesMark) -> bool:
    return any(_goes_on(one, mark) for one in stack)
