"""Values as reports print them: a decimal, a range, a ratio of several parts, or a fraction.  Never a float."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from schemas.scalar import Scalar

_DECIMAL = r"-?\d+(?:\.\d+)?"
_PLAIN = re.compile(_DECIMAL, re.ASCII)
_RANGE = re.compile(rf"({_DECIMAL})~({_DECIMAL})", re.ASCII)
_RATIO = re.compile(rf"{_DECIMAL}(?::{_DECIMAL})+", re.ASCII)
_FRACTION = re.compile(r"(\d+)/(\d+)", re.ASCII)
_MAX_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Range:
    """Two bounds, printed 4.5%—5%; ``low`` is not above ``high``."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Ratio:
    """Parts of a whole or one against another, printed 8.7∶41.2∶50.1."""

    parts: tuple[Decimal, ...]


Number = Decimal | Range | Ratio | Fraction


def parse_number(text: str) -> Number:
    """The value that a YAML scalar writes.

    ``5.10`` keeps its zero; ``4.5~5`` is a range, ``8.7:41.2:50.1`` a ratio, ``1/3`` a fraction.  Raises
    :class:`ValueError` with a Chinese message that says how to write it instead.
    """
    text = text.strip()
    if len(text) > _MAX_LENGTH:
        raise ValueError(f"数值太长（{len(text)} 个字符，最多 {_MAX_LENGTH} 个）")
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if match := _RANGE.fullmatch(text):
        low, high = Decimal(match[1]), Decimal(match[2])
        if low > high:
            raise ValueError(f"区间“{text}”前大后小，请把小的写在前面")
        return Range(low, high)
    if _RATIO.fullmatch(text):
        return Ratio(tuple(Decimal(part) for part in text.split(":")))
    if match := _FRACTION.fullmatch(text):
        return _fraction(match[1], match[2])
    raise ValueError(_advice(text))


def _fraction(numerator: str, denominator: str) -> Fraction:
    if int(denominator) == 0:
        raise ValueError("分母不能为 0")
    return Fraction(int(numerator), int(denominator))


def _advice(text: str) -> str:
    if any("０" <= c <= "９" for c in text) or "．" in text:
        return f"“{text}”里有全角数字，请改用半角"
    if "," in text or "，" in text:
        return f"“{text}”里有千位分隔号，请去掉逗号"
    if text.endswith(("%", "％", "‰")):
        return f"“{text}”：百分号写在单位（unit）里，这里只写数"
    if re.match(r"-?\d", text):
        return f"“{text}”不是数：这里只写数，单位写在 unit，“左右”“以上”写在 hedge"
    return f"“{text}”不是数；可以写 5.1、4.5~5（区间）、8.7:41.2:50.1（比例）或 1/3（分数），还没有数就留空"


def _validate(value: object) -> Number:
    if isinstance(value, Decimal | Range | Ratio | Fraction):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError("这里应是一个数，不能是列表或别的")
    return parse_number(str(value))


def number_text(number: Number) -> str:
    """The YAML scalar that :func:`parse_number` reads back to the same value."""
    match number:
        case Decimal():
            return format(number, "f")
        case Range(low=low, high=high):
            return f"{low:f}~{high:f}"
        case Ratio(parts=parts):
            return ":".join(format(part, "f") for part in parts)
        case Fraction():
            return f"{number.numerator}/{number.denominator}"


_JSON_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number"},
        {"type": "string", "pattern": r"^-?\d+(\.\d+)?((~-?\d+(\.\d+)?)|((:-?\d+(\.\d+)?)+))?$|^\d+/\d+$"},
    ]
}

NumberField = Annotated[Number, Scalar(_validate, number_text, _JSON_SCHEMA)]
"""A pydantic field that holds a :data:`Number`."""
