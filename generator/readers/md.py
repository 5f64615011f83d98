"""Markdown: one paragraph a line, read as it shows, without the marks of headings, lists, quotations and emphasis.

Numbers that people type (``1.``) are words of the report and stay; what shows no words (rules, fences, front matter) is
left out, and the rows of tables are a place of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.draft import Draft, DraftParagraph, Place
from generator.patterns import Pattern
from generator.readers.txt import Line, decode, lines_of, without_text

_SPACE: Final = " \t\u3000"
_BLOCK: Final = Pattern(
    rf"(?:>[ \t]?)*[{_SPACE}]*(?:(?P<heading>#{{1,6}})[{_SPACE}]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?[{_SPACE}]*"
)
_WORDLESS: Final = Pattern(r"(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+|-+|(?:```|~~~).*|<!--.*-->|[>#]+")
_ROW: Final = Pattern(r"\|.*\|$")
_RULE_OF_TABLE: Final = Pattern(r"[|:\- \t]+")
_EDGE: Final = "---"
_TOKEN: Final = Pattern(
    r"(?P<escape>\\[!-/:-@\[-`{-~])|(?P<emphasis>\*{1,3}|__|~~|`+)"
    r"|(?P<image>!\[[^\[\]]{0,200}\]\([^()]{0,500}\))|(?P<link>\[)(?=[^\[\]]{1,200}\]\([^()]{0,500}\))"
    r"|(?P<target>(?<=\S)\]\([^()]{0,500}\))|(?P<tag></?(?:u|b|i|s|em|strong|br|center|font|span|p)\b[^<>]{0,100}>)"
)

Interval = tuple[int, int]


def read(data: bytes, name: str) -> Draft:
    """The draft in some bytes, encoded as in :mod:`generator.readers.txt`; raises CannotRunError as that does."""
    paragraphs: list[DraftParagraph] = []
    number = behind = 0
    for line in _shown(lines_of(decode(data, name))):
        is_row = _ROW.fullmatch(line.words) is not None
        paragraph = _paragraph(line, number + 1) if not is_row else _row(line, number, behind)
        if paragraph.text:
            number, behind = (number, behind) if is_row else (number + 1, len(paragraph.text))
            paragraphs.append(paragraph)
    if not number:
        raise without_text(name)
    return Draft(name, tuple(paragraphs))


def _shown(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines that show words: neither front matter, rules, fences nor comments."""
    in_front_matter = False
    for line in lines:
        if line.words == _EDGE and (line.line == 1 or in_front_matter):
            in_front_matter = not in_front_matter
        elif not in_front_matter and _WORDLESS.fullmatch(line.words) is None:
            yield line


def _row(line: Line, number: int, behind: int) -> DraftParagraph:
    """A row of a table, which hangs behind the last character of paragraph ``number``."""
    text = "" if _RULE_OF_TABLE.fullmatch(line.words) else line.words.strip("| \t").replace("|", "\t")
    return DraftParagraph(text, number, Place.TABLE, line=line.line, column=line.column, hangs_at=behind)


def _paragraph(line: Line, number: int) -> DraftParagraph:
    block = _BLOCK.match(line.words)
    assert block is not None  # it matches nothing too
    begins = block.end()
    text, gaps = _plain(_without_end(line.words[begins:], is_heading=block["heading"] is not None))
    return DraftParagraph(text, number, line=line.line, column=line.column + begins, gaps=gaps)


def _without_end(words: str, *, is_heading: bool) -> str:
    """The words without the sign that breaks a line, or closes a heading."""
    words = words.removesuffix("\\").rstrip(_SPACE)
    bare = words.rstrip("#")
    return bare.rstrip(_SPACE) if is_heading and bare[-1:].isspace() else words


def _plain(words: str) -> tuple[str, tuple[Interval, ...]]:
    """The words as they show, and what was left out: before which character of them, and how many characters."""
    kept: list[str] = []
    gaps: list[Interval] = []
    position = length = 0
    for start, end in _marks(words):
        kept.append(words[position:start])
        length += start - position
        gaps.append((length, end - start))
        position = end
    return "".join((*kept, words[position:])), tuple(gaps)


def _marks(words: str) -> list[Interval]:
    """Where marks stand, in order; signs of emphasis only where they are a pair around something."""
    found: list[Interval] = []
    opened: dict[str, Interval] = {}
    links = 0
    for token in _TOKEN.finditer(words):
        kind, sign = token.lastgroup, token.group()
        if kind == "emphasis":
            before = opened.get(sign)
            if before is not None and before[1] < token.start() and not words[token.start() - 1].isspace():
                found += (opened.pop(sign), token.span())
            elif not words[token.end() : token.end() + 1].isspace():
                opened[sign] = token.span()
        elif kind != "target" or links:
            links += (kind == "link") - (kind == "target")
            found.append((token.start(), token.start() + 1 if kind == "escape" else token.end()))
    return sorted(found)
