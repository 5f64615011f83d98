"""What a person typed into an answer cell, as the value that it means, or the reason why it means none."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from generator.forms.questions import AnswerKind
from generator.forms.returned import Raw
from schemas.figure import Figure, Style
from schemas.number import Number, Range, number_text, parse_number
from schemas.units import SCALES, split_unit

_THOUSANDS: Final = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")
_WITH_REST: Final = re.compile(r"(-?\d+(?:\.\d+)?)(\D.*)", re.DOTALL)
_DASHES: Final = str.maketrans({"−": "-", "－": "-", "–": "-", "—": "~", "～": "~", "∶": ":", "：": ":"})
_VAGUE: Final = re.compile("约|左右|上下|近|超|多|余|不到|以上|以下|以内|大概|估计|预计")
_FALLING: Final = re.compile("下降|减少|降低|降|减|负")
_RISING: Final = re.compile("^(增长|上升|增加|提高|提升|增)")
_MOST_DIGITS: Final = 15
"""Digits that Excel keeps of a number."""


class AnswerError(ValueError):
    """An answer that cannot be taken; the message is Chinese, ``hint`` says what to write."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Answer:
    """A value, or words; ``note`` says what was made of what was typed, where that was not plain."""

    value: Number | str
    note: str = ""


def answer_of(raw: Raw, number_format: str, unit: str, kind: str) -> Answer | None:
    """What a cell answers; None if it is empty.  Raises :class:`AnswerError`."""
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    match raw:
        case bool():
            raise AnswerError(f"“{'TRUE' if raw else 'FALSE'}”不是数", "请改写成数")
        case datetime() | date() | time() | timedelta():
            raise AnswerError("被 Excel 当成了日期或时间", "把单元格格式改成“常规”，再重写这个数")
        case str():
            return _typed(raw.strip(), unit, kind)
        case _:
            return _number(raw, number_format, unit, kind)


def _number(raw: float, number_format: str, unit: str, kind: str) -> Answer:
    try:
        value = Decimal(raw) if isinstance(raw, int) else Decimal(f"{raw:.{_MOST_DIGITS}g}")
    except InvalidOperation as error:
        raise AnswerError("这个数读不出来", "请重写") from error
    if not value.is_finite():
        raise AnswerError("这个数读不出来", "请重写")
    if kind == AnswerKind.WORDS:
        return Answer(_plain(value))
    if "%" not in re.sub(r'"[^"]*"', "", number_format):
        return Answer(Decimal(_plain(value)))
    if unit != "%":
        raise AnswerError(f"写的是百分数，这个指标的单位是“{unit or '（无）'}”", "把单元格格式改成“常规”，再重写这个数")
    percent = Decimal(_plain(value * 100))
    return Answer(percent, f"单元格是百分数格式，按 {_plain(percent)}% 读入")


def _plain(value: Decimal) -> str:
    text = format(value.normalize(), "f")
    return "0" if text in ("-0", "0") else text


def _typed(text: str, unit: str, kind: str) -> Answer:
    if kind == AnswerKind.WORDS:
        return Answer(text)
    if text.startswith("#"):
        raise AnswerError(f"单元格里是错误值 {text}", "请改写成数")
    clean = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(_DASHES)
    if _THOUSANDS.fullmatch(clean):
        clean = clean.replace(",", "")
    bare = _without_unit(clean, unit)
    if _NUMBER.fullmatch(bare):
        return Answer(Decimal(bare), "" if bare == text else f"“{text}”按 {bare} 读入")
    if kind == AnswerKind.NOT_PLAIN:
        return _not_plain(bare, text)
    raise _refusal(text, clean, unit)


def _without_unit(clean: str, unit: str) -> str:
    plain = unicodedata.normalize("NFKC", unit)
    return clean.removesuffix(plain) if plain and len(clean) > len(plain) else clean


def _not_plain(bare: str, text: str) -> Answer:
    tidy = re.sub(r"(?<=\d)%(?=~)", "", bare)
    tidy = re.sub(r"(?<=\d)-(?=\d)", "~", tidy)
    try:
        return Answer(parse_number(tidy), "" if tidy == text else f"“{text}”按 {tidy} 读入")
    except ValueError as error:
        raise AnswerError(f"“{text}”读不出来", "请写成 5.1、4.5~5（区间）、8.7:41.2:50.1（比例）的样子") from error


