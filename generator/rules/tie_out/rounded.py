"""Whether a result was made a round number on purpose: 88300户 is 超过8.5万户, but not 近8.5万户."""

from __future__ import annotations

from decimal import Decimal

from generator.alignment.alignment import Tie
from generator.analysis.quantities import Quantity, quantities
from generator.document import Kind
from generator.numerals.hedges import bears_out
from generator.rules.context import CheckContext


def rounds(context: CheckContext, tie: Tie, found: Quantity) -> bool:
    """Whether what stands in a draft for an exact result is rounder than it, hedged, and borne out by its raw value.

    The raw value is that of the data; without them what was printed.  Targets are promises: those are not rounded.
    """
    stated = next((q for q in quantities(tie.run.text) if q.text == tie.run.text), None)
    if stated is None or tie.run.kind is not Kind.FIGURE or not found.hedge or found.upper is not None:
        return False
    if found.unit != stated.unit or found.significant_digits >= stated.significant_digits or _is_hedged(tie):
        return False
    return bears_out(abs(_raw(context, tie, stated)), found.hedge, abs(found.magnitude))


def _raw(context: CheckContext, tie: Tie, stated: Quantity) -> Decimal:
    entry = context.entries.get(tie.run.key)
    amount = entry.amount if entry is not None else None
    return amount.value if amount is not None and amount.unit == stated.unit else stated.magnitude


def _is_hedged(tie: Tie) -> bool:
    """Whether the generated sentence hedges the number itself."""
    start, end = tie.context_offset, tie.context_offset + len(tie.run.text)
    return any(q.hedge and q.hedge != "达" and q.start < end and start < q.end for q in quantities(tie.context))
