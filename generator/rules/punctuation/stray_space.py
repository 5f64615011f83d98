"""汉字之间、汉字和字母之间不加空格。

空格在版面上拉开缺口，检索时也找不到这个词。标题、署名里为了对齐加的空格不算，一行文字里代替换行的空格也不算，引号里字数相等的两句口号之间的空格也不算。

反例：全 市地区生产总值增长5.1%，好于预期。
反例：积极对接 RCEP 规则，扩大进出口。
反例：经济稳中向好， 质量提升。
正例：全市地区生产总值增长5.1%，积极对接RCEP规则，推出“千年古镇 万里茶道”旅游品牌。

依据：《标点符号用法》（GB/T 15834-2011）5.1；中文排版通例。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import CHINESE, Pattern
from generator.rules.characters import BLANKS, CELL_END, around, is_chinese, is_digit
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("P106", "stray-space", Group.PUNCTUATION, Severity.WARNING, "汉字之间、汉字和字母之间有空格")

_BLANK = Pattern(f"[{BLANKS}]+")
_PROSE = Pattern("[，。；！]|[：:]$")
_HEADING = Pattern("(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]).{6}")
_HEAD_MARK = Pattern(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部分]{1,2}|附件[0-9]{0,2}[：:]?)$"
)
_SENTENCE_END = "。！？：；”）"
_ADDRESS = "各位代表"
_TITLE = 300
"""In so many characters of one line the title, the date and the name of the speaker stand before the address."""
_BEFORE_NAME = Pattern("(?:[市省区县州旗盟镇乡府局代]|自治区)[长席]$|总理$|主任$|书记$|主席$")


_HALF_BEFORE = Pattern(f"[“《](?P<half>{CHINESE}{{3,8}})$")
_HALF_BEHIND = Pattern(f"(?P<half>{CHINESE}{{3,8}})[”》]")

_FEW = 3
"""Fewer run-in heads of a level do not show what is usual in a draft."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Blanks beside Chinese characters in running prose."""
    one_line = len(context.paragraphs) == 1
    blank_follows = one_line or _blanks_follow_heads(context)
    for paragraph in context.paragraphs:
        if not (_PROSE.search(paragraph.text) or _HEADING.match(paragraph.text)):
            continue
        for match in _BLANK.finditer(paragraph.text):
            if CELL_END in match.group():
                continue
            if _beside_chinese(*around(paragraph.text, *match.span())) and not (
                _is_layout(paragraph, match, one_line, blank_follows) or _parts_slogan(context, paragraph, match)
            ):
                where = paragraph.text[max(0, match.start() - 5) : match.end() + 5]
                yield Finding(paragraph.span(*match.span()), f"“{where}”里的空格应删去", fix=Fix("", Tier.SAFE))


def _blanks_follow_heads(context: CheckContext) -> bool:
    """Whether blanks stand behind most run-in heads of some level, or the draft has too few to tell."""
    behind: dict[int, list[bool]] = {}
    for heading in context.headings:
        if heading.mark and not heading.alone:
            text = context.paragraphs[heading.paragraph - 1].text
            behind.setdefault(heading.level, []).append(text[heading.end : heading.end + 1].isspace())
    return any(len(blanks) < _FEW or sum(blanks) > 1 for blanks in behind.values() if any(blanks))


def _beside_chinese(before: str, behind: str) -> bool:
    """Numbers have a rule of their own, except before a mark."""
    if is_digit(before):
        return behind != "" and behind in "，。；、：”）·"
    if is_digit(behind):
        return before != "" and before in "，；、：·"
    return before != "" and behind != "" and (is_chinese(before) or is_chinese(behind)) and "—" not in (before, behind)


def _is_layout(paragraph: Paragraph, match: re.Match[str], one_line: bool, blank_follows: bool) -> bool:
    """Blanks after the mark of a heading or before a name, and those that stand for a lost line break."""
    if one_line and match.end() <= paragraph.text.find(_ADDRESS, 0, _TITLE):
        return True
    before = paragraph.text[max(0, match.start() - 12) : match.start()]
    wide = len(match.group()) > 1 or match.group() == "\u3000"
    return (
        (before[-1] in _SENTENCE_END and (wide or one_line))
        or (match.start() < 12 and bool(_HEAD_MARK.match(before)))
        or bool(_BEFORE_NAME.search(before))
        or (
            blank_follows
            and _may_follow_head(paragraph, match, one_line)
            and any(h.end == match.start() for h in paragraph.headings)
        )
    )


def _parts_slogan(context: CheckContext, paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether a blank parts two halves of one length in quotation marks, which nowhere stand without it."""
    one = _HALF_BEFORE.search(paragraph.text[max(0, match.start() - 9) : match.start()])
    two = _HALF_BEHIND.match(paragraph.text, match.end())
    if one is None or two is None or len(one["half"]) != len(two["half"]):
        return False
    joined = one["half"] + two["half"]
    return not any(joined in other.text for other in context.paragraphs)


def _may_follow_head(paragraph: Paragraph, match: re.Match[str], one_line: bool) -> bool:
    """A blank between a heading and its text: where line breaks were lost, or a wide one before whole sentences."""
    return one_line or (match.group() != " " and "。" in paragraph.text[match.end() :])
