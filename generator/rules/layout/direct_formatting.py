"""直接设了格式，没有用样式。

选中文字改字体、加粗，不如改样式：样式一处改、处处改，直接格式要逐处找。

反例：（Word 文件）第 5 段的文字直接改成了宋体。
正例：（Word 文件）字体、字号都由样式决定。

依据：通用的排版规范。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.rules.context import CheckContext
from generator.rules.layout.places import whole
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule(
    "L103", "direct-formatting", Group.LAYOUT, Severity.INFO, "直接设了格式，没有用样式", needs=frozenset({Need.WORD})
)

_RARE = 0.2


def check(context: CheckContext) -> Iterator[Finding]:
    """Paragraphs with formatting of their own, in a file that otherwise keeps to its styles."""
    fonts = context.draft.word.fonts if context.draft.word else ()
    direct = [font for font in fonts if font.direct and font.number <= len(context.paragraphs)]
    if len(direct) <= _RARE * len(fonts):
        for font in direct:
            yield Finding(whole(context, font.number), f"这一段直接设了格式（{font.font}），没有用样式")
