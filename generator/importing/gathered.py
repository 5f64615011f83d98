"""What sentences give: numbers, names and projects, and what a person should look at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.figure import Quantity
from schemas.project import Stage


class Section(StrEnum):
    """The file and section that a number goes to."""

    FIGURES = "figures"
    TARGETS = "targets"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Number:
    """A figure, target or anniversary: ``indicator`` is its name without suffix, ``under`` the head it stands below."""

    key: str
    indicator: str
    section: Section
    quantity: Quantity
    under: str
    running: bool = False
    required: bool = False
    scope: str = ""
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A term: ``text`` is what it prints; ``entry`` and ``full`` are how a glossary names and explains it."""

    key: str
    text: str
    under: str
    full: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """Something that a person should look at: what, and the words around it."""

    matter: str
    words: str
    under: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A project that a sentence names: how far it is by the review, what is planned for it by the plan."""

    name: str
    under: str
    stage: Stage | None = None
    plan: str = ""
