"""What two places of a text have in common beside what differs: characters up to a sign."""

from __future__ import annotations

OPEN, CLOSED = "“《", "”》"
_FAR = 24
"""Characters beside a place that are compared at most."""


def shared_before(text: str, one: int, other: int) -> int:
    """How many characters are the same before two places, up to a sign, or with the mark that opens a quotation."""
    return _same(text[max(0, one - _FAR) : one][::-1], text[max(0, other - _FAR) : other][::-1], OPEN)


def shared_behind(text: str, one: int, other: int) -> int:
    """How many characters are the same behind two places, up to a sign, or with the mark that closes a quotation."""
    return _same(text[one : one + _FAR], text[other : other + _FAR], CLOSED)


def _same(one: str, other: str, edges: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b or not (a.isalpha() or a in edges):
            break
        length += 1
        if a in edges:
            break
    return length
