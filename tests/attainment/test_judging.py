"""Targets against results: hedge, direction, unit and kind decide what is reached."""

from __future__ import annotations

import pytest

from generator.attainment.judging import Outcome, Verdict, judge
from generator.document import Kind
from generator.facts.fact import NumberFact
from schemas.figure import Direction, Hedge, Status
from schemas.number import parse_number

Given = str
"""A number as it is said in a case: ``增长 5.5 % 左右``; ``-`` leaves a place empty, ``?`` is a value still owed."""


def fact(given: Given, *, name: str = "甲", **more: object) -> NumberFact:
    direction, value, unit, hedge = given.split()
    return NumberFact(
        key=name,
        kind=Kind.FIGURE,
        source="figures.yaml:1",
        name=name,
        value=None if value == "?" else parse_number(value),
        unit="" if unit == "-" else unit,
        direction=None if direction == "-" else Direction(direction),
        hedge=None if hedge == "-" else Hedge(hedge),
        **more,  # type: ignore[arg-type]
    )


def told(verdict: Verdict) -> tuple[str, str, str]:
    completion = f"{verdict.completion}%" if verdict.completion is not None else "-"
    return str(verdict.outcome), completion, verdict.said


CASES: list[tuple[Given, Given, tuple[str, str, str]]] = [
    # target, result, (outcome, completion, in words)
    ("- 300 家 -", "- 300 家 -", ("达成", "100.0%", "正好")),
    ("- 300 家 以上", "- 330 家 -", ("达成", "110.0%", "多30家")),
    ("- 300 家 以上", "- 299 家 -", ("未达成", "99.7%", "少1家")),
    ("- 300 家 超过", "- 300 家 -", ("未达成", "100.0%", "正好")),
    ("- 300 家 超过", "- 300 家 多", ("达成", "100.0%", "正好")),
    ("- 100 亿元 左右", "- 97 亿元 -", ("达成", "97.0%", "少3亿元")),
    ("- 100 亿元 左右", "- 96.9 亿元 -", ("未达成", "96.9%", "少3.1亿元")),
    ("- 1.2 万亿元 -", "- 9800 亿元 -", ("未达成", "81.7%", "少0.22万亿元")),
    ("增长 5.5 % 左右", "增长 5.3 % -", ("达成", "-", "低0.2个百分点")),
    ("增长 5.5 % 左右", "增长 5.2 % -", ("未达成", "-", "低0.3个百分点")),
    ("增长 5.5 % -", "增长 5.5 % -", ("达成", "-", "正好")),
    ("增长 5.5 % -", "增长 -0.3 % -", ("未达成", "-", "低5.8个百分点")),
    ("增长 4.5~5 % -", "增长 4.6 % -", ("达成", "-", "高0.1个百分点")),
    ("下降 3 % -", "下降 3.4 % -", ("达成", "-", "多降0.4个百分点")),
    ("下降 3 % -", "下降 2 % -", ("未达成", "-", "少降1个百分点")),
    ("下降 3 % -", "增长 -3.4 % -", ("达成", "-", "多降0.4个百分点")),
    ("下降 3 % -", "增长 1 % -", ("未达成", "-", "少降4个百分点")),
    ("下降 3 % 以内", "下降 2 % -", ("达成", "-", "少降1个百分点")),
    ("- 5.5 % 以内", "- 5.1 % -", ("达成", "-", "低0.4个百分点")),
    ("- 5.5 % 以内", "- 5.6 % -", ("未达成", "-", "高0.1个百分点")),
    ("- 1000 吨 不超过", "- 900 吨 -", ("达成", "-", "少100吨")),
    ("减少 20 天 -", "减少 25 天 -", ("达成", "125.0%", "多5天")),
    ("- 300 家 -", "- ? 家 -", ("待填", "-", "")),
    ("- 300 家 -", "- 300 亿元 -", ("人工判断", "-", "")),
]


@pytest.mark.parametrize(("target", "result", "verdict"), CASES, ids=[f"{case[0]} / {case[1]}" for case in CASES])
def test_a_target_is_judged_by_its_hedge_and_direction(
    target: Given, result: Given, verdict: tuple[str, str, str]
) -> None:
    assert told(judge(fact(target), fact(result))) == verdict


@pytest.mark.parametrize(
    ("name", "result", "outcome"),
    [
        ("城镇调查失业率", "- 5.4 % -", "达成"),
        ("城镇调查失业率", "- 5.6 % -", "未达成"),
        ("城镇化率", "- 5.4 % -", "未达成"),
        ("居民消费价格", "增长 5.6 % -", "未达成"),
        ("居民消费价格", "增长 1.2 % -", "达成"),
    ],
)
def test_of_some_indicators_less_is_better(name: str, result: Given, outcome: str) -> None:
    assert judge(fact("- 5.5 % -", name=name), fact(result, name=name)).outcome == outcome


def test_the_names_of_target_and_result_both_tell_that_less_is_better() -> None:
    target, result = fact("- 33 微克/立方米 -", name="年度目标"), fact("- 34 微克/立方米 -", name="细颗粒物浓度")
    assert told(judge(target, result)) == ("未达成", "-", "多1微克/立方米")


def test_what_shall_fall_is_judged_by_its_fall() -> None:
    assert judge(fact("下降 3 % -", name="能耗"), fact("下降 3.4 % -", name="能耗")).outcome is Outcome.REACHED


def test_a_lower_rank_is_better() -> None:
    target = fact("- 5 位 -", rank_in="全省")
    assert told(judge(target, fact("- 3 位 -", rank_in="全省"))) == ("达成", "-", "靠前2位")
    assert told(judge(target, fact("- 6 位 -", rank_in="全省"))) == ("未达成", "-", "靠后1位")
    assert judge(target, fact("- 3 位 -", rank_in="全国")).outcome is Outcome.BY_HAND


def test_words_are_left_to_people() -> None:
    target = fact("- ? - -", text="稳定增长")
    assert judge(target, fact("增长 3 % -")).outcome is Outcome.BY_HAND


def test_a_missing_figure_is_owed() -> None:
    assert judge(fact("- 300 家 -"), None) == Verdict(Outcome.OWED, note="没有对应的指标")


def test_what_is_not_confirmed_and_what_was_hoped_for_is_noted() -> None:
    target = fact("增长 7 % -", stretch=fact("增长 8 % -"))
    assert judge(target, fact("增长 8.1 % -")).note == "达到力争目标"
    assert judge(target, fact("增长 7.1 % -", status=Status.EXPECTED)).note == "结果预计"
