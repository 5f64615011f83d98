"""What people did inside a stretch of text, character by character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.alignment.alignment import Stretch
from generator.alignment.distances import opcodes
from generator.diagnostics import Span

INTACT = 4
"""So many characters are looked at on either side of an edit to see whether its surroundings stand."""


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Characters ``start`` to ``end`` of a stretch's generated text (from 0), and what the draft has in their place.

    ``intact`` is the share of unchanged characters around them, from 0 to 1.
    """

    start: int
    end: int
    removed: str
    span: Span
    intact: float


def edits_of(stretch: Stretch) -> Iterator[TextEdit]:
    """The edits between the two texts of a stretch, in order."""
    base, draft = stretch.base.text, stretch.draft
    codes = [code for code in opcodes(base, draft.text) if code.tag != "equal"]
    kept = [True] * len(base)
    for code in codes:
        kept[code.src_start : code.src_end] = [False] * (code.src_end - code.src_start)
    for code in codes:
        low, high = code.src_start, code.src_end
        around = [*kept[max(0, low - INTACT) : low], *kept[high : high + INTACT]]
        start, end = code.dest_start, code.dest_end
        span = Span(draft.text[start:end], draft.paragraph, draft.start + start, draft.start + end)
        yield TextEdit(low, high, base[low:high], span, sum(around) / len(around) if around else 1.0)
