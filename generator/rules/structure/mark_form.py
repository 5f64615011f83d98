"""标题序号的写法。

第一层“一、”用顿号；第二层“（一）”用全角括号，后面不加顿号；第三层“1.”用圆点；第四层“（1）”后面不加顿号。全文要一个写法。

反例：（一）、稳增长。全力以赴稳住经济运行。
反例：一．2023年工作回顾
反例：（一）稳增长。稳住经济运行。（二）调结构。加快转型升级。(三)惠民生。办好民生实事。
正例：（一）稳增长。全力以赴稳住经济运行。

依据：《标点符号用法》（GB/T 15834-2011）附录 B.3；《党政机关公文格式》（GB/T 9704-2012）7.3.3。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.analysis.headings import HeadingFound
from generator.diagnostics import Fix, Severity, Tier
from generator.numerals.chinese import to_chinese
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("R104", "mark-form", Group.STRUCTURE, Severity.WARNING, "标题序号的写法不对")


def check(context: CheckContext) -> Iterator[Finding]:
    """Marks of a wrong form, and marks unlike those of most headings of their level."""
    usual = _usual(context.headings)
    for heading in context.headings:
        wanted = _wanted(heading, usual)
        if wanted and wanted != heading.mark:
            span = context.paragraphs[heading.paragraph - 1].span(heading.start, heading.start + len(heading.mark))
            yield Finding(span, f"标题序号“{heading.mark}”应写作“{wanted}”", wanted, fix=Fix(wanted, Tier.SAFE))


def _wanted(heading: HeadingFound, usual: dict[int, str]) -> str:
    """How the mark should be written; empty where nothing is wanted."""
    if heading.number is None:
        return "——" if heading.odd else ""
    words = to_chinese(heading.number)
    match heading.level:
        case 1:
            return f"{words}、" if heading.mark else ""
        case 2:
            return f"({words})" if usual.get(2) == "half" and not heading.odd else f"（{words}）"
        case 3:
            return f"{heading.number}、" if usual.get(3) == "、" else f"{heading.number}{usual.get(3, '.')}"
        case _:
            return f"({heading.number})" if usual.get(4) == "half" else f"（{heading.number}）"


def _usual(headings: list[HeadingFound]) -> dict[int, str]:
    """The form of most marks of a level, where they differ."""
    counts: dict[int, Counter[str]] = {}
    for heading in headings:
        if heading.mark and not heading.odd and heading.level > 1:
            form = heading.mark[-1] if heading.level == 3 else ("half" if "(" in heading.mark else "full")
            counts.setdefault(heading.level, Counter())[form] += 1
    return {level: count.most_common(1)[0][0] for level, count in counts.items()}
