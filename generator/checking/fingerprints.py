"""A finding's identity that survives edits elsewhere: its rule, its clause with numbers masked, its part."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.alignment.tokens import QUANTITY, tokenize
from generator.analysis.sentences import interval_at
from generator.diagnostics import Diagnostic
from generator.rules.context import CheckContext


@dataclass(frozen=True, slots=True)
class Fingerprinted:
    """A finding with its fingerprint (16 hex digits)."""

    diagnostic: Diagnostic
    fingerprint: str


def fingerprinted(diagnostics: Iterable[Diagnostic], context: CheckContext) -> Iterator[Fingerprinted]:
    """Findings with fingerprints; the second of two equal ones in a draft gets a number of its own."""
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        base = "\n".join((diagnostic.code, diagnostic.figure, _clause(diagnostic, context), _part(diagnostic, context)))
        seen[base] += 1
        text = base if seen[base] == 1 else f"{base}\n{seen[base]}"
        yield Fingerprinted(diagnostic, hashlib.sha256(text.encode()).hexdigest()[:16])


def _clause(diagnostic: Diagnostic, context: CheckContext) -> str:
    span = diagnostic.span
    if span is None or not context.paragraphs:
        return diagnostic.message
    paragraph = context.paragraphs[span.paragraph - 1]
    try:
        start, end = interval_at(paragraph.clauses, min(span.start, max(0, len(paragraph.text) - 1)))
    except LookupError:
        return ""
    return tokenize(paragraph.text[start:end]).key.replace(QUANTITY, "#")


def _part(diagnostic: Diagnostic, context: CheckContext) -> str:
    span = diagnostic.span
    return context.part_at(span.paragraph, span.start).value if span is not None else ""
