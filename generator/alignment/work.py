"""The state of one alignment while it is made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.alignment.alignment import State, Stretch, Tie
from generator.alignment.comparing import end_of_print, same_print
from generator.alignment.distances import distance
from generator.alignment.pairing import Pairing
from generator.alignment.relocating import is_name, is_of_words, widened
from generator.alignment.taken import Taken
from generator.alignment.units import PlacedRun
from generator.analysis.quantities import quantities
from generator.diagnostics import Span
from generator.document import Facet
from generator.draft import Draft

FADED = 0.6
"""Share of a name's characters that have to be changed for it to be no drift but other words."""

Place = tuple[int, int]
"""A run: the index of its sentence in the generated text, and its own in the sentence."""


@dataclass
class Work:
    """``hints`` says where a run would be if its reworded gap were believed, ``done`` which sentences were judged.

    ``faded`` are names with other words in their place, which may stand elsewhere or have been written otherwise.
    """

    draft: Draft
    pairing: Pairing
    ties: dict[Place, Tie] = field(default_factory=dict)
    done: set[int] = field(default_factory=set)
    hints: dict[Place, Span] = field(default_factory=dict)
    faded: dict[Place, Span] = field(default_factory=dict)
    edited: list[Stretch] = field(default_factory=list)

    def placed(self, place: Place) -> PlacedRun:
        """The run at a place."""
        return self.pairing.base[place[0]].runs[place[1]]

    def text(self, paragraph: int) -> str:
        """A paragraph of the draft, from 1."""
        return self.draft.body[paragraph - 1].text

    def tie(self, place: Place, state: State, span: Span) -> None:
        """Say what became of a run; said again, the later holds."""
        sentence = self.pairing.base[place[0]]
        placed = sentence.runs[place[1]]
        base = sentence.span(placed.start, placed.end)
        self.ties[place] = Tie(placed.run, base, state, span, sentence.text, placed.start)

    def judge(self, place: Place, span: Span) -> None:
        """Say what became of a run that should stand at ``span``."""
        placed, paragraph = self.placed(place), self.text(span.paragraph)
        wanted = placed.run.text
        if is_name(placed) and span.text and distance(wanted, span.text) > FADED * len(wanted):
            self.faded[place] = span
        elif same_print(wanted, paragraph, span.start, span.text):
            end = max(span.end, end_of_print(wanted, paragraph, span.start))
            self.tie(place, State.TIED, Span(paragraph[span.start : end], span.paragraph, span.start, end))
        elif (written := widened(span, paragraph)).text and not (quantities(wanted) and is_of_words(written.text)):
            self.tie(place, State.CHANGED, written)
        else:
            self.tie(place, State.MISSING, Span("", span.paragraph, span.start, span.start))

    def runs(self) -> Iterator[tuple[Place, PlacedRun]]:
        """All runs of the generated text, in order."""
        for i, sentence in enumerate(self.pairing.base):
            for index, placed in enumerate(sentence.runs):
                yield (i, index), placed

    def open_runs(self) -> list[tuple[Place, PlacedRun]]:
        """The runs of which nothing was said yet."""
        return [(place, placed) for place, placed in self.runs() if place not in self.ties]

    def unsettled(self) -> list[tuple[Place, PlacedRun]]:
        """The data that were not found as they should be, in order."""
        settled = (State.TIED, State.LOOSE)
        return [
            (place, placed)
            for place, placed in self.runs()
            if placed.run.facet is Facet.VALUE and ((tie := self.ties.get(place)) is None or tie.state not in settled)
        ]

    def taken(self, *states: State) -> Taken:
        """What the runs in these states hold of the draft."""
        taken = Taken()
        for tie in self.ties.values():
            if tie.state in states:
                taken.add_span(tie.span)
        return taken

    def unaccounted(self) -> list[Span]:
        """Arabic quantities of the draft that no run was found at."""
        taken = self.taken(*State)
        for j in self._copies():
            taken.add_span(self.pairing.draft[j].span(0, len(self.pairing.draft[j].text)))
        return [
            Span(q.text, paragraph.number, q.start, q.end)
            for paragraph in self.draft.body
            for q in quantities(paragraph.text)
            if not taken.meets(paragraph.number, q.start, q.end)
        ]

    def _copies(self) -> list[int]:
        """Draft sentences that repeat a generated one word for word: their numbers are accounted for."""
        known = {sentence.bare for sentence in self.pairing.base}
        return [j for j in self.pairing.free_draft if self.pairing.draft[j].bare in known]

    def sentence_at(self, paragraph: int, offset: int) -> int:
        """The index of the draft sentence at a place, or of the one before it."""
        return max(0, bisect_right(self._starts, (paragraph, offset)) - 1)

    @cached_property
    def _starts(self) -> list[tuple[int, int]]:
        return [(sentence.paragraph, sentence.start) for sentence in self.pairing.draft]
