"""常见错别字。

“布署”应为“部署”，“截止目前”应为“截至目前”。登记在 confusables.yaml，只收规范文稿里不会出现的写法；不猜、不用模型。

反例：踔历奋发、勇毅前行。
反例：截止2023年底，布署重点工作。
正例：踔厉奋发、勇毅前行，截至2023年底，部署重点工作，报名截止日期不变。

依据：《现代汉语词典》（第7版）；《第一批异形词整理表》。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity
from generator.rules.context import CheckContext
from generator.rules.registers import finder
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("W105", "confusable", Group.WORDING, Severity.WARNING, "常见错别字", anywhere=True)


def check(context: CheckContext) -> Iterator[Finding]:
    """Words that are written with a wrong character."""
    words = finder("generator.rules.wording", "confusables")
    for paragraph in context.paragraphs:
        for start, entry in words.find(paragraph.text):
            span = paragraph.span(start, start + len(entry.word))
            yield Finding(span, f"“{entry.word}”应为“{entry.right}”", entry.right, fix=Fix(entry.right))
