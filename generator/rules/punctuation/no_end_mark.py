"""段落末尾没有点断。

一段话说完要有句号；标题、称谓、署名、表格不算。

反例：全市地区生产总值增长5.1%。规模以上工业增加值增长6.6%
正例：全市地区生产总值增长5.1%。规模以上工业增加值增长6.6%。

依据：《标点符号用法》（GB/T 15834-2011）4.1。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("P111", "no-end-mark", Group.PUNCTUATION, Severity.WARNING, "段落末尾没有句号")

_INSIDE = Pattern("[。！？；][”）]?[^”）。！？；]")
_ENDED = Pattern(r"[。！？；：…）)!?.:;|—][”’》〉]*[^\w”’》〉]*$")
_PROSE_LENGTH = 30


def check(context: CheckContext) -> Iterator[Finding]:
    """Paragraphs of prose whose last sentence has no end mark."""
    for paragraph in context.paragraphs:
        text = paragraph.text.rstrip()
        headed = any(not text[: heading.start].strip() for heading in paragraph.headings)
        prose = _INSIDE.search(text) or (len(text) >= _PROSE_LENGTH and "，" in text and not headed)
        if prose and not _ENDED.search(text[-8:]) and not _ends_in_heading(paragraph, len(text)):
            span = paragraph.span(max(0, len(text) - 1), len(text))
            ended = f"{span.text}。"
            message = "段落末尾没有句号" if text[-1] not in "，、" else f"段落以“{text[-1]}”结尾，话没有说完"
            yield Finding(span, message, ended, fix=Fix("。" if text[-1] in "，、" else ended))


def _ends_in_heading(paragraph: Paragraph, end: int) -> bool:
    """Whether what ends there is a heading that lost its line break."""
    return any(heading.end >= end and heading.start > 0 for heading in paragraph.headings)
