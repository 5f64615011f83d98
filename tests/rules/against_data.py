"""A changed text beside the document and the data that it was generated from."""

from __future__ import annotations

from generator.alignment.aligner import align
from generator.building import Made
from generator.facts.listing import ledger_of
from generator.readers import txt
from generator.rules.context import CheckContext


def against(made: Made, text: str) -> CheckContext:
    """What rules see of ``text`` when it is checked against the data."""
    draft = txt.read(text.encode(), "稿.txt")
    return CheckContext(draft, ledger_of(made.report, made.facts), made.document, align(made.document, draft))
