"""Damage to headings, years, and the parts of a report of any place."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage import Damage, Edit, Maker, Material
from benchmarks.prose_shared import also, at, chosen, found, times

_NUMERALS = "一二三四五六七八九十"


def heading_number(material: Material, rng: Random) -> Damage | None:
    """A heading's number changed."""
    place = chosen(material, rf"^（?(?P<number>[{_NUMERALS}])(?:）|、(?=.{{2,30}}$))", rng)
    if place is None:
        return None
    number, match = place
    new = rng.choice([c for c in _NUMERALS[:9] if c != match["number"]])
    return at(number, *match.span("number"), new)


def heading_lost(material: Material, rng: Random) -> Damage | None:
    """The number of a heading in the middle of its series lost."""
    place = chosen(material, r"^（[二三四五六七]）(?=.)", rng)
    if place is None:
        return None
    later = (
        n for n, t in enumerate(material.paragraphs, 1) if n > place[0] and re.match("（[一二三四五六七八九十]+）", t)
    )
    following = next(later, None)
    if following is None or material.text(following)[1] != _after(place[1].group()[1]):
        return None
    return also(at(place[0], *place[1].span(), ""), following, 0, 3, material)


def _after(numeral: str) -> str:
    return _NUMERALS[_NUMERALS.index(numeral) + 1]


def heading_form(material: Material, rng: Random) -> Damage | None:
    """A heading's mark in another form."""
    place = chosen(material, rf"^（(?P<number>[{_NUMERALS}])）(?=.)", rng)
    if place is None:
        return None
    number, match = place
    n = match["number"]
    return at(number, *match.span(), rng.choice([f"（{n}）、", f"({n})", f"{n}）", f"（{n}", f"（{n}）．"]))


def series_number(material: Material, rng: Random) -> Damage | None:
    """一是, 二是, 四是."""
    place = chosen(material, "(?<=[。；：])(?P<number>[二三四五六])是(?=[一-鿿])", rng)
    if place is None:
        return None
    number, match = place
    before = material.text(number)[: match.start()]
    if _NUMERALS[_NUMERALS.index(match["number"]) - 1] + "是" not in before:
        return None
    return at(number, *match.span("number"), rng.choice([c for c in "二三四五六七八" if c != match["number"]]))


def heading_stop(material: Material, rng: Random) -> Damage | None:
    """A mark behind a heading that is a paragraph."""
    place = chosen(material, rf"^(?:（[{_NUMERALS}]{{1,2}}）|[{_NUMERALS}]{{1,2}}、)[^。；：，]{{4,24}}$", rng)
    return at(place[0], place[1].end(), place[1].end(), rng.choice(["。", "：", "；"])) if place else None


def heading_year(material: Material, rng: Random) -> Damage | None:
    """The year of a part's heading."""
    place = chosen(material, r"^(?:第?[一二三四](?:、|部分).{0,8}?)(?P<year>20\d\d)(?=年)[^。]{0,30}$", rng)
    if place is None:
        return None
    number, match = place
    return at(number, *match.span("year"), str(int(match["year"]) + rng.choice([-2, -1, 1, 2])))


def year_word(material: Material, rng: Random) -> Damage | None:
    """去年 or 明年 for 今年 in what is planned."""
    place = chosen(material, "今年(?=[，我要经是发重全])", rng)
    if place is None or _part(material, place[0]) != "plan":
        return None
    return at(place[0], *place[1].span(), rng.choice(["去年", "明年"]))


def year_in_review(material: Material, rng: Random) -> Damage | None:
    """今年 for 去年 or 过去一年 in the review."""
    place = chosen(material, "过去一年|过去的一年|去年(?=[，我全经])|一年来", rng)
    if place is None or _part(material, place[0]) != "review":
        return None
    return at(place[0], *place[1].span(), "今年" if place[1].group() != "一年来" else "今年来")


def _part(material: Material, number: int) -> str:
    heads = [(n, m) for n, m in found(material, r"^(?:第?[一二三四](?:、|部分)).{0,40}$") if n < number]
    if not heads:
        return ""
    text = heads[-1][1].group()
    if re.search("回顾|工作总结|主要工作", text):
        return "review"
    return "plan" if re.search("安排|要求|任务|重点工作|工作(?:总体)?思路|目标", text) else ""


def restated(material: Material, rng: Random) -> Damage | None:
    """A clause with its figure again in the same paragraph, with another value."""
    place = chosen(
        material,
        r"(?<=[，。；])(?P<lead>[一-鿿]{6,16})(?P<value>[0-9]+\.[0-9])(?P<unit>%|亿元|万亿元|万户)(?=[，。；])",
        rng,
    )
    if place is None or times(material, place[1]["lead"]) > 1:
        return None
    number, match = place
    new = f"{float(match['value']) + rng.choice([0.2, 1, 2]):.1f}"
    end = len(material.text(number))
    return Damage(
        (
            Edit(number, end, end, f"{match['lead']}{new}{match['unit']}。"),
            Edit(number, *match.span("value"), match["value"]),
        )
    )


def sentence_twice(material: Material, rng: Random) -> Damage | None:
    """A sentence pasted at another place."""
    place = chosen(material, "(?<=。)[^。]{16,80}。", rng)
    if place is None:
        return None
    other = rng.choice([n for n, t in enumerate(material.paragraphs, 1) if len(t) > 80])
    end = len(material.text(other))
    if other == place[0]:
        return None
    return also(at(other, end, end, place[1].group()), place[0], *place[1].span(), material)


def paragraph_twice(material: Material, rng: Random) -> Damage | None:
    """A paragraph pasted behind itself."""
    numbers = [n for n, t in enumerate(material.paragraphs, 1) if len(t) > 80 and t.endswith("。")]
    if not numbers:
        return None
    number = rng.choice(numbers)
    text = material.text(number)
    return at(number, len(text), len(text), text)


def submitted_lost(material: Material, rng: Random) -> Damage | None:
    """请予审议 lost."""
    place = chosen(material, "，(?:一并)?请予(?:以)?审议(?=[，。])", rng)
    if place is None or place[0] > 12:
        return None
    damage = at(place[0], *place[1].span(), "")
    return damage if place[0] == 1 else also(damage, 1, 0, 0, material)


CLASSES: tuple[Maker, ...] = (
    heading_number,
    heading_lost,
    heading_form,
    series_number,
    heading_stop,
    heading_year,
    year_word,
    year_in_review,
    restated,
    sentence_twice,
    paragraph_twice,
    submitted_lost,
)
