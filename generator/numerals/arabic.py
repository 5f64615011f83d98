"""Arabic numerals in running text."""

from __future__ import annotations

from generator.patterns import Pattern

NUMERAL = Pattern(r"[0-9]+(?:\.[0-9]+)?")
"""A maximal run of digits with its decimal part."""


def find_numerals(text: str) -> list[tuple[int, int]]:
    """Start and end (characters from 0, end exclusive) of every Arabic numeral."""
    return [match.span() for match in NUMERAL.finditer(text)]
