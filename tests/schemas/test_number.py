"""Values as reports print them, and how wrong ones are explained."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from schemas.number import Number, NumberField, Range, Ratio, number_text, parse_number

DECIMALS = st.decimals(-(10**12), 10**12, allow_nan=False, places=2)
NUMBERS = st.one_of(
    DECIMALS,
    st.tuples(DECIMALS, DECIMALS).map(lambda pair: Range(min(pair), max(pair))),
    st.lists(DECIMALS, min_size=2, max_size=3).map(lambda parts: Ratio(tuple(parts))),
    st.fractions(0, 1000, max_denominator=1000),
)


@given(NUMBERS)
def test_a_number_is_read_back_from_its_text(number: Number) -> None:
    assert parse_number(number_text(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5.10", Decimal("5.10")),
        (" 5.1 ", Decimal("5.1")),
        ("-0.3", Decimal("-0.3")),
        ("0", Decimal(0)),
        ("4.5~5", Range(Decimal("4.5"), Decimal(5))),
        ("-1~1", Range(Decimal(-1), Decimal(1))),
        ("8.7:41.2:50.1", Ratio((Decimal("8.7"), Decimal("41.2"), Decimal("50.1")))),
        ("2/3", Fraction(2, 3)),
    ],
)
def test_what_can_be_written(text: str, number: Number) -> None:
    assert parse_number(text) == number
    assert str(parse_number("5.10")) == "5.10"  # the zero is part of what is printed


@given(st.text(max_size=70))
def test_any_other_text_is_refused_in_chinese(text: str) -> None:
    try:
        parse_number(text)
    except ValueError as error:
        words = str(error)
    else:
        words = "是数"
    assert re.search("[一-龥]", words)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("５.１", "全角数字，请改用半角"),
        ("5．1", "全角数字，请改用半角"),
        ("1,234", "去掉逗号"),
        ("1，234", "去掉逗号"),
        ("5.1%", "百分号写在单位（unit）里"),
        ("5‰", "百分号写在单位（unit）里"),
        ("5.1亿元", "单位写在 unit"),
        ("5左右", "写在 hedge"),
        ("约五", "还没有数就留空"),
        ("", "还没有数就留空"),
        ("7~5", "请把小的写在前面"),
        ("1/0", "分母不能为 0"),
        ("9" * 61, "数值太长"),
        ("٣", "不是数"),
    ],
)
def test_wrong_numbers_say_how_to_write_them(text: str, advice: str) -> None:
    with pytest.raises(ValueError, match=re.escape(advice)):
        parse_number(text)


ADAPTER: TypeAdapter[Number] = TypeAdapter(NumberField)


@pytest.mark.parametrize("value", [True, 5.1, ["5"], {"a": "1"}, None])
def test_floats_and_other_things_are_no_numbers(value: object) -> None:
    with pytest.raises(ValidationError, match="这里应是一个数"):
        ADAPTER.validate_python(value)


@given(NUMBERS)
def test_models_keep_and_write_numbers(number: Number) -> None:
    assert ADAPTER.validate_python(number) == number
    assert ADAPTER.dump_python(number) == number_text(number)
