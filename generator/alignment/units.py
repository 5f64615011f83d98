"""Sentences of both texts, with what the generated one knows about its runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from generator.alignment.tokens import Tokens, tokenize
from generator.analysis.sentences import sentences
from generator.document import Document, FigureRun, Runs, paragraphs_of, text_of
from generator.draft import Draft


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """A figure's run inside a sentence: characters of the sentence from 0."""

    run: FigureRun
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence of either text.  ``start`` is its offset in paragraph ``paragraph`` (from 1); ``runs`` only if generated."""

    text: str
    paragraph: int
    start: int
    runs: tuple[PlacedRun, ...] = field(default=())

    @cached_property
    def tokens(self) -> Tokens:
        """Its tokens."""
        return tokenize(self.text)

    @cached_property
    def bare(self) -> str:
        """Its characters without white space."""
        return "".join(self.text.split())


def base_sentences(document: Document) -> list[Sentence]:
    """The sentences of a generated document, in the paragraphs of its text form."""
    found: list[Sentence] = []
    for number, runs in enumerate(paragraphs_of(document), start=1):
        placed = _placed(runs)
        for start, end in sentences(text_of(runs)):
            inside = tuple(PlacedRun(p.run, p.start - start, p.end - start) for p in placed if start <= p.start < end)
            found.append(Sentence(text_of(runs)[start:end], number, start, inside))
    return found


def draft_sentences(draft: Draft) -> list[Sentence]:
    """The sentences of a draft's counted paragraphs."""
    return [
        Sentence(paragraph.text[start:end], paragraph.number, start)
        for paragraph in draft.body
        for start, end in sentences(paragraph.text)
        if paragraph.text[start:end].strip()
    ]


def _placed(runs: Runs) -> list[PlacedRun]:
    placed: list[PlacedRun] = []
    offset = 0
    for run in runs:
        end = offset + len(run.text)
        if isinstance(run, FigureRun):
            placed.append(PlacedRun(run, offset, end))
        offset = end
    return placed
