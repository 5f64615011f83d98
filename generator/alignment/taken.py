"""Which characters of a draft are spoken for."""

from __future__ import annotations

from bisect import bisect_left, insort

from generator.diagnostics import Span


class Taken:
    """Intervals by paragraph; asking and adding take the logarithm of what is there (intervals may overlap)."""

    def __init__(self) -> None:
        self._by_paragraph: dict[int, list[tuple[int, int]]] = {}
        self._longest: dict[int, int] = {}

    def add(self, paragraph: int, start: int, end: int) -> None:
        """Characters ``start`` to ``end`` (exclusive) of a paragraph; an empty interval is not kept."""
        if start < end:
            insort(self._by_paragraph.setdefault(paragraph, []), (start, end))
            self._longest[paragraph] = max(self._longest.get(paragraph, 0), end - start)

    def add_span(self, span: Span) -> None:
        """The characters of a span."""
        self.add(span.paragraph, span.start, span.end)

    def meets(self, paragraph: int, start: int, end: int) -> bool:
        """Whether any of these characters is taken."""
        intervals = self._by_paragraph.get(paragraph)
        if not intervals:
            return False
        at = bisect_left(intervals, (start - self._longest[paragraph], 0))
        while at < len(intervals) and intervals[at][0] < end:
            if intervals[at][1] > start:
                return True
            at += 1
        return False
