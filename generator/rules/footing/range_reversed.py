"""区间前大后小：6%—5%。

反例：地区生产总值增长6%—5%，减少用地10%至8%。
正例：地区生产总值增长5%—6%，用时由10天至8天，热线12345-1。

依据：《出版物上数字用法》（GB/T 15835-2011）第5章：数值范围由小到大。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.quantities import Quantity
from generator.diagnostics import Fix, Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F112", "range-reversed", Group.FOOTING, Severity.ERROR, "区间前大后小", anywhere=True)

_JOINT = Pattern("[%％‰]?(?:—|–|～|~|-|至|到)")
_TURN_OF_YEAR = 9


def check(context: CheckContext) -> Iterator[Finding]:
    """Ranges whose first bound is the larger one."""
    for paragraph in context.paragraphs:
        for quantity in paragraph.quantities:
            if quantity.upper is None or quantity.value <= quantity.upper or not quantity.unit or quantity.unit == "年":
                continue
            lead = paragraph.text[max(0, quantity.start - 14) : quantity.start]
            if _other_scale(quantity) or _winter(quantity) or _falls(quantity, lead):
                continue
            yield Finding(
                paragraph.span(quantity.start, quantity.end), f"“{quantity.text}”前大后小", fix=_turned(quantity)
            )


def _other_scale(quantity: Quantity) -> bool:
    """9000—1.2万人 is short for 0.9万—1.2万人."""
    return bool(quantity.scale)


def _winter(quantity: Quantity) -> bool:
    """11—3月."""
    return quantity.unit == "月" and quantity.value >= _TURN_OF_YEAR


def _falls(quantity: Quantity, lead: str) -> bool:
    """由10天至8天 is a change, not a range."""
    return bool(re.search("[至到]", quantity.text)) and re.search("(?:由|从)[^，。；]{0,12}$", lead) is not None


def _turned(quantity: Quantity) -> Fix | None:
    match = _JOINT.search(quantity.text)
    numbers = re.findall(r"[0-9]+(?:\.[0-9]+)?", quantity.text)
    if match is None or len(numbers) != 2:
        return None
    first, second = numbers
    return Fix(re.sub(r"[0-9]+(?:\.[0-9]+)?", "#", quantity.text).replace("#", second, 1).replace("#", first, 1))
