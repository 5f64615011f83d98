"""独占一行的标题，末尾不用句号。

接排在段首的标题（“（一）聚力稳增长。把扩大内需……”）用句号；单独成行的标题不用任何点号。

反例：一、2023年工作回顾。
正例：一、2023年工作回顾
正例：（一）聚力稳增长。把扩大内需摆在更加突出位置。

依据：《标点符号用法》（GB/T 15834-2011）附录 A.1：标题末尾一般不用标点（问号、叹号、省略号除外）。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.headings import HeadingFound
from generator.analysis.parts import PartFound
from generator.diagnostics import Fix, Severity, Tier
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("R105", "stop-after-heading", Group.STRUCTURE, Severity.WARNING, "标题末尾多了标点")

_SIGNS = "。；，、：.;,"


def check(context: CheckContext) -> Iterator[Finding]:
    """Headings on a line of their own that end with a sign; in a text without lines, parts unlike most parts."""
    for heading in context.headings:
        text = context.paragraphs[heading.paragraph - 1].text
        signs = text[heading.end :].rstrip()
        if heading.mark and not heading.alone and signs and not signs.strip(_SIGNS) and _is_heading(context, heading):
            yield _finding(context, heading, len(signs))
    yield from _in_a_line(context)


def _is_heading(context: CheckContext, heading: HeadingFound) -> bool:
    """Not a sentence that happens to begin with a number: an item of a list, or a run-in head as others are."""
    if heading.level == 1:
        return context.part_at(heading.paragraph, heading.start) is not PartFound.ANNEX
    section = next((section for section in _sections(context.headings) if heading in section), [])
    alike = [other for other in section if other is not heading and other.mark != "——"]
    return heading.level == 2 and heading.mark != "——" and sum(h.alone for h in alike) * 2 > len(alike)


def _sections(headings: list[HeadingFound]) -> list[list[HeadingFound]]:
    """Headings that should look alike: the parts, and in each part those of the second level."""
    parts: list[HeadingFound] = []
    sections: list[list[HeadingFound]] = [[]]
    for heading in headings:
        if heading.level == 1:
            parts.append(heading)
            sections.append([])
        elif heading.level == 2:
            sections[-1].append(heading)
    return [section for section in (parts, *sections) if section]


def _in_a_line(context: CheckContext) -> Iterator[Finding]:
    """Where lines were joined with spaces: a full stop behind a heading when its fellows have a space."""
    inside = [heading for heading in context.headings if _is_inside(context, heading)]
    for section in _sections(context.headings):
        heads = [heading for heading in section if heading in inside]
        behind = [context.paragraphs[h.paragraph - 1].text[h.end : h.end + 2] for h in heads]
        if 2 * sum(signs[:1].isspace() for signs in behind) >= len(heads):
            for heading, signs in zip(heads, behind, strict=True):
                if signs[:1] == "。" and signs[1:].isspace():
                    yield _finding(context, heading, 1)


def _is_inside(context: CheckContext, heading: HeadingFound) -> bool:
    """A marked heading of the body that does not begin its paragraph."""
    before = context.paragraphs[heading.paragraph - 1].text[: heading.start].strip()
    in_annex = context.part_at(heading.paragraph, heading.start) is PartFound.ANNEX
    return bool(before) and bool(heading.mark) and heading.mark != "——" and not in_annex


def _finding(context: CheckContext, heading: HeadingFound, length: int) -> Finding:
    span = context.paragraphs[heading.paragraph - 1].span(heading.end, heading.end + length)
    return Finding(span, f"标题“{heading.text}”独占一行，末尾不用“{span.text}”", fix=Fix("", Tier.SAFE))
