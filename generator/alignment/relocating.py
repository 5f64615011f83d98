"""Runs that moved: found by their print together with the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.alignment.units import PlacedRun
from generator.analysis.quantities import SUFFIXES
from generator.diagnostics import Span

_EDGE = re.compile(r"[，。；：、！？（）\s]")
_HEDGES = re.compile("|".join(SUFFIXES))
LABEL = 8
"""Characters beside a figure that say whose figure it is."""
SHORT_LABEL = 4
_NUMBER_SIGNS = frozenset("0123456789０１２３４５６７８９.．-－")


def labelled_forms(text: str, placed: PlacedRun) -> list[tuple[str, int]]:
    """Longer prints that can only be this run: with the words before it, or with those behind it.

    Each comes with the offset of the run inside it.  A hedge behind it is nobody's label.
    """
    print_ = text[placed.start : placed.end]
    forms = []
    before = _EDGE.split(text[max(0, placed.start - LABEL) : placed.start])[-1]
    if len(before) >= 2:
        forms.append((before + print_, len(before)))
        if len(before) > SHORT_LABEL:
            forms.append((before[-SHORT_LABEL:] + print_, SHORT_LABEL))
    behind = _EDGE.split(text[placed.end : placed.end + LABEL])[0]
    if len(before) < 2 and len(_HEDGES.sub("", behind)) >= 2:
        forms.append((print_ + behind, 0))
        if len(behind) > SHORT_LABEL and len(_HEDGES.sub("", behind[:SHORT_LABEL])) >= 2:
            forms.append((print_ + behind[:SHORT_LABEL], 0))
    return forms


def find_labelled(text: str, placed: PlacedRun, draft: str, low: int = 0, high: int | None = None) -> int | None:
    """Where in a draft text, from ``low`` to ``high``, the run stands beside its own words; None if not, or twice."""
    end = len(draft) if high is None else high
    for form, inside in labelled_forms(text, placed):
        first = draft.find(form, low, end)
        if first >= 0 and draft.find(form, first + 1, end) < 0:
            at = first + inside
            return at if _is_whole(draft, at, at + placed.end - placed.start) else None
    return None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a number does not go on to the left or right of these characters."""
    left = text[start : start + 1] in _NUMBER_SIGNS and text[start - 1 : start] in _NUMBER_SIGNS and start > 0
    right = text[end - 1 : end] in _NUMBER_SIGNS and text[end : end + 1] in _NUMBER_SIGNS and end < len(text)
    return not left and not right


def stands_labelled(text: str, placed: PlacedRun, draft: str, at: int) -> bool:
    """Whether the run's own words stand beside a place of a draft text where its print stands."""
    return any(at >= inside and draft.startswith(form, at - inside) for form, inside in labelled_forms(text, placed))


def occurrences(names: Iterable[str], text: str) -> Iterator[tuple[str, int]]:
    """Where some names (of two and more characters) stand in a text, in one pass over it; the longest at each place."""
    by_pair: dict[str, list[str]] = {}
    for name in sorted(set(names), key=len, reverse=True):
        if len(name) >= 2:
            by_pair.setdefault(name[:2], []).append(name)
    for start in range(len(text) - 1 if by_pair else 0):
        for name in by_pair.get(text[start : start + 2], ()):
            if text.startswith(name, start):
                yield name, start
                break


_NUMBER_WORDS = frozenset("第零〇一二两三四五六七八九十百千万亿")


def widened(span: Span, paragraph: str) -> Span:
    """The span with the Chinese number words before it: a figure rewritten as 九项 is all of it, not only 项."""
    start = span.start
    while start > 0 and paragraph[start - 1] in _NUMBER_WORDS and span.text[:1] not in "0123456789第":
        start -= 1
    return Span(paragraph[start : span.end], span.paragraph, start, span.end)
