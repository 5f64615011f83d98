"""Damage to figures themselves: digits, units, hedges, direction, rank."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage import NUMBER, Damage, Edit, Maker, Material, Placed, one
from generator.document import Facet, Kind
from generator.numerals.chinese import to_chinese

FIGURES = (Kind.FIGURE, Kind.TARGET)


def _digit(placed: Placed, rng: Random) -> Damage:
    digits = [m.start() for m in re.finditer(r"\d", placed.run.text)]
    at = rng.choice(digits)
    old = placed.run.text[at]
    new = rng.choice([d for d in "0123456789" if d != old])
    return one(placed, Edit(placed.paragraph, placed.start + at, placed.start + at + 1, new))


def digit(material: Material, rng: Random) -> Damage | None:
    """One digit of a figure."""
    return _digit(rng.choice(material.numbers(*FIGURES)), rng)


def digit_elsewhere(material: Material, rng: Random) -> Damage | None:
    """One digit of a project's amount, a derived value or a term."""
    return _digit(rng.choice(material.numbers(Kind.PROJECT, Kind.DERIVED, Kind.TERM)), rng)


def digit_lost(material: Material, rng: Random) -> Damage | None:
    """A digit dropped or doubled."""
    placed = rng.choice(material.numbers(*FIGURES))
    digits = [m.start() for m in re.finditer(r"\d", placed.run.text)]
    at = placed.start + rng.choice(digits)
    keep = material.text(placed.paragraph)[at]
    new = "" if len(digits) > 1 and rng.random() < 0.5 else keep * 2
    return one(placed, Edit(placed.paragraph, at, at + 1, new))


def digits_turned(material: Material, rng: Random) -> Damage | None:
    """Two digits side by side exchanged: 127.4 for 124.7, 12354 for 12345."""
    placed = rng.choice(material.numbers())
    text = placed.run.text
    pairs = [
        (i, j)
        for i in range(len(text))
        for j in (i + 1, i + 2)
        if j < len(text)
        and text[i].isdigit()
        and text[j].isdigit()
        and text[i] != text[j]
        and (j == i + 1 or text[i + 1] == ".")
    ]
    if not pairs:
        return None
    i, j = rng.choice(pairs)
    new = text[j] + text[i + 1 : j] + text[i]
    return one(placed, Edit(placed.paragraph, placed.start + i, placed.start + j + 1, new))


def point(material: Material, rng: Random) -> Damage | None:
    """A decimal point lost, or moved."""
    placed = rng.choice([p for p in material.numbers(*FIGURES) if "." in p.run.text])
    at = placed.start + placed.run.text.index(".")
    return one(placed, Edit(placed.paragraph, at, at + 1, ""))


UNITS = {
    "亿元": "万元",
    "万元": "亿元",
    "万人": "人",
    "家": "个",
    "个": "家",
    "处": "个",
    "%": "个百分点",
    "万亩": "亩",
    "公里": "米",
    "万户": "户",
    "项": "个",
    "个百分点": "%",
    "万千瓦": "千瓦",
    "套": "户",
    "所": "家",
    "人": "万人",
    "件": "项",
}


def unit(material: Material, rng: Random) -> Damage | None:
    """The unit or scale of a figure."""
    placed = rng.choice(material.numbers(*FIGURES))
    for old, new in UNITS.items():
        if placed.run.text.endswith(old):
            return one(placed, Edit(placed.paragraph, placed.end - len(old), placed.end, new))
    return None


UNIT_DRIFTS = (
    ("亿元", "亿"),
    ("万元", "元"),
    ("万人", "万"),
    ("公里", "里"),
    ("平方公里", "公里"),
    ("万亩", "亿亩"),
    ("万户", "万家"),
    ("百分点", "百分比"),
    ("万平方米", "平方米"),
    ("%", "‰"),
    ("亿斤", "万斤"),
    ("万吨", "吨"),
    ("亿元", "美元"),
)


