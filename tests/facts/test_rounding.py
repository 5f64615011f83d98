"""What is printed of a raw value: its scale, its precision, how it is cut."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.rounding import magnitude, shown
from schemas.figure import Rounding
from schemas.number import Number, number_text, parse_number
from schemas.units import SCALES
from tests.facts.numbers import decimals

UP, CUT = Rounding.HALF_UP, Rounding.TRUNCATE
precisions = st.integers(0, 6)


@pytest.mark.parametrize(
    ("raw", "scale", "precision", "rounding", "printed"),
    [
        ("2574.6", None, None, UP, "2574.6"),
        ("2574.60", None, None, UP, "2574.60"),
        ("2574.5", None, 0, UP, "2575"),
        ("2575.5", None, 0, UP, "2576"),
        ("2575.5", None, 0, CUT, "2575"),
        ("-0.05", None, 1, UP, "-0.1"),
        ("-0.05", None, 1, CUT, "0.0"),
        ("-0.04", None, 1, UP, "0.0"),
        ("-0", None, None, UP, "0"),
        ("5", None, 1, UP, "5.0"),
        ("94600", "万", None, UP, "9.46"),
        ("90000", "万", None, UP, "9"),
        ("1000000", "万", None, UP, "100"),
        ("94600", "万", 1, UP, "9.5"),
        ("94600", "万", 1, CUT, "9.4"),
        ("4.55~5.04", None, 1, UP, "4.6~5.0"),
        ("8.65:41.24:50.11", None, 1, UP, "8.7:41.2:50.1"),
        ("1/3", None, 1, UP, "1/3"),
    ],
)
def test_a_raw_value_is_cut_to_its_print(
    raw: str, scale: str | None, precision: int | None, rounding: Rounding, printed: str
) -> None:
    assert number_text(shown(parse_number(raw), scale, precision, rounding)) == printed


@given(decimals, precisions)
def test_half_up_stays_within_half_a_unit_of_the_last_place(value: Decimal, precision: int) -> None:
    printed = _decimal(shown(value, None, precision, UP))
    assert abs(printed - value) <= Decimal("0.5").scaleb(-precision)


@given(decimals, precisions)
def test_truncating_never_claims_more_than_there_is(value: Decimal, precision: int) -> None:
    printed = _decimal(shown(value, None, precision, CUT))
    assert abs(printed) <= abs(value)
    assert abs(value) - abs(printed) < Decimal(1).scaleb(-precision)


@given(decimals, st.none() | precisions, st.sampled_from(Rounding), st.none() | st.sampled_from(sorted(SCALES)))
def test_a_print_never_changes_sides_and_never_is_minus_zero(
    value: Decimal, precision: int | None, rounding: Rounding, scale: str | None
) -> None:
    printed = _decimal(shown(value, scale, precision, rounding))
    assert printed * value >= 0
    assert printed != 0 or not printed.is_signed()


@given(decimals, st.sampled_from(sorted(SCALES)))
def test_a_scale_loses_nothing(value: Decimal, scale: str) -> None:
    assert _decimal(shown(value, scale, None, UP)) * SCALES[scale] == value


@pytest.mark.parametrize(
    ("raw", "size"),
    [("-5.10", "5.10"), ("3", "3"), ("-10~-8", "8~10"), ("-2~0", "0~2"), ("1~2", "1~2"), ("1:2", "1:2")],
)
def test_a_magnitude_has_no_sign(raw: str, size: str) -> None:
    assert number_text(magnitude(parse_number(raw))) == size


def _decimal(value: Number) -> Decimal:
    assert isinstance(value, Decimal)
    return value
