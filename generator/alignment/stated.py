"""What the generated text states: its clauses with the numbers in them and the data that print those."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.alignment.tokens import tokenize
from generator.alignment.units import PlacedRun, base_sentences
from generator.analysis.parts import PartFound, part_at, part_starts_of
from generator.analysis.quantities import Quantity, quantities
from generator.analysis.sentences import clauses
from generator.diagnostics import Span
from generator.document import Document, Facet, FigureRun, paragraphs_of, text_of

_SIGNS = "，。；：！？、”“）（ "


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause of the generated text that states data.

    ``base`` is its place in the text form; ``runs`` print its ``numbers``, None where no datum does.
    """

    part: PartFound
    text: str
    base: Span
    numbers: tuple[Quantity, ...]
    runs: tuple[FigureRun | None, ...]

    @property
    def prints(self) -> tuple[str, ...]:
        """The numbers as they read."""
        return tuple(quantity.text for quantity in self.numbers)


Statements = dict[str, list[Statement]]
"""Statements by the words of their clause, see :func:`key_of`."""


def key_of(clause: str) -> str:
    """The words of a clause: white space and signs at its ends left out, each number one token."""
    return tokenize(clause).key.strip(_SIGNS)


def statements_of(document: Document) -> Statements:
    """All that a document states."""
    starts = part_starts_of([text_of(runs) for runs in paragraphs_of(document)])
    found: Statements = defaultdict(list)
    for sentence in base_sentences(document):
        for start, end in clauses(sentence.text) if sentence.runs else ():
            text = sentence.text[start:end]
            numbers = tuple(quantities(text))
            runs = tuple(_printer(number, start, sentence.runs) for number in numbers)
            if any(runs):
                part = part_at(starts, sentence.paragraph, sentence.start + start)
                found[key_of(text)].append(Statement(part, text, sentence.span(start, end), numbers, runs))
    return found


def _printer(number: Quantity, clause: int, runs: Sequence[PlacedRun]) -> FigureRun | None:
    """The run that prints a number of the clause that begins at ``clause`` in its sentence."""
    for placed in runs:
        start, end = placed.start - clause, placed.end - clause
        if placed.run.key and placed.run.facet is Facet.VALUE and start < number.end and number.start < end:
            return placed.run
    return None
