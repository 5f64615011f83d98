"""Whether a result reaches its target: by hedge and direction, in exact decimals.

A target without a hedge is a floor (增长7%, 300家), one with 以内、以下、不高于、不超过 a ceiling, one with
左右、约、近 a point with a tolerance (:data:`POINT_TOLERANCE`, :data:`SHARE_TOLERANCE`).  Both are read along the
direction of the target: 下降3% is reached by 下降3.4%, not by 下降2%.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from generator.facts.fact import NumberFact
from generator.facts.saying import is_rate, means_less
from schemas.figure import Hedge, Status
from schemas.number import Range, Ratio
from schemas.units import SCALES, split_unit

POINT_TOLERANCE = Decimal("0.2")
"""How many points a rate may miss a target with 左右, and still reach it."""
SHARE_TOLERANCE = Decimal("0.03")
"""What part of an amount may be missing from a target with 左右."""

_CEILINGS = (Hedge.WITHIN, Hedge.OR_LESS, Hedge.AT_MOST, Hedge.NOT_OVER)
_ABOUT = (Hedge.ABOUT, Hedge.ROUGHLY, Hedge.NEAR)
_STRICT = (Hedge.OVER, Hedge.EXCEED)
_MORE_THAN_SAID = (Hedge.MANY, Hedge.ODD, Hedge.OVER, Hedge.EXCEED, Hedge.OR_MORE)
_LESS_IS_BETTER = re.compile(
    "失业率|能耗|煤耗|电耗|水耗|排放|浓度|PM2|赤字率|负债率|不良(?:贷款)?率|死亡率|发病率|发案|事故|涨幅"
    "|消费价格|物价|CPI"
)


class Outcome(StrEnum):
    """What can be said of a target."""

    REACHED = "达成"
    MISSED = "未达成"
    OWED = "待填"
    BY_HAND = "人工判断"


@dataclass(frozen=True, slots=True)
class Verdict:
    """``completion`` is in percent, None where a ratio says nothing; ``gap`` is the result less the target.

    ``gap`` counts along the target's direction, in points for rates and in the target's unit otherwise; ``said`` puts
    it in words; ``note`` is what the reader must know beside it.
    """

    outcome: Outcome
    completion: Decimal | None = None
    gap: Decimal | None = None
    said: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Bounds:
    low: Decimal
    high: Decimal


def judge(target: NumberFact, result: NumberFact | None) -> Verdict:
    """The verdict on one target; ``result`` is None where no figure reports on it."""
    if result is None:
        return Verdict(Outcome.OWED, note="没有对应的指标")
    if result.owed:
        return Verdict(Outcome.OWED)
    if target.text is not None or result.text is not None or target.value is None:
        return Verdict(Outcome.BY_HAND, note="目标还没有定数" if target.owed else "")
    aimed, got = _along(target, target), _along(result, target)
    if aimed is None or got is None or not _comparable(target, result):
        return Verdict(Outcome.BY_HAND, note="目标和结果的单位或口径不同，比不了")
    reached = _reaches(target, result, aimed, got)
    gap = (got.low - aimed.high if _is_ceiling(target, result) else got.high - aimed.low) / _scale(target.unit)
    return Verdict(
        Outcome.REACHED if reached else Outcome.MISSED,
        _completion(target, result, aimed, got),
        gap.normalize() if gap else Decimal(0),
        _said(target, gap, aimed.low),
        _note(target, result, got),
    )


def _along(fact: NumberFact, target: NumberFact) -> _Bounds | None:
    """The bounds of a value in base units, counted in the direction of the target."""
    match fact.value:
        case Decimal() as value:
            low = high = value
        case Range(low=low, high=high):
            pass
        case Fraction() as value:
            low = high = Decimal(value.numerator) / Decimal(value.denominator)
        case Ratio() | None:
            return None
    scale = _scale(fact.unit)
    low, high = low * scale, high * scale
    opposed = fact.direction is not None and means_less(fact) != means_less(target)
    return _Bounds(-high, -low) if opposed else _Bounds(low, high)


def _scale(text: str) -> Decimal:
    unit = split_unit(text)
    return SCALES[unit.scale] if unit and unit.scale else Decimal(1)


def _base(text: str) -> str:
    unit = split_unit(text)
    return (unit.base if unit else text).removeprefix("个") or "个"


def _comparable(target: NumberFact, result: NumberFact) -> bool:
    if (target.rank_in is None, target.compared_to) != (result.rank_in is None, result.compared_to):
        return False
    if target.rank_in is not None:
        return target.rank_in == result.rank_in
    return _base(target.unit) == _base(result.unit)


def _is_ceiling(target: NumberFact, result: NumberFact) -> bool:
    if target.rank_in is not None or target.hedge in _CEILINGS:
        return True
    free = not means_less(target) and target.compared_to is None and target.hedge in (None, *_ABOUT)
    names = f"{target.name} {target.key} {result.name} {result.key}"
    return free and _LESS_IS_BETTER.search(names) is not None


def _reaches(target: NumberFact, result: NumberFact, aimed: _Bounds, got: _Bounds) -> bool:
    slack = _tolerance(target, aimed) if target.hedge in _ABOUT else Decimal(0)
    if _is_ceiling(target, result):
        return got.high <= aimed.high + slack
    if target.hedge in _STRICT:
        return got.low > aimed.low or (got.low == aimed.low and result.hedge in _MORE_THAN_SAID)
    return got.low >= aimed.low - slack


def _tolerance(target: NumberFact, aimed: _Bounds) -> Decimal:
    return POINT_TOLERANCE if is_rate(target) else abs(aimed.low) * SHARE_TOLERANCE


def _completion(target: NumberFact, result: NumberFact, aimed: _Bounds, got: _Bounds) -> Decimal | None:
    """Percent of an amount that was to be reached; nothing for rates, ranks, comparisons and ceilings."""
    if is_rate(target) or target.compared_to or _is_ceiling(target, result) or aimed.low <= 0:
        return None
    return (got.high / aimed.low * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _said(target: NumberFact, gap: Decimal, aimed: Decimal) -> str:
    if not gap:
        return "正好"
    size = format(abs(gap).normalize(), "f")
    if target.rank_in is not None:
        return f"{'靠后' if gap > 0 else '靠前'}{size}位"
    if is_rate(target):
        unit = "个千分点" if target.unit in ("‰", "个千分点") else "个百分点"
        if means_less(target):
            return f"{'多' if gap > 0 else '少'}降{size}{unit}"
        return f"{'高' if gap > 0 else '低'}{size}{unit}"
    return f"{'多' if gap > 0 else '少'}{size}{target.unit}"


def _note(target: NumberFact, result: NumberFact, got: _Bounds) -> str:
    notes = []
    if target.stretch is not None and not target.stretch.owed:
        further = _along(target.stretch, target)
        if further is not None and got.low >= further.low:
            notes.append("达到力争目标")
    if result.status is not Status.CONFIRMED:
        notes.append(f"结果{result.status}")
    return "，".join(notes)
