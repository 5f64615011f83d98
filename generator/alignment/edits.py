"""What people did inside a stretch of text, character by character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.alignment.alignment import Stretch
from generator.alignment.distances import opcodes
from generator.diagnostics import Span

INTACT = 4
"""So many characters are looked at on either side of an edit to see whether its surroundings stand."""
_APART = 1
"""Unchanged characters between two edits that are one change: 竣工投产 became 开工建设."""


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


@dataclass(frozen=True, slots=True)
class Change:
    """Edits that hardly anything unchanged parts, as one: what was taken out and what was put in.

    ``start`` to ``end`` are characters of the stretch's generated text, ``to`` to ``to_end`` of its draft text (from
    0); ``intact`` as in :class:`TextEdit`.
    """

    start: int
    end: int
    to: int
    to_end: int
    removed: str
    added: str
    intact: float


def changes_of(stretch: Stretch) -> list[Change]:
    """The changes between the two texts of a stretch, in order."""
    base, draft = stretch.base.text, stretch.draft.text
    places: list[tuple[int, int, int, int]] = []
    for code in opcodes(base, draft):
        if code.tag == "equal":
            continue
        if places and code.src_start - places[-1][1] <= _APART:
            places[-1] = (places[-1][0], code.src_end, places[-1][2], code.dest_end)
        else:
            places.append((code.src_start, code.src_end, code.dest_start, code.dest_end))
    kept = [True] * len(base)
    for start, end, _, _ in places:
        kept[start:end] = [False] * (end - start)
    return [_change(base, draft, place, kept) for place in places]


def _change(base: str, draft: str, place: tuple[int, int, int, int], kept: list[bool]) -> Change:
    start, end, to, to_end = place
    around = [*kept[max(0, start - INTACT) : start], *kept[end : end + INTACT]]
    intact = sum(around) / len(around) if around else 1.0
    return Change(start, end, to, to_end, base[start:end], draft[to:to_end], intact)
