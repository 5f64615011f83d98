"""“去年”“今年”“明年”用对地方。

报告在年初作：回顾部分说的是过去一年，安排部分说的是今年。回顾里出现“今年”，安排里出现“去年”，多半是旧稿没有改。

反例：一、2023年工作回顾　今年全市经济稳中向好。　二、2024年工作安排　今年要抓好以下工作，今年的目标是稳中求进。
反例：一、2023年工作回顾　过去的一年，经济稳中向好。　二、2024年工作安排　去年要抓好以下工作。
正例：一、2023年工作回顾　过去的一年，经济稳中向好。　二、2024年工作安排　今年要抓好以下工作，电价比去年下降。

依据：政府工作报告回顾上一年工作、部署当年工作的通例。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.parts import PartFound
from generator.diagnostics import Severity, Span
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule
from generator.rules.stale.years import has_both_parts

RULE = Rule("S102", "year-word", Group.STALE, Severity.WARNING, "“去年”“今年”“明年”用错地方")

_WORD = Pattern("[今去明前]年")
_IN_REVIEW = Pattern("今年|明年(?!初|春)")
_IN_PLAN = Pattern(
    "(?:去年|前年)(?!同期|[底末初]|以来|[0-9]{1,2}月|中央|召开|的?(?:基础|成绩|水平|实际))"
    "|明年(?![初春上度底年]|[0-9]{1,2}月|一季度|第?[一二]季度|的?(?:工作|发展)?(?:打|奠|留))",
    needs=("去年", "前年", "明年"),
)
_EXPLAINED = {"去年": "较比同与于超持在对", "前年": "较比同与于超持在对空", "明年": "到至为在迎", "今年": ""}
"""With one of these before it, the word is compared with or aimed at; 空前年 is another word."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Words for years that point to the other part; silent where the parts seem to be misread."""
    if not has_both_parts(context):
        return
    review, plan = _places(context)
    if not _names_this_year(context) and sum(span.text == "今年" for span in review) < max(3, _count_in_plan(context)):
        for span in review:
            yield Finding(span, f"回顾部分不说“{span.text}”，应为“去年”“过去一年”或写明年份")
    for span in plan:
        yield Finding(span, f"安排部分说的是今年，这里却是“{span.text}”，请核对")


def _names_this_year(context: CheckContext) -> bool:
    """Whether the review is of this year too, as its heading says (2019年和今年以来工作回顾)."""
    parts = (h for h in context.headings if h.level == 1)
    return any("今年" in h.text and context.part_at(h.paragraph, h.start) is PartFound.REVIEW for h in parts)


def _places(context: CheckContext) -> tuple[list[Span], list[Span]]:
    review: list[Span] = []
    plan: list[Span] = []
    for paragraph in context.paragraphs:
        for match in _WORD.finditer(paragraph.text):
            before = paragraph.text[match.start() - 1 : match.start()]
            if before and before in _EXPLAINED[match.group()]:
                continue
            part = context.part_at(paragraph.number, match.start())
            if part is PartFound.REVIEW and _IN_REVIEW.match(paragraph.text, match.start()):
                review.append(paragraph.span(*match.span()))
            elif part in (PartFound.PLAN, PartFound.BUILDING) and _IN_PLAN.match(paragraph.text, match.start()):
                plan.append(paragraph.span(*match.span()))
    return review, plan


def _count_in_plan(context: CheckContext) -> int:
    return sum(
        context.part_at(p.number, m.start()) is PartFound.PLAN
        for p in context.paragraphs
        for m in re.finditer("今年", p.text)
    )
