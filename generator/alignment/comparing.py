"""Whether two prints say the same, white space and full-width digits aside: those are other rules' business."""

from __future__ import annotations

import unicodedata

_NUMBER_SIGNS = frozenset("0123456789")


def same_print(expected: str, text: str, start: int, found: str) -> bool:
    """Whether ``expected`` stands at ``start`` (characters from 0) of ``text``; ``found`` is what alignment gave there.

    A number must end where the expected one ends: 5.1% is not found in 5.12%.
    """
    return found == expected or (
        len(plain(found)) <= len(plain(expected)) and end_of_print(expected, text, start) > start
    )


def end_of_print(expected: str, text: str, start: int) -> int:
    """Where ``expected`` ends if it stands at ``start`` of ``text``; -1 if it does not, or if its number goes on."""
    if text.startswith(expected, start):
        end = start + len(expected)
    else:
        end = start
        for sign in plain(expected):
            while end < len(text) and text[end].isspace():
                end += 1
            if end >= len(text) or _plain(text[end]) != sign:
                return -1
            end += 1
    goes_on = expected[-1:] in _NUMBER_SIGNS and _plain(text[end : end + 1]) in _NUMBER_SIGNS
    return -1 if goes_on or end == start else end


def plain(text: str) -> str:
    """Without white space, full-width digits and signs made half-width."""
    return "".join(_plain(c) for c in text if not c.isspace())


def _plain(character: str) -> str:
    return (
        unicodedata.normalize("NFKC", character)
        if "０" <= character <= "９" or character in ("％", "．")
        else character
    )
