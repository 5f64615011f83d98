"""Quantities in running text: number, scale, unit, and the words that hedge it.

127.4亿元 · 500多家 · 5.5%左右 · 第21届 · 4.5%—5% · 28.6个百分点
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from generator.patterns import Pattern
from schemas.units import KNOWN_UNITS, SCALES

PREFIXES = (
    *("不低于", "不少于", "不高于", "不超过", "不多于", "不足", "不到", "至少", "最少", "至多", "最多"),
    *("超过", "突破", "接近", "将近", "近", "超", "逾", "大约", "约", "达"),
)
INFIXES = ("多", "余")
SUFFIXES = ("左右", "以上", "以下", "以内", "上下")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text.

    ``start`` and ``end`` (characters from 0, end exclusive) cover number, scale and unit, with an ordinal 第 and an
    infix hedge; hedges before and behind stand outside.  ``value`` is as printed, without scale; ``upper`` the second
    bound of a range.
    """

    start: int
    end: int
    text: str
    value: Decimal
    scale: str
    unit: str
    ordinal: bool = False
    before: str = ""
    inside: str = ""
    behind: str = ""
    upper: Decimal | None = None
    precision: int = 0

    @property
    def hedge(self) -> str:
        """The hedging word, wherever it stands."""
        return self.before or self.inside or self.behind

    @property
    def magnitude(self) -> Decimal:
        """Value times scale: 127.4亿 is 12,740,000,000."""
        return self.value * SCALES.get(self.scale, Decimal(1))

    @property
    def significant_digits(self) -> int:
        """How many digits say something: 3 for 127000 and 1.27."""
        return len(self.value.normalize().as_tuple().digits)

    @property
    def half_step(self) -> Decimal:
        """Half a unit of the last printed digit, times scale: what rounding may have hidden."""
        return Decimal(5).scaleb(-self.precision - 1) * SCALES.get(self.scale, Decimal(1))


@cache
def _pattern() -> Pattern:
    scales = "|".join(sorted(SCALES, key=len, reverse=True))
    units = "|".join(re.escape(unit) for unit in sorted(KNOWN_UNITS | {"％"}, key=len, reverse=True))
    number = r"[0-9０-９]+(?:,[0-9]{3})*(?:[.．][0-9０-９]+)?"
    beginning = f"[{''.join(word[0] for word in PREFIXES)}第0-9０-９-]"
    return Pattern(
        rf"(?={beginning})"  # so that most characters are passed over at one look
        rf"(?P<before>{'|'.join(PREFIXES)})?(?P<ordinal>第)?(?P<number>(?:(?<!-)-)?{number})"
        rf"(?:(?P<lowunit>%|‰|(?:{scales}))?(?P<dash>—|–|～|~|至|到|-)(?P<upper>{number}))?"
        rf"(?P<scale>{scales})?(?P<inside>{'|'.join(INFIXES)})?(?P<unit>(?!重[点大要]|部[门委分])(?:{units}))?(?P<behind>{'|'.join(SUFFIXES)})?"
    )


def quantities(text: str) -> list[Quantity]:
    """All Arabic quantities of a text, in order."""
    return [_quantity(match) for match in _pattern().finditer(text)]


def _quantity(match: re.Match[str]) -> Quantity:
    before, behind = match["before"] or "", match["behind"] or ""
    start = match.start() + len(before)
    end = match.end() - len(behind)
    number = _plain(match["number"])
    return Quantity(
        start=start,
        end=end,
        text=match.string[start:end],
        value=Decimal(number),
        scale=match["scale"] or "",
        unit=match["unit"] or "",
        ordinal=bool(match["ordinal"]),
        before=before,
        inside=match["inside"] or "",
        behind=behind,
        upper=Decimal(_plain(match["upper"])) if match["upper"] else None,
        precision=len(number.partition(".")[2]),
    )


_FULL_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")


def _plain(number: str) -> str:
    return number.translate(_FULL_WIDTH).replace(",", "")
