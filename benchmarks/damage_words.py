"""Damage to names, headings, marks, phrases and style."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage import NUMBER, Damage, Edit, Maker, Material, Placed
from generator.document import Facet, Kind


def _any(paragraph: int, start: int, end: int, replacement: str) -> Damage:
    return Damage((Edit(paragraph, start, end, replacement),))


def _all(material: Material, pattern: str) -> list[tuple[int, re.Match[str]]]:
    return [(n, m) for n, text in enumerate(material.paragraphs, start=1) for m in re.finditer(pattern, text)]


def _names(material: Material, least: int) -> list[Placed]:
    return [
        p
        for p in material.placed
        if p.run.kind in (Kind.PROJECT, Kind.TERM)
        and len(p.run.text) >= least
        and not NUMBER.search(p.run.text)
        and p.run.facet is Facet.VALUE
    ]


def name(material: Material, rng: Random) -> Damage | None:
    """One character of a project's or organisation's name."""
    placed = rng.choice(_names(material, 4))
    at = rng.randrange(1, len(placed.run.text) - 1)
    new = rng.choice([c for c in "华东新城海业农科工大信合力智" if c != placed.run.text[at]])
    return _any(placed.paragraph, placed.start + at, placed.start + at + 1, new)


def name_character_lost(material: Material, rng: Random) -> Damage | None:
    """One character of a name dropped."""
    placed = rng.choice(_names(material, 5))
    at = rng.randrange(1, len(placed.run.text) - 1)
    return _any(placed.paragraph, placed.start + at, placed.start + at + 1, "")


def name_turned(material: Material, rng: Random) -> Damage | None:
    """Two characters of a name exchanged."""
    placed = rng.choice(_names(material, 4))
    text = placed.run.text
    at = rng.randrange(len(text) - 1)
    if text[at] == text[at + 1]:
        return None
    return _any(placed.paragraph, placed.start + at, placed.start + at + 2, text[at + 1] + text[at])


def project_lost(material: Material, rng: Random) -> Damage | None:
    """A project dropped from its list."""
    placed = rng.choice(
        [p for p in material.values(Kind.PROJECT) if len(p.run.text) > 3 and not NUMBER.match(p.run.text)]
    )
    text = material.text(placed.paragraph)
    if text[placed.end : placed.end + 1] != "、":
        return None
    edit = Edit(placed.paragraph, placed.start, placed.end + 1, "")
    return Damage((edit,), (placed.run.text,))


def heading(material: Material, rng: Random) -> Damage | None:
    """A heading's number."""
    number, match = rng.choice(_all(material, r"^（([一二三四五六七八九])）"))
    new = rng.choice([c for c in "一二三四五六七八九" if c != match[1]])
    return _any(number, 1, 2, new)


def heading_year(material: Material, rng: Random) -> Damage | None:
    """The year of a part's heading."""
    number, match = rng.choice(_all(material, r"^[一二三]、(20\d\d)年"))
    return _any(number, match.start(1), match.end(1), str(int(match[1]) + rng.choice([-2, -1, 1, 2])))


def quote(material: Material, rng: Random) -> Damage | None:
    """A quotation mark or bracket lost."""
    number, match = rng.choice(_all(material, "[“”（）《》]"))
    return _any(number, match.start(), match.end(), "")


def half_width(material: Material, rng: Random) -> Damage | None:
    """A half-width comma in Chinese."""
    number, match = rng.choice(_all(material, "[，；：]"))
    return _any(number, match.start(), match.end(), {"，": ",", "；": ";", "：": ":"}[match.group()])


def doubled_stop(material: Material, rng: Random) -> Damage | None:
    """。 twice, or ，。."""
    number, match = rng.choice(_all(material, "。"))
    return _any(number, match.start(), match.end(), rng.choice(["。。", "，。", "。，"]))


def doubled_word(material: Material, rng: Random) -> Damage | None:
    """A word typed twice."""
    number, match = rng.choice(_all(material, "推进|建设|加快|发展|实施|项目|提升|企业|开展|完成"))
    return _any(number, match.start(), match.start(), match.group())


LEFTOVERS = ("【待核】", "XX", "××", "（待补）", "【请发改委核实】", "{{ gdp }}", "？？")


def leftover(material: Material, rng: Random) -> Damage | None:
    """XX, 【待核】 and the like left in the text."""
    placed = rng.choice(material.numbers(Kind.FIGURE, Kind.TARGET))
    return _any(placed.paragraph, placed.end, placed.end, rng.choice(LEFTOVERS))


PHRASES = (
    ("两个确立", "两个维护"),
    ("新时代中国特色社会主义思想", "新时代特色社会主义思想"),
    ("以习近平同志为核心", "以习近平同志为中心"),
    ("稳中求进、以进促稳", "以进促稳、稳中求进"),
    ("完整、准确、全面", "准确、完整、全面"),
    ("省委、省政府和市委", "市委和省委、省政府"),
    ("踔厉奋发", "踔历奋发"),
    ("市人大、市政协", "市政协、市人大"),
    ("党中央、国务院", "国务院、党中央"),
    ("二十届二中全会", "20届2中全会"),
)


def phrase(material: Material, rng: Random) -> Damage | None:
    """A set phrase, a title, an order of organs."""
    right, wrong = rng.choice(PHRASES)
    places = _all(material, right)
    if not places:
        return None
    number, match = rng.choice(places)
    return _any(number, match.start(), match.end(), wrong)


def numeral_style(material: Material, rng: Random) -> Damage | None:
    """Full-width digits, a space in a number or behind it."""
    placed = rng.choice(material.numbers(Kind.FIGURE, Kind.TARGET))
    match = NUMBER.search(placed.run.text)
    assert match is not None
    digits, start = match.group(), placed.start + match.start()
    choice = rng.randrange(3)
    if choice == 0:
        new = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in digits)
    else:
        new = f"{digits[:1]} {digits[1:]}" if choice == 1 and len(digits) > 1 else f"{digits} "
    return _any(placed.paragraph, start, start + len(digits), new)


def duplicate(material: Material, rng: Random) -> Damage | None:
    """A sentence pasted twice."""
    number = rng.choice([n for n, t in enumerate(material.paragraphs, start=1) if t.count("。") > 3])
    text = material.text(number)
    stops = [m.end() for m in re.finditer("。", text)]
    at = rng.randrange(len(stops) - 1)
    sentence = text[stops[at] : stops[at + 1]]
    return _any(number, stops[at + 1], stops[at + 1], sentence) if len(sentence) > 10 else None


CLASSES: tuple[Maker, ...] = (
    name,
    name_character_lost,
    name_turned,
    project_lost,
    heading,
    heading_year,
    quote,
    half_width,
    doubled_stop,
    doubled_word,
    leftover,
    phrase,
    numeral_style,
    duplicate,
)
