"""Data that a note, a text box or a table says again, known by the very words of their clause.

Nothing is claimed on likeness: what is worded otherwise, or may be another part's number, stays loose.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import State, Tie
from generator.alignment.stated import Statement, Statements, key_of
from generator.alignment.tokens import QUANTITY
from generator.analysis.parts import REPEATING, PartFound
from generator.analysis.quantities import quantities
from generator.analysis.sentences import clauses
from generator.diagnostics import Span

_LEAST = 6
"""Characters beside its numbers that a clause needs to be sure of what it says."""


def restated(text: str, number: int, part: PartFound, said: Statements) -> Iterator[Tie]:
    """The data in a paragraph (``number`` stands in the spans) that hangs on some part of the report."""
    for start, end in clauses(text):
        key = key_of(text[start:end])
        if QUANTITY not in key or sum(sign != QUANTITY for sign in key) < _LEAST:
            continue
        same = [one for one in said.get(key, ()) if part in (one.part, *REPEATING)]
        if len({one.prints for one in same}) == 1:
            yield from _ties(same[0], text[start:end], start, number)


def _ties(said: Statement, clause: str, start: int, number: int) -> Iterator[Tie]:
    for run, base, found in zip(said.runs, said.numbers, quantities(clause), strict=True):
        if run is not None:
            state = State.TIED if base.text == found.text else State.CHANGED
            place = Span(found.text, number, start + found.start, start + found.end)
            yield Tie(run, said.base, state, place, said.text, max(said.text.find(run.text, max(0, base.start - 2)), 0))
