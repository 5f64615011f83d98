"""Whole numbers in Chinese words: 十二, 两, 千万."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_SMALL = ("", "十", "百", "千")
_LARGE = ((10**8, "亿"), (10**4, "万"))
LIMIT = 10**16


def to_chinese(number: int) -> str:
    """The Chinese words for a whole number from 0 up to (not including) 10**16: 105 → 一百零五, 12 → 十二.

    Raises :class:`ValueError` outside these bounds.
    """
    if not 0 <= number < LIMIT:
        raise ValueError(f"汉字数字只能写 0 到一亿亿之间的整数，不能写 {number}")
    if number == 0:
        return "零"
    words = _words(number)
    return words.removeprefix("一") if words.startswith("一十") else words


def _words(number: int) -> str:
    """Words for a number above 0; what stands before 亿 or 万 is itself a number (一万零一亿)."""
    for worth, sign in _LARGE:
        if number >= worth:
            high, low = divmod(number, worth)
            gap = "零" if 0 < low < worth // 10 else ""
            return _words(high) + sign + gap + (_words(low) if low else "")
    return _four_digits(number)


def _four_digits(group: int) -> str:
    words = ""
    gap = False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit == 0:
            gap = bool(words)
            continue
        words += ("零" if gap else "") + _DIGITS[digit] + _SMALL[place]
        gap = False
    return words


def counted(number: int) -> str:
    """The words before a measure word: two is 两, all else as :func:`to_chinese`."""
    return "两" if number == 2 else to_chinese(number)


def bare_power(number: int) -> str:
    """Round numbers without their leading 一: 10,000,000 → 千万."""
    words = to_chinese(number)
    return words[1:] if len(words) > 1 and words.startswith("一") else words
