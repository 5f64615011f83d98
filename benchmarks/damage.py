"""Random, seeded damage to a report's text: one wrong thing at a known place, by class.

Each class is a function from the paragraphs (with what their figures are) to one damaged copy; the classes are those
that an office fears: a digit, a unit, a hedge, a direction, a rank, two figures swapped, a target lost, and so on.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.document import Document, Facet, FigureRun, Kind, Runs, paragraphs_of, text_of

NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters ``start`` to ``end`` of paragraph ``paragraph`` (from 1) replaced."""

    paragraph: int
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Damage:
    """One fault: its class and the edits that make it.  The first edit's place is where a finding is expected."""

    name: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure's run and its place (characters from 0)."""

    run: FigureRun
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Material:
    """A report's text to be damaged."""

    paragraphs: tuple[str, ...]
    placed: tuple[Placed, ...]

    @classmethod
    def of(cls, document: Document) -> Material:
        """The text form of a document."""
        lines = list(paragraphs_of(document))
        placed = [p for number, runs in enumerate(lines, start=1) for p in _placed(runs, number)]
        return cls(tuple(text_of(runs) for runs in lines), tuple(placed))

    def numbers(self, *kinds: Kind) -> list[Placed]:
        """Runs that print an Arabic number."""
        return [
            p
            for p in self.placed
            if p.run.facet is Facet.VALUE and NUMBER.search(p.run.text) and (not kinds or p.run.kind in kinds)
        ]


def _placed(runs: Runs, paragraph: int) -> Iterator[Placed]:
    offset = 0
    for run in runs:
        if isinstance(run, FigureRun):
            yield Placed(run, paragraph, offset, offset + len(run.text))
        offset += len(run.text)


Maker = Callable[[Material, random.Random], tuple[Edit, ...] | None]

FIGURES = (Kind.FIGURE, Kind.TARGET)


