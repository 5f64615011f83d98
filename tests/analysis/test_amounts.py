"""When two prints say the same number."""

from __future__ import annotations

import pytest

from generator.analysis.amounts import same_amount

SAME = [
    ("7项", "七项"),
    ("4300亿元", "0.43万亿元"),
    ("127.4亿元", "1274000万元"),
    ("首位", "第1位"),
    ("第2位", "第二位"),
    ("三分之一", "1/3"),
    ("73公里", "73千米"),
    ("88亿斤", "44亿公斤"),
    ("3万公顷", "45万亩"),
]
OTHER = [
    ("7项", "七个"),
    ("7项", "8项"),
    ("4300亿元", "4300万元"),
    ("88亿斤", "88亿公斤"),
    ("500多家", "500家"),
    ("5.1%", "5.10%"),
    ("首位", "前列"),
    ("第2位", "第2届"),
    ("三分之一", "三分之二"),
    ("4.5%—5%", "4.5%"),
    ("0分之一", "1/0"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_another_form_of_the_same(one: str, other: str) -> None:
    assert same_amount(one, other)
    assert same_amount(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_something_else(one: str, other: str) -> None:
    assert not same_amount(one, other)
    assert not same_amount(other, one)
