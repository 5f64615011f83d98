"""Where the data of a report stand beside its body: in generated tables, and wherever else they are said again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.alignment.alignment import Alignment, Tie
from generator.alignment.labelling import Names, labelled
from generator.alignment.restating import restated
from generator.alignment.stated import statements_of
from generator.alignment.tables import align_tables, without_tables
from generator.alignment.taken import Taken
from generator.analysis.quantities import quantities
from generator.checking.asides import anchor_of, has_tables, keeps_tables
from generator.document import Document
from generator.rules.context import CheckContext


def aligned_asides(context: CheckContext, document: Document) -> Alignment:
    """The data of generated tables in their cells, and what the rest says again."""
    has_both = has_tables(document) and keeps_tables(context.draft)
    tables = align_tables(document, context.draft) if has_both else Alignment((), (), {})
    taken = Taken()
    for tie in (*tables.ties, *tables.typed):
        taken.add_span(tie.span)
    again = []
    for tie in _said_again(context, document):
        if not taken.meets(tie.span.paragraph, tie.span.start, tie.span.end):
            taken.add_span(tie.span)
            again.append(tie)
    return replace(tables, ties=(*tables.ties, *again), unaccounted=())


def _said_again(context: CheckContext, document: Document) -> Iterator[Tie]:
    """The data of the generated prose that stand in asides, known by clause or by row and column."""
    asides = context.draft.asides
    if not any(quantities(aside.text) for aside in asides):
        return
    said = statements_of(without_tables(document))
    for number, aside in enumerate(asides, start=1):
        anchor = anchor_of(aside, context.draft.body)
        yield from restated(aside.text, number, context.part_at(anchor.paragraph, anchor.start), said)
    yield from labelled(asides, Names(said, document.meta.year))
