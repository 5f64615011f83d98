"""Damage to counts, lists, labels and announced headings; no data is needed to see it."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage import Damage, Maker, Material
from benchmarks.prose_shared import also, at, chosen, found

_NUMERALS = "一二三四五六七八九十"
_ITEM = "[^，。；：、“”（）《》和与及等0-9]{2,9}"
_LIST = rf"(?<=[，。；：、])(?P<first>{_ITEM})(?P<more>(?:、{_ITEM}){{1,5}})"
_NOUNS = "(?:项|大|个|类|条|种|方面)"
_OTHER_ITEMS = ("数字经济", "现代物流", "文化旅游", "城市更新")


def _another(numeral: str, rng: Random) -> str:
    number = _NUMERALS.index("二" if numeral == "两" else numeral) + 1
    return rng.choice([_NUMERALS[n - 1] if n != 2 else "两" for n in (number - 1, number + 1) if 2 <= n <= 9])


def _lists(material: Material, behind: str) -> list[tuple[int, re.Match[str], int]]:
    """Plain lists with the count of their items behind them."""
    places = []
    for number, match in found(material, _LIST + behind):
        size = match["more"].count("、") + 1
        if match["number"] in (_NUMERALS[size - 1], "两" if size == 2 else ""):
            places.append((number, match, size))
    return places


def list_count(material: Material, rng: Random) -> Damage | None:
    """甲、乙、丙三项 with another count."""
    places = _lists(material, rf"(?:这|共)?(?P<number>[{_NUMERALS}两])(?={_NOUNS})")
    if not places:
        return None
    number, match, _ = rng.choice(places)
    return at(number, *match.span("number"), _another(match["number"], rng))


def list_item_lost(material: Material, rng: Random) -> Damage | None:
    """甲、乙、丙三项 with an item dropped."""
    places = [p for p in _lists(material, rf"(?:这|共)?(?P<number>[{_NUMERALS}两])(?={_NOUNS})") if p[2] > 2]
    if not places:
        return None
    number, match, _ = rng.choice(places)
    begin = match.end("first")
    end = match.string.index("、", begin + 1)
    return also(at(number, begin, end, ""), number, *match.span("number"), material)


def list_item_added(material: Material, rng: Random) -> Damage | None:
    """甲、乙、丙三项 with an item more."""
    places = _lists(material, rf"(?:这|共)?(?P<number>[{_NUMERALS}两])(?={_NOUNS})")
    if not places:
        return None
    number, match, _ = rng.choice(places)
    damage = at(number, match.end("first"), match.end("first"), "、" + rng.choice(_OTHER_ITEMS))
    return also(damage, number, *match.span("number"), material)


def list_label(material: Material, rng: Random) -> Damage | None:
    """甲、乙、丙“三大行动” with another numeral."""
    places = _lists(material, rf"“(?P<number>[{_NUMERALS}两])(?={_NOUNS}[^”]{{1,6}}”)")
    if not places:
        return None
    number, match, _ = rng.choice(places)
    return at(number, *match.span("number"), _another(match["number"], rng))


def both_label(material: Material, rng: Random) -> Damage | None:
    """甲、乙“双下降” with a third item, or 三 for 双."""
    change = "(?:下降|增长|提升|丰收|突破|达标|提高|改善)"
    place = chosen(material, rf"(?<=[，。；])(?P<first>{_ITEM})、{_ITEM}(?:实现)?“?(?P<number>双){change}”?", rng)
    if place is None:
        return None
    number, match = place
    if rng.random() < 0.5:
        return at(number, *match.span("number"), "三")
    damage = at(number, match.end("first"), match.end("first"), "、信访总量")
    return also(damage, number, *match.span("number"), material)


def etc_count(material: Material, rng: Random) -> Damage | None:
    """甲、乙、丙等2个: fewer than are listed."""
    behind = r"等(?P<number>[0-9]{1,3}|[二三四五六七八九十]+)(?P<unit>个|家|项|件|大|条|类|所|处|座)"
    places = [p for p in found(material, _LIST + behind) if p[1]["more"].count("、") >= 2]
    if not places:
        return None
    number, match = rng.choice(places)
    new = match["more"].count("、")
    digits = match["number"].isdigit()
    return at(number, *match.span("number"), str(new) if digits else "两" if new == 2 else _NUMERALS[new - 1])


def announced(material: Material, rng: Random) -> Damage | None:
    """重点抓好以下八个方面 before other than eight headings."""
    place = chosen(
        material, "(?:以下|做好|抓好|抓实|办好)(?P<number>[三四五六七八九十]{1,2})(?=个方面|方面|项|件|大)", rng
    )
    if place is None or not place[1].string.rstrip("。：:").endswith(("工作", "方面", "任务", "实事", "：")):
        return None
    number, match = place
    if number == len(material.paragraphs) or not re.match("（?一[）、是]|1[.．]", material.text(number + 1)):
        return None
    word = match["number"]
    new = rng.choice([n for n in ("六", "七", "八", "九", "十", "十一") if n != word])
    return at(number, *match.span("number"), new)


def label_numeral(material: Material, rng: Random) -> Damage | None:
    """A quoted label that stands twice, with another numeral at one of its places."""
    places = found(material, rf"“(?P<label>[^“”，。、；0-9]*?(?P<number>[{_NUMERALS}两])[^“”，。、；0-9]*)”")
    often: dict[str, int] = {}
    for _, match in places:
        often[match["label"]] = often.get(match["label"], 0) + 1
    places = [p for p in places if often[p[1]["label"]] > 1 and not re.fullmatch("[一二]?十[一-九]五", p[1]["label"])]
    if not places:
        return None
    number, match = rng.choice(places)
    new = rng.choice([c for c in "三四五六七八九" if c != match["number"]])
    damage = at(number, *match.span("number"), new)
    others = [(n, m) for n, m in places if m["label"] == match["label"] and (n, m.span()) != (number, match.span())]
    if len(others) > 1:
        return damage
    return also(damage, others[0][0], *others[0][1].span("number"), material)  # two places: either may be the wrong one


CLASSES: tuple[Maker, ...] = (
    list_count,
    list_item_lost,
    list_item_added,
    list_label,
    both_label,
    etc_count,
    announced,
    label_numeral,
)
