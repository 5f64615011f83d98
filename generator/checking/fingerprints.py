"""A finding's identity that survives edits elsewhere: its rule, its words, its clause with numbers masked, its part.

Its own words are kept as they are: a waiver of one wrong number must not hide the next wrong number in the same clause.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.alignment.tokens import QUANTITY, tokenize
from generator.analysis.sentences import interval_at
from generator.diagnostics import Diagnostic, Span
from generator.rules.context import CheckContext

LONGEST = 24
"""Characters of a span that belong to a finding's identity; longer spans are sentences, which are edited often."""
LONGEST_CLAUSE = 400
"""Characters of a masked clause that stand in an identity as they are; no report has a longer clause."""


@dataclass(frozen=True, slots=True)
class Fingerprinted:
    """A finding with its fingerprint (16 hex digits)."""

    diagnostic: Diagnostic
    fingerprint: str

    @property
    def place(self) -> tuple[int, int]:
        """Where it is in the order of the text: paragraph and offset; what is about no place comes first."""
        span = self.diagnostic.span
        return (span.paragraph, span.start) if span is not None else (0, 0)


def fingerprinted(
    diagnostics: Iterable[Diagnostic], context: CheckContext, beside: str = ""
) -> Iterator[Fingerprinted]:
    """Findings with fingerprints; the second of two equal ones in a draft gets a number of its own.

    ``beside`` tells those of another text of the same draft apart.
    """
    seen: Counter[str] = Counter()
    masked: dict[Span, str] = {}
    for diagnostic in diagnostics:
        base = "\n".join((diagnostic.code, diagnostic.figure, *_place(diagnostic, context, masked)))
        base += f"\n{beside}" if beside else ""
        seen[base] += 1
        text = base if seen[base] == 1 else f"{base}\n{seen[base]}"
        yield Fingerprinted(diagnostic, hashlib.sha256(text.encode()).hexdigest()[:16])


def _place(diagnostic: Diagnostic, context: CheckContext, masked: dict[Span, str]) -> tuple[str, str, str]:
    """The words of a finding, its masked clause and its part."""
    span = diagnostic.span
    if span is None or not context.paragraphs:
        return diagnostic.message, "", ""
    words = span.text if len(span.text) <= LONGEST else ""
    return words, _clause(span, context, masked), context.part_at(span.paragraph, span.start).value


def _clause(span: Span, context: CheckContext, masked: dict[Span, str]) -> str:
    """The clause around a span with its numbers masked; ``masked`` keeps those worked out before."""
    paragraph = context.paragraphs[span.paragraph - 1]
    try:
        start, end = interval_at(paragraph.clauses, min(span.start, max(0, len(paragraph.text) - 1)))
    except LookupError:
        return ""
    place = Span("", span.paragraph, start, end)
    if place not in masked:
        masked[place] = _shortened(tokenize(paragraph.text[start:end]).key.replace(QUANTITY, "#"))
    return masked[place]


def _shortened(clause: str) -> str:
    """The clause, or a hash of one so long that many findings in it would each carry a page."""
    return (
        clause if len(clause) <= LONGEST_CLAUSE else hashlib.sha256(clause.encode("utf-8", "surrogatepass")).hexdigest()
    )
