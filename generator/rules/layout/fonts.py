"""同类的段落字体、字号不一致。

粘贴过来的段落常常带着原来的字体。正文应同是 3 号仿宋，同级标题应同一种字体；和多数不同的列出来。

反例：（Word 文件）正文都是仿宋，第 5 段是宋体。
正例：（Word 文件）正文都是 3 号仿宋，一级标题都是黑体。

依据：《党政机关公文格式》（GB/T 9704-2012）5.2.2、7.3.3：正文 3 号仿宋体，一、黑体，（一）楷体。
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.draft import ParagraphFont
from generator.rules.context import CheckContext
from generator.rules.layout.places import whole
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule("L101", "fonts", Group.LAYOUT, Severity.INFO, "同类段落字体、字号不一致", needs=frozenset({Need.WORD}))

_LEAST = 4
_MOST = 0.7
_BODY_LENGTH = 40


def check(context: CheckContext) -> Iterator[Finding]:
    """Paragraphs set otherwise than most of their kind: headings by level, and running text."""
    kinds: dict[str, list[ParagraphFont]] = defaultdict(list)
    levels = {h.paragraph: h.level for h in context.headings if h.alone and h.start == 0}
    for font in context.draft.word.fonts if context.draft.word else ():
        if font.number > len(context.paragraphs):
            continue
        if font.number in levels:
            kinds[f"第{levels[font.number]}级标题"].append(font)
        elif len(context.paragraphs[font.number - 1].text) >= _BODY_LENGTH:
            kinds["正文"].append(font)
    for kind, fonts in kinds.items():
        usual, count = Counter(_look(font) for font in fonts).most_common(1)[0]
        if len(fonts) >= _LEAST and count >= _MOST * len(fonts):
            for font in fonts:
                if _look(font) != usual:
                    yield Finding(whole(context, font.number), f"{kind}多用{usual}，这里是{_look(font)}", usual)


def _look(font: ParagraphFont) -> str:
    return f"{font.font}{f' {font.size:g} 磅' if font.size else ''}"
