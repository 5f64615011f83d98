"""Which units there are, and how they fall into scale and base."""

from __future__ import annotations

import pytest

from schemas.project import Project, ProjectList, Stage
from schemas.selecting import select
from schemas.units import KNOWN_UNITS, SCALES, Unit, split_unit


@pytest.mark.parametrize(
    ("text", "scale", "base"),
    [
        ("", "", ""),
        ("亿元", "亿", "元"),
        ("万亿元", "万亿", "元"),
        ("万人次", "万", "人次"),
        ("家", "", "家"),
        ("%", "", "%"),
        ("个百分点", "", "个百分点"),
        ("千瓦", "", "千瓦"),
        ("万千瓦", "万", "千瓦"),
        ("千千瓦", "千", "千瓦"),
        ("百万", "百万", ""),
        ("平方米", "", "平方米"),
        ("万平方米", "万", "平方米"),
    ],
)
def test_units_fall_into_scale_and_base(text: str, scale: str, base: str) -> None:
    assert split_unit(text) == Unit(scale, base)


@pytest.mark.parametrize("text", ["亿%", "万个百分点", "亿圆", "元亿", "园子", " 元"])
def test_impossible_units(text: str) -> None:
    assert split_unit(text) is None


def test_a_workspace_adds_its_own() -> None:
    assert split_unit("万担") is None
    assert split_unit("万担", KNOWN_UNITS | {"担"}) == Unit("万", "担")


def test_every_known_unit_is_possible_as_it_is() -> None:
    assert [unit for unit in KNOWN_UNITS if split_unit(unit) != Unit("", unit)] == []


def test_scales_are_powers_of_ten() -> None:
    assert all(str(value).strip("0") == "1" for value in SCALES.values())


PROJECTS = {
    "甲": Project(stage=Stage.BUILDING, sector="制造业", place="城东"),
    "乙": Project(stage=Stage.BUILDING, sector="交通"),
    "丙": Project(stage=Stage.FINISHED, sector="交通"),
}


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        (ProjectList(stage=Stage.BUILDING), ("甲", "乙")),
        (ProjectList(sector="交通"), ("乙", "丙")),
        (ProjectList(sector="交通", stage=Stage.FINISHED), ("丙",)),
        (ProjectList(place="城西"), ()),
        (ProjectList(items=("丙", "甲")), ("丙", "甲")),
        (ProjectList(items=("丙", "没有")), ("丙",)),
    ],
)
def test_a_list_names_the_projects_that_meet_every_condition(chosen: ProjectList, names: tuple[str, ...]) -> None:
    assert select(chosen, PROJECTS) == names
