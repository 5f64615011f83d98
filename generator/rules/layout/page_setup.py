"""纸张、页边、行数不合公文格式。

A4 纸，天头 37 毫米，订口 28 毫米，每页 22 行。

反例：（Word 文件）上边距 25.4 毫米。
正例：（Word 文件）上边距 37 毫米，左边距 28 毫米，每页 22 行。

依据：《党政机关公文格式》（GB/T 9704-2012）5.1、5.2.1、5.2.3。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.rules.context import CheckContext
from generator.rules.layout.places import at_start
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule(
    "L105", "page-setup", Group.LAYOUT, Severity.INFO, "纸张、页边、行数不合公文格式", needs=frozenset({Need.WORD})
)

_TOLERANCE_MM = 1.0
_LINES = 22


def check(context: CheckContext) -> Iterator[Finding]:
    """The page against the standard; one finding for the file."""
    page = context.draft.word.page if context.draft.word else None
    if page is None or not context.paragraphs:
        return
    wanted = {"纸宽": (page.width, 210), "纸高": (page.height, 297), "天头": (page.top, 37), "订口": (page.left, 28)}
    wrong = [
        f"{name} {is_now:g} 毫米（应为 {should} 毫米）"
        for name, (is_now, should) in wanted.items()
        if abs(is_now - should) > _TOLERANCE_MM
    ]
    if page.lines and page.lines != _LINES:
        wrong.append(f"每页 {page.lines} 行（应为 {_LINES} 行）")
    if wrong:
        yield Finding(at_start(context), "版面不合公文格式：" + "，".join(wrong))
