"""Numbers for tests that go past the data files."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from generator.document import Kind
from generator.facts.fact import NumberFact

decimals = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**12), 10**12), st.integers(0, 8)
)
"""Values as YAML may hold them: up to twelve digits, any number of decimals, trailing zeros kept."""


def number(value: Decimal | None) -> NumberFact:
    """A plain figure of this value."""
    return NumberFact("某数", Kind.FIGURE, "drafts/2024/figures.yaml:3", "某数", value)
