"""有单位，没有数字。

删改时把数字删掉了，留下“增长%”“完成投资亿元”。

反例：社会消费品零售总额增长%。
反例：完成投资亿元，高于全省个百分点。
正例：社会消费品零售总额增长7%，突破千亿元，达到上亿元，跨上万亿台阶，“%”号。

依据：通用的校对规范。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N117", "missing-number", Group.NUMERALS, Severity.ERROR, "有单位，没有数字")

_VERB = (
    "增长|下降|提高|降低|增加|减少|回落|上升|提升|达到|达|完成|完成投资|投资|突破|超过|实现|新增|引进|到位|拉动|高于|低于|全国|全省|全市|"
    "为|至|到|近|约|收入|资金|税费|产值|消费|融资|资源|消化|盘活"
)
_MISSING = Pattern(
    rf"(?<![0-9０-９.Ｘ×XxNn）)“‘/＋+])[%％‰](?!”)"
    rf"|(?<=[一-鿿])(?<![每各整])(?P<points>个百分点)"
    rf"|(?:{_VERB})(?P<money>[万亿]元)(?=[，。；、]|以上[，。；、]|左右|$)",
    needs=("%", "％", "‰", "个百分点", "万元", "亿元"),
)
_WORDED = Pattern("[一二三四五六七八九十百千万亿几数两半余多上过超第]$")


def check(context: CheckContext) -> Iterator[Finding]:
    """Units behind words that need a number between."""
    for paragraph in context.paragraphs:
        for match in _MISSING.finditer(paragraph.text):
            name = next((n for n in ("points", "money") if match[n]), None)
            start = match.start(name) if name else match.start()
            before = paragraph.text[max(0, start - 1) : start]
            if before.strip() and not _WORDED.search(before):
                yield Finding(paragraph.span(start, match.end()), f"“{match.group()}”里缺数字")
