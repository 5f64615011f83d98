"""Findings as the page shows them: numbered through all drafts, with the department that answers for the datum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.checking.pages import GROUP_NAMES, rule_pages
from generator.checking.session import CheckedDraft, Waived
from generator.diagnostics import Diagnostic
from generator.rules.context import CheckContext
from generator.rules.rule import Group

NO_DEPARTMENT = "没有登记"


@dataclass(frozen=True, slots=True)
class Note:
    """A finding; ``number`` counts from 1 over the whole page."""

    number: int
    diagnostic: Diagnostic
    group: Group
    department: str
    waived: Waived | None = None

    @property
    def group_name(self) -> str:
        """What the group of its rule is called."""
        return GROUP_NAMES[self.group]


@dataclass(frozen=True, slots=True)
class NotedDraft:
    """A draft with its findings, those that are waived among the others, in the order of the text."""

    number: int
    checked: CheckedDraft
    notes: tuple[Note, ...]


def notes_of(drafts: Sequence[CheckedDraft]) -> list[NotedDraft]:
    """The drafts with their findings numbered."""
    groups = {page.rule.code: page.rule.group for page in rule_pages()}
    noted: list[NotedDraft] = []
    count = 0
    for number, checked in enumerate(drafts, start=1):
        found = sorted(_found(checked), key=_place)
        notes = tuple(
            Note(count + n, d, groups[d.code], department_of(checked.context, d.figure), waived)
            for n, (d, waived) in enumerate(found, start=1)
        )
        count += len(notes)
        noted.append(NotedDraft(number, checked, notes))
    return noted


def department_of(context: CheckContext, key: str) -> str:
    """The department that answers for a datum; empty where there is no such datum or it names none."""
    entry = context.entries.get(key.partition(".")[0])
    if entry is None or entry.department is None:
        return ""
    return entry.department or NO_DEPARTMENT


def _found(checked: CheckedDraft) -> Iterator[tuple[Diagnostic, Waived | None]]:
    yield from ((finding.diagnostic, None) for finding in checked.findings)
    yield from ((waived.finding.diagnostic, waived) for waived in checked.waived)


def _place(found: tuple[Diagnostic, Waived | None]) -> tuple[bool, int, int, str]:
    """In the order of the text, what is about no place in it last."""
    span = found[0].span
    return span is None, span.paragraph if span else 0, span.start if span else 0, found[0].code
