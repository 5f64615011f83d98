"""下降不能说几倍。

减少一倍就成了零，所以“下降2倍”没有意义；应说下降百分之几，或降到几分之一。

反例：能耗下降2倍。
反例：事故起数比上年减少了三倍多。
正例：能耗下降50%，产值增长2倍，成本降到原来的0.5倍。

依据：国家统计局统计用语规范；《出版物上数字用法》（GB/T 15835-2011）。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N103", "fewer-by-times", Group.NUMERALS, Severity.ERROR, "下降、减少说了几倍", anywhere=True)

_FEWER = Pattern(
    r"(?:下降|减少|降低|缩小|缩短|压缩|压减|下跌|减小|回落|减弱|下滑|收窄|减轻|少)(?:了|近|约|超过|超|将近)?"
    r"(?:[0-9]++(?:\.[0-9]++)?+|[一二两三四五六七八九十百几数]++)[多余]?倍",
    needs=("倍",),
)


def check(context: CheckContext) -> Iterator[Finding]:
    """A decrease by N times."""
    for paragraph in context.paragraphs:
        for match in _FEWER.finditer(paragraph.text):
            yield Finding(paragraph.span(*match.span()), f"“{match.group()}”不成立：下降不能用倍数，应说百分之几")
