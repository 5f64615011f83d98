"""Honest edits of order: clauses, sentences, paragraphs and list items moved, split, joined, added and dropped."""

from __future__ import annotations

import itertools
import re
from random import Random

from benchmarks.damage import Edit, Material, edited
from benchmarks.honest_shared import OPENS, Honest, Paragraphs, any_number, is_free, long_paragraphs, sentences_of
from generator.document import Kind

_FREE = (
    "广大群众的获得感进一步增强。",
    "各项工作有序有力推进。",
    "发展环境更加优化。",
    "部门协同更加顺畅。",
    "工作机制更加完善。",
)


def clauses_reordered(material: Material, rng: Random) -> Paragraphs | None:
    """Two clauses of a sentence exchanged, neither of which leans on another."""
    number = rng.choice(long_paragraphs(material))
    text = material.text(number)
    start, end = rng.choice(sentences_of(text))
    parts = [m.span() for m in re.finditer("[^，；：]+", text[start : end - 1])]
    choices = [
        (a, b)
        for a, b in itertools.pairwise(parts)
        if a[0] > 0
        and not any(
            OPENS.match(text, start + p[0]) or re.search("[“”（）]", text[start + p[0] : start + p[1]]) for p in (a, b)
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
    number = rng.choice(long_paragraphs(material))
    text = material.text(number)
    spans = sentences_of(text)[1:]
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
    number = rng.choice(long_paragraphs(material))
    spans = sentences_of(material.text(number))
    if len(spans) < 3:
        return None
    at = spans[rng.randrange(1, len(spans) - 1)][1]
    return tuple("\n".join(edited(material.paragraphs, [Edit(number, at, at, "\n")])).split("\n"))


def paragraphs_merged(material: Material, rng: Random) -> Paragraphs | None:
    """A paragraph run on into the one before."""
    plain = [
        n for n in long_paragraphs(material) if n > 1 and _is_plain(material.text(n)) and len(material.text(n - 1)) > 60
    ]
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
    placed = any_number(material, rng)
    text = material.text(placed.paragraph)
    at = text.find(old, placed.end, placed.end + 60)
    if at < 0 or at == len(text) - 1 or text[:at].count("“") != text[:at].count("”") or OPENS.match(text, at + 1):
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
        for a, b in itertools.pairwise(projects)
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
    number = rng.choice(long_paragraphs(material))
    _, end = rng.choice(sentences_of(material.text(number))[1:] or [(0, 0)])
    return edited(material.paragraphs, [Edit(number, end, end, rng.choice(_FREE))]) if end else None


def sentence_dropped(material: Material, rng: Random) -> Paragraphs | None:
    """A sentence without any datum."""
    number = rng.choice(long_paragraphs(material))
    text = material.text(number)
    spans = [
        (a, b)
        for a, b in sentences_of(text)[1:]
        if is_free(material, number, a, b)
        and not re.search("[一二三四五六七八九十两]是|主要|以下|感谢|[“”]", text[a:b])
        and b - a > 12
    ]
    if not spans:
        return None
    start, end = rng.choice(spans)
    return edited(material.paragraphs, [Edit(number, start, end, "")])


def sentence_moved(material: Material, rng: Random) -> Paragraphs | None:
    """A sentence with a figure to another paragraph of its part."""
    placed = any_number(material, rng)
    spans = sentences_of(material.text(placed.paragraph))
    span = next(((a, b) for a, b in spans[1:] if a <= placed.start < b), None)
    return _cut(material, rng, placed.paragraph, span) if span and len(spans) > 2 else None


def clause_moved(material: Material, rng: Random) -> Paragraphs | None:
    """A clause with a figure, as a sentence of its own, to another paragraph of its part."""
    placed = any_number(material, rng)
    text = material.text(placed.paragraph)
    begin, end = material.clause(placed)
    if text[begin - 1 : begin] != "，" or text[end - 1] != "，" or OPENS.match(text, begin) or OPENS.match(text, end):
        return None
    return _cut(material, rng, placed.paragraph, (begin, end))


def _cut(material: Material, rng: Random, number: int, span: tuple[int, int]) -> Paragraphs | None:
    low, high = next((r for r in _part_ranges(material) if r[0] <= number < r[1]), (0, 0))
    others = [n for n in range(low, high) if n != number and len(material.text(n)) > 60]
    if not others:
        return None
    text = material.text(number)[slice(*span)].rstrip("，。；") + "。"
    if any(text.count(mark) != text.count(closer) for mark, closer in ("“”", "（）", "《》")):
        return None
    target = rng.choice(others)
    _, end = rng.choice(sentences_of(material.text(target)) or [(0, 0)])
    return edited(material.paragraphs, [Edit(number, *span, ""), Edit(target, end, end, text)]) if end else None


KINDS: tuple[Honest, ...] = (
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
    sentence_moved,
    clause_moved,
)
