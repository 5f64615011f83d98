"""Where sentences and clauses begin and end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from generator.patterns import Pattern

_SENTENCE = Pattern(r"[^。！？；!?]*(?:[。！？；!?]+[”’）】]*|$)")  # ! and ? as some offices type them
_CLAUSE = Pattern(r"[^，。！？；：!?]*(?:[，。！？；：!?]+[”’）】]*|$)")

Interval = tuple[int, int]
"""Start and end in characters from 0, end exclusive."""


def sentences(text: str) -> list[Interval]:
    """Sentences with their closing signs; ；ends one too, because reports join independent statements with it."""
    return list(_intervals(_SENTENCE, text))


def clauses(text: str) -> list[Interval]:
    """Clauses with their closing signs: what stands between ， 。 ； ： ！ ？."""
    return list(_intervals(_CLAUSE, text))


def interval_at(intervals: list[Interval], offset: int) -> Interval:
    """The interval, of some that stand in order, that holds an offset; raises :class:`LookupError` when none does."""
    index = bisect_right(intervals, offset, key=lambda interval: interval[0]) - 1
    if index < 0 or offset >= intervals[index][1]:
        raise LookupError(offset)
    return intervals[index]


def _intervals(pattern: Pattern, text: str) -> Iterator[Interval]:
    for match in pattern.finditer(text):
        if match.end() > match.start():
            yield match.span()
