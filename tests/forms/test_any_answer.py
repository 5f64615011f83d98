"""Whatever stands in an answer cell is a value, nothing, or refused with words for the person who typed it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.answers import AnswerError, answer_of, same_value, unprintable, written
from generator.forms.questions import AnswerKind
from generator.forms.returned import Raw
from schemas.figure import Direction, Figure, Style

UNITS = ("%", "亿元", "万人", "家", "个百分点", "", "番")
FORMATS = ("General", "0.0%", "0%", "#,##0.00", 'yyyy"年"', "@", '0"%"')
SIGNS = "0123456789０１５.．,，-－—~～%％:：/ 　约左右近超上下降增长亿万元家个百分点一二三负同上暂无TRUE#N/A\n"
TYPED = st.text(SIGNS, max_size=12) | st.text(max_size=8)
OTHERS = (
    st.integers() | st.floats() | st.booleans() | st.none() | st.dates() | st.datetimes() | st.times() | st.timedeltas()
)


@given(TYPED | OTHERS, st.sampled_from(FORMATS), st.sampled_from(UNITS), st.sampled_from(AnswerKind))
def test_it_is_a_value_or_refused(raw: Raw, number_format: str, unit: str, kind: AnswerKind) -> None:
    answer = None
    with suppress(AnswerError):
        answer = answer_of(raw, number_format, unit, kind)
    if answer is not None:
        assert same_value(written(answer.value), written(answer.value))
        if kind is AnswerKind.NUMBER:
            assert isinstance(answer.value, Decimal)
            assert answer.value.is_finite()
            assert not isinstance(raw, bool | date | datetime | time | timedelta)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-100, max_value=100))
def test_a_number_that_is_typed_with_its_unit_is_the_number(value: Decimal) -> None:
    for text in (f"{value}", f"{value}%", f" {value} ％"):
        answer = answer_of(text, "General", "%", AnswerKind.NUMBER)
        assert answer is not None
        assert answer.value == value


@pytest.mark.parametrize("style", list(Style))
@given(st.decimals(allow_nan=False, allow_infinity=False, places=1, min_value=-20, max_value=20))
def test_what_a_style_cannot_print_is_refused_and_nothing_else_is(style: Style, value: Decimal) -> None:
    ordinal = style in (Style.FIRST, Style.ORDINAL, Style.CHINESE_ORDINAL)
    figure = Figure(value=None, style=style, unit="" if style is Style.FIRST else "届", **_rank(style))
    whole = value == value.to_integral_value()
    fits = style is Style.ARABIC or (whole and value >= (1 if ordinal else 0))
    assert (unprintable(value, figure) == "") is fits


def _rank(style: Style) -> dict[str, str]:
    return {"rank_in": "全省"} if style is Style.FIRST else {}


def test_a_fall_is_not_said_in_multiples() -> None:
    assert unprintable(Decimal(-2), Figure(value=None, unit="倍", direction=Direction.GROW)) != ""
