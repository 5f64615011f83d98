"""提到的附件不在稿子里。

正文写了“见附件”，文件里却没有附件；发出前要么附上，要么删去这句话。

反例：滚动实施民生实事（其中新办10件，见附件）。
正例：滚动实施民生实事，其中新办10件。

依据：《党政机关公文处理工作条例》第九条：附件是公文正文的说明、补充或者参考资料，正文提及的应随文附上。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.parts import PartFound
from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("R109", "missing-reference", Group.STRUCTURE, Severity.INFO, "提到的附件不在稿子里")

_REFERENCE = Pattern(r"(?:详?见|参见)(?:附件|附表|附录|附注|后附)[0-9一二三四五]?")


def check(context: CheckContext) -> Iterator[Finding]:
    """References to annexes in a draft without any."""
    if any(start.part is PartFound.ANNEX for start in context.parts):
        return
    for paragraph in context.paragraphs:
        for match in _REFERENCE.finditer(paragraph.text):
            yield Finding(paragraph.span(*match.span()), f"正文写了“{match.group()}”，稿子里没有附件")
