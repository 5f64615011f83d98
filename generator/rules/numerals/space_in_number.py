"""数字中间、数字和单位之间不加空格。

“127. 4亿元”“1 517个”会在行末断开，机器也读不出这个数；汉字和数字之间的距离由排版软件自动加。

反例：减少税费127.4 亿元，建成1 517个项目。
反例：增长5. 1%，完成全年目标的 95%。
正例：减少税费127.4亿元，建成1517个项目，增长5.1%。

依据：《出版物上数字用法》（GB/T 15835-2011）5.2；《党政机关公文格式》（GB/T 9704-2012）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N107", "space-in-number", Group.NUMERALS, Severity.WARNING, "数字中间或前后有空格")

_HAN = "\u3400-\u9fff"
_SPACED = re.compile(
    rf"(?<=[0-9])[ \u00a0\u2009\u202f\u3000]++(?=[.．%％‰{_HAN}])"
    rf"|(?<=[0-9][.．])[ \u00a0\u2009\u202f\u3000]++(?=[0-9]++(?:%|％|[{_HAN}]))"
    rf"|(?<=[{_HAN}“（])[ \u00a0\u2009\u202f\u3000]++(?=[0-9])"
    rf"|(?<=[0-9])[ \u00a0\u2009\u202f]++(?=[0-9])"
)
_HEADING_MARK = re.compile(r"^[0-9]{1,2}[.．、]?\s*$")
_LABEL = re.compile(r"附件\s*$")


def check(context: CheckContext) -> Iterator[Finding]:
    """Spaces inside or beside Arabic numbers, but not after the mark of a heading."""
    for paragraph in context.paragraphs:
        for match in _SPACED.finditer(paragraph.text):
            before = paragraph.text[max(0, match.start() - 4) : match.start()]
            if _is_layout(before, match.start()) or _LABEL.search(before):
                continue
            around = paragraph.text[max(0, match.start() - 6) : match.end() + 4]
            yield Finding(paragraph.span(*match.span()), f"“{around}”里的空格应删去", fix=Fix("", Tier.SAFE))


def _is_layout(before: str, start: int) -> bool:
    return start <= len(before) and bool(_HEADING_MARK.match(before))
