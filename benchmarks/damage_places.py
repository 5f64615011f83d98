"""Damage around figures: scope, figures exchanged, moved, lost and invented, counts, years."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage import NUMBER, Damage, Edit, Maker, Material, Placed, one
from benchmarks.damage_figures import FIGURES
from generator.document import Facet, Kind

SCOPE = re.compile("全市居民|规模以上|全市|全省|省级以上|国家级|省级|市级|全国|中心城区|城镇|农村")


OTHER_SCOPE = {
    "全市": "全省",
    "全省": "全国",
    "规模以上": "限额以上",
    "省级以上": "市级以上",
    "国家级": "省级",
    "省级": "国家级",
    "全国": "全省",
    "城镇": "农村",
    "农村": "城镇",
    "市级": "省级",
}


def scope(material: Material, rng: Random) -> Damage | None:
    """A scope word beside a figure lost."""
    placed = rng.choice(material.numbers(*FIGURES))
    match = _scope_before(material, placed)
    return Damage((Edit(placed.paragraph, match.start(), match.end(), ""),)) if match else None


def scope_changed(material: Material, rng: Random) -> Damage | None:
    """A scope word beside a figure exchanged for another."""
    placed = rng.choice(material.numbers(*FIGURES))
    match = _scope_before(material, placed)
    if match is None or match.group() not in OTHER_SCOPE:
        return None
    return Damage((Edit(placed.paragraph, match.start(), match.end(), OTHER_SCOPE[match.group()]),))


def _scope_before(material: Material, placed: Placed) -> re.Match[str] | None:
    text = material.text(placed.paragraph)
    begin = max(text.rfind(c, 0, placed.start) for c in "，。；、：") + 1
    return SCOPE.search(text, begin, placed.start)


def swap(material: Material, rng: Random) -> Damage | None:
    """Two neighbouring figures exchanged."""
    numbers = material.numbers(*FIGURES)
    at = rng.randrange(len(numbers) - 1)
    if numbers[at].paragraph != numbers[at + 1].paragraph:
        return None
    return _exchanged(numbers[at], numbers[at + 1])


def swap_far(material: Material, rng: Random) -> Damage | None:
    """Two figures exchanged that stand apart."""
    first, second = rng.sample(material.numbers(*FIGURES), 2)
    return _exchanged(first, second)


def _exchanged(first: Placed, second: Placed) -> Damage | None:
    one, two = NUMBER.search(first.run.text), NUMBER.search(second.run.text)
    assert one is not None
    assert two is not None
    if one.group() == two.group():
        return None
    edits = (
        Edit(first.paragraph, first.start + one.start(), first.start + one.end(), two.group()),
        Edit(second.paragraph, second.start + two.start(), second.start + two.end(), one.group()),
    )
    return Damage(edits, (first.run.text, second.run.text))


def number_moved(material: Material, rng: Random) -> Damage | None:
    """A figure that went to another indicator in the paragraph, whose own it displaced."""
    first, second = rng.sample(material.numbers(*FIGURES), 2)
    if first.paragraph != second.paragraph or first.run.text == second.run.text:
        return None
    return Damage((first.replaced(""), second.replaced(first.run.text)), (first.run.text, second.run.text))


def target_lost(material: Material, rng: Random) -> Damage | None:
    """A clause with a target deleted."""
    return _clause_lost(rng.choice(material.numbers(Kind.TARGET)), material)


def figure_lost(material: Material, rng: Random) -> Damage | None:
    """A clause with a result deleted."""
    return _clause_lost(rng.choice(material.numbers(Kind.FIGURE)), material)


def _clause_lost(placed: Placed, material: Material) -> Damage | None:
    begin, end = material.clause(placed)
    text = material.text(placed.paragraph)
    if text[begin - 1 : begin] == "，" and text[end - 1] == "。":
        begin, end = begin - 1, end - 1
    if any(text[begin:end].count(a) != text[begin:end].count(b) for a, b in ("“”", "（）")):
        return None
    lost = [p for p in material.inside(placed.paragraph, begin, end) if p.run.facet is Facet.VALUE and _is_counted(p)]
    return Damage((Edit(placed.paragraph, begin, end, ""),), tuple(p.run.text for p in lost))


def _is_counted(placed: Placed) -> bool:
    return placed.run.kind in (*FIGURES, Kind.PROJECT, Kind.DERIVED)


def number_lost(material: Material, rng: Random) -> Damage | None:
    """A figure deleted, its clause left standing."""
    placed = rng.choice(material.numbers(*FIGURES))
    return one(placed, placed.replaced(""))


INVENTED = (
    "接待游客860万人次，",
    "新增就业岗位3200个，",
    "完成投资56.8亿元，",
    "同比增长9.3%，",
    "惠及群众12万户，",
    "新建站点47处，",
)


def invented(material: Material, rng: Random) -> Damage | None:
    """A clause with a figure that no datum knows."""
    placed = rng.choice(material.numbers(*FIGURES))
    at = material.text(placed.paragraph).find("，", placed.end)
    return Damage((Edit(placed.paragraph, at + 1, at + 1, rng.choice(INVENTED)),)) if at > 0 else None


def count(material: Material, rng: Random) -> Damage | None:
    """A count that its list contradicts."""
    counts = [p for p in material.placed if p.run.kind is Kind.DERIVED and p.run.text[0] in "两双三四五六七八九"]
    if not counts:
        return None
    placed = rng.choice(counts)
    new = rng.choice([c for c in "三四五六" if c != placed.run.text[0]])
    return one(placed, Edit(placed.paragraph, placed.start, placed.start + 1, new))


def year(material: Material, rng: Random) -> Damage | None:
    """A year of a heading or of the text."""
    placed = rng.choice([p for p in material.placed if re.fullmatch(r"20\d\d年", p.run.text)])
    new = str(int(placed.run.text[:4]) + rng.choice([-2, -1, 1, 2]))
    return one(placed, Edit(placed.paragraph, placed.start, placed.start + 4, new))


CLASSES: tuple[Maker, ...] = (
    scope,
    scope_changed,
    swap,
    swap_far,
    number_moved,
    target_lost,
    figure_lost,
    number_lost,
    invented,
    count,
    year,
)
