"""Damage to figures: digits, units, hedges, direction, rank, scope, figures exchanged, lost and invented."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage import NUMBER, Damage, Edit, Maker, Material, Placed
from generator.document import Facet, Kind
from generator.numerals.chinese import to_chinese

FIGURES = (Kind.FIGURE, Kind.TARGET)


def _one(placed: Placed, edit: Edit) -> Damage:
    return Damage((edit,), (placed.run.text,))


def _digit(placed: Placed, rng: Random) -> Damage:
    digits = [m.start() for m in re.finditer(r"\d", placed.run.text)]
    at = rng.choice(digits)
    old = placed.run.text[at]
    new = rng.choice([d for d in "0123456789" if d != old])
    return _one(placed, Edit(placed.paragraph, placed.start + at, placed.start + at + 1, new))


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
    return _one(placed, Edit(placed.paragraph, at, at + 1, new))


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
    return _one(placed, Edit(placed.paragraph, placed.start + i, placed.start + j + 1, new))


def point(material: Material, rng: Random) -> Damage | None:
    """A decimal point lost, or moved."""
    placed = rng.choice([p for p in material.numbers(*FIGURES) if "." in p.run.text])
    at = placed.start + placed.run.text.index(".")
    return _one(placed, Edit(placed.paragraph, at, at + 1, ""))


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
            return _one(placed, Edit(placed.paragraph, placed.end - len(old), placed.end, new))
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
    return _one(placed, Edit(placed.paragraph, placed.end - len(old), placed.end, new))


def in_characters(material: Material, rng: Random) -> Damage | None:
    """A figure in Chinese numerals: 二十家, 百分之五点一."""
    placed = rng.choice([p for p in material.numbers(*FIGURES) if re.fullmatch(r"\d{1,4}(\.\d)?[^\d—.]*", p.run.text)])
    whole, _, part = NUMBER.search(placed.run.text).group().partition(".")  # type: ignore[union-attr]
    words = to_chinese(int(whole)) + ("点" + to_chinese(int(part)) if part else "")
    rest = NUMBER.sub("", placed.run.text, count=1)
    new = "百分之" + words if rest == "%" else words + rest
    return _one(placed, placed.replaced(new))


VAGUE = ("一批", "多个", "数百家", "若干", "大幅", "几十个", "一倍多")


def vague(material: Material, rng: Random) -> Damage | None:
    """A figure replaced by words."""
    placed = rng.choice(material.numbers(*FIGURES))
    return _one(placed, placed.replaced(rng.choice(VAGUE)))


def hedge(material: Material, rng: Random) -> Damage | None:
    """A hedge lost, changed or added."""
    placed = rng.choice(material.numbers(*FIGURES))
    behind = material.text(placed.paragraph)[placed.end : placed.end + 2]
    if behind in ("左右", "以上", "以内"):
        return _one(placed, Edit(placed.paragraph, placed.end, placed.end + 2, rng.choice(["", "以下"])))
    if rng.random() < 0.4:
        return _one(placed, Edit(placed.paragraph, placed.start, placed.start, rng.choice(["约", "近", "超过"])))
    return _one(placed, Edit(placed.paragraph, placed.end, placed.end, rng.choice(["左右", "以上"])))


OPPOSITE = {"增长": "下降", "高于": "低于", "提高": "降低", "减少": "增加", "增加": "减少", "下降": "增长"}


def direction(material: Material, rng: Random) -> Damage | None:
    """增长 for 下降, 高于 for 低于."""
    placed = rng.choice([p for p in material.placed if p.run.facet is Facet.WORD and p.run.text in OPPOSITE])
    return _one(placed, placed.replaced(OPPOSITE[placed.run.text]))


def sign(material: Material, rng: Random) -> Damage | None:
    """A minus before a figure, or 负 before its growth."""
    placed = rng.choice([p for p in material.numbers(*FIGURES) if p.run.text.endswith("%")])
    if rng.random() < 0.5 and material.text(placed.paragraph)[placed.start - 2 : placed.start] == "增长":
        return Damage((Edit(placed.paragraph, placed.start - 2, placed.start - 2, "负"),), ("增长",))
    return _one(placed, Edit(placed.paragraph, placed.start, placed.start, "-"))


def rank(material: Material, rng: Random) -> Damage | None:
    """A rank."""
    placed = rng.choice([p for p in material.placed if re.fullmatch(r"第\d+位|首位", p.run.text)])
    others = ("第二位", "前列", "第2位", "末位")
    new = rng.choice(others) if placed.run.text == "首位" else f"第{int(placed.run.text[1:-1]) + rng.randint(1, 4)}位"
    return _one(placed, placed.replaced(new))


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
    return _one(placed, placed.replaced(""))


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
    return _one(placed, Edit(placed.paragraph, placed.start, placed.start + 1, new))


def year(material: Material, rng: Random) -> Damage | None:
    """A year of a heading or of the text."""
    placed = rng.choice([p for p in material.placed if re.fullmatch(r"20\d\d年", p.run.text)])
    new = str(int(placed.run.text[:4]) + rng.choice([-2, -1, 1, 2]))
    return _one(placed, Edit(placed.paragraph, placed.start, placed.start + 4, new))


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
