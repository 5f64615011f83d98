"""What a hedge claims of the number that it was put to: whether a raw value bears it out."""

from __future__ import annotations

from decimal import Decimal

ABOUT = frozenset(("约", "大约", "左右", "上下"))
OVER = frozenset(("超过", "超", "突破", "逾", "多", "余"))
AT_LEAST = frozenset(("以上", "不低于", "不少于", "至少", "最少"))
AT_MOST = frozenset(("以下", "以内", "不高于", "不超过", "不多于", "至多", "最多"))
SHORT_OF = frozenset(("近", "接近", "将近"))

_NEAR = Decimal("0.9")
_AROUND = Decimal("0.05")


def bears_out(raw: Decimal, hedge: str, printed: Decimal) -> bool:
    """Whether a raw value is what the hedge says of the printed one, both without sign, in one unit.

    88300 is 超过85000 and 近90000, but not 近85000; nobody says 近 of a tenth less, or 约 of a twentieth away.  A word
    that is no hedge is borne out by the very number only.
    """
    if hedge in OVER:
        return printed < raw < 2 * printed
    if hedge in AT_LEAST:
        return raw >= printed
    if hedge in AT_MOST:
        return raw <= printed
    if hedge in SHORT_OF:
        return _NEAR * printed <= raw < printed
    if hedge in ABOUT:
        return abs(raw - printed) <= _AROUND * printed
    return raw == printed
