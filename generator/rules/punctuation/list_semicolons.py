"""一是、二是……之间的标点一致（默认不查）。

前几项用分号、中间一项用句号，层次就乱了。

反例：一是稳增长；二是促改革。三是防风险；四是保民生。
正例：一是稳增长；二是促改革；三是防风险。

依据：《标点符号用法》（GB/T 15834-2011）4.6。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule(
    "P110", "list-semicolons", Group.PUNCTUATION, Severity.INFO, "分项之间有的用分号、有的用句号", default=False
)

_ITEM = Pattern("(?P<mark>[；。])(?=[二三四五六七八九]是)")


def check(context: CheckContext) -> Iterator[Finding]:
    """Items that mostly end in ； with one that ends in 。"""
    for paragraph in context.paragraphs:
        found = list(_ITEM.finditer(paragraph.text))
        stops = [match for match in found if match["mark"] == "。"]
        if stops and len(stops) < len(found):
            for match in stops:
                yield Finding(paragraph.span(*match.span()), "别的分项用分号，这里用了句号", "；")
