"""Pairs of characters that come in any report: what is not among them, and stands once in a draft, may be a slip."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pkgutil import get_data


def is_usual(first: str, second: str) -> bool:
    """Whether two characters stand side by side in reports."""
    return second in usual_followers().get(first, "")


@cache
def usual_followers() -> Mapping[str, str]:
    """What may follow a character, from ``usual_pairs.txt``: a line a first character, then all that follows it."""
    data = get_data("generator.rules.consistency", "usual_pairs.txt")
    if data is None:
        raise FileNotFoundError("generator.rules.consistency: usual_pairs.txt")
    return {line[0]: line[1:] for line in data.decode().splitlines() if not line.startswith("#")}
