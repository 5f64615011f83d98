"""Numbers in words and digits: what holds for every value (the forms one by one are in ``tests/phrases/cases``)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.printing import CannotPrintError, amount_text
from schemas.figure import Style
from tests.facts.numbers import decimals, number

whole = st.integers(0, 10**12)
UNITS = ("", "家", "亿元", "万人", "%", "个百分点", "千瓦")


def _printed(value: Decimal | int, style: Style = Style.ARABIC, unit: str = "") -> str:
    return amount_text(replace(number(Decimal(value)), style=style, unit=unit))


@given(decimals, st.sampled_from(UNITS))
def test_digits_and_unit_stand_as_they_were_written(value: Decimal, unit: str) -> None:
    assert _printed(value, unit=unit) == f"{abs(value) if value == 0 else value:f}{unit}"


@given(whole)
def test_words_hold_no_digit(value: int) -> None:
    for style in (Style.CHINESE, Style.BARE_POWER, Style.PAIR):
        assert not any(character.isdigit() and character.isascii() for character in _printed(value, style))


@given(whole)
def test_only_a_counted_two_is_两(value: int) -> None:
    words = _printed(value, Style.CHINESE, "项")
    if value == 2:
        assert words == "两项"
    else:
        assert words == f"{_printed(value, Style.PAIR)}项"
    assert "两" not in _printed(value + 1, Style.CHINESE_ORDINAL)


@given(whole)
def test_双_stands_for_two_alone(value: int) -> None:
    assert ("双" in _printed(value, Style.PAIR)) == (value == 2)


@given(st.integers(1, 12))
def test_省一_drops_the_one_of_round_numbers(power: int) -> None:
    words = _printed(10**power, Style.BARE_POWER)
    assert not words.startswith("一")
    assert words == _printed(10**power, Style.CHINESE).removeprefix("一")


@given(st.integers(2, 10**6))
def test_a_rank_that_is_not_the_first_is_第N位(value: int) -> None:
    assert _printed(value, Style.FIRST, "位") == f"第{value}位"
    assert _printed(1, Style.FIRST, "位") == "首位"


@given(decimals.filter(lambda value: value < 1 or value != value.to_integral_value()))
def test_a_rank_is_a_whole_number_from_one(value: Decimal) -> None:
    for style in (Style.FIRST, Style.ORDINAL, Style.CHINESE_ORDINAL):
        with pytest.raises(CannotPrintError, match="从 1 起的整数"):
            _printed(value, style, "位")


@given(decimals.filter(lambda value: value < 0 or value != value.to_integral_value()))
def test_words_are_for_whole_numbers(value: Decimal) -> None:
    for style in (Style.CHINESE, Style.BARE_POWER, Style.PAIR):
        with pytest.raises(CannotPrintError, match="只能写非负整数"):
            _printed(value, style)


def test_an_owed_value_has_no_print() -> None:
    with pytest.raises(CannotPrintError, match="还没有数"):
        amount_text(number(None))
