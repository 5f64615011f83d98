"""A phrase of a register: what must be written just so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LONG = 8
_VERY_LONG = 12


class Ends(StrEnum):
    """How the first and last characters of a phrase are judged."""

    CLOSED = "closed"  # as all of its characters
    ODD = "odd"  # where two characters meet that meet in no report
    ODD_ONLY = "odd-only"  # so too, and what stands between them as well
    OPEN = "open"  # not at all: with others it is another phrase


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase; ``ends`` says how its first and last characters are judged, and all of a short one.

    ``ordered`` says that the order of its items is fixed, ``exact`` that no word of it may be another one.
    """

    text: str
    source: str
    ends: Ends = Ends.OPEN
    ordered: bool = True
    exact: bool = False

    @property
    def strict(self) -> bool:
        """Whether a whole word changed still is this phrase: long ones, and those that are lists or quotations."""
        return len(self.text) >= _VERY_LONG or (len(self.text) >= LONG and any(c in self.text for c in "、“"))