def digit(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """One digit of a figure."""
    return _digit(rng.choice(material.numbers(*FIGURES)), rng)


def digit_elsewhere(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """One digit of a project's amount, a derived value or a term."""
    return _digit(rng.choice(material.numbers(Kind.PROJECT, Kind.DERIVED, Kind.TERM)), rng)


def _digit(placed: Placed, rng: random.Random) -> tuple[Edit, ...]:
    digits = [m.start() for m in re.finditer(r"\d", placed.run.text)]
    at = rng.choice(digits)
    old = placed.run.text[at]
    new = rng.choice([d for d in "0123456789" if d != old])
    return (Edit(placed.paragraph, placed.start + at, placed.start + at + 1, new),)


def digit_lost(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A digit dropped or doubled."""
    placed = rng.choice(material.numbers(*FIGURES))
    digits = [m.start() for m in re.finditer(r"\d", placed.run.text)]
    at = placed.start + rng.choice(digits)
    keep = material.paragraphs[placed.paragraph - 1][at]
    if len(digits) > 1 and rng.random() < 0.5:
        return (Edit(placed.paragraph, at, at + 1, ""),)
    return (Edit(placed.paragraph, at, at + 1, keep * 2),)


UNITS = {"亿元": "万元", "万元": "亿元", "万人": "人", "家": "个", "个": "家", "处": "个", "%": "个百分点", "万亩": "亩",
         "公里": "米", "万户": "户", "项": "个", "个百分点": "%", "万千瓦": "千瓦", "套": "户", "所": "家", "人": "万人", "件": "项"}


def unit(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """The unit or scale of a figure."""
    placed = rng.choice(material.numbers(*FIGURES))
    for old, new in UNITS.items():
        if placed.run.text.endswith(old):
            return (Edit(placed.paragraph, placed.end - len(old), placed.end, new),)
    return None


def hedge(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A hedge lost, changed or added."""
    placed = rng.choice(material.numbers(*FIGURES))
    text = material.paragraphs[placed.paragraph - 1]
    behind = text[placed.end : placed.end + 2]
    if behind in ("左右", "以上", "以内"):
        return (Edit(placed.paragraph, placed.end, placed.end + 2, rng.choice(["", "以下"])),)
    return (Edit(placed.paragraph, placed.end, placed.end, rng.choice(["左右", "以上"])),)


OPPOSITE = {"增长": "下降", "高于": "低于", "提高": "降低", "减少": "增加", "增加": "减少", "下降": "增长"}


def direction(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """增长 for 下降, 高于 for 低于."""
    words = [p for p in material.placed if p.run.facet is Facet.WORD and p.run.text in OPPOSITE]
    placed = rng.choice(words)
    return (Edit(placed.paragraph, placed.start, placed.end, OPPOSITE[placed.run.text]),)


def rank(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A rank."""
    ranks = [p for p in material.placed if re.fullmatch(r"第\d+位|首位", p.run.text)]
    placed = rng.choice(ranks)
    new = "第2位" if placed.run.text == "首位" else f"第{int(placed.run.text[1:-1]) + rng.randint(1, 4)}位"
    return (Edit(placed.paragraph, placed.start, placed.end, new),)


SCOPE = re.compile("全市居民|规模以上|全市|全省|省级以上|国家级|省级")


def scope(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A scope word beside a figure lost."""
    placed = rng.choice(material.numbers(*FIGURES))
    text = material.paragraphs[placed.paragraph - 1]
    begin = max(text.rfind(c, 0, placed.start) for c in "，。；、：") + 1
    match = SCOPE.search(text, begin, placed.start)
    return (Edit(placed.paragraph, match.start(), match.end(), ""),) if match else None


def swap(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """Two neighbouring figures exchanged."""
    numbers = material.numbers(*FIGURES)
    at = rng.randrange(len(numbers) - 1)
    first, second = numbers[at], numbers[at + 1]
    if first.paragraph != second.paragraph or first.run.text == second.run.text:
        return None
    one, two = NUMBER.search(first.run.text), NUMBER.search(second.run.text)
    assert one is not None
    assert two is not None
    if one.group() == two.group():
        return None
    return (
        Edit(first.paragraph, first.start + one.start(), first.start + one.end(), two.group()),
        Edit(second.paragraph, second.start + two.start(), second.start + two.end(), one.group()),
    )


def target_lost(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A clause with a target deleted."""
    return _clause_lost(rng.choice(material.numbers(Kind.TARGET)), material)


def figure_lost(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A clause with a result deleted."""
    return _clause_lost(rng.choice(material.numbers(Kind.FIGURE)), material)


def _clause_lost(placed: Placed, material: Material) -> tuple[Edit, ...] | None:
    text = material.paragraphs[placed.paragraph - 1]
    begin = max(text.rfind(c, 0, placed.start) for c in "，。；：") + 1
    ends = [e for c in "，。；" if (e := text.find(c, placed.end)) >= 0]
    if not ends:
        return None
    return (Edit(placed.paragraph, begin, min(ends) + 1, ""),)


INVENTED = ("接待游客860万人次，", "新增就业岗位3200个，", "完成投资56.8亿元，", "同比增长9.3%，", "惠及群众12万户，", "新建站点47处，")


def invented(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A clause with a figure that no datum knows."""
    placed = rng.choice(material.numbers(*FIGURES))
    text = material.paragraphs[placed.paragraph - 1]
    at = text.find("，", placed.end)
    return (Edit(placed.paragraph, at + 1, at + 1, rng.choice(INVENTED)),) if at > 0 else None


COUNT = re.compile(r"(?<=[^、，。]{2}、[^、，。“”]{2})(?<![第十])([三四五六两])(?=(?:项|大|个|类|方|级)[^月年])")


def count(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A count that its list contradicts."""
    counts = [p for p in material.placed if p.run.kind is Kind.DERIVED and p.run.text[0] in "两双三四五六七八九"]
    if not counts:
        return None
    placed = rng.choice(counts)
    new = rng.choice([c for c in "三四五六" if c != placed.run.text[0]])
    return (Edit(placed.paragraph, placed.start, placed.start + 1, new),)


def name(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """One character of a project's or organisation's name."""
    names = [p for p in material.placed if p.run.kind in (Kind.PROJECT, Kind.TERM) and len(p.run.text) >= 4
             and not NUMBER.search(p.run.text) and p.run.facet is Facet.VALUE]
    placed = rng.choice(names)
    at = rng.randrange(1, len(placed.run.text) - 1)
    new = rng.choice([c for c in "华东新城海业农科工大信合力智" if c != placed.run.text[at]])
    return (Edit(placed.paragraph, placed.start + at, placed.start + at + 1, new),)


def name_character_lost(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """One character of a name dropped."""
    names = [p for p in material.placed if p.run.kind in (Kind.PROJECT, Kind.TERM) and len(p.run.text) >= 5
             and not NUMBER.search(p.run.text) and p.run.facet is Facet.VALUE]
    placed = rng.choice(names)
    at = rng.randrange(1, len(placed.run.text) - 1)
    return (Edit(placed.paragraph, placed.start + at, placed.start + at + 1, ""),)


def heading(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A heading's number."""
    heads = [(n, m) for n, text in enumerate(material.paragraphs, start=1) if (m := re.match(r"（([一二三四五六七八九])）", text))]
    number, match = rng.choice(heads)
    new = rng.choice([c for c in "一二三四五六七八九" if c != match[1]])
    return (Edit(number, 1, 2, new),)


def year(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A year of a heading or of the text."""
    years = [p for p in material.placed if re.fullmatch(r"20\d\d年", p.run.text)]
    placed = rng.choice(years)
    new = str(int(placed.run.text[:4]) + rng.choice([-2, -1, 1, 2]))
    return (Edit(placed.paragraph, placed.start, placed.start + 4, new),)


def quote(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A quotation mark or bracket lost."""
    return _lost(material, rng, "“”（）")


def _lost(material: Material, rng: random.Random, signs: str) -> tuple[Edit, ...] | None:
    places = [(n, i) for n, text in enumerate(material.paragraphs, start=1) for i, c in enumerate(text) if c in signs]
    number, at = rng.choice(places)
    return (Edit(number, at, at + 1, ""),)


def half_width(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A half-width comma in Chinese."""
    places = [(n, i) for n, text in enumerate(material.paragraphs, start=1) for i, c in enumerate(text) if c in "，；："]
    number, at = rng.choice(places)
    return (Edit(number, at, at + 1, {"，": ",", "；": ";", "：": ":"}[material.paragraphs[number - 1][at]]),)


def doubled_stop(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """。 twice, or ，。."""
    places = [(n, i) for n, text in enumerate(material.paragraphs, start=1) for i, c in enumerate(text) if c == "。"]
    number, at = rng.choice(places)
    return (Edit(number, at, at + 1, rng.choice(["。。", "，。", "。，"])),)


def doubled_word(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A word typed twice."""
    words = ("推进", "建设", "加快", "发展", "实施", "项目", "提升", "企业", "开展", "完成")
    places = [(n, m.start(), m.group()) for n, text in enumerate(material.paragraphs, start=1)
              for m in re.finditer("|".join(words), text)]
    number, at, text = rng.choice(places)
    return (Edit(number, at, at, text),)


def leftover(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """XX, 【待核】 and the like left in the text."""
    placed = rng.choice(material.numbers(*FIGURES))
    text = rng.choice(["【待核】", "XX", "××", "（待补）", "【请发改委核实】", "{{ gdp }}", "？？"])
    return (Edit(placed.paragraph, placed.end, placed.end, text),)


PHRASES = (
    ("两个确立", "两个维护"), ("新时代中国特色社会主义思想", "新时代特色社会主义思想"), ("以习近平同志为核心", "以习近平同志为中心"),
    ("稳中求进、以进促稳", "以进促稳、稳中求进"), ("完整、准确、全面", "准确、完整、全面"), ("省委、省政府和市委", "市委和省委、省政府"),
    ("踔厉奋发", "踔历奋发"), ("市人大、市政协", "市政协、市人大"), ("党中央、国务院", "国务院、党中央"), ("二十届二中全会", "20届2中全会"),
)


def phrase(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A set phrase, a title, an order of organs."""
    right, wrong = rng.choice(PHRASES)
    places = [(n, m.start()) for n, text in enumerate(material.paragraphs, start=1) for m in re.finditer(right, text)]
    if not places:
        return None
    number, at = rng.choice(places)
    return (Edit(number, at, at + len(right), wrong),)


def numeral_style(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """Full-width digits, a space in a number, ％, 约…左右, % for 百分点."""
    placed = rng.choice(material.numbers(*FIGURES))
    match = NUMBER.search(placed.run.text)
    assert match is not None
    digits = match.group()
    start = placed.start + match.start()
    choice = rng.randrange(3)
    if choice == 0:
        new = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in digits)
    elif choice == 1 and len(digits) > 1:
        new = f"{digits[:1]} {digits[1:]}"
    else:
        new = f"{digits} "
    return (Edit(placed.paragraph, start, start + len(digits), new),)


def duplicate(material: Material, rng: random.Random) -> tuple[Edit, ...] | None:
    """A sentence pasted twice."""
    number = rng.choice([n for n, t in enumerate(material.paragraphs, start=1) if t.count("。") > 3])
    text = material.paragraphs[number - 1]
    stops = [m.end() for m in re.finditer("。", text)]
    at = rng.randrange(len(stops) - 1)
    sentence = text[stops[at] : stops[at + 1]]
    return (Edit(number, stops[at + 1], stops[at + 1], sentence),) if len(sentence) > 10 else None


CLASSES: tuple[Maker, ...] = (
    digit, digit_elsewhere, digit_lost, unit, hedge, direction, rank, scope, swap, target_lost, figure_lost, invented, count,
    name, name_character_lost, heading, year, quote, half_width, doubled_stop, doubled_word, leftover, phrase, numeral_style,
    duplicate,
)


def damages(material: Material, seed: int, per_class: int) -> Iterator[Damage]:
    """Up to ``per_class`` different damages of each class, the same for the same seed."""
    for maker in CLASSES:
        rng = random.Random(f"{seed}/{maker.__name__}")  # noqa: S311 - reproducible, not secret
        seen: set[tuple[Edit, ...]] = set()
        for _ in range(per_class * 6):
            if len(seen) == per_class:
                break
            edits = maker(material, rng)
            if edits is not None and edits not in seen:
                seen.add(edits)
                yield Damage(maker.__name__, edits)


def damaged(paragraphs: tuple[str, ...], damage: Damage) -> tuple[str, ...]:
    """The paragraphs with the damage done."""
    result = list(paragraphs)
    for edit in sorted(damage.edits, key=lambda e: (e.paragraph, e.start), reverse=True):
        text = result[edit.paragraph - 1]
        result[edit.paragraph - 1] = text[: edit.start] + edit.replacement + text[edit.end :]
    return tuple(result)
