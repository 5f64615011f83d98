"""Honest edits of words: synonyms, adverbs, order inside a clause, sentences written anew."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage import Edit, Material, Placed, edited
from benchmarks.damage_figures import FIGURES
from benchmarks.damage_places import SCOPE
from benchmarks.honest_shared import Honest, Paragraphs, any_number, is_free, long_paragraphs, sentences_of
from generator.document import Facet, Kind

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


def synonym(material: Material, rng: Random) -> Paragraphs | None:
    """A word near a figure by another."""
    placed = any_number(material, rng)
    text = material.text(placed.paragraph)
    begin = max(text.rfind(c, 0, placed.start) for c in "。；") + 1
    found = [
        (m, new)
        for old, new in SYNONYMS.items()
        for m in re.finditer(old, text)
        if begin <= m.start() < placed.end + 20
    ]
    found = [(m, new) for m, new in found if is_free(material, placed.paragraph, m.start(), m.end())]
    if not found:
        return None
    match, new = rng.choice(found)
    return edited(material.paragraphs, [Edit(placed.paragraph, match.start(), match.end(), new)])


def adverb(material: Material, rng: Random) -> Paragraphs | None:
    """已, 共, 全年 before a verb, 了 behind it."""
    number = rng.choice(long_paragraphs(material))
    text = material.text(number)
    found = [
        m
        for m in _VERB.finditer(text)
        if is_free(material, number, *m.span()) and text[m.end() : m.end() + 1] not in "细方"
    ]
    if not found:
        return None
    match = rng.choice(found)
    new = rng.choice(("已{}", "共{}", "{}了", "又{}", "相继{}")).format(match.group())
    return edited(material.paragraphs, [Edit(number, match.start(), match.end(), new)])


def growth_word(material: Material, rng: Random) -> Paragraphs | None:
    """增长了5.1%, 增长达5.1%, 达到390家."""
    placed = any_number(material, rng)
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
    placed = any_number(material, rng)
    text = material.text(placed.paragraph)
    begin = max(text.rfind(c, 0, placed.start) for c in "，。；：、") + 1
    match = re.fullmatch("(新增|建成|完成|培育|新建|改造|引进|修复)([^，。；0-9“”]{2,12})", text[begin : placed.start])
    if match is None:
        return None
    return edited(material.paragraphs, [Edit(placed.paragraph, begin, placed.start, match[2] + match[1])])


def head_reworded(material: Material, rng: Random) -> Paragraphs | None:
    """The last word of a head that runs into its paragraph."""
    heads = [
        (n, m)
        for n, text in enumerate(material.paragraphs, start=1)
        if (m := re.match("(?:——|（[一二三四五六七八九]）)?[^，。]{4,16}([^，。]{2})。", text))
    ]
    heads = [(n, m) for n, m in heads if is_free(material, n, *m.span(1))]
    number, match = rng.choice(heads)
    new = rng.choice([word for word in ("增效", "见效", "加力", "提速") if word not in match.group()])
    return edited(material.paragraphs, [Edit(number, match.start(1), match.end(1), new)])


def _reworded(material: Material, rng: Random, label: int) -> Paragraphs | None:
    """A sentence written anew around its figures, each with ``label`` characters before it."""
    placed = any_number(material, rng)
    text = material.text(placed.paragraph)
    span = next(((a, b) for a, b in sentences_of(text)[1:] if a <= placed.start < b), None)
    if span is None:
        return None
    runs = material.inside(placed.paragraph, *span)
    if any(p.run.kind in (Kind.PROJECT, Kind.DERIVED) or re.search("第|首位", p.run.text) for p in runs):
        return None
    told = []
    for p in (
        p for p in runs if p.run.facet is Facet.VALUE and (re.search(r"\d", p.run.text) or p.run.kind in FIGURES)
    ):
        words = _label(material, p, label)
        behind = re.match("左右|以上|以内|以下", text[p.end :])
        hedge = None if label else re.search("(?:超过|突破|达到|约|近|超|逾|不低于)$", text[: p.start])
        told.append(words + (hedge.group() if hedge else "") + p.run.text + (behind.group() if behind else ""))
    if any(words.count("（") != words.count("）") for words in told):
        return None
    opening = rng.choice(("据有关部门介绍", "从实际成效来看", "在各方共同努力下", "对照年度任务清单"))
    closing = rng.choice(("好于往年同期", "完成情况良好", "群众反响积极", "各项任务落到实处"))
    return edited(material.paragraphs, [Edit(placed.paragraph, *span, f"{opening}，{'，'.join(told)}，{closing}。")])


def _label(material: Material, placed: Placed, length: int) -> str:
    """So many characters before a run in its clause, and more where they would cut a name or a word of scope.

    What stands before another figure is that one's, or it would be said twice.
    """
    text = material.text(placed.paragraph)
    clause = max(text.rfind(c, 0, placed.start) for c in "，。；、：“”（") + 1
    figures = (p for p in material.inside(placed.paragraph, clause, placed.start) if p.run.facet is Facet.VALUE)
    clause = max((p.end for p in figures if p.end <= placed.start), default=clause)
    begin = max(clause, placed.start - length)
    cut = [p.start for p in material.inside(placed.paragraph, begin, begin + 1) if p.start < begin]
    scopes = [m.start() for m in SCOPE.finditer(text, clause, placed.start)] if length else []
    return text[min([begin, *cut, *scopes]) : placed.start]


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
    head_reworded,
    heavily_reworded,
    wholly_reworded,
)
