"""What the rules about years share: the report's year, from the data or from the draft itself."""

from __future__ import annotations

from generator.analysis.parts import PartFound
from generator.analysis.years import report_year_of
from generator.rules.context import CheckContext


def report_year(context: CheckContext) -> int | None:
    """The plan year: the data's or the record's, else what the draft says of itself."""
    if context.year is not None:
        return context.year
    return report_year_of(((p.number, p.text) for p in context.paragraphs), context.headings, context.parts)


def has_both_parts(context: CheckContext) -> bool:
    """Whether review and plan can be told apart, so that 今年 has a right place."""
    parts = {start.part for start in context.parts}
    return PartFound.REVIEW in parts and PartFound.PLAN in parts
