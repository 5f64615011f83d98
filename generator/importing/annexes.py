"""Annexes at the end of a published report: 民生实事 and 名词解释 that can be data; what is irregular stays text.

An annex is taken only where it would print again exactly as it stands: its items counted on from one, each a paragraph,
an entry of a glossary with its meaning behind a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.numerals.chinese import to_chinese
from schemas.outline import AnnexKind, AnnexMarks

_NUMBER = "[0-9一二三四五六七八九十]{0,2}"
_LABEL = re.compile(rf"附\s*件\s*(?P<number>{_NUMBER})(?P<colon>\s*[:：])?(?P<title>\s+\S.{{1,40}}|[《“].{{1,40}}|)")
_GLOSSARY = re.compile(
    "[^，。；]{0,24}(?:名词|术语|词语|用语)[^，。；]{0,4}(?:解释|注释|释义|说明)(?:[（(][^（）()]*[）)])?"
)
_LIVELIHOOD = re.compile(
    "[^，。；]{0,24}(?:实事|民生工程|民生项目)(?:项目|清单|计划|安排|任务|工作)*(?:[（(][^（）()]*[）)])?"
)
_FAREWELL = re.compile("^各位代表[！，!：]|！[”’]?$")
_MARKS = {
    AnnexMarks.CHINESE: re.compile("(?P<number>[一二三四五六七八九十]{1,3})、"),
    AnnexMarks.BRACKETS: re.compile("（(?P<number>[一二三四五六七八九十]{1,3})）"),
    AnnexMarks.ARABIC: re.compile("(?P<number>[0-9]{1,3})[.]"),
    AnnexMarks.ARABIC_COMMA: re.compile("(?P<number>[0-9]{1,3})、"),
}
_ENTRY = re.compile("(?P<term>[^：。]{1,60})：(?P<meaning>.+)", re.S)
_LONGEST_TERM = 45
_MOST_INTRO = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of a glossary as it is printed there, with quotes, and what it means."""

    term: str
    meaning: str

    @property
    def name(self) -> str:
        """The term without the quotes around all of it, as sentences name it between their own."""
        inner = self.term[1:-1]
        return inner if self.term == f"“{inner}”" and "“" not in inner else self.term


@dataclass(frozen=True, slots=True)
class AnnexFound:
    """An annex that can be data; ``lines`` are its paragraphs as published, ``marks`` what its items are counted by."""

    kind: AnnexKind
    title: str
    lines: tuple[str, ...]
    marks: AnnexMarks
    labelled: bool
    intro: str = ""
    items: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Start:
    """Where an annex begins: ``first`` is its label or title, ``body`` the first paragraph behind its title."""

    first: int
    body: int
    title: str
    number: str
    labelled: bool


def parted_labels(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs with 附件1 and the title behind it on lines of their own."""
    end = _end_of_report(paragraphs)
    return tuple(piece for n, text in enumerate(paragraphs) for piece in (_parted(text) if n >= end else (text,)))


def _parted(text: str) -> tuple[str, ...]:
    match = _LABEL.fullmatch(text)
    title = match["title"].strip() if match and not match["colon"] else ""
    return (text[: len(text) - len(title)].strip(), title) if title else (text,)


def _end_of_report(paragraphs: tuple[str, ...]) -> int:
    """How many paragraphs the report itself has: to its farewell, the last that exclaims or addresses the deputies."""
    ends = [number for number, text in enumerate(paragraphs, start=1) if _FAREWELL.search(text)]
    return ends[-1] if ends else len(paragraphs)


def annexes_of(
    paragraphs: tuple[str, ...], plain: frozenset[str] = frozenset()
) -> tuple[tuple[str, ...], tuple[AnnexFound, ...]]:
    """The report without the annexes that can be data, and these; all that follow one another to the end, or none."""
    starts = list(_starts(paragraphs))
    found: list[AnnexFound] = []
    end = len(paragraphs)
    for start in reversed(starts):
        annex = _annex(paragraphs[start.first : end], start)
        if annex is None or not plain.isdisjoint(annex.lines):
            break
        found.insert(0, annex)
        end = start.first
    kept = starts[len(starts) - len(found) :]
    if not _counted_right(kept) or (found and len(found) < len(starts) and any(start.labelled for start in kept)):
        return paragraphs, ()
    return paragraphs[:end], tuple(found)


def _counted_right(starts: list[_Start]) -> bool:
    numbers = [start.number for start in starts if start.labelled]
    return numbers == ([""] if len(numbers) == 1 else [str(n) for n in range(1, len(numbers) + 1)])


def _starts(paragraphs: tuple[str, ...]) -> Iterator[_Start]:
    number = _end_of_report(paragraphs)
    while number < len(paragraphs):
        text = paragraphs[number]
        label = _LABEL.fullmatch(text)
        if label is not None and not label["title"] and number + 1 < len(paragraphs):
            yield _Start(number, number + 2, paragraphs[number + 1], label["number"] + (label["colon"] or ""), True)
            number += 2
            continue
        if _kind(text) is not None:
            yield _Start(number, number + 1, text, "", False)
        number += 1


def _kind(title: str) -> AnnexKind | None:
    if _GLOSSARY.fullmatch(title):
        return AnnexKind.GLOSSARY
    return AnnexKind.LIVELIHOOD if _LIVELIHOOD.fullmatch(title) else None


def _annex(lines: tuple[str, ...], start: _Start) -> AnnexFound | None:
    kind = _kind(start.title)
    body = lines[start.body - start.first :]
    if body and all("\t" in line for line in body):
        return AnnexFound(AnnexKind.TABLE, start.title, lines, AnnexMarks.NONE, start.labelled, rows=body)
    if kind is None or not body:
        return None
    glossary = kind is AnnexKind.GLOSSARY
    opens = _mark_of(body[0]) is None and not (glossary and _ENTRY.fullmatch(body[0]))
    intro, items = ("", body) if not opens else (body[0], body[1:])
    marks = _mark_of(items[0]) if items else None
    words = _unmarked(items, marks) if marks else items if glossary else ()
    entries = tuple(_entries(words)) if glossary else ()
    if not words or len(intro) > _MOST_INTRO or (glossary and len(entries) < len(words)):
        return None
    found = marks or AnnexMarks.NONE
    return AnnexFound(kind, start.title, lines, found, start.labelled, intro, () if glossary else words, entries)


def _entries(words: tuple[str, ...]) -> Iterator[Entry]:
    for text in words:
        entry = _ENTRY.fullmatch(text)
        if entry is not None and len(entry["term"]) <= _LONGEST_TERM:
            yield Entry(entry["term"].strip(), entry["meaning"].strip())


def _mark_of(text: str) -> AnnexMarks | None:
    return next((marks for marks, pattern in _MARKS.items() if pattern.match(text)), None)


def _unmarked(items: tuple[str, ...], marks: AnnexMarks) -> tuple[str, ...]:
    """The items without their marks; none where these do not count from one without a gap."""
    words: list[str] = []
    for number, text in enumerate(items, start=1):
        match = _MARKS[marks].match(text)
        written = str(number) if "1" in marks.value else to_chinese(number)
        if match is None or match["number"] != written or not text[match.end() :].strip():
            return ()
        words.append(text[match.end() :].strip())
    return tuple(words)
