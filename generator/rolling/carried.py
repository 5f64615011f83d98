"""What of last year's text stands in a draft unread: each passage under a mark {待改}, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.loading.loader import Loaded
from generator.loading.locating import Path
from schemas.names import REWRITE
from schemas.prose import Prose, prose

_MARK = f"{{{REWRITE}}}"


@dataclass(frozen=True, slots=True)
class Carried:
    """One passage: its part, its first sentence, how many sentences it has, and file and line.

    In the sentence the names of data stand for what they print.
    """

    part: str
    text: str
    sentences: int
    source: str


def carried_in(
    loaded: Loaded, place: tuple[str, Path], text: Prose, part: str, is_number: Callable[[str], bool]
) -> Iterator[Carried]:
    """The passages of one text.  A mark reaches to the next sentence with a number, or the end of the paragraph."""
    lines = text.text.split("\n")
    offset = 0
    for number, line in enumerate(lines):
        if _MARK in line:
            file, path = loaded.sources.place(*place)
            at = file.inside(path, offset + line.index(_MARK), len(_MARK))
            length = 1 + _following(lines[number + 1 :], is_number)
            yield Carried(part, _readable(line), length, f"{at.file}:{at.line}")
        offset += len(line) + 1


def _readable(line: str) -> str:
    pieces = prose(line.replace(_MARK, "").strip()).pieces
    return "".join(piece if isinstance(piece, str) else piece.key for piece in pieces)


def _following(lines: list[str], is_number: Callable[[str], bool]) -> int:
    """How many lines belong to the mark before them."""
    for count, line in enumerate(lines):
        has_number = any(is_number(reference.key) for reference in prose(line).references)
        if not line.strip() or _MARK in line or has_number:
            return count
    return len(lines)
