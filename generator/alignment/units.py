"""Sentences of both texts, with what the generated one knows about its runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.alignment.tokens import Tokens, tokenize
from generator.analysis.quantities import quantities
from generator.analysis.sentences import sentences
from generator.diagnostics import Span
from generator.document import Document, FigureRun, Kind, Runs, paragraphs_of, text_of
from generator.draft import Draft
from generator.patterns import Pattern


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """A figure's run inside a sentence: characters of the sentence from 0."""

    run: FigureRun
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence of either text.

    ``start`` is its offset in paragraph ``paragraph`` (from 1); only generated ones have ``runs``.
    """

    text: str
    paragraph: int
    start: int
    runs: tuple[PlacedRun, ...] = field(default=())

    @property
    def end(self) -> int:
        """Where it ends in its paragraph, exclusive."""
        return self.start + len(self.text)

    @cached_property
    def tokens(self) -> Tokens:
        """Its tokens."""
        return tokenize(self.text)

    @cached_property
    def bare(self) -> str:
        """Its characters without white space."""
        return "".join(self.text.split())

    def span(self, start: int, end: int) -> Span:
        """Some of its characters, counted in it from 0, as a place in its paragraph."""
        return Span(self.text[start:end], self.paragraph, self.start + start, self.start + end)


def base_sentences(document: Document) -> list[Sentence]:
    """The sentences of a generated document, in the paragraphs of its text form."""
    found: list[Sentence] = []
    for number, runs in enumerate(paragraphs_of(document), start=1):
        text, placed, at = text_of(runs), _placed(runs), 0
        for start, end in sentences(text):
            first = at
            while at < len(placed) and placed[at].start < end:
                at += 1
            inside = tuple(PlacedRun(p.run, p.start - start, p.end - start) for p in placed[first:at])
            found.append(Sentence(text[start:end], number, start, inside))
    return found


def draft_sentences(draft: Draft) -> list[Sentence]:
    """The sentences of a draft's counted paragraphs."""
    return [
        Sentence(paragraph.text[start:end], paragraph.number, start)
        for paragraph in draft.body
        for start, end in sentences(paragraph.text)
        if not paragraph.text[start:end].isspace()
    ]


_SENTENCE_ENDS = Pattern("[。！？；].")


def _placed(runs: Runs) -> list[PlacedRun]:
    """The runs of a paragraph in order: those of data, and the numbers typed in its prose, without key and source.

    A datum of several sentences, such as a glossary's explanation, is prose.
    """
    placed: list[PlacedRun] = []
    offset = 0
    for run in runs:
        end = offset + len(run.text)
        if isinstance(run, FigureRun) and not _SENTENCE_ENDS.search(run.text):
            placed.append(PlacedRun(run, offset, end))
        else:
            placed.extend(_typed(run.text, offset))
        offset = end
    return placed


def _typed(text: str, offset: int) -> Iterator[PlacedRun]:
    for quantity in quantities(text):
        run = FigureRun(quantity.text, "", Kind.DERIVED, "")
        yield PlacedRun(run, offset + quantity.start, offset + quantity.end)
