"""同一串列举里有一项写了两遍。

反例：发放汽车、家电、餐饮、文旅、家电消费券。
反例：支持诸城、寿光、青州、诸城创建省级高新区。
正例：发放汽车、家电、餐饮、文旅消费券，推动农业、农村、农业农村现代化。
正例：粮食、蔬菜、水果产量增长3.6%、2.8%、2.8%，分别居全省第五、第三、第三。

依据：党政机关公文校核的通行要求：列举不重复。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.list_sizes import bare
from generator.analysis.sentences import Interval
from generator.analysis.stretches import Stretch, items, stretches
from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("C108", "item-twice", Group.CONSISTENCY, Severity.WARNING, "同一列举里重复的项")


def check(context: CheckContext) -> Iterator[Finding]:
    """Items of a list that stand in it twice."""
    for paragraph in context.paragraphs:
        for clause in stretches(paragraph.text):
            for parts in _lists(paragraph.text, clause):
                again = _again(paragraph.text, parts)
                if again is not None:
                    (first, second), name = again
                    related = (paragraph.span(*first),)
                    yield Finding(paragraph.span(*second), f"“{name}”在这一串里已经列过", related=related)


def _lists(text: str, clause: Stretch) -> Iterator[Sequence[Interval]]:
    """The list that a clause is, and those inside its marks (“上规、上榜、上云”).

    What stands behind 分别 is said of the names before it, and may be the same of several.
    """
    if clause.breaks:
        end = text.find("分别", clause.start, clause.end)
        yield items(clause, clause.start, clause.end if end < 0 else end)
    for start, end in clause.nested:
        if "、" in text[start:end]:
            for inner in stretches(text[start + 1 : end - 1]):
                if inner.breaks:
                    yield [(start + 1 + a, start + 1 + b) for a, b in items(inner, inner.start, inner.end)]


def _again(text: str, parts: Sequence[Interval]) -> tuple[tuple[Interval, Interval], str] | None:
    """The first item that repeats an earlier one; the first item may begin with the verb of its clause."""
    seen: dict[str, Interval] = {}
    for index, (start, end) in enumerate(parts):
        name = text[start:end]
        if index == 0:
            name = bare(name)
            start = end - len(name)
        if len(name) >= 2 and name in seen and not _VALUE.fullmatch(name):
            return (seen[name], (start, end)), name
        seen[name] = (start, end)
    return _tail(text, parts, seen)


_VALUE = Pattern(
    "(?:增长|下降|提高|上升|达到?|约|近|超过?|居)?(?:全国|全省|全市|全区)?第?(?:[0-9.]+|[一二三四五六七八九十]+)[^0-9]{0,4}"
)
"""A value or a rank: two things may have the same one."""
_HEAD = Pattern(
    "消费券|消费(?!品|者)|销售|制造|加工|研发|贸易|等|创建|争创|打造|开展|实施|入选|获批|获评|举办|领域|行业|产业|企业|项目|工程|服务|市场|建设|工作|行动|试点|体系|机制|业态|设施|地区|方面|活动|问题|产品|政策"
)


def _tail(
    text: str, parts: Sequence[Interval], seen: dict[str, Interval]
) -> tuple[tuple[Interval, Interval], str] | None:
    """The last item carries the noun that belongs to all (汽车、家电、汽车消费券)."""
    start, end = parts[-1]
    for name, place in seen.items():
        if (
            len(name) >= 2
            and len(parts) > 2
            and text.startswith(name, start)
            and _HEAD.match(text, start + len(name), end)
        ):
            return (place, (start, start + len(name))), name
    return None
