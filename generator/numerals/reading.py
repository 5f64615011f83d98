"""Chinese number words to numbers: 十二, 两千零五, 四点六万, 三分之一, 百万."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8}
CHARACTERS = frozenset((*_DIGITS, *_PLACES, *_GROUPS))


def read_chinese(words: str) -> int | None:
    """The whole number that some words write; None if they are no number.

    A missing leading 一 is understood (十二, 百万, 千万); 二三 (two or three) is no number.
    """
    if not words or any(c not in CHARACTERS for c in words):
        return None
    if len(words) > 1 and all(c in _DIGITS for c in words):
        return _digit_string(words)
    total = group = 0
    digit: int | None = None
    for character in words:
        if character in _DIGITS:
            if digit is not None and digit != 0:
                return None
            digit = _DIGITS[character]
        elif character in _PLACES:
            group += (1 if digit is None else digit) * _PLACES[character]
            digit = None
        else:
            group += digit or 0
            total = (total + (group or 1)) * _GROUPS[character] if character == "亿" else total + (group or 1) * 10**4
            group, digit = 0, None
    return total + group + (digit or 0)


def _digit_string(words: str) -> int | None:
    """二〇二四 is 2024; 三四 (three or four) is no number."""
    if len(words) < 4 and "〇" not in words:
        return None
    return int("".join(str(_DIGITS[c]) for c in words))


def read_number(words: str) -> Decimal | Fraction | None:
    """A number with decimals or as a fraction: 四点六万 → 46000, 三分之一 → 1/3; None if it is none."""
    if "分之" in words:
        below, _, above = words.partition("分之")
        denominator, numerator = read_chinese(below), read_chinese(above)
        return Fraction(numerator, denominator) if denominator and numerator is not None else None
    if "点" in words:
        return _read_decimal(words)
    whole = read_chinese(words)
    return None if whole is None else Decimal(whole)


def _read_decimal(words: str) -> Decimal | None:
    whole_words, _, rest = words.partition("点")
    digits = rest.rstrip("万亿")
    whole = read_chinese(whole_words)
    if whole is None or not digits or any(c not in _DIGITS for c in digits):
        return None
    scale = 1
    for group in rest[len(digits) :]:
        scale *= _GROUPS[group]
    return Decimal(f"{whole}.{''.join(str(_DIGITS[c]) for c in digits)}") * scale
