"""Counts in words or short digits with what they count: 三项, 两大, 十一个方面, 7个, “双下降”."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.numerals.reading import read_chinese
from generator.patterns import Pattern

NUMERAL = "[两二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?|(?<![0-9.．])[1-9][0-9]?(?![0-9.．,%％])"
_CLASSIFIERS = (
    "大类|个|大|项|类|种|条|家|级|地|座|处|位|名|部|件|所|张|场|对|市|县|区|省|镇|村|国|州|城|批|支|道|"
    "方面|方|大型|重|层|市州|台|项次|款|只|点"
)
_COUNT = Pattern(
    rf"(?=[两二三四五六七八九十1-9])(?<![第第近前每十百千万亿点分劣])(?P<number>{NUMERAL})(?P<classifier>{_CLASSIFIERS})(?!月|年|数|多|余|百分点|小时|工作日)"
)


@dataclass(frozen=True, slots=True)
class Count:
    """A count and its classifier; ``start`` and ``end`` (characters from 0) cover numeral and classifier.

    ``words`` says that the numeral is written in Chinese, which a count of things in a list may end a clause with.
    """

    start: int
    end: int
    number: int
    classifier: str
    words: bool


def counts(text: str, start: int = 0, end: int | None = None) -> Iterator[Count]:
    """The counts between two places of a text, in order."""
    for match in _COUNT.finditer(text, start, len(text) if end is None else end):
        number = whole(match["number"])
        if number is not None:
            yield Count(match.start(), match.end(), number, match["classifier"], not match["number"].isdigit())


def whole(numeral: str) -> int | None:
    """A whole number from words or digits; 双 is two."""
    if numeral.isdigit():
        return int(numeral)
    return 2 if numeral == "双" else read_chinese(numeral)
