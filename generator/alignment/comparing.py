"""Whether two prints say the same, white space and full-width digits aside: those are other rules' business."""

from __future__ import annotations

import unicodedata


def same_print(expected: str, text: str, start: int, found: str) -> bool:
    """Whether ``expected`` stands at ``start`` (characters from 0) of ``text``; ``found`` is what alignment gave there.

    A number must end where the expected one ends: 5.1% is not found in 5.12%.
    """
    if found == expected:
        return True
    window = plain(text[start : start + 2 * len(expected) + 4])
    wanted = plain(expected)
    return (
        bool(wanted)
        and len(plain(found)) <= len(wanted)
        and window.startswith(wanted)
        and not window[len(wanted) :][:1].isdigit()
    )


def plain(text: str) -> str:
    """Without white space, full-width digits and signs made half-width."""
    return "".join(
        unicodedata.normalize("NFKC", c) if "０" <= c <= "９" or c in "％．" else c for c in text if not c.isspace()
    )
