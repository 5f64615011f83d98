"""政府工作报告该有的部分要齐全。

一份完整的报告有称呼、“请予审议”、上年回顾、今年安排、政府自身建设（单列一部分或一节）、致谢，结尾再称“各位代表”。
只在看得出是整篇报告（至少有两个部分）时才核对。

反例：各位代表：现在报告工作。一、2023年工作回顾　衷心感谢。二、2024年工作安排　加强自身建设。
正例：各位代表：现在报告工作，请予审议。一、2023年工作回顾　衷心感谢。二、2024年工作安排　加强自身建设。

依据：《地方各级人民代表大会和地方各级人民政府组织法》关于政府向本级人民代表大会报告工作的规定，历年报告的通例。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.parts import PartFound
from generator.diagnostics import Severity, Span
from generator.document import paragraphs_of, text_of
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("R106", "required-parts", Group.STRUCTURE, Severity.WARNING, "缺少该有的部分")

_SELF_BUILDING = Pattern(
    "自身建设|自身改革|人民满意.{0,6}政府|政府治理|建设.{0,6}政府|政府系统.{0,8}建设"
    "|(?:法治|廉洁|清廉|廉政|服务型|创新|高效|诚信|数字|效能|阳光)政府建设|坚持依法行政"
)
_SUPERVISED = Pattern("接受.{0,12}监督|党风廉政|过紧日子")
_SUBMITTED = Pattern("请(?:予以?)?审[议查]|一并审[议查]|提请.{0,6}审[议查]")
_THANKS = Pattern("感谢|敬意|致敬")
_REPORTS = Pattern(
    "(?:我|现在|谨)[^。]{0,6}代表(?!大会).{0,24}?政府.{0,12}?(?:报告(?:政府)?工作|作(?:政府)?工作报告|报告)"
)
_ADDRESS = "各位代表"
_MIN_CHARACTERS = 3_000
"""Shorter drafts are not expected to thank: they are excerpts or skeletons."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Parts that a whole report has and this one lacks, each at the place where it should stand."""
    parts = {start.part for start in context.parts}
    if not _is_whole(context, parts):
        return
    first, last = _at_start(context), _at_end(context)
    review = _begin(context, PartFound.PLAN) or last
    if PartFound.REVIEW not in parts:
        yield Finding(first, "没有找到上年工作回顾部分", "一、上年工作回顾")
    if PartFound.PLAN not in parts:
        yield Finding(last, "没有找到今年工作安排部分", "二、今年工作安排")
    if PartFound.BUILDING not in parts and not _builds_itself(context):
        yield Finding(last, "没有找到政府自身建设部分", "政府自身建设")
    yield from _set_phrases(context, first, last, review)


def _builds_itself(context: CheckContext) -> bool:
    """Whether the plan speaks of it under another heading, or the end of the report under none."""
    return _found(context, _SELF_BUILDING, PartFound.PLAN) or _SUPERVISED.search(_ending(context)) is not None


def _is_whole(context: CheckContext, parts: set[PartFound]) -> bool:
    """Two parts and more, or one long one with the address of a whole report."""
    count = len(parts & {PartFound.REVIEW, PartFound.PLAN, PartFound.BUILDING})
    addressed = _SUBMITTED.search(_opening(context)) is not None and _ADDRESS in _opening(context)
    return count >= 2 or (count == 1 and addressed and sum(len(p.text) for p in context.paragraphs) >= _MIN_CHARACTERS)


def _opening(context: CheckContext) -> str:
    return "".join(p.text for p in context.paragraphs[:8])[:600]


def _set_phrases(context: CheckContext, first: Span, last: Span, review: Span) -> Iterator[Finding]:
    opening = _opening(context)
    if _ADDRESS not in opening:
        yield Finding(first, "开头没有称呼“各位代表”", "各位代表：")
    if not _SUBMITTED.search(opening):
        yield Finding(_behind_report(context) or first, "开头没有“请予审议”", "请予审议")
    body = [p for p in context.paragraphs if context.part_at(p.number) is not PartFound.ANNEX]
    length = sum(len(p.text) for p in body)
    if length < _MIN_CHARACTERS:
        return
    if not any(_THANKS.search(p.text) for p in body):
        yield Finding(_generated_end(context, _THANKS) or review, "没有找到致谢的话", "表示衷心感谢")
    if _ADDRESS not in _ending(context):
        yield Finding(last, "结尾没有再称“各位代表”", "各位代表！")


def _behind_report(context: CheckContext) -> Span | None:
    """Behind the words that announce the report, where it is submitted."""
    for paragraph in context.paragraphs[:8]:
        announced = _REPORTS.search(paragraph.text[:600])
        if announced is not None:
            return paragraph.span(announced.end(), announced.end())
    return None


def _generated_end(context: CheckContext, pattern: Pattern) -> Span | None:
    """The end of the paragraph where the generated text says something, or of the one before it."""
    if context.base is None or context.alignment is None:
        return None
    texts = [text_of(runs) for runs in paragraphs_of(context.base)]
    stated = next((number for number, text in enumerate(texts, start=1) if pattern.search(text)), 0)
    before = [(base, draft) for draft, base in context.alignment.paired_paragraphs.items() if base <= stated]
    if not before:
        return None
    paragraph = context.paragraphs[max(before)[1] - 1]
    return paragraph.span(len(paragraph.text), len(paragraph.text))


def _ending(context: CheckContext) -> str:
    """The last tenth of the report without its annexes."""
    texts = []
    for paragraph in context.paragraphs:
        cuts = [s.offset for s in context.parts if s.part is PartFound.ANNEX and s.paragraph == paragraph.number]
        if context.part_at(paragraph.number) is not PartFound.ANNEX:
            texts.append(paragraph.text[: min(cuts)] if cuts else paragraph.text)
    whole = "".join(texts)
    return whole[-max(600, len(whole) // 10) :]


def _found(context: CheckContext, pattern: Pattern, since: PartFound) -> bool:
    """Whether something stands in the text from a part's beginning on."""
    begin = _begin(context, since)
    if begin is None:
        return False
    return any(
        pattern.search(p.text, begin.start if p.number == begin.paragraph else 0) is not None
        for p in context.paragraphs[begin.paragraph - 1 :]
    )


def _begin(context: CheckContext, part: PartFound) -> Span | None:
    start = next((start for start in context.parts if start.part is part), None)
    return Span("", start.paragraph, start.offset, start.offset) if start else None


def _at_start(context: CheckContext) -> Span:
    return context.paragraphs[0].span(0, 0)


def _at_end(context: CheckContext) -> Span:
    last = context.paragraphs[-1]
    return last.span(len(last.text), len(last.text))
