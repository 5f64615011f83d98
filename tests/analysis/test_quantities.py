"""Where Arabic quantities stand, and how much they say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.analysis.quantities import quantities


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("增长-0.3%", Decimal("-0.3")),
        ("——2025年", Decimal(2025)),
        ("--2025年", Decimal(2025)),
        ("----2025年", Decimal(2025)),
    ],
)
def test_a_hyphen_is_a_sign_and_a_dash_is_not(text: str, value: Decimal) -> None:
    assert [quantity.value for quantity in quantities(text)] == [value]
