"""How many things a list names: 甲、乙和丙 is three, but 企业产权和企业家权益 may be one or two."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.sentences import Interval
from generator.analysis.stretches import Stretch
from generator.analysis.verbs import INNER, LEADING
from generator.patterns import Pattern

CONNECTOR = Pattern("以及|暨|和(?![平谐美睦顺祥解气])|(?<![参赋授])与(?![时会此否])|(?<![普涉顾危惠触波])及(?!时)")
"""Words that may join the last item of a list; the parts of 和平, 参与, 普及 are not among them."""
_NAME_INNER = Pattern("与|及(?!其)|暨")
_QUOTES = ("“", "《")
_SURE_JOINTS = ("以及", "和")
_HOT_LINES = r"(?<![0-9])(?:110|119|120|122|12345|12315|12333|12388)(?![0-9])"
_FIGURE = Pattern(
    rf"(?!{_HOT_LINES})(?<![0-9A-Za-z.])[0-9][0-9.,]*(?:(?:百|千|万|亿|多|余)+|(?:多|余)?[家个项件户人元公亩吨处所座条套张部辆台次批种位名起宗只棵笔场艘列])"
    r"|[0-9][0-9.]*[%％‰]"
)


def sizes(text: str, stretch: Stretch, items: Sequence[Interval], *, opened: bool = False) -> frozenset[int] | None:
    """The numbers of things that a list may name; None when it is no list of names, or cannot be told to be one.

    ``opened`` lists go on behind their last item (甲、乙、丙与丁等3个), which may be one with 与 in its name.
    """
    if any(_has_figure(text, stretch, item) for item in items):
        return None
    found = _joined(text, stretch, items)
    if found is None:
        return None
    if opened and len(items) > 1 and _NAME_INNER.search(text, items[-1][0] + 1, items[-1][1] - 1):
        found.add(len(items))
    found |= _without_neighbours(text, items, found)
    later = [i for i, (start, end) in enumerate(items) if i and begins_inside(text[start:end])]
    return frozenset((*found, *(size - i for size in found for i in later if size - i >= 2)))


def _has_figure(text: str, stretch: Stretch, item: Interval) -> bool:
    return any(not stretch.inside(match.start()) for match in _FIGURE.finditer(text, *item))


def has_figure(item: str) -> bool:
    """Whether an item says how many it has (专精特新企业113家); 12345热线 and 5G网络 are names."""
    return _FIGURE.search(item) is not None


def _joined(text: str, stretch: Stretch, items: Sequence[Interval]) -> set[int] | None:
    """The sizes that 和 in the last item allows; where every item has one, it joins none, where some have, perhaps."""
    start, end = items[-1]
    joints = [m for m in CONNECTOR.finditer(text, start + 1, end - 1) if not stretch.inside(m.start())]
    count = len(items)
    inside = [CONNECTOR.search(text, a + 1, b - 1) is not None for a, b in items[:-1]]
    if not joints or (count > 1 and all(inside)):
        return {count} if count > 1 else None
    sure = len(joints) == 1 and _parallel(
        text[start : joints[0].start()], text[joints[0].end() : end], [text[a:b] for a, b in items]
    )
    if sure:
        return {count, count + 1} if any(inside) else {count + 1}
    joints = [joint for joint in joints if joint.group() in _SURE_JOINTS]
    return {count + extra for extra in range(len(joints) + 1)} if count > 1 else None


def _without_neighbours(text: str, items: Sequence[Interval], found: set[int]) -> set[int]:
    """In a list with 、 two neighbouring quotations (“甲”“乙”工作) may be one item."""
    neighbours = sum(text[start - 1] != "、" for start, _ in items[1:])
    if not neighbours or neighbours == len(items) - 1:
        return set()
    return {size - less for size in found for less in range(1, neighbours + 1)}


def _parallel(left: str, right: str, items: Sequence[str]) -> bool:
    """Whether 和 joins two items of the list, by their shape."""
    if len(items) == 1:
        left = bare(left)
        return len(left) == len(right) or left[-1:] == right[-1:]
    if len(left) == len(right) or left[-1:] == right[-1:]:
        return True
    lengths = {len(item) for item in items[1:-1]} or {len(bare(items[0]))}
    return len(left) in lengths and len(right) in lengths


def bare(item: str) -> str:
    """An item without the verb that it may begin with, because the clause does."""
    match = LEADING.match(item)
    return item[match.end() :] if match and match.end() < len(item) - 1 else item


def begins_inside(item: str) -> bool:
    """Whether a verb in the middle of an item may be where the list begins, or where its clause goes on."""
    match = None if item[:1] in _QUOTES else INNER.search(item, 1)
    return match is not None and match.end() <= len(item) - 3
