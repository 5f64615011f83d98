"""The outcome of pairing a draft with the document it was generated from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import Span
from generator.document import FigureRun


class State(StrEnum):
    """What became of one run of the generated text."""

    TIED = "tied"  # found, and the same
    CHANGED = "changed"  # found, and different
    MISSING = "missing"  # its sentence is there without it, or the whole sentence is gone
    LOOSE = "loose"  # reworded so heavily that nothing is claimed


@dataclass(frozen=True, slots=True)
class Tie:
    """One run of the generated text and its place in the draft.

    ``base`` is its place in the generated document's text form.  ``span`` is where it is in the draft; where it is
    missing, an empty span where it should stand.  ``context`` is the generated sentence it belongs to, and
    ``context_offset`` the run's place in that sentence (characters from 0).
    """

    run: FigureRun
    base: Span
    state: State
    span: Span
    context: str
    context_offset: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring sentences that are not as generated: what was generated, and what the draft has in its place.

    All of ``draft`` stands in one paragraph of the draft, all of ``base`` in one of the generated text.
    """

    base: Span
    draft: Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """All runs of the generated text, in order, and the draft's numerals that none of them accounts for."""

    ties: tuple[Tie, ...]
    unaccounted: tuple[Span, ...]
    paired_paragraphs: dict[int, int]
    """Draft paragraph number to the number of the generated paragraph that most of it comes from."""
    edited: tuple[Stretch, ...] = ()
    """In the order of the draft."""
    typed: tuple[Tie, ...] = ()
    """Numbers that the generated text has in its prose, without a datum: runs without key and source."""

    def edited_at(self, span: Span) -> Iterator[Stretch]:
        """The stretches that meet or touch some characters of the draft."""
        at = bisect_right(self.edited, (span.paragraph, span.end), key=lambda s: (s.draft.paragraph, s.draft.start))
        while at > 0:
            at -= 1
            draft = self.edited[at].draft
            if draft.paragraph != span.paragraph or draft.end < span.start:
                return
            yield self.edited[at]
