"""What a printed number may stand for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.analysis.bounds import INFINITE, Bounds, bounds_of, total
from generator.analysis.quantities import quantities

PRINTED = [
    ("127.4亿元", "12735000000", "12745000000"),
    ("5.67万亿元", "5665000000000", "5675000000000"),
    ("583个", "583", "583"),
    ("9.5万人", "94500", "95500"),
    ("500多家", "500", "600"),
    ("2300多人", "2300", "2400"),
    ("近1000个", "800", "1000"),
    ("300家以上", "300", None),
    ("4.5%—5%", "4.45", "5.05"),
    ("10%左右", "8.5", "11.5"),
    ("3%以内", "0", "3.5"),
]


@pytest.mark.parametrize(("text", "low", "high"), PRINTED, ids=[text for text, *_ in PRINTED])
def test_the_interval_of_a_printed_number(text: str, low: str, high: str | None) -> None:
    (quantity,) = quantities(text)
    assert bounds_of(quantity) == Bounds(Decimal(low), INFINITE if high is None else Decimal(high))


def test_intervals_add_and_touch() -> None:
    parts = [Bounds(Decimal(1), Decimal(2)), Bounds(Decimal(3), Decimal(4))]
    assert total(parts) == Bounds(Decimal(4), Decimal(6))
    assert total(parts).meets(Bounds(Decimal(6), Decimal(9)))
    assert not total(parts).meets(Bounds(Decimal(7), Decimal(9)))


def test_nothing_is_divided_by_what_may_be_nothing() -> None:
    assert Bounds(Decimal(1), Decimal(2)).over(Bounds(Decimal(0), Decimal(1))) is None
