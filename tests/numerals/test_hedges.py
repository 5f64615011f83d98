"""Which hedges a raw value bears out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numerals.hedges import ABOUT, AT_LEAST, AT_MOST, OVER, SHORT_OF, bears_out

CASES = [
    ("超过", 85000, True),
    ("超过", 90000, False),
    ("突破", 88300, False),
    ("余", 88000, True),
    ("多", 40000, False),
    ("近", 85000, False),
    ("近", 90000, True),
    ("近", 100000, False),
    ("约", 88000, True),
    ("左右", 80000, False),
    ("以上", 88300, True),
    ("不低于", 88301, False),
    ("不超过", 90000, True),
    ("以内", 88000, False),
    ("", 88300, True),
    ("", 88000, False),
    ("达", 88000, False),
]


@pytest.mark.parametrize(("hedge", "printed", "expected"), CASES)
def test_of_88300_may_be_said(hedge: str, printed: int, expected: bool) -> None:
    assert bears_out(Decimal(88300), hedge, Decimal(printed)) is expected


POSITIVE = st.decimals(min_value=1, max_value=10**9, places=2)


@given(POSITIVE, POSITIVE, st.sampled_from(sorted(OVER)), st.sampled_from(sorted(SHORT_OF)))
def test_nothing_is_both_over_and_short_of_a_number(raw: Decimal, printed: Decimal, over: str, short: str) -> None:
    assert not (bears_out(raw, over, printed) and bears_out(raw, short, printed))


@given(POSITIVE, st.sampled_from(sorted(AT_LEAST | AT_MOST | ABOUT)))
def test_a_number_is_at_least_at_most_and_about_itself(raw: Decimal, hedge: str) -> None:
    assert bears_out(raw, hedge, raw)
