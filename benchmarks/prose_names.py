"""Damage to names and quoted terms that stand twice in a report: by a character, or by a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache, partial
from random import Random

from benchmarks.damage import Damage, Maker, Material
from benchmarks.prose_shared import at, found

_ENDINGS = (
    "工程|基地|项目|通道|高铁|铁路|高速|机场|园区|中心|集团|学院|大学|医院|产业园|行动|计划|方案|规划|示范区|试验区|试点"
    "|实验室|研究院|平台|大会|博览会|论坛|条例|先行区|开发区|新区|走廊|经济带|都市圈|城市群|集群|体系|机制|战略|制度"
)
_NAME = re.compile(rf"[一-鿿0-9A-Za-z·]{{2,16}}?(?:{_ENDINGS})(?![一-鿿]{{0,2}}(?:{_ENDINGS}))")
_BOUNDARY = re.compile(
    "^(?:加快|推进|推动|建设|实施|深入|深化|开展|完善|健全|打造|支持|加强|强化|落实|扎实|持续|全面|全力|积极|高标准|高质量"
    "|启动|建成|开工|完成|组织|优化|建立|构建|制定|出台|抓好|做好|用好|发挥|依托|围绕|聚焦|融入|服务|统筹|参与|举办|办好"
    "|培育|壮大|提升|新增|新建|入选|获批|创建|争创|争取|谋划|布局|规划建设|国家|和|与|及|等|在|对|将|以|把|为|新|大力|稳步|有序|有力|协同|共建|推行|推广|实行|探索|编制|巩固|拓展|发展|一批|一个|个|家|项|条|座|所|处|的|了|是)+"
)
_SOUNDS = (
    "建间见健",
    "程成城承",
    "经京精晶",
    "技计际纪",
    "新心欣兴",
    "业叶液",
    "造灶",
    "智制治质",
    "源原元园",
    "能农",
    "工公功",
    "化华画",
    "信讯",
    "基机积",
    "力利立",
    "平评",
    "地弟",
    "区曲",
    "台态",
    "动东栋",
    "通同",
    "道到",
    "海孩",
    "江将",
    "河合",
    "港岗",
)
_SHAPES = (
    "未末",
    "己已",
    "土士",
    "干千",
    "人入",
    "日曰",
    "大太",
    "天夫",
    "王玉",
    "目自",
    "农衣",
    "农龙",
    "园圆",
    "管菅",
    "侯候",
    "兰三",
    "设没",
    "治冶",
    "析折",
    "辅铺",
    "晴睛",
    "轮抡",
    "材村",
    "沿沼",
    "汽气",
    "具县",
    "区巨",
    "历厉",
    "贷货",
    "绿缘",
    "刺剌",
    "准淮",
    "戎戒",
    "拔拨",
)
_OTHERS = "华东合力信安宁泰和顺通达丰祥瑞凯"
_WORDS = (
    "工程",
    "行动",
    "基地",
    "中心",
    "项目",
    "计划",
    "通道",
    "平台",
    "体系",
    "机制",
    "战略",
    "园区",
    "规划",
    "方案",
)


@lru_cache(maxsize=64)
def _names(material: Material) -> tuple[tuple[int, int, int], ...]:
    """Paragraph, start and end of names that stand at least twice, verbs before them left out."""
    places: list[tuple[int, int, int]] = []
    for number, match in found(material, _NAME.pattern):
        lead = _BOUNDARY.match(match.group())
        start = match.start() + (lead.end() if lead else 0)
        if 5 <= match.end() - start <= 14:
            places.append((number, start, match.end()))
    often = Counter(material.text(n)[a:b] for n, a, b in places)
    return tuple(p for p in places if often[material.text(p[0])[p[1] : p[2]]] > 1)


@lru_cache(maxsize=64)
def _quoted(material: Material) -> tuple[tuple[int, int, int], ...]:
    """Paragraph, start and end of quoted terms of four and more characters that stand at least twice in marks."""
    places = [(n, *m.span("term")) for n, m in found(material, "[“《](?P<term>[一-鿿]{4,16})[”》]")]
    often = Counter(material.text(n)[a:b] for n, a, b in places)
    return tuple(p for p in places if often[material.text(p[0])[p[1] : p[2]]] > 1)


def _alike(character: str, groups: tuple[str, ...], rng: Random) -> str | None:
    others = [c for group in groups if character in group for c in group if c != character]
    return rng.choice(others) if others else None


def _substituted(word: str, rng: Random) -> str | None:
    place = rng.randrange(len(word))
    new = rng.choice([c for c in _OTHERS if c != word[place]])
    return word[:place] + new + word[place + 1 :]


def _confused(groups: tuple[str, ...], word: str, rng: Random) -> str | None:
    fitting = [i for i, c in enumerate(word) if any(c in group for group in groups)]
    if not fitting:
        return None
    place = rng.choice(fitting)
    new = _alike(word[place], groups, rng)
    return word[:place] + new + word[place + 1 :] if new else None


def _dropped(word: str, rng: Random) -> str | None:
    place = rng.randrange(len(word))
    return word[:place] + word[place + 1 :]


def _doubled(word: str, rng: Random) -> str | None:
    place = rng.randrange(len(word))
    return word[:place] + word[place] + word[place:]


def _turned(word: str, rng: Random) -> str | None:
    place = rng.randrange(len(word) - 1)
    if word[place] == word[place + 1]:
        return None
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _reworded(word: str, rng: Random) -> str | None:
    ending = next((w for w in _WORDS if word.endswith(w)), None)
    if ending is None:
        return None
    return word.removesuffix(ending) + rng.choice([w for w in _WORDS if w != ending])


Places = tuple[tuple[int, int, int], ...]
"""Paragraph (from 1), start and end (characters from 0)."""


def _maker(name: str, places: Callable[[Material], Places], change: Callable[[str, Random], str | None]) -> Maker:
    def make(material: Material, rng: Random) -> Damage | None:
        fitting = places(material)
        if not fitting:
            return None
        number, start, end = rng.choice(fitting)
        word = material.text(number)[start:end]
        new = change(word, rng)
        if new is None or new == word or any(new in text for text in material.paragraphs):
            return None
        return _edit(number, start, word, new)

    make.__name__ = name
    return make


def _edit(number: int, start: int, word: str, new: str) -> Damage:
    """The smallest edit that makes one word of the other."""
    shortest = min(len(word), len(new))
    left = next((i for i in range(shortest) if word[i] != new[i]), shortest)
    right = next((i for i in range(shortest - left) if word[-1 - i] != new[-1 - i]), shortest - left)
    return at(number, start + left, start + len(word) - right, new[left : len(new) - right])


_CHANGES: dict[str, Callable[[str, Random], str | None]] = {
    "substituted": _substituted,
    "sounds_alike": partial(_confused, _SOUNDS),
    "looks_alike": partial(_confused, _SHAPES),
    "dropped": _dropped,
    "doubled": _doubled,
    "turned": _turned,
    "reworded": _reworded,
}
CLASSES: tuple[Maker, ...] = tuple(
    _maker(f"{what}_{how}", places, change)
    for what, places in (("name", _names), ("quoted", _quoted))
    for how, change in _CHANGES.items()
    if (what, how) != ("quoted", "reworded")
)
