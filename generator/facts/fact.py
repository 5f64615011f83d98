"""What a name in prose can stand for: a number, a name, or a list of names."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from generator.document import Kind
from schemas.figure import Direction, Hedge, Rounding, Status, Style
from schemas.number import Number, Range, Ratio


@dataclass(frozen=True, slots=True)
class NumberFact:
    """A number with everything that decides its print; ``value`` is None while it is owed.

    ``source`` is the place of the value as ``drafts/2024/figures.yaml:17``; ``partners`` are keys; ``text`` is a
    target without a number.
    """

    key: str
    kind: Kind
    source: str
    name: str
    value: Number | None
    unit: str = ""
    scale: str | None = None
    precision: int | None = None
    rounding: Rounding = Rounding.HALF_UP
    style: Style = Style.ARABIC
    direction: Direction | None = None
    hedge: Hedge | None = None
    range_word: str = "—"
    rank_in: str | None = None
    compared_to: str | None = None
    share_of: str | None = None
    period: str | None = None
    partners: tuple[str, ...] = ()
    status: Status = Status.CONFIRMED
    text: str | None = None
    stretch: NumberFact | None = None

    @property
    def sign(self) -> int:
        """1, 0 or -1; of a range the sign of its lower bound; 0 while the value is owed."""
        match self.value:
            case None:
                return 0
            case Decimal() | Fraction():
                value: Decimal | Fraction = self.value
            case Range(low=low):
                value = low
            case Ratio():
                return 1
        return (value > 0) - (value < 0)


@dataclass(frozen=True, slots=True)
class NameFact:
    """Words that are printed the same everywhere: a term or a project.  ``attributes`` answer ``{name.投资}``."""

    key: str
    kind: Kind
    source: str
    text: str
    attributes: dict[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListFact:
    """Names that one sentence lists, in order."""

    key: str
    items: tuple[NameFact, ...]


Fact = NumberFact | NameFact | ListFact
