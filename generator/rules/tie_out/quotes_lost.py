"""引号去掉了：生成的正文里加引号的提法，稿子里前后引号都没有了。

登记过的提法、品牌、工程名，该不该加引号由数据里的写法决定；去掉可能是有意的，所以只是提示。
只丢一个引号的，由 P101 报出。

反例：（生成的正文：落实“遍访企业”制度）落实遍访企业制度。
正例：（生成的正文：落实“遍访企业”制度）落实“遍访企业”制度。

依据：生成记录：正文原来怎么写；引号的用法见《标点符号用法》（GB/T 15834-2011）4.8。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import State
from generator.diagnostics import Fix, Severity
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.ties import name_ties

RULE = Rule("T114", "quotes-lost", Group.TIE_OUT, Severity.INFO, "引号去掉了", frozenset((Need.BASE,)))

_PAIRS = {"“": "”", "‘": "’", "《": "》"}


def check(context: CheckContext) -> Iterator[Finding]:
    """Registered names that stood alone between marks and now stand bare."""
    for tie in name_ties(context, State.TIED):
        start, end = tie.context_offset, tie.context_offset + len(tie.run.text)
        opener, closer = tie.context[start - 1 : start] if start else "", tie.context[end : end + 1]
        if not opener or _PAIRS.get(opener) != closer:
            continue
        text = context.paragraphs[tie.span.paragraph - 1].text
        around = text[max(0, tie.span.start - 1) : tie.span.start], text[tie.span.end : tie.span.end + 1]
        if not any(mark and mark in "“”‘’《》" for mark in around):
            wanted = f"{opener}{tie.run.text}{closer}"
            message = f"原来写的是“{wanted}”，这里没有了引号"
            yield Finding(tie.span, message, wanted, figure=tie.run.key, source=tie.run.source, fix=Fix(wanted))
