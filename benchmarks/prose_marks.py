"""Damage to marks, numerals and spaces in a report of any place."""

from __future__ import annotations

from random import Random

from benchmarks.damage import Damage, Maker, Material
from benchmarks.prose_shared import at, chosen, planted

_HAN = "[一-鿿]"
_AMOUNT = r"(?<![0-9.\-—~A-Za-z年第])(?P<whole>[0-9]+)(?P<part>\.[0-9]+)?(?=[%亿万个家项户人公座所亩])"


def _one(material: Material, rng: Random, pattern: str, new: dict[str, str] | str) -> Damage | None:
    place = chosen(material, pattern, rng)
    if place is None:
        return None
    number, match = place
    return at(number, *match.span(), new if isinstance(new, str) else new[match.group()])


def quote_lost(material: Material, rng: Random) -> Damage | None:
    """One of a pair of marks lost."""
    return _one(material, rng, "[“”（）《》]", "")


def quote_turned(material: Material, rng: Random) -> Damage | None:
    """A mark of a pair turned round, or of another kind."""
    return _one(material, rng, "[“”]", {"“": rng.choice(["”", "‘", '"']), "”": rng.choice(["“", "’", '"'])})


def bracket_mixed(material: Material, rng: Random) -> Damage | None:
    """A half-width bracket in a pair."""
    return _one(material, rng, "[（）](?![一二三四五六七八九十]{1,2}）)", {"（": "(", "）": ")"})


def half_width(material: Material, rng: Random) -> Damage | None:
    """A half-width mark between Chinese."""
    signs = {"，": ",", "；": ";", "：": ":", "！": "!", "。": "."}
    return _one(material, rng, f"(?<={_HAN})[，；：！。](?={_HAN})", signs)


def mark_doubled(material: Material, rng: Random) -> Damage | None:
    """A mark twice, or two in a row."""
    return _one(material, rng, f"(?<={_HAN})[，。；]", rng.choice(["，，", "。。", "，。", "。，", "；；", "，、"]))


def middle_dot(material: Material, rng: Random) -> Damage | None:
    """Another dot for the middle dot of a name."""
    return _one(material, rng, f"(?<={_HAN})·(?={_HAN})", rng.choice([".", "•", "・"]))


def space(material: Material, rng: Random) -> Damage | None:
    """A space between Chinese characters."""
    return _one(material, rng, f"(?<={_HAN}{{4}})(?={_HAN}{{4}})", rng.choice([" ", "\u3000", "  "]))


def dash(material: Material, rng: Random) -> Damage | None:
    """A dash of another length or kind."""
    return _one(material, rng, "——", rng.choice(["—", "--", "－－", "———", "──"]))


def end_lost(material: Material, rng: Random) -> Damage | None:
    """The mark at the end of a long paragraph lost."""
    place = chosen(material, "(?<=.{40})。$", rng)
    return at(place[0], *place[1].span(), "") if place else None


def document_number(material: Material, rng: Random) -> Damage | None:
    """A document's number in other brackets."""
    left, right = rng.choice([("（", "）"), ("[", "]"), ("【", "】"), ("(", ")")])
    return planted(material, rng, f"落实国发{left}2024{right}{rng.randint(1, 40)}号文件。")


def full_width(material: Material, rng: Random) -> Damage | None:
    """Full-width digits."""
    place = chosen(material, _AMOUNT, rng)
    if place is None:
        return None
    number, match = place
    return at(number, *match.span("whole"), "".join(chr(ord(c) + 0xFEE0) for c in match["whole"]))


def broken(material: Material, rng: Random) -> Damage | None:
    """A number broken: 127. 4, 5..1, 1,2345, 12.3.4."""
    place = chosen(material, r"(?<![0-9.])[0-9]{1,4}\.[0-9]+(?=[%亿万])", rng)
    if place is None:
        return None
    number, match = place
    point = match.start() + match.group().index(".")
    new = rng.choice([". ", "..", "。", "，", " .", ".."])
    return at(number, point, point + 1, new)


def thousands(material: Material, rng: Random) -> Damage | None:
    """Separators at the wrong place, or in one number only."""
    place = chosen(material, "(?<![0-9.年第A-Za-z])(?P<head>[1-9])[0-9]{3}(?=[个家项户亿万公])", rng)
    if place is None:
        return None
    number, match = place
    where = match.start() + rng.choice([1, 1, 2])
    return at(number, where, where, rng.choice([",", "，"]))


def spaced_number(material: Material, rng: Random) -> Damage | None:
    """A space in a number or behind it."""
    place = chosen(material, _AMOUNT, rng)
    if place is None:
        return None
    number, match = place
    where = match.end() if len(match["whole"]) == 1 or rng.random() < 0.5 else match.start() + 1
    return at(number, where, where, " ")


_SYMBOLS = {"公里": "km", "平方米": "㎡", "吨": "t", "平方公里": "km²", "立方米": "m³", "千瓦": "kW", "公顷": "hm²"}


def unit_symbol(material: Material, rng: Random) -> Damage | None:
    """A unit's symbol for its name."""
    return _one(material, rng, "(?<=[0-9万亿])(?:平方公里|公里|平方米|立方米|吨|千瓦|公顷)", _SYMBOLS)


def unit_twice(material: Material, rng: Random) -> Damage | None:
    """A unit twice, or lost its number."""
    place = chosen(material, r"(?<=[0-9])(?:亿元|万人|万户|个百分点|%|亿|万亩)", rng)
    return at(place[0], place[1].end(), place[1].end(), place[1].group()[-1]) if place else None


def number_lost(material: Material, rng: Random) -> Damage | None:
    """A number lost before its unit."""
    place = chosen(material, r"(?<=[增长达到为高降至])[0-9]+\.[0-9]+(?=%|亿元|个百分点|万亿元)", rng)
    return at(place[0], *place[1].span(), "") if place else None


CLASSES: tuple[Maker, ...] = (
    quote_lost,
    quote_turned,
    bracket_mixed,
    half_width,
    mark_doubled,
    middle_dot,
    space,
    dash,
    end_lost,
    document_number,
    full_width,
    broken,
    thousands,
    spaced_number,
    unit_symbol,
    unit_twice,
    number_lost,
)
