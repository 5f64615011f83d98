"""标题层次不跳级。

“一、”下面用“（一）”，再下面用“1.”“（1）”；只有两层时“一、”下面可以直接用“1.”，但不能直接用“（1）”。

反例：一、今年工作安排。（1）稳增长。
正例：一、今年工作安排。（一）稳增长。

依据：《党政机关公文格式》（GB/T 9704-2012）7.3.3。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("R103", "level-skipped", Group.STRUCTURE, Severity.WARNING, "标题跳级")

_MARK_OF = {2: "（一）", 3: "1."}


def check(context: CheckContext) -> Iterator[Finding]:
    """Headings （1） that stand right under 一、 or under nothing."""
    above = 0
    for heading in context.headings:
        if heading.level == 4 and above == 1:
            span = context.paragraphs[heading.paragraph - 1].span(heading.start, heading.end)
            yield Finding(span, f"“{heading.mark}”上面一级是“一、”，中间跳了级，应用“（一）”")
        if heading.level < 4:
            above = heading.level
