"""句内括号里的末尾不用句号（默认不查）。

括号里的话是句子的一部分时，末尾不点断。

反例：滚动实施民生实事（其中新办10件。），兜牢民生底线。
正例：滚动实施民生实事（其中新办10件），兜牢民生底线。（鼓掌）

依据：《标点符号用法》（GB/T 15834-2011）4.9。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity
from generator.patterns import CHINESE, Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("P109", "stop-in-brackets", Group.PUNCTUATION, Severity.INFO, "句内括号里用了句号", default=False)

_STOP = Pattern(rf"[。；](?=）(?:{CHINESE}|[，。；、]))")


def check(context: CheckContext) -> Iterator[Finding]:
    """A full stop before ） inside a sentence."""
    for paragraph in context.paragraphs:
        for match in _STOP.finditer(paragraph.text):
            yield Finding(paragraph.span(*match.span()), "括号里的末尾不用句号", fix=Fix(""))
