"""The questions that a phrase form may ask about its data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.document import Kind
from generator.facts.fact import Fact, ListFact, NameFact, NumberFact
from generator.templating import template_tests as ask
from schemas.figure import Direction, Hedge
from schemas.number import parse_number
from tests.facts.numbers import number

NAME = NameFact("甲厂", Kind.PROJECT, "drafts/2024/projects.yaml:2", "甲厂")


def _number(text: str) -> NumberFact:
    return replace(number(None), value=parse_number(text) if text else None)


@pytest.mark.parametrize(
    ("fact", "kinds"),
    [
        (_number("1"), (True, False, False)),
        (NAME, (False, True, False)),
        (ListFact("清单", (NAME,)), (False, False, True)),
    ],
    ids=["数", "名称", "清单"],
)
def test_kinds_are_told_apart(fact: Fact, kinds: tuple[bool, bool, bool]) -> None:
    assert (ask.number(fact), ask.name(fact), ask.listing(fact)) == kinds


@pytest.mark.parametrize(
    ("value", "owed", "rising", "falling", "flat"),
    [
        ("5.1", False, True, False, False),
        ("-0.3", False, False, True, False),
        ("0", False, False, False, True),
        ("-0.0", False, False, False, True),
        ("", True, True, False, False),
        ("1~2", False, True, False, False),
        ("-2~-1", False, False, True, False),
        ("0~0", False, False, False, True),
        ("1/3", False, True, False, False),
        ("2:1", False, True, False, False),
    ],
)
def test_the_way_a_value_goes(value: str, owed: bool, rising: bool, falling: bool, flat: bool) -> None:
    fact = _number(value)
    assert (ask.owed(fact), ask.rising(fact), ask.falling(fact), ask.flat(fact)) == (owed, rising, falling, flat)


def test_a_target_in_words_is_neither_owed_nor_flat() -> None:
    fact = replace(number(None), text="与经济增长同步")
    assert (ask.owed(fact), ask.rising(fact), ask.falling(fact), ask.flat(fact)) == (False, False, False, False)


@pytest.mark.parametrize(
    ("one", "other", "below", "level"),
    [
        (("9800", "亿元"), ("1.2", "万亿元"), True, False),
        (("1.2", "万亿元"), ("12000", "亿元"), False, True),
        (("3", "家"), ("2", "家"), False, False),
        (("1~2", "家"), ("5", "家"), False, False),
        (("", "家"), ("5", "家"), False, False),
    ],
)
def test_values_are_compared_whatever_their_scale(
    one: tuple[str, str], other: tuple[str, str], below: bool, level: bool
) -> None:
    facts = [replace(_number(value), unit=unit) for value, unit in (one, other)]
    assert (ask.below(*facts), ask.level_with(*facts)) == (below, level)


BARE = replace(_number("75"), unit="%", direction=Direction.GROW)
SAME = replace(_number("75"), unit="%", direction=Direction.GROW, hedge=Hedge.OR_MORE)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (SAME, True),
        (replace(SAME, key="别的", name="别的"), True),
        (replace(SAME, value=parse_number("75.0")), True),
        (replace(SAME, value=parse_number("76")), False),
        (replace(SAME, value=None), False),
        (replace(SAME, unit="个百分点"), False),
        (replace(SAME, hedge=None), False),
        (replace(SAME, direction=Direction.RAISE), False),
        (replace(SAME, rank_in="全省"), False),
        (replace(SAME, compared_to="全省"), False),
    ],
)
def test_one_print_stands_for_several_only_when_all_print_alike(other: NumberFact, same: bool) -> None:
    assert ask.same_as_all(SAME, (SAME, other)) == same


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        (lambda: ask.continuing(SAME, SAME), True),
        (lambda: ask.continuing(SAME, replace(SAME, value=parse_number("-1"))), False),
        (lambda: ask.continuing(SAME, replace(SAME, direction=Direction.RAISE)), False),
        (lambda: ask.continuing(replace(SAME, value=None), SAME), True),
        (lambda: ask.comparing_alike(BARE, ()), True),
        (lambda: ask.comparing_alike(BARE, (replace(BARE, value=parse_number("76")),)), True),
        (lambda: ask.comparing_alike(BARE, (replace(BARE, compared_to="全国"),)), False),
        (lambda: ask.comparing_alike(BARE, (replace(BARE, unit="个"),)), False),
        (lambda: ask.comparing_alike(BARE, (SAME,)), False),
        (lambda: ask.comparing_alike(SAME, (BARE,)), False),
    ],
)
def test_a_word_is_said_once_only_while_it_holds(check: Callable[[], bool], expected: bool) -> None:
    assert check() == expected
