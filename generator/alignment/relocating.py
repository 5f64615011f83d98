"""Runs that moved inside their sentence or paragraph: found by their print together with the words beside it."""

from __future__ import annotations

import re

from generator.alignment.units import PlacedRun
from generator.diagnostics import Span

_EDGE = re.compile(r"[，。；：、！？（）“”]")
LABEL = 8
"""Characters beside a figure that say whose figure it is."""


def labelled_forms(text: str, placed: PlacedRun) -> list[tuple[str, int]]:
    """Longer prints that can only be this run: with the words before it, or with those behind it.

    Each comes with the offset of the run inside it.  A run that is long enough by itself (a name) is its own form.
    """
    print_ = text[placed.start : placed.end]
    forms = []
    before = _EDGE.split(text[max(0, placed.start - LABEL) : placed.start])[-1]
    if len(before) >= 2:
        forms.append((before + print_, len(before)))
        if len(before) > 4:
            forms.append((before[-4:] + print_, 4))
    behind = _EDGE.split(text[placed.end : placed.end + LABEL])[0]
    if len(before) < 2 and len(behind) >= 2:
        forms.append((print_ + behind, 0))
    return forms


def find_labelled(text: str, placed: PlacedRun, draft: str) -> int | None:
    """Where in a draft sentence or paragraph the run stands beside its own words; None if it does not, or twice."""
    for form, inside in labelled_forms(text, placed):
        if draft.count(form) == 1:
            at = draft.index(form) + inside
            return None if draft[max(0, at - 1) : at + 1].isdigit() and at > 0 else at
    return None


def find_name(name: str, draft: str) -> int | None:
    """Where a name stands in a text; None if it is not there."""
    return draft.index(name) if len(name) >= 2 and name in draft else None


_NUMBER_WORDS = frozenset("第零〇一二两三四五六七八九十百千万亿")


def widened(span: Span, paragraph: str) -> Span:
    """The span with the Chinese number words before it: a figure rewritten as 九项 is all of it, not only 项."""
    start = span.start
    while start > 0 and paragraph[start - 1] in _NUMBER_WORDS and span.text[:1] not in "0123456789第":
        start -= 1
    return Span(paragraph[start : span.end], span.paragraph, start, span.end)
