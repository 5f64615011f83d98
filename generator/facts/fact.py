"""What a name in prose can stand for: a number, a name, or a list of names."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from generator.document import Kind
from generator.facts.rounding import shown
from schemas.figure import Direction, Hedge, Rounding, Status, Style
from schemas.number import Number, Range, Ratio
from schemas.units import SCALES, split_unit


@dataclass(frozen=True, slots=True)
class NumberFact:
    """A number with everything that decides its print; ``value`` is None while it is owed.

    ``source`` is the place of the value as ``drafts/2024/figures.yaml:17``; ``partners`` are keys; ``text`` is a
    target or result without a number; ``aim`` is the target of the year, as printed.
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
    hedge_before_scale: bool | None = None
    range_word: str = "—"
    ratio_sign: str = "∶"
    rank_in: str | None = None
    compared_to: str | None = None
    share_of: str | None = None
    period: str | None = None
    partners: tuple[str, ...] = ()
    status: Status = Status.CONFIRMED
    text: str | None = None
    stretch: NumberFact | None = None
    aim: str | None = None

    @property
    def owed(self) -> bool:
        """Whether a department still has to give the value."""
        return self.value is None and self.text is None

    @property
    def shown(self) -> Number | None:
        """The value as it is printed (scale and precision applied)."""
        return None if self.value is None else shown(self.value, self.scale, self.precision, self.rounding)

    @property
    def sign(self) -> int:
        """1, 0 or -1 of what is printed; a range is positive if any of it is; 0 while the value is owed."""
        match self.shown:
            case None:
                return 0
            case Decimal() | Fraction() as value:
                return (value > 0) - (value < 0)
            case Range(low=low, high=high):
                return 1 if high > 0 else -(low < 0)
            case Ratio():
                return 1

    @property
    def in_base_units(self) -> Decimal | None:
        """A plain value in its unit without 万 or 亿, so that 9800亿元 and 1.2万亿元 can be compared and added."""
        if not isinstance(self.value, Decimal):
            return None
        unit = split_unit(self.unit)
        return self.value * SCALES[unit.scale] if unit and unit.scale else self.value


@dataclass(frozen=True, slots=True)
class NameFact:
    """Words that are printed the same everywhere: a term or a project.  ``attributes`` answer ``{name.投资}``."""

    key: str
    kind: Kind
    source: str
    text: str
    attributes: dict[str, Fact] = field(default_factory=dict)
    status: Status = Status.CONFIRMED


@dataclass(frozen=True, slots=True)
class ListFact:
    """Names that one sentence lists, in order; ``source`` is the place of the list."""

    key: str
    items: tuple[NameFact, ...]
    source: str = ""


Fact = NumberFact | NameFact | ListFact
