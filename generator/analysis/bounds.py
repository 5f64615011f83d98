"""What a printed number may stand for: the interval that its rounding and its hedges leave open.

As in XBRL Calculations 1.1: 127.4 is anything from 127.35 to 127.45, and two statements contradict each other only when
their intervals have no point in common.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.analysis.quantities import Quantity
from schemas.units import SCALES

INFINITE = Decimal("Infinity")
_MEASURED = frozenset(
    (
        "%",
        "％",
        "‰",
        "个百分点",
        "百分点",
        "个千分点",
        "元",
        "美元",
        "欧元",
        "米",
        "公里",
        "千米",
        "海里",
        "厘米",
        "毫米",
        "平方米",
        "平方公里",
        "公顷",
        "亩",
        "立方米",
        "延米",
        "吨",
        "公斤",
        "千克",
        "克",
        "斤",
        "吨标准煤",
        "立方",
        "升",
        "千升",
        "微克",
        "微克/立方米",
        "千瓦",
        "兆瓦",
        "千瓦时",
        "度",
        "千伏安",
        "倍",
        "成",
        "亩次",
        "吨次",
        "标准箱",
        "焦耳",
        "人次",
    )
)
_ABOUT = frozenset(("约", "左右", "上下"))
_AT_LEAST = frozenset(("超过", "超", "突破", "逾", "不低于", "不少于", "以上"))
_AT_MOST = frozenset(("不高于", "不超过", "不多于", "以下", "以内"))
_SHORT_OF = frozenset(("近", "接近"))


@dataclass(frozen=True, slots=True)
class Bounds:
    """A closed interval; either end may be infinite."""

    low: Decimal
    high: Decimal

    def meets(self, other: Bounds) -> bool:
        """Whether both may be the same number."""
        return self.low <= other.high and other.low <= self.high

    def plus(self, other: Bounds) -> Bounds:
        """The sums of their numbers."""
        return Bounds(self.low + other.low, self.high + other.high)

    def minus(self, other: Bounds) -> Bounds:
        """The differences of their numbers."""
        return Bounds(self.low - other.high, self.high - other.low)

    def over(self, other: Bounds) -> Bounds | None:
        """The quotients, where both are positive; None where the divisor may be nothing."""
        if other.low <= 0 or self.low < 0:
            return None
        low = Decimal(0) if other.high == INFINITE else self.low / other.high
        return Bounds(low, INFINITE if self.high == INFINITE else self.high / other.low)

    def widened(self, by: Decimal) -> Bounds:
        """With as much more on both sides."""
        return Bounds(self.low - by, self.high + by)


def bounds_of(quantity: Quantity) -> Bounds:
    """What a quantity may stand for, scale applied; a small count of things is exact."""
    scale = scale_of(quantity)
    half = Decimal(0) if is_exact(quantity) else quantity.half_step
    low = quantity.magnitude - half
    high = (quantity.upper * scale if quantity.upper is not None else quantity.magnitude) + half
    hedges = {quantity.before, quantity.inside, quantity.behind}
    if hedges & _AT_LEAST:
        return Bounds(low, INFINITE)
    if hedges & _AT_MOST:
        return Bounds(Decimal(0), high)
    if hedges & _SHORT_OF:
        return Bounds(low * Decimal("0.8"), high)
    if hedges & _ABOUT:
        spread = max(abs(quantity.magnitude) / 10, half)
        return Bounds(low - spread, high + spread)
    return Bounds(low, high + _place(quantity.magnitude)) if quantity.inside else Bounds(low, high)


def scale_of(quantity: Quantity) -> Decimal:
    """What one printed unit stands for: 100,000,000 for 127.4亿."""
    return SCALES.get(quantity.scale, Decimal(1))


def is_exact(quantity: Quantity) -> bool:
    """Whether a number counts things one by one (583个), so that nothing was rounded."""
    return not quantity.precision and not quantity.scale and quantity.unit not in _MEASURED


def _place(magnitude: Decimal) -> Decimal:
    """The value of the last digit that is not nothing: 500多 ends before 600."""
    digits = int(magnitude)
    place = 1
    while digits and digits % (place * 10) == 0:
        place *= 10
    return Decimal(place)


def total(parts: Iterable[Bounds]) -> Bounds:
    """The sum of some intervals."""
    result = Bounds(Decimal(0), Decimal(0))
    for part in parts:
        result = result.plus(part)
    return result
