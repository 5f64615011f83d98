"""Tables, text boxes and notes: checked by the rules that need no more than a few words, and against the data.

Their paragraphs are not counted, so the rules see them as a draft of their own; what is found is then told at the place
in the body that they hang on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.alignment.aligner import align
from generator.alignment.alignment import Alignment
from generator.checking.checker import Checked, check_draft
from generator.checking.fingerprints import Fingerprinted, fingerprinted
from generator.checking.registry import RuleModule
from generator.diagnostics import Aside, Diagnostic, Fix, Span
from generator.document import Document, Table
from generator.draft import Draft, DraftParagraph, Place
from generator.positions import Position
from generator.rules.context import CheckContext

_IDENTITY = "beside the body"


def body_base(document: Document, draft: Draft) -> Document:
    """What the counted paragraphs of a draft are compared with: without the tables, unless it has them as lines."""
    if not has_tables(document) or _are_lines(draft):
        return document
    from generator.alignment.tables import without_tables  # few reports have tables

    return without_tables(document)


def align_body(document: Document, body: Document, draft: Draft) -> Alignment:
    """The counted paragraphs against their :func:`body_base`, ``body``; ``document`` is all that was generated."""
    alignment = align(body, draft)
    if body is document or keeps_tables(draft):
        return alignment
    from generator.alignment.tables import with_lost_tables

    return with_lost_tables(alignment, document)


def has_tables(document: Document) -> bool:
    """Whether tables were generated."""
    return any(isinstance(block, Table) for block in document.blocks)


def keeps_tables(draft: Draft) -> bool:
    """Whether a draft has tables as tables."""
    return any(paragraph.place is Place.TABLE for paragraph in draft.asides)


def _are_lines(draft: Draft) -> bool:
    """Whether the rows of tables are paragraphs, as in plain text, or in Word where a table was turned into text."""
    return not keeps_tables(draft) and any(p.line or "\t" in p.text.strip() for p in draft.body)


def aside_context(context: CheckContext, document: Document | None) -> CheckContext | None:
    """What stands beside the body as a draft of its own; ``document`` is all that was generated, tables too."""
    draft = context.draft
    if not draft.asides:
        return None
    lines = (replace(p, number=n, place=Place.BODY) for n, p in enumerate(draft.asides, start=1))
    alone = Draft(draft.name, tuple(lines))
    if document is None:
        return CheckContext(alone)
    from generator.checking.aside_data import aligned_asides  # few drafts have any

    own = replace(document, blocks=())
    return CheckContext(alone, context.ledger, own, aligned_asides(context, document))


def check_asides(context: CheckContext, rules: Iterable[RuleModule], *, isolate: bool) -> Checked:
    """The rules for text of any place over an :func:`aside_context`."""
    return check_draft(context, [module for module in rules if module.rule.anywhere], isolate=isolate)


def placed_in(draft: Draft, checked: Checked, context: CheckContext) -> Iterator[Fingerprinted]:
    """What was found beside the body, at the places in it."""
    for found in fingerprinted(checked.diagnostics, context, _IDENTITY):
        yield replace(found, diagnostic=_placed(found.diagnostic, draft))


def _placed(diagnostic: Diagnostic, draft: Draft) -> Diagnostic:
    span = diagnostic.span
    assert span is not None  # the rules that run here all tell a place
    aside = draft.asides[span.paragraph - 1]
    anchor = anchor_of(aside, draft.body)
    return replace(
        diagnostic,
        message=f"{aside.where}：{diagnostic.message}",
        position=Position(draft.name, anchor.paragraph, anchor.start + 1),
        span=anchor,
        related=(),
        fix=None if diagnostic.fix is None else Fix(diagnostic.fix.replacement),
        aside=Aside(aside.where, span),
    )


def anchor_of(aside: DraftParagraph, body: Sequence[DraftParagraph]) -> Span:
    """The place in the body that something beside it hangs on: an empty span."""
    if not aside.number:
        return Span("", 1, 0, 0)
    at = min(aside.hangs_at, len(body[aside.number - 1].text))
    return Span("", aside.number, at, at)
