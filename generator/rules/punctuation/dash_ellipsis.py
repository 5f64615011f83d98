"""破折号占两字“——”，省略号六个点“……”。

一个“—”是连接号，三个点“...”是英文省略号；“--”“－－”“───”都不是破折号。

反例：经济运行稳中向好--质量效益提升。
反例：—经济运行稳中向好。全市生产总值增长5.1%。
反例：举办风筝节、美食节...活动。
正例：——经济运行稳中向好。举办风筝节、美食节……中国—东盟论坛，增长4.5%—5%。

依据：《标点符号用法》（GB/T 15834-2011）4.10、4.11、5.1。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.characters import around, is_chinese
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("P107", "dash-ellipsis", Group.PUNCTUATION, Severity.WARNING, "破折号、省略号的长度不对", anywhere=True)

_DASH = Pattern("[—－–ー―─-]+(?: [—－–ー―─-]+)?")
_DATE = Pattern("20[0-9]{2}年")
_LINES = frozenset("—－–ー―─-")
_ELLIPSIS = Pattern(r"…+|\.{3,}|。{3,}|·{3,}|、{3,}|．{3,}", needs=("…", "...", "。。。", "···", "、、、", "．．．"))


def check(context: CheckContext) -> Iterator[Finding]:
    """Dashes and ellipses of the wrong length or made of other signs."""
    for paragraph in context.paragraphs:
        for pattern, right in ((_DASH, "——"), (_ELLIPSIS, "……")):
            for match in pattern.finditer(paragraph.text):
                if match.group() != right and _meant(paragraph.text, match):
                    span = paragraph.span(*match.span())
                    yield Finding(span, f"“{match.group()}”应为“{right}”", right, fix=Fix(right, Tier.SAFE))


def _meant(text: str, match: re.Match[str]) -> bool:
    """Whether a dash or ellipsis is meant: a single line between words is a connector, but not before a heading."""
    before, behind = around(text, *match.span())
    if match.group()[0] in _LINES and len(match.group()) == 1:
        if match.group() in "―─":
            return is_chinese(before) and is_chinese(behind)
        opens = before in ("", "。", "！") and match.group() != "ー"
        return opens and (is_chinese(behind) or bool(_DATE.match(text, match.end())))
    return is_chinese(before) or is_chinese(behind) or before == ""
