"""Honest edits: what a drafter may do to a report without making it wrong, by kind, random and seeded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.damage import Edit, Material, Placed, edited
from benchmarks.damage_figures import FIGURES, SCOPE
from generator.document import Facet, Kind

Paragraphs = tuple[str, ...]
Honest = Callable[[Material, Random], Paragraphs | None]

SYNONYMS = {
    "扎实推进": "稳步推进",
    "统筹推进": "协同推进",
    "建成通车": "竣工通车",
    "获评": "被评为",
    "入选": "成功入选",
    "新开工": "开工建设",
    "同比": "与上年相比",
    "顺利": "圆满",
    "全面完成": "如期完成",
    "成效显著": "成效明显",
    "数量均": "数量都",
    "累计": "总共",
    "竣工": "已竣工",
    "深入开展": "广泛开展",
    "积极": "主动",
    "不断": "持续",
    "大力": "着力",
    "改造提升": "提升改造",
    "新建": "新建成",
    "力争": "争取",
    "举办": "组织举办",
    "推行": "推广实行",
    "实现了": "取得了",
    "引进": "引入",
    "化解": "妥善化解",
    "办理": "办结",
}
"""Safe pairs: outside set phrases and without a change of meaning."""
_VERB = re.compile("新增|建成|完成|新开工|实施|引进|培育|新建|改造|办理|化解|创建|修复|发放|开展|获评|引导")
_OPENS = re.compile(r"(?:居|位居|位列|列|均|占|达|高于|低于|其中|数量|同比|增长|分别|总|获|为|并|以)")
"""Clauses that lean on the one before them."""
_FREE = (
    "广大群众的获得感进一步增强。",
    "各项工作有序有力推进。",
    "发展环境更加优化。",
    "部门协同更加顺畅。",
    "工作机制更加完善。",
)


def _sentences(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer("[^。！？]+[。！？]+[”’）】]*", text)]


def _body(material: Material) -> list[int]:
    return [n for n, text in enumerate(material.paragraphs, start=1) if len(text) > 60]


def _number(material: Material, rng: Random) -> Placed:
    return rng.choice(material.numbers(Kind.FIGURE, Kind.TARGET))


def _free(material: Material, paragraph: int, start: int, end: int) -> bool:
    """Whether no datum meets these characters."""
    return not material.inside(paragraph, start, end)


def synonym(material: Material, rng: Random) -> Paragraphs | None:
    """A word near a figure by another."""
    placed = _number(material, rng)
    text = material.text(placed.paragraph)
    begin = max(text.rfind(c, 0, placed.start) for c in "。；") + 1
    found = [
        (m, new)
        for old, new in SYNONYMS.items()
        for m in re.finditer(old, text)
        if begin <= m.start() < placed.end + 20
    ]
    found = [(m, new) for m, new in found if _free(material, placed.paragraph, m.start(), m.end())]
    if not found:
        return None
    match, new = rng.choice(found)
    return edited(material.paragraphs, [Edit(placed.paragraph, match.start(), match.end(), new)])


def adverb(material: Material, rng: Random) -> Paragraphs | None:
    """已, 共, 全年 before a verb, 了 behind it."""
    number = rng.choice(_body(material))
    text = material.text(number)
    found = [
        m
        for m in _VERB.finditer(text)
        if _free(material, number, *m.span()) and text[m.end() : m.end() + 1] not in "细方"
    ]
    if not found:
        return None
    match = rng.choice(found)
    new = rng.choice(("已{}", "共{}", "{}了", "又{}", "相继{}")).format(match.group())
    return edited(material.paragraphs, [Edit(number, match.start(), match.end(), new)])


def growth_word(material: Material, rng: Random) -> Paragraphs | None:
    """增长了5.1%, 增长达5.1%, 达到390家."""
    placed = _number(material, rng)
    before = material.text(placed.paragraph)[max(0, placed.start - 2) : placed.start]
    if before == "增长":
        return edited(
            material.paragraphs, [Edit(placed.paragraph, placed.start, placed.start, rng.choice(("了", "达", "达到")))]
        )
    if before[-1:] in "业区个、市台场厂镇" and before[-1:]:
        return edited(
            material.paragraphs, [Edit(placed.paragraph, placed.start, placed.start, rng.choice(("达到", "共", "达")))]
        )
    return None


def inverted(material: Material, rng: Random) -> Paragraphs | None:
    """新增高新技术企业390家 as 高新技术企业新增390家."""
    placed = _number(material, rng)
    text = material.text(placed.paragraph)
    begin = max(text.rfind(c, 0, placed.start) for c in "，。；：、") + 1
    match = re.fullmatch("(新增|建成|完成|培育|新建|改造|引进|修复)([^，。；0-9“”]{2,12})", text[begin : placed.start])
    if match is None:
        return None
    return edited(material.paragraphs, [Edit(placed.paragraph, begin, placed.start, match[2] + match[1])])


def clauses_reordered(material: Material, rng: Random) -> Paragraphs | None:
    """Two clauses of a sentence exchanged, neither of which leans on another."""
    number = rng.choice(_body(material))
    text = material.text(number)
    start, end = rng.choice(_sentences(text))
    parts = [m.span() for m in re.finditer("[^，；：]+", text[start : end - 1])]
    choices = [
        (a, b)
        for a, b in zip(parts, parts[1:], strict=False)
        if a[0] > 0
        and not any(
            _OPENS.match(text, start + p[0]) or re.search("[“”（）]", text[start + p[0] : start + p[1]]) for p in (a, b)
        )
        and text[start + a[1]] == "，"
    ]
    if not choices:
        return None
    a, b = rng.choice(choices)
    first, second = text[start + a[0] : start + a[1]], text[start + b[0] : start + b[1]]
    return edited(material.paragraphs, [Edit(number, start + a[0], start + b[1], f"{second}，{first}")])


def sentences_reordered(material: Material, rng: Random) -> Paragraphs | None:
    """Two neighbouring sentences exchanged."""
    number = rng.choice(_body(material))
    text = material.text(number)
    spans = _sentences(text)[1:]
    if len(spans) < 3:
        return None
    at = rng.randrange(len(spans) - 1)
    (a, b), (c, d) = spans[at], spans[at + 1]
    return edited(material.paragraphs, [Edit(number, a, d, text[c:d] + text[a:b])])


def paragraph_moved(material: Material, rng: Random) -> Paragraphs | None:
    """A paragraph that neither is nor opens a section goes before another of its part."""
    parts = _part_ranges(material)
    low, high = rng.choice(parts)
    inside = [n for n in range(low, high) if _is_plain(material.text(n))]
    if len(inside) < 2:
        return None
    source, target = rng.sample(inside, 2)
    lines = list(material.paragraphs)
    text = lines.pop(source - 1)
    lines.insert(target - 1 if target < source else target - 2, text)
    return tuple(lines)


def _is_plain(text: str) -> bool:
    return len(text) > 60 and text[0] not in "（—一二三" and "各位代表" not in text[:5]


def _part_ranges(material: Material) -> list[tuple[int, int]]:
    heads = [n for n, text in enumerate(material.paragraphs, start=1) if re.match("[一二三]、", text)]
    return list(zip([h + 1 for h in heads], [*heads[1:], len(material.paragraphs) + 1], strict=True))


def paragraph_split(material: Material, rng: Random) -> Paragraphs | None:
    """A paragraph broken between two sentences."""
    number = rng.choice(_body(material))
    spans = _sentences(material.text(number))
    if len(spans) < 3:
        return None
    at = spans[rng.randrange(1, len(spans) - 1)][1]
    return tuple("\n".join(edited(material.paragraphs, [Edit(number, at, at, "\n")])).split("\n"))


def paragraphs_merged(material: Material, rng: Random) -> Paragraphs | None:
    """A paragraph run on into the one before."""
    plain = [n for n in _body(material) if n > 1 and _is_plain(material.text(n)) and len(material.text(n - 1)) > 60]
    number = rng.choice(plain)
    lines = list(material.paragraphs)
    lines[number - 2 : number] = [lines[number - 2] + lines[number - 1]]
    return tuple(lines)


def sentence_split(material: Material, rng: Random) -> Paragraphs | None:
    """A comma becomes a stop."""
    return _sign(material, rng, "，", "。")


def sentences_merged(material: Material, rng: Random) -> Paragraphs | None:
    """A stop becomes a comma."""
    return _sign(material, rng, "。", "，")


def _sign(material: Material, rng: Random, old: str, new: str) -> Paragraphs | None:
    placed = _number(material, rng)
    text = material.text(placed.paragraph)
    at = text.find(old, placed.end, placed.end + 60)
    if at < 0 or at == len(text) - 1 or text[:at].count("“") != text[:at].count("”") or _OPENS.match(text, at + 1):
        return None
    if text[text.rfind("。", 0, at) + 1 :][:1] in "（—一二三四五六七八九":
        return None
    return edited(material.paragraphs, [Edit(placed.paragraph, at, at + 1, new)])


def items_reordered(material: Material, rng: Random) -> Paragraphs | None:
    """Two middle items of a list without figures exchanged."""
    return _items(
        material, rng, "(?<=、)([^、，。；“”（）0-9和与及等]{2,12})、([^、，。；“”（）0-9和与及等]{2,12})(?=、)"
    )


def figure_items_reordered(material: Material, rng: Random) -> Paragraphs | None:
    """Two items with figures exchanged."""
    return _items(
        material,
        rng,
        r"(?<=、)([^、，。；“”（）和与及等]{2,14}\d[\d.]*[万亿]?[个家处座项人所套户])、([^、，。；“”（）和与及等]{2,14}\d[\d.]*[万亿]?[个家处座项人所套户])(?=[、，。])",
    )


def projects_reordered(material: Material, rng: Random) -> Paragraphs | None:
    """Two projects of a list exchanged."""
    projects = [p for p in material.values(Kind.PROJECT) if not re.match(r"\d", p.run.text)]
    pairs = [
        (a, b)
        for a, b in zip(projects, projects[1:], strict=False)
        if a.paragraph == b.paragraph and material.text(a.paragraph)[a.end : b.start] == "、"
    ]
    a, b = rng.choice(pairs)
    return edited(material.paragraphs, [Edit(a.paragraph, a.start, b.end, f"{b.run.text}、{a.run.text}")])


def _items(material: Material, rng: Random, pattern: str) -> Paragraphs | None:
    found = [(n, m) for n, text in enumerate(material.paragraphs, start=1) for m in re.finditer(pattern, text)]
    if not found:
        return None
    number, match = rng.choice(found)
    return edited(material.paragraphs, [Edit(number, match.start(), match.end(), f"{match[2]}、{match[1]}")])


def sentence_added(material: Material, rng: Random) -> Paragraphs | None:
    """A sentence without figures."""
    number = rng.choice(_body(material))
    _, end = rng.choice(_sentences(material.text(number))[1:] or [(0, 0)])
    return edited(material.paragraphs, [Edit(number, end, end, rng.choice(_FREE))]) if end else None


def sentence_dropped(material: Material, rng: Random) -> Paragraphs | None:
    """A sentence without any datum."""
    number = rng.choice(_body(material))
    text = material.text(number)
    spans = [
        (a, b)
        for a, b in _sentences(text)[1:]
        if _free(material, number, a, b)
        and not re.search("[一二三四五六七八九十两]是|主要|以下|感谢|[“”]", text[a:b])
        and b - a > 12
    ]
    if not spans:
        return None
    start, end = rng.choice(spans)
    return edited(material.paragraphs, [Edit(number, start, end, "")])


def head_reworded(material: Material, rng: Random) -> Paragraphs | None:
    """The last word of a head that runs into its paragraph."""
    heads = [
        (n, m)
        for n, text in enumerate(material.paragraphs, start=1)
        if (m := re.match("(?:——|（[一二三四五六七八九]）)?[^，。]{4,16}([^，。]{2})。", text))
    ]
    heads = [(n, m) for n, m in heads if _free(material, n, *m.span(1))]
    number, match = rng.choice(heads)
    return edited(
        material.paragraphs, [Edit(number, match.start(1), match.end(1), rng.choice(("增效", "见效", "加力", "提速")))]
    )


def sentence_moved(material: Material, rng: Random) -> Paragraphs | None:
    """A sentence with a figure to another paragraph of its part."""
    placed = _number(material, rng)
    spans = _sentences(material.text(placed.paragraph))
    span = next(((a, b) for a, b in spans[1:] if a <= placed.start < b), None)
    return _cut(material, rng, placed.paragraph, span) if span and len(spans) > 2 else None


def clause_moved(material: Material, rng: Random) -> Paragraphs | None:
    """A clause with a figure, as a sentence of its own, to another paragraph of its part."""
    placed = _number(material, rng)
    text = material.text(placed.paragraph)
    begin, end = material.clause(placed)
    if text[begin - 1 : begin] != "，" or text[end - 1] != "，" or _OPENS.match(text, begin) or _OPENS.match(text, end):
        return None
    return _cut(material, rng, placed.paragraph, (begin, end))


def _cut(material: Material, rng: Random, number: int, span: tuple[int, int]) -> Paragraphs | None:
    low, high = next((r for r in _part_ranges(material) if r[0] <= number < r[1]), (0, 0))
    others = [n for n in range(low, high) if n != number and len(material.text(n)) > 60]
    if not others:
        return None
    text = material.text(number)[slice(*span)].rstrip("，。；") + "。"
    if text.count("“") != text.count("”"):
        return None
    target = rng.choice(others)
    _, end = rng.choice(_sentences(material.text(target)) or [(0, 0)])
    return edited(material.paragraphs, [Edit(number, *span, ""), Edit(target, end, end, text)]) if end else None


def _reworded(material: Material, rng: Random, label: int) -> Paragraphs | None:
    """A sentence written anew around its figures, each with ``label`` characters before it."""
    placed = _number(material, rng)
    text = material.text(placed.paragraph)
    span = next(((a, b) for a, b in _sentences(text)[1:] if a <= placed.start < b), None)
    if span is None:
        return None
    runs = [p for p in material.inside(placed.paragraph, *span)]
    if any(p.run.kind is Kind.PROJECT or re.search("第|首位", p.run.text) for p in runs):
        return None
    told = []
    for p in (
        p for p in runs if p.run.facet is Facet.VALUE and (re.search(r"\d", p.run.text) or p.run.kind in FIGURES)
    ):
        begin = min(
            (other.start for other in runs if other.start < p.start - label < other.end), default=p.start - label
        )
        begin = next((m.start() for m in SCOPE.finditer(text) if m.start() < begin < m.end()), begin)
        words = re.split("[，。；、：“”]", text[max(span[0], begin) : p.start])[-1]
        behind = re.match("左右|以上|以内|以下", text[p.end :])
        hedge = (
            re.search("超过|突破|达到|约|近|超|逾|不低于$", text[max(0, p.start - 2) : p.start]) if not label else None
        )
        told.append(words + (hedge.group() if hedge else "") + p.run.text + (behind.group() if behind else ""))
    opening = rng.choice(("据有关部门介绍", "从实际成效来看", "在各方共同努力下", "对照年度任务清单"))
    closing = rng.choice(("好于往年同期", "完成情况良好", "群众反响积极", "各项任务落到实处"))
    return edited(material.paragraphs, [Edit(placed.paragraph, *span, f"{opening}，{'，'.join(told)}，{closing}。")])


def heavily_reworded(material: Material, rng: Random) -> Paragraphs | None:
    """A sentence written anew around its figures and the words right before them."""
    return _reworded(material, rng, 6)


def wholly_reworded(material: Material, rng: Random) -> Paragraphs | None:
    """A sentence of which only the figures are left."""
    return _reworded(material, rng, 0)


KINDS: tuple[Honest, ...] = (
    synonym,
    adverb,
    growth_word,
    inverted,
    clauses_reordered,
    sentences_reordered,
    paragraph_moved,
    paragraph_split,
    paragraphs_merged,
    sentence_split,
    sentences_merged,
    items_reordered,
    figure_items_reordered,
    projects_reordered,
    sentence_added,
    sentence_dropped,
    head_reworded,
    sentence_moved,
    clause_moved,
    heavily_reworded,
    wholly_reworded,
)


def honest_edits(
    material: Material, seed: int, per_kind: int, names: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Paragraphs]]:
    """Up to ``per_kind`` different texts of each kind (of those named), the same for the same seed."""
    for kind in KINDS:
        if names and kind.__name__ not in names:
            continue
        rng = Random(f"{seed}/{kind.__name__}")  # noqa: S311 - reproducible, not secret
        seen: set[Paragraphs] = set()
        for _ in range(per_kind * 8):
            if len(seen) == per_kind:
                break
            made = kind(material, rng)
            if made is not None and made not in seen and made != material.paragraphs:
                seen.add(made)
                yield kind.__name__, made
