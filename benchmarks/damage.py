"""What damage to a report is: edits at known places of its text, and what a finding there must say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from generator.diagnostics import Span
from generator.document import Document, Facet, FigureRun, Kind, Runs, paragraphs_of, text_of

NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters ``start`` to ``end`` of paragraph ``paragraph`` (from 1) replaced."""

    paragraph: int
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Damage:
    """One fault: its class and the edits that make it.

    ``expected`` are the prints that findings at the edits must expect, with their place in YAML, one finding each;
    where it is empty any finding at one of the edits will do.
    """

    edits: tuple[Edit, ...]
    expected: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure's run and its place (characters from 0)."""

    run: FigureRun
    paragraph: int
    start: int
    end: int

    def replaced(self, text: str) -> Edit:
        """All of it written otherwise."""
        return Edit(self.paragraph, self.start, self.end, text)


@dataclass(frozen=True, slots=True)
class Material:
    """A report's text to be damaged."""

    paragraphs: tuple[str, ...]
    placed: tuple[Placed, ...]

    @classmethod
    def of(cls, document: Document) -> Material:
        """The text form of a document."""
        lines = list(paragraphs_of(document))
        placed = [p for number, runs in enumerate(lines, start=1) for p in _placed(runs, number)]
        return cls(tuple(text_of(runs) for runs in lines), tuple(placed))

    def text(self, paragraph: int) -> str:
        """A paragraph, counted from 1."""
        return self.paragraphs[paragraph - 1]

    def numbers(self, *kinds: Kind) -> list[Placed]:
        """Runs that print an Arabic number."""
        return [p for p in self.values(*kinds) if NUMBER.search(p.run.text)]

    def values(self, *kinds: Kind) -> list[Placed]:
        """Runs that print a datum itself."""
        return [p for p in self.placed if p.run.facet is Facet.VALUE and (not kinds or p.run.kind in kinds)]

    def inside(self, paragraph: int, start: int, end: int) -> list[Placed]:
        """The runs that meet some characters."""
        return [p for p in self.placed if p.paragraph == paragraph and p.start < end and start < p.end]

    def clause(self, placed: Placed) -> tuple[int, int]:
        """The clause around a run, with the sign behind it."""
        text = self.text(placed.paragraph)
        begin = max(text.rfind(c, 0, placed.start) for c in "，。；：") + 1
        ends = [e for c in "，。；" if (e := text.find(c, placed.end)) >= 0]
        return begin, min(ends) + 1 if ends else len(text)


Maker = Callable[[Material, Random], Damage | None]


def _placed(runs: Runs, paragraph: int) -> Iterator[Placed]:
    offset = 0
    for run in runs:
        if isinstance(run, FigureRun):
            yield Placed(run, paragraph, offset, offset + len(run.text))
        offset += len(run.text)


def one(placed: Placed, edit: Edit) -> Damage:
    """One edit at a figure, which one finding must name."""
    return Damage((edit,), (placed.run.text,))


def edited(paragraphs: Sequence[str], edits: Sequence[Edit]) -> tuple[str, ...]:
    """The paragraphs with edits made that do not overlap."""
    result = list(paragraphs)
    for edit in sorted(edits, key=lambda e: (e.paragraph, e.start, e.end), reverse=True):
        text = result[edit.paragraph - 1]
        result[edit.paragraph - 1] = text[: edit.start] + edit.replacement + text[edit.end :]
    return tuple(result)


def places(edits: Sequence[Edit], all_edits: Sequence[Edit]) -> list[Span]:
    """Where ``edits`` are in the text after ``all_edits`` were made."""
    found = []
    for edit in edits:
        shift = sum(
            len(other.replacement) - (other.end - other.start)
            for other in all_edits
            if other.paragraph == edit.paragraph and other.start < edit.start
        )
        start = edit.start + shift
        found.append(Span(edit.replacement, edit.paragraph, start, start + len(edit.replacement)))
    return found