def _refusal(text: str, clean: str, unit: str) -> AnswerError:
    if found := _VAGUE.search(clean):
        return AnswerError(f"“{text}”里有“{found[0]}”，不是一个准数", "只写数；是约数的，请在“备注”里说明")
    if found := _FALLING.search(clean):
        return AnswerError(f"“{text}”里有“{found[0]}”", "下降、减少请写负数，如 -0.3")
    if found := _RISING.search(clean):
        return AnswerError(f"“{text}”里有“{found[0]}”", "只写数，如 5.1")
    if re.fullmatch(r"-?[\d.]+[~-][\d.]+.*", clean):
        return AnswerError(f"“{text}”是一个区间，这里要一个数", "请写一个数")
    found = _WITH_REST.fullmatch(clean)
    if found and not found[2].startswith((",", ".", "-")):
        return AnswerError(f"“{text}”的单位是“{found[2]}”，这个指标的单位是“{unit or '（无）'}”", _in_unit(found, unit))
    return AnswerError(f"“{text}”不是数", "只写数，如 5.1；还没有数就留空，情况写在“备注”里")


def _in_unit(found: re.Match[str], unit: str) -> str:
    """The same amount in the right unit, where that can be said."""
    given, wanted = split_unit(found[2]), split_unit(unit)
    if given and wanted and given.base == wanted.base:
        factor = SCALES.get(given.scale, Decimal(1)) / SCALES.get(wanted.scale, Decimal(1))
        return f"换算成“{unit}”是 {_plain(Decimal(found[1]) * factor)}；请核对后重写"
    return f"请换算成“{unit}”，只写数" if unit else "只写数"


def unprintable(value: Number | str, figure: Figure) -> str:
    """Why a value could not be printed as the figure wants it, in Chinese; empty if it can."""
    if isinstance(value, str):
        return ""
    ordinal = figure.rank_in or figure.style in (Style.FIRST, Style.ORDINAL, Style.CHINESE_ORDINAL)
    whole = isinstance(value, Decimal) and value == value.to_integral_value()
    if ordinal and not (whole and isinstance(value, Decimal) and value >= 1):
        return "位次、届次应是从 1 起的整数"
    if isinstance(value, Fraction) and figure.style is Style.CHINESE:
        return ""  # 三分之一
    chinese = figure.style in (Style.CHINESE, Style.BARE_POWER, Style.PAIR)
    if chinese and not (whole and isinstance(value, Decimal) and value >= 0):
        return f"这个数在正文里印成“{figure.style}”，只能是非负整数"
    unit = split_unit(figure.unit)
    base = unit.base if unit else ""
    if base in ("倍", "番") and figure.direction is not None and isinstance(value, Decimal) and value < 0:
        return f"减少不能说几{base}，请换成百分数"
    if isinstance(value, Range) and figure.direction is not None and value.low < 0 < value.high:
        return "区间一头为负、一头为正，正文里没有一个词能说"
    return ""


def implausible(value: Number | str, last: Number | None, figure: Figure) -> str:
    """What looks wrong against last year's value, in Chinese; empty if nothing does.

    More than five times as much, less than a fifth, or the other sign; running counts and ranks are left alone.
    """
    if not isinstance(value, Decimal) or not isinstance(last, Decimal) or not last or figure.rank_in:
        return ""
    if (value < 0) != (last < 0) and value:
        return f"与上年（{_plain(last)}）正负相反"
    if not value:
        return f"上年是 {_plain(last)}"
    ratio = abs(value) / abs(last)
    if ratio > 5 or ratio < Decimal("0.2"):
        return f"是上年（{_plain(last)}）的 {_times(ratio)}"
    return ""


def _times(ratio: Decimal) -> str:
    tenths = Decimal("0.1")
    return f"{_plain(ratio.quantize(tenths))} 倍" if ratio >= 1 else f"{_plain((ratio * 100).quantize(tenths))}%"


def written(value: Number | str) -> str:
    """A value as YAML writes it."""
    return value if isinstance(value, str) else number_text(value)


def same_value(one: str, other: str) -> bool:
    """Whether two values written in YAML are the same number, or the same words."""
    if one == other:
        return True
    try:
        return parse_number(one) == parse_number(other)
    except ValueError:
        return False
