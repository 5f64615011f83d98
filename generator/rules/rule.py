"""What a rule is, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import Fix, Severity, Span


class Need(StrEnum):
    """What a rule cannot do without; where it is absent the rule is listed as skipped."""

    DATA = "data"  # the year's YAML
    BASE = "base"  # the document that was generated: from the data, or from the record inside the draft
    WORD = "word"  # a Word file
    LAST_YEAR = "last-year"  # last year's data beside the year's, without errors


class Group(StrEnum):
    """The families of rules, in the field's own words."""

    TIE_OUT = "tie-out"
    FOOTING = "footing"
    CONSISTENCY = "consistency"
    STALE = "stale"
    STRUCTURE = "structure"
    NUMERALS = "numerals"
    PUNCTUATION = "punctuation"
    WORDING = "wording"
    LAYOUT = "layout"
    WAIVERS = "waivers"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's identity.  ``code`` is stable; ``title`` is one Chinese line for lists.

    ``anywhere`` says that it judges a few words by themselves, so that it also reads tables, text boxes and notes.
    """

    code: str
    name: str
    group: Group
    severity: Severity
    title: str
    needs: frozenset[Need] = frozenset()
    default: bool = True
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about one place; ``severity`` only where it differs from the rule's."""

    span: Span
    message: str
    expected: str = ""
    figure: str = ""
    source: str = ""
    fix: Fix | None = None
    related: tuple[Span, ...] = ()
    severity: Severity | None = None
