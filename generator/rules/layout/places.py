"""Where findings about a whole file or a whole paragraph are put."""

from __future__ import annotations

from generator.diagnostics import Span
from generator.rules.context import CheckContext


def at_start(context: CheckContext) -> Span:
    """The beginning of the draft, for what concerns the whole file."""
    return context.paragraphs[0].span(0, 0)


def whole(context: CheckContext, number: int) -> Span:
    """All of a paragraph, by its number from 1."""
    paragraph = context.paragraphs[number - 1]
    return paragraph.span(0, len(paragraph.text))
