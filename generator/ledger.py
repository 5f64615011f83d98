"""What the data register about each datum, as far as a check asks: made from the models, and free of them.

A check that finds its ledger kept from the last run loads neither the data models nor the templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Sort(StrEnum):
    """What a key of the data stands for."""

    NUMBER = "number"
    NAME = "name"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Amount:
    """A plain number that may be compared: as the data give it (``shown``), and in ``unit`` without 万 or 亿."""

    shown: str
    value: Decimal
    unit: str
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of the data.  What does not apply to its sort is empty.

    ``department`` is None where nobody is asked for the datum, and empty where the data name nobody.  ``scope`` are
    the words of scope (口径) that its sentence must keep; ``stage`` is how far a project is; ``follows`` is the figure
    that a target is measured by.
    """

    sort: Sort
    department: str | None = None
    scope: tuple[str, ...] = ()
    stage: str = ""
    follows: str = ""
    is_expected: bool = False
    is_fixed: bool = False
    is_rank: bool = False
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A registered name as it is printed, its key, and its place as ``drafts/2024/terms.yaml:17``."""

    text: str
    key: str
    source: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The data of a report year: an entry for each key that prose can use, and every registered name once."""

    year: int
    entries: Mapping[str, Entry]
    names: tuple[Name, ...]
