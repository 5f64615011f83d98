"""What a run looked at and what it could not judge, so that silence is never mistaken for approval."""

from __future__ import annotations

from dataclasses import dataclass

from generator.alignment.alignment import State, Tie
from generator.alignment.taken import Taken
from generator.checking.checker import Skipped
from generator.document import Facet
from generator.patterns import Pattern
from generator.rules.context import CheckContext

_YEAR = Pattern("(?:19|20)[0-9]{2}年?")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts over one draft.

    ``tied`` data found and judged (right or wrong), ``loose`` not judged because the text was reworded too much,
    ``not_data`` numbers that no datum accounts for, ``missing`` data not found; enumerations checked and not checkable.
    """

    tied: int
    loose: int
    missing: int
    not_data: int
    enumerations_checked: int
    enumerations_not_checkable: int
    skipped: tuple[Skipped, ...]
    beside: Beside | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What was read in tables, text boxes and notes: paragraphs, and numbers in them that no datum could be held to.

    Data found there are among the ``tied`` of the draft.
    """

    paragraphs: int
    loose: int


def coverage_of(context: CheckContext, beside: CheckContext | None, skipped: tuple[Skipped, ...]) -> Coverage:
    """The counts of a finished check; ``beside`` is what stands beside the body, if anything does."""
    ties = [*_values(context), *(_values(beside) if beside is not None else ())]
    if context.alignment is not None:
        not_data = len(context.alignment.unaccounted)
    else:
        not_data = sum(len(paragraph.quantities) for paragraph in context.paragraphs)
    checked, open_ = _enumerations(context)
    return Coverage(
        tied=sum(t.state in (State.TIED, State.CHANGED) for t in ties),
        loose=sum(t.state is State.LOOSE for t in ties),
        missing=sum(t.state is State.MISSING for t in ties),
        not_data=not_data,
        enumerations_checked=checked,
        enumerations_not_checkable=open_,
        skipped=skipped,
        beside=_beside(beside) if beside is not None else None,
    )


def _values(context: CheckContext) -> list[Tie]:
    """The runs that print data themselves."""
    return [t for t in context.alignment.ties if t.run.facet is Facet.VALUE] if context.alignment is not None else []


def _beside(context: CheckContext) -> Beside:
    taken = Taken()
    for tie in (*context.alignment.ties, *context.alignment.typed) if context.alignment is not None else ():
        taken.add_span(tie.span)
    loose = sum(
        not taken.meets(paragraph.number, q.start, q.end)
        for paragraph in context.paragraphs
        for q in paragraph.quantities
        if not _YEAR.fullmatch(q.text)
    )
    return Beside(len(context.paragraphs), loose)


def _enumerations(context: CheckContext) -> tuple[int, int]:
    from generator.analysis.enumerations import enumerations

    found = [e for paragraph in context.paragraphs for e in enumerations(paragraph.text)]
    checked = sum(e.checkable for e in found)
    return checked, len(found) - checked