def unit_drift(material: Material, rng: Random) -> Damage | None:
    """A unit by one character."""
    placed = rng.choice(material.numbers(*FIGURES))
    fitting = [pair for pair in UNIT_DRIFTS if placed.run.text.endswith(pair[0])]
    if not fitting:
        return None
    old, new = rng.choice(fitting)
    return one(placed, Edit(placed.paragraph, placed.end - len(old), placed.end, new))


def in_characters(material: Material, rng: Random) -> Damage | None:
    """A figure in Chinese numerals: 二十家, 百分之五点一."""
    placed = rng.choice([p for p in material.numbers(*FIGURES) if re.fullmatch(r"\d{1,4}(\.\d)?[^\d—.]*", p.run.text)])
    whole, _, part = NUMBER.search(placed.run.text).group().partition(".")  # type: ignore[union-attr]
    words = to_chinese(int(whole)) + ("点" + to_chinese(int(part)) if part else "")
    rest = NUMBER.sub("", placed.run.text, count=1)
    new = "百分之" + words if rest == "%" else words + rest
    return one(placed, placed.replaced(new))


VAGUE = ("一批", "多个", "数百家", "若干", "大幅", "几十个", "一倍多")


def vague(material: Material, rng: Random) -> Damage | None:
    """A figure replaced by words."""
    placed = rng.choice(material.numbers(*FIGURES))
    return one(placed, placed.replaced(rng.choice(VAGUE)))


def hedge(material: Material, rng: Random) -> Damage | None:
    """A hedge lost, changed or added."""
    placed = rng.choice(material.numbers(*FIGURES))
    behind = material.text(placed.paragraph)[placed.end : placed.end + 2]
    if behind in ("左右", "以上", "以内"):
        return one(placed, Edit(placed.paragraph, placed.end, placed.end + 2, rng.choice(["", "以下"])))
    if rng.random() < 0.4:
        return one(placed, Edit(placed.paragraph, placed.start, placed.start, rng.choice(["约", "近", "超过"])))
    return one(placed, Edit(placed.paragraph, placed.end, placed.end, rng.choice(["左右", "以上"])))


OPPOSITE = {"增长": "下降", "高于": "低于", "提高": "降低", "减少": "增加", "增加": "减少", "下降": "增长"}


def direction(material: Material, rng: Random) -> Damage | None:
    """增长 for 下降, 高于 for 低于."""
    placed = rng.choice([p for p in material.placed if p.run.facet is Facet.WORD and p.run.text in OPPOSITE])
    return one(placed, placed.replaced(OPPOSITE[placed.run.text]))


def sign(material: Material, rng: Random) -> Damage | None:
    """A minus before a figure, or 负 before its growth."""
    placed = rng.choice([p for p in material.numbers(*FIGURES) if p.run.text.endswith("%")])
    if rng.random() < 0.5 and material.text(placed.paragraph)[placed.start - 2 : placed.start] == "增长":
        return Damage((Edit(placed.paragraph, placed.start - 2, placed.start - 2, "负"),), ("增长",))
    return one(placed, Edit(placed.paragraph, placed.start, placed.start, "-"))


def rank(material: Material, rng: Random) -> Damage | None:
    """A rank."""
    placed = rng.choice([p for p in material.placed if re.fullmatch(r"第\d+位|首位", p.run.text)])
    others = ("第二位", "前列", "第2位", "末位")
    new = rng.choice(others) if placed.run.text == "首位" else f"第{int(placed.run.text[1:-1]) + rng.randint(1, 4)}位"
    return one(placed, placed.replaced(new))


CLASSES: tuple[Maker, ...] = (
    digit,
    digit_elsewhere,
    digit_lost,
    digits_turned,
    point,
    unit,
    unit_drift,
    in_characters,
    vague,
    hedge,
    direction,
    sign,
    rank,
)
