"""What next year's draft needs to know of last year's: its data, what they printed, and where prose uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.facts.fact import Fact, NumberFact
from generator.facts.namespace import facts_of
from generator.facts.printing import CannotPrintError
from generator.facts.saying import means_less
from generator.loading.loader import Loaded, load
from generator.templating.marks import BODY, END, FIGURE
from generator.templating.phrases import Phrases
from generator.templating.preparing import prepare
from generator.workspace import Workspace
from schemas.figure import Figure, Target
from schemas.outline import PartKind, Section
from schemas.prose import Prose
from schemas.report import Report

RESULT_PARTS = (PartKind.OPENING, PartKind.REVIEW)
_MARKS = re.compile(f"{FIGURE}[^{BODY}]*{BODY}|{END}")


@dataclass(frozen=True, slots=True)
class LastYear:
    """A year's report, its facts and how they print."""

    workspace: Workspace
    loaded: Loaded
    report: Report
    facts: Mapping[str, Fact]
    phrases: Phrases

    @property
    def year(self) -> int:
        """The report year."""
        return self.report.report.year

    def path_of(self, name: str) -> str:
        """What a file of the year is called in messages."""
        return f"drafts/{self.year}/{name}"

    def printed(self, key: str) -> str:
        """How a number was printed, without its direction where that goes without saying; empty if it was owed."""
        fact = self.facts.get(key)
        if not isinstance(fact, NumberFact) or fact.owed:
            return ""
        plain = not (fact.rank_in or fact.compared_to or fact.stretch or fact.sign < 0 or means_less(fact))
        return plain_text(self.phrases, "数值" if plain else "", fact, self.facts)

    def is_number(self, key: str) -> bool:
        """Whether a key is a figure, a target, or computed from such: what makes a sentence one of data."""
        derived = self.report.derived.get(key)
        if derived is not None:
            return derived.count is None
        figure = self.report.figures.get(key)
        if figure is not None:
            return not figure.fixed
        return key in self.report.targets

    def is_named(self, key: str) -> bool:
        """Whether a key prints particular things of the year: projects, or lists that were typed.

        A list that is counted (市县两级, 三增长) is taken for a lasting one.
        """
        chosen = self.report.project_lists.get(key)
        if chosen is not None:
            return chosen.items is not None or chosen.plan is not None
        counted = any(derived.count == key for derived in self.report.derived.values())
        return key in self.report.projects or (key in self.report.lists and not counted)

    def behind(self, keys: Iterable[str]) -> set[str]:
        """These keys and all that they rest on: partners, operands, members of lists."""
        seen: set[str] = set()
        open_keys = list(keys)
        while open_keys:
            key = open_keys.pop()
            if key not in seen:
                seen.add(key)
                open_keys.extend(self._beneath(key))
        return seen

    def _beneath(self, key: str) -> Iterator[str]:
        report = self.report
        number = report.figures.get(key) or report.targets.get(key)
        if isinstance(number, Figure | Target):
            yield from number.partners
        derived = report.derived.get(key)
        if derived is not None:
            yield from derived.partners
            yield from (derived.count,) if derived.count else ()
            for operands in (derived.sum, derived.difference, derived.quotient):
                yield from operands or ()
        chosen = report.project_lists.get(key)
        if chosen is not None:
            yield from chosen.items or ()

    def results(self) -> set[str]:
        """The figures that the review states."""
        keys: set[str] = set()
        for part in self.report.outline:
            if part.part in RESULT_PARTS:
                keys.update(keys_of(prose_of(part.sections)))
        return {key for key in self.behind(keys) if key in self.report.figures}


def last_year(workspace: Workspace, year: int) -> LastYear:
    """A year's report.  Raises :class:`~generator.diagnostics.QicaoError` with all that is wrong with its data."""
    loaded = load(workspace, year)
    report = loaded.require()
    facts, _ = facts_of(report, loaded.sources)
    return LastYear(workspace, loaded, report, facts, prepare(workspace).phrases)


def plain_text(phrases: Phrases, form: str, fact: Fact, facts: Mapping[str, Fact]) -> str:
    """What a fact prints, without marks; empty where it cannot be printed so."""
    try:
        return _MARKS.sub("", phrases.express(form, fact, facts))
    except (CannotPrintError, KeyError):
        return ""


def prose_of(sections: Iterable[Section]) -> Iterator[Prose]:
    """All texts and heads of some sections, from top to bottom."""
    for section in sections:
        yield from (text for text in (section.head, section.text) if text is not None)
        if section.table is not None:
            yield from (cell for row in section.table.rows for cell in row)
        yield from prose_of(section.sections)


def keys_of(texts: Iterable[Prose]) -> set[str]:
    """The keys that some texts name."""
    return {reference.key for text in texts for reference in text.references}
