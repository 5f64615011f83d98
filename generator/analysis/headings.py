"""Headings by what is written, since drafts from offices carry no heading styles.

一、… · （一）… · 1. … · （1）… · ——… ; also inside a text that lost its line breaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.numerals.reading import read_chinese

_MARK = re.compile(
    r"(?P<one>[一二三四五六七八九十]{1,3})、|（(?P<two>[一二三四五六七八九十]{1,3})）|(?P<dash>——)"
    r"|(?P<three>[0-9]{1,2})[.．、](?![0-9])|（(?P<four>[0-9]{1,2})）"
)
_SENTENCE_START = re.compile(r"(?:^|(?<=[。！？；：\s]))(?=[一二三四五六七八九十（—0-9])")
_MAX_HEAD = 40


@dataclass(frozen=True, slots=True)
class HeadingFound:
    """A heading in a draft.

    ``level`` 1 is 一、, 2 is （一） or ——, 3 is 1., 4 is （1）.  ``number`` counts from 1; a —— has none.  ``start`` is where
    its mark begins, ``end`` where its words end (characters from 0); ``alone`` says that it fills its paragraph.
    """

    paragraph: int
    level: int
    number: int | None
    start: int
    end: int
    text: str
    alone: bool


def headings(text: str, paragraph: int) -> list[HeadingFound]:
    """The headings that begin a paragraph, or a sentence in a text without line breaks."""
    found = []
    for place in _SENTENCE_START.finditer(text):
        match = _MARK.match(text, place.start())
        if match is None or not _plausible(text, match, place.start()):
            continue
        end = _end_of_head(text, match.end())
        head = text[match.end() : end]
        if 2 <= len(head) <= _MAX_HEAD:
            level, number = _level(match)
            found.append(HeadingFound(paragraph, level, number, match.start(), end, head, end >= len(text.rstrip())))
    return found


def _plausible(text: str, match: re.Match[str], start: int) -> bool:
    """Inside a line only marks that cannot be ordinary prose count: 一、 and （一） after a full stop."""
    return start == 0 or bool(match["two"]) or (bool(match["one"]) and text[start - 1] in "。！？ \t　") or bool(match["dash"])


def _end_of_head(text: str, start: int) -> int:
    end = re.compile(r"[。！？：；\s]|$").search(text, start)
    return end.start() if end else len(text)


def _level(match: re.Match[str]) -> tuple[int, int | None]:
    if match["one"]:
        return 1, read_chinese(match["one"])
    if match["two"]:
        return 2, read_chinese(match["two"])
    if match["dash"]:
        return 2, None
    if match["three"]:
        return 3, int(match["three"])
    return 4, int(match["four"])
