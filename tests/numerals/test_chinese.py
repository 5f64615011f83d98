"""Whole numbers in Chinese words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numerals.arabic import find_numerals
from generator.numerals.chinese import LIMIT, bare_power, counted, to_chinese

DIGITS = {word: value for value, word in enumerate("零一二三四五六七八九")}
SMALL = {"十": 10, "百": 100, "千": 1000}


def from_chinese(words: str) -> int:
    """Reads the words back, by splitting at 亿 and 万 and adding up: nothing in common with how they were made."""
    for sign, worth in (("亿", 10**8), ("万", 10**4)):
        high, found, low = words.rpartition(sign)
        if found:
            return from_chinese(high) * worth + (from_chinese(low) if low else 0)
    total, digit = 0, 0
    for word in words:
        if word in SMALL:
            total += (digit or 1) * SMALL[word]
            digit = 0
        else:
            digit = DIGITS[word]
    return total + digit


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (1, "一"),
        (2, "二"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (1000, "一千"),
        (1005, "一千零五"),
        (1050, "一千零五十"),
        (10_000, "一万"),
        (10_010, "一万零一十"),
        (12_000, "一万二千"),
        (100_000, "十万"),
        (101_000, "十万一千"),
        (100_100, "十万零一百"),
        (110_000, "十一万"),
        (1_000_001, "一百万零一"),
        (100_000_000, "一亿"),
        (100_010_000, "一亿零一万"),
        (10**12, "一万亿"),
        (10**12 + 1, "一万亿零一"),
        (10**12 + 10**8, "一万零一亿"),
        (LIMIT - 1, "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"),
    ],
)
def test_words(number: int, words: str) -> None:
    assert to_chinese(number) == words


@given(st.integers(0, LIMIT - 1) | st.integers(0, 20_000) | st.integers(0, 15).map(lambda power: 10**power))
def test_the_words_mean_the_number(number: int) -> None:
    words = to_chinese(number)
    assert from_chinese(words) == number
    assert "零零" not in words
    assert len(words) == 1 or not words.startswith("零")
    assert len(words) == 1 or not words.endswith("零")


@pytest.mark.parametrize("number", [-1, LIMIT])
def test_numbers_out_of_bounds_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="汉字数字只能写"):
        to_chinese(number)


@pytest.mark.parametrize(("number", "words"), [(1, "一"), (2, "两"), (3, "三"), (12, "十二"), (200, "二百")])
def test_before_a_measure_word_two_is_liang(number: int, words: str) -> None:
    assert counted(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (100, "百"), (1000, "千"), (10**7, "千万"), (10**8, "亿"), (200, "二百")],
)
def test_round_numbers_leave_out_their_one(number: int, words: str) -> None:
    assert bare_power(number) == words


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("增长5.1%、10家", ["5.1", "10"]),
        ("2024年1月15日", ["2024", "1", "15"]),
        ("8.7∶41.2∶50.1", ["8.7", "41.2", "50.1"]),
        ("1.2.3", ["1.2", "3"]),
        ("第5.", ["5"]),
        ("1,234", ["1", "234"]),
        ("５和二", []),
    ],
)
def test_arabic_numerals_are_maximal_runs_with_their_decimals(text: str, numerals: list[str]) -> None:
    assert [text[start:end] for start, end in find_numerals(text)] == numerals
