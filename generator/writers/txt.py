"""Plain text: one paragraph a line, UTF-8, a line break at the end."""

from __future__ import annotations

from generator.document import Document, paragraphs_of, text_of


def write(document: Document, *, front: bool = False) -> str:
    """The text of a document; ``front`` adds the title block, which the plain form leaves out."""
    return "".join(f"{text_of(runs)}\n" for runs in paragraphs_of(document, front=front))
