"""中文里用全角标点。

半角的逗号、括号、引号混在汉字中间，间距不齐，断行也会出错。数字、英文内部的不算。

反例：极不寻常,极不容易。
反例：深化中国(潍坊)跨境电商综试区建设。
反例：主动"遍访企业"。
反例：增长5.1%;投资平稳.
正例：中国（潍坊）综试区，比例为2.31:1，增长5.1%，R&D经费，8:30开始，APEC (2024)。

依据：《标点符号用法》（GB/T 15834-2011）5.1：标点符号占一个字位置。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.characters import around, is_chinese, is_digit, is_han
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("P103", "half-width-mark", Group.PUNCTUATION, Severity.WARNING, "中文里用了半角标点", anywhere=True)

_MARK = Pattern(r"[,;:?!()'.]")
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}
_QUOTE = Pattern('[“”"]')
_HEADING = Pattern(r"\s*\([一二三四五六七八九十0-9]{1,3}\)")


def check(context: CheckContext) -> Iterator[Finding]:
    """Half-width marks next to Chinese characters, and straight quotation marks."""
    for paragraph in context.paragraphs:
        text = paragraph.text
        head = _HEADING.match(text)
        for match in _MARK.finditer(text, head.end() if head else 0):
            if _in_chinese(text, match.start()):
                full = _FULL.get(match.group(), "")
                fix = Fix(full, Tier.SAFE) if full else None
                yield Finding(paragraph.span(*match.span()), _message(match.group(), full), full, fix=fix)
        yield from _straight(paragraph)


def _in_chinese(text: str, at: int) -> bool:
    """Whether a mark belongs to Chinese text: not inside numbers, times, ratios, Latin names."""
    mark = text[at]
    before, behind = around(text, at, at + 1)
    if mark == ".":
        ends = behind == "" or behind.isspace() or behind in "“（"
        after_mark = before != "" and before in "”）》％%" and is_han(behind)
        return (
            after_mark
            or (is_chinese(before) and ends)
            or (behind == "" and at > 0 and before.isascii() and before.isalnum())
        )
    if is_chinese(before):
        return True
    if mark == ")" and _opens_in_latin(text, at):
        return False
    if mark == ":" and is_digit(before):
        return False
    if is_chinese(behind):
        return mark != "'" or not before.isalnum()
    return mark in ";?!" and behind == "" and before != ""


def _opens_in_latin(text: str, at: int) -> bool:
    """Whether the bracket that closes here stands behind a Latin word or a blank."""
    opened = text.rfind("(", max(0, at - 40), at)
    return opened > 0 and not is_chinese(text[opened - 1]) and text[opened + 1 : at].isascii()


def _straight(paragraph: Paragraph) -> Iterator[Finding]:
    text = paragraph.text
    starts = [at for at, mark in enumerate(text) if mark == '"' and any(map(is_chinese, around(text, at, at + 1)))]
    safe = len(starts) % 2 == 0 and text.count('"') == len(starts) and "“" not in text
    near = set(starts)
    is_open = False
    for match in _QUOTE.finditer(text):
        start, full = match.start(), "“”"[is_open]
        is_open = match.group() == "“" or (match.group() == '"' and not is_open)
        if start in near:
            fix = Fix(full, Tier.SAFE if safe else Tier.ASK)
            yield Finding(paragraph.span(start, start + 1), _message('"', full), full, fix=fix)


def _message(half: str, full: str) -> str:
    return f"半角“{half}”应为全角“{full}”" if full else f"半角“{half}”应为全角引号"
