"""标题的样式和标题的文字不合。

写着“（三）”却用正文样式，导航窗格和目录里就没有它。只在别的同级标题用了标题样式的文件里查。

反例：（Word 文件）“（三）聚力改革”是正文样式，别的（一）（二）是标题 2。
正例：（Word 文件）同级标题用同一个样式。

依据：《党政机关公文格式》（GB/T 9704-2012）7.3.3 结构层次。
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.analysis.headings import HeadingFound
from generator.diagnostics import Severity
from generator.rules.context import CheckContext
from generator.rules.layout.places import whole
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule(
    "L104", "heading-style", Group.LAYOUT, Severity.WARNING, "标题样式和别的同级标题不同", needs=frozenset({Need.WORD})
)

_MOST = 0.6
_LEAST = 3


def check(context: CheckContext) -> Iterator[Finding]:
    """Headings whose style is not what most of their level have, where that is a style for headings."""
    by_level: dict[int, list[HeadingFound]] = defaultdict(list)
    for heading in context.headings:
        if heading.alone and heading.start == 0:
            by_level[heading.level].append(heading)
    for level, headings in sorted(by_level.items()):
        styles = Counter(_style(context, heading) for heading in headings)
        usual, count = styles.most_common(1)[0]
        if len(headings) < _LEAST or count < _MOST * len(headings) or not _is_heading(usual):
            continue
        for heading in headings:
            own = _style(context, heading)
            if own != usual:
                message = f"第{level}级标题多用样式“{usual}”，这里是“{own or '正文'}”"
                yield Finding(whole(context, heading.paragraph), message, usual)


def _style(context: CheckContext, heading: HeadingFound) -> str:
    return context.paragraphs[heading.paragraph - 1].source.style


def _is_heading(style: str) -> bool:
    return "标题" in style or style.lower().startswith(("heading", "run-in"))
