"""Which figure of the review is the result that a target of the plan will be measured by."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.importing.gathered import Number, Section
from schemas.units import split_unit

_WIDE = re.compile("^(?:全省|全市|全县|全区|全年|我省|我市|地方|全体|常住)+|(?:总水平|平均值)(?=涨幅|比例|$)")
_SAME_WORDS = (
    ("规上", "规模以上"),
    ("研究与试验发展", "研发"),
    ("进出口总值", "进出口总额"),
    ("地区生产总值", "生产总值"),
    ("总产量", "产量"),
    ("总产", "产量"),
    ("新增城镇就业", "城镇新增就业"),
)
_DID = re.compile("^(?:新增加?|新培育|培育|新建成?|新改建|改建|建成|建设|完成|实现|新认定|新创建|打造|改造|组织|开展)+")


def reporting_figures(numbers: Iterable[Number], taken: Iterable[str]) -> dict[str, str]:
    """Target to figure: the figure of the same indicator in the same unit, else a natural name that is still free."""
    known: dict[tuple[str, str, str], str] = {}
    for number in numbers:
        if number.section is Section.FIGURES and not number.fixed:
            known.setdefault(_identity(number), number.key)
    found: dict[str, str] = {}
    used = set(taken)
    for number in numbers:
        if number.section is not Section.TARGETS:
            continue
        same = known.get(_identity(number), "")
        fresh = number.key.replace("目标", "", 1) if number.key.replace("目标", "", 1) not in used else ""
        chosen = same if same and same not in found.values() else fresh
        if chosen:
            found[number.key] = chosen
            used.add(chosen)
    return found


def _identity(number: Number) -> tuple[str, str, str]:
    """What a target and its result have in common, however they are worded."""
    name = number.indicator
    for short, long in _SAME_WORDS:
        name = name.replace(short, long)
    name = _WIDE.sub("", _DID.sub("", _WIDE.sub("", name))) or name
    split = split_unit(number.quantity.unit)
    direction = number.quantity.direction
    turn = "" if direction is None else "降" if direction.falls else "升"
    return name.removesuffix("比例"), split.base if split else number.quantity.unit, turn
