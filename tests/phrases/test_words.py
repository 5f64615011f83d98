"""Words follow values, whatever the value: 增长 or 下降 or 持平, 高于 or 低于, never a sign after a word."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.document import Facet, FigureRun, Paragraph, Role, Runs, text_of
from generator.facts.fact import NumberFact
from generator.templating.marked_text import blocks_of
from generator.templating.marks import block_mark
from generator.templating.preparing import Prepared, prepare
from generator.workspace import Workspace
from schemas.figure import Direction, Hedge, Rounding, Status
from schemas.units import SCALES
from tests.facts.numbers import decimals, number
from tests.phrases.test_forms import NEVER

PACKAGED = prepare(Workspace(Path("no-such-folder")))

OPPOSITES = {
    Direction.GROW: "下降",
    Direction.INCREASE: "减少",
    Direction.RAISE: "降低",
    Direction.LIFT: "下降",
    Direction.RISE: "下降",
    Direction.EXPAND: "缩小",
    Direction.FALL: "上升",
    Direction.REDUCE: "增加",
    Direction.LOWER: "提高",
    Direction.NARROW: "扩大",
    Direction.CUT: "增加",
    Direction.CLIMB: "下降",
    Direction.SHRINK: "扩大",
    Direction.EASE: "上升",
}

figures = st.builds(
    replace,
    st.builds(number, decimals | st.integers(-3, 3).map(Decimal)),
    unit=st.sampled_from(["%", "个百分点", "亿元", "万人", "家"]),
    scale=st.none() | st.sampled_from(sorted(SCALES)),
    precision=st.none() | st.integers(0, 3),
    rounding=st.sampled_from(Rounding),
    direction=st.sampled_from(Direction),
    hedge=st.none() | st.sampled_from(Hedge),
    compared_to=st.just("上年"),
    rank_in=st.none(),
    share_of=st.just("总量"),
    period=st.just("上半年"),
    status=st.sampled_from(Status),
)


def _runs(form: str, fact: NumberFact, prepared: Prepared = PACKAGED) -> Runs:
    (block,) = blocks_of(block_mark("paragraph") + prepared.phrases.express(form, fact, {}))
    assert isinstance(block, Paragraph)
    return block.runs


def _words(runs: Runs) -> list[str]:
    return [run.text for run in runs if isinstance(run, FigureRun) and run.facet is Facet.WORD]


def test_every_direction_has_an_opposite() -> None:
    assert set(OPPOSITES) == set(Direction)


@given(figures)
def test_the_word_of_a_change_follows_the_sign_of_what_is_printed(fact: NumberFact) -> None:
    runs = _runs("增减", fact)
    assert fact.direction is not None
    if fact.sign == 0:
        assert text_of(runs) in ("持平", "基本持平")
    else:
        words = _words(runs)
        assert (fact.direction.value in words) == (fact.sign > 0)
        assert (OPPOSITES[fact.direction] in words) == (fact.sign < 0)
        assert "持平" not in text_of(runs)


@given(figures)
def test_the_word_of_a_comparison_follows_the_sign_of_what_is_printed(fact: NumberFact) -> None:
    text = text_of(_runs("比较", replace(fact, direction=None)))
    assert text.startswith({1: "高于上年", -1: "低于上年", 0: "与上年"}[fact.sign])
    assert text.endswith("持平") == (fact.sign == 0)


FORMS = ["增减", "同比", "年均", "较", "比较", "数值", "达到", "控制在", "完成", "占比达到", "占", "预计", "默认"]


@given(figures, st.sampled_from(FORMS))
def test_no_form_prints_two_hedges_a_sign_after_a_word_or_minus_zero(fact: NumberFact, form: str) -> None:
    assert not NEVER.search(text_of(_runs(form, fact)))


@given(figures, st.sampled_from(["增减", "同比", "较", "比较", "数值", "达到", "默认"]))
def test_an_owed_value_leaves_a_placeholder_that_names_it(fact: NumberFact, form: str) -> None:
    runs = _runs(form, replace(fact, value=None))
    placeholders = [run.text for run in runs if run.role is Role.PLACEHOLDER]
    assert placeholders == [f"【待填：某数（{fact.unit}）】"]


@given(figures, st.sampled_from(["增减", "较", "比较", "数值", "默认"]))
def test_only_a_value_that_is_to_be_confirmed_is_marked_so(fact: NumberFact, form: str) -> None:
    roles = {run.role for run in _runs(form, fact) if isinstance(run, FigureRun) and run.facet is Facet.VALUE}
    assert roles == {Role.PENDING if fact.status is Status.PENDING else Role.BODY}
