"""What the tie-out rules share: which runs state a number, and how a draft's print is read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from generator.alignment.alignment import State, Tie
from generator.analysis.quantities import Quantity
from generator.document import Facet, Kind
from generator.ledger import Sort
from generator.numerals.reading import CHARACTERS
from generator.rules.context import CheckContext

_NUMBER_SIGNS = CHARACTERS | frozenset("0123456789首双半")


def number_ties(context: CheckContext, *states: State) -> Iterator[Tie]:
    """The runs in these states that print a number (not a name, not a word chosen by one)."""
    if context.alignment is not None:
        for tie in context.alignment.ties:
            if tie.state in states and tie.run.facet is Facet.VALUE and is_number(context, tie):
                yield tie


def name_ties(context: CheckContext, *states: State) -> Iterator[Tie]:
    """The runs in these states that print a registered name."""
    if context.alignment is not None:
        for tie in context.alignment.ties:
            if tie.state in states and tie.run.facet is Facet.VALUE and not is_number(context, tie):
                yield tie


def is_number(context: CheckContext, tie: Tie) -> bool:
    """Whether a run prints a number: by its datum, or from the record alone by its kind and characters."""
    entry = context.entries.get(tie.run.key)
    if entry is not None:
        return entry.sort is Sort.NUMBER
    if tie.run.kind is Kind.TERM:
        return False
    if tie.run.kind is Kind.PROJECT:
        return "." in tie.run.key
    return any(c in _NUMBER_SIGNS for c in tie.run.text)


def stands_unedited(context: CheckContext, tie: Tie) -> bool:
    """Whether all of the run's sentence stands around it as it was generated."""
    text = context.paragraphs[tie.span.paragraph - 1].text
    return text.startswith(tie.context, max(0, tie.span.start - tie.context_offset))


def quantity_at(context: CheckContext, tie: Tie) -> Quantity | None:
    """The Arabic quantity of the draft where a run was found."""
    if not context.paragraphs:
        return None
    found = context.paragraphs[tie.span.paragraph - 1].quantities
    at = bisect_right(found, tie.span.start, key=lambda quantity: quantity.end)
    return found[at] if at < len(found) and found[at].start < tie.span.end else None


def is_sentence_gone(context: CheckContext, tie: Tie) -> bool:
    """Whether nothing in the draft stands in place of the generated sentence that a run belongs to."""
    assert context.alignment is not None
    return not any(
        stretch.base.paragraph == tie.base.paragraph
        and stretch.base.start <= tie.base.start
        and tie.base.end <= stretch.base.end
        for stretch in context.alignment.edited
    )
