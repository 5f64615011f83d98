"""“居全国第0位”“前0名”，或在全国各省里排到三十几名以后。

反例：跨境电商出口规模居全省第0位。
反例：绿色发展指数居全国各省份第45位。
正例：跨境电商出口规模居全省第1位，城市竞争力居全国第45位。

依据：名次从1开始；省级行政区34个。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F113", "rank-impossible", Group.FOOTING, Severity.ERROR, "名次不可能", anywhere=True)

_ZERO = Pattern("(?:第|前)[0０]+(?:位|名|届|次|批|个|轮|期|号|条|季度|强)")
_PROVINCES = Pattern(
    "全国(?:各省(?:份|区市)?|省份|省级|31个省[^，。；]{0,6})[^，。；、0-9]{0,8}第(?P<rank>[0-9]+)[位名]",
    needs=("全国",),
)
_ALL = 34


def check(context: CheckContext) -> Iterator[Finding]:
    """Ranks below one, and ranks among the provinces beyond their number."""
    for paragraph in context.paragraphs:
        for match in _ZERO.finditer(paragraph.text):
            yield Finding(paragraph.span(*match.span()), f"没有“{match.group()}”")
        for match in _PROVINCES.finditer(paragraph.text):
            if int(match["rank"]) > _ALL:
                yield Finding(paragraph.span(*match.span()), f"省级行政区只有{_ALL}个，不会排第{match['rank']}")
