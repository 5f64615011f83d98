"""数字中间、数字和单位之间不加空格。

“127. 4亿元”“1 517个”会在行末断开，机器也读不出这个数；汉字和数字之间的距离由排版软件自动加。

反例：缩短1 /3时间，引进10— 20家。
反例：减少税费127.4 亿元，建成1 517个项目。
反例：增长5. 1%，完成全年目标的 95%。
正例：减少税费127.4亿元，建成1517个项目，增长5.1%。

依据：《出版物上数字用法》（GB/T 15835-2011）第5章；《党政机关公文格式》（GB/T 9704-2012）。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.characters import BLANKS, CELL_END, around, is_digit, is_han
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N107", "space-in-number", Group.NUMERALS, Severity.WARNING, "数字中间或前后有空格", anywhere=True)

_BLANK = Pattern(f"[{BLANKS}]+")
_MARK_OR_LABEL = Pattern(r"^[0-9]{1,2}[.．、]?$|附件[0-9]{0,2}$|^[（(]?[0-9]{1,2}[）)]$")
_JOINTS = "/／—–－-~～∶"
_LOST_BREAK = Pattern("20[0-9]{2}年")


def check(context: CheckContext) -> Iterator[Finding]:
    """Blanks inside or beside Arabic numbers, but not after the mark of a heading or where a line break was lost."""
    one_line = len(context.paragraphs) == 1
    for paragraph in context.paragraphs:
        for match in _BLANK.finditer(paragraph.text):
            if CELL_END in match.group() or not _in_number(paragraph.text, *match.span()):
                continue
            before = paragraph.text[max(0, match.start() - 4) : match.start()]
            if _MARK_OR_LABEL.search(before) or (one_line and _LOST_BREAK.match(paragraph.text, match.end())):
                continue
            where = paragraph.text[max(0, match.start() - 6) : match.end() + 4]
            yield Finding(paragraph.span(*match.span()), f"“{where}”里的空格应删去", fix=Fix("", Tier.SAFE))


def _in_number(text: str, start: int, end: int) -> bool:
    before, behind = around(text, start, end)
    if is_digit(before):
        return is_digit(behind) or is_han(behind) or (behind != "" and behind in ".．%％‰") or _joins(text, end)
    if is_digit(behind):
        return is_han(before) or before in ("“", "（") or _joins(text, start - 1) or _is_point(text, start - 1)
    return False


def _is_point(text: str, at: int) -> bool:
    return text[at : at + 1] in (".", "．") and is_digit(text[at - 1 : at])


def _joins(text: str, at: int) -> bool:
    """Whether one sign between numbers stands there: 1 /3, 10— 20."""
    sign = text[at : at + 1]
    if sign not in _JOINTS or not sign:
        return False
    before, behind = text[:at].rstrip(BLANKS)[-1:], text[at + 1 :].lstrip(BLANKS)[:1]
    return (is_digit(before) or before in "%％") and is_digit(behind)
