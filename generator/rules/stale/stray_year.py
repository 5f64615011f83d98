"""正文里的年份与所在部分对得上。

回顾部分讲上一年，安排部分讲今年；写了别的年份又没有“以来”“比”“到……年”这类说明的，可能是旧稿没有改。安排部分出现上一年、回顾部分出现今年，按警告报；更早的年份只作提示。

反例：一、2023年工作回顾　2022年，全市经济稳中向好。　二、2024年工作安排　今年要抓好以下工作。
反例：一、2023年工作回顾　过去的一年，经济稳中向好。　二、2024年工作安排　2023年政府工作总的要求是稳中求进。
正例：一、2023年工作回顾　经济总量比2020年增长三成。　二、2024年工作安排　力争2027年建成试验区。
正例：一、2025年工作回顾　成绩。　二、“十五五”目标任务　过去五年，2025年总量超千亿元。　三、2026年工作安排　安排。
正例：一、2025年工作回顾　短片入选2026年展映名单，储备2026年项目90个。　二、2026年工作安排　兑现2025年奖补资金。

依据：政府工作报告回顾上一年工作、部署当年工作的通例。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.parts import PartFound
from generator.analysis.sentences import interval_at
from generator.analysis.years import YearFound, years_in
from generator.diagnostics import Severity
from generator.document import paragraphs_of, text_of
from generator.patterns import Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule
from generator.rules.stale.neighbour_years import is_left_over, is_made_ready
from generator.rules.stale.years import has_both_parts, report_year

RULE = Rule("S103", "stray-year", Group.STALE, Severity.WARNING, "年份与所在部分对不上")

_EXPECTED = {PartFound.REVIEW: -1, PartFound.PLAN: 0, PartFound.BUILDING: 0}
_REASON_BEFORE = Pattern(
    r"(?:较|比|同|与|从|自|于|到|至|达到|对标|面向|力争|争取|提前|迎接|[—～~-]|[“《（(][^”》）)]{0,12})$"
)
_REASON_BEHIND = Pattern(
    r"^(?:以来|之前|以前|起|前|底|年?末|版|度?目标|水平|同期|相比|的?基础|至|到|[—～~-]|开始|成立|建成|发布|出台|启动|设立|印发"
    r"|达到?[0-9]|突破[0-9]|为[0-9])"
)
_BOLD_CLAIM = Pattern("^(?:是|，(?:我们)?(?:要|将)|政府工作|(?:政府)?工作的?总)")
"""Claims that no word later in the clause explains."""
_CLAIM = Pattern(
    "^(?:，|政府|全年|年度|各项工作|工作|我[们省市区县]|全[省市区县州]|是|经济社会|要|将|新增|完成|实现|预计)"
)
_REASON_CLAUSE = Pattern("连续|规划|计划|纲要|方案|贯穿|历史|届时|五年|目标任务")


def check(context: CheckContext) -> Iterator[Finding]:
    """Years that neither belong to their part nor are explained by the words around them."""
    year = report_year(context)
    if year is None or not has_both_parts(context):
        return
    known = _known_years(context)
    heads = {(h.paragraph, h.start) for h in context.headings if h.level == 1}
    for paragraph in context.paragraphs:
        for found in years_in(paragraph.text, paragraph.number):
            part = context.part_at(paragraph.number, found.start)
            if part not in _EXPECTED or found.year in known or _in_heading(heads, context, found):
                continue
            expected = year + _EXPECTED[part]
            explained = (
                _reason(paragraph, found)
                or _is_one_of_several(context, paragraph, found)
                or _is_of_neighbour(paragraph, found, expected)
            )
            if found.year != expected and not explained:
                yield _finding(paragraph, found, year, expected)


def _finding(paragraph: Paragraph, found: YearFound, year: int, expected: int) -> Finding:
    severity = Severity.WARNING if _is_stale(paragraph, found, year, expected) else Severity.INFO
    span = paragraph.span(found.start, found.end)
    place = "回顾" if expected == year - 1 else "安排"
    return Finding(span, f"{place}部分讲的是{expected}年，这里写的是{span.text}，请核对", severity=severity)


def _is_stale(paragraph: Paragraph, found: YearFound, year: int, expected: int) -> bool:
    """The other part's year and the one before the review are; another one near is when something is claimed of it."""
    if found.year in (year - 1, year):
        return True
    if found.year == year - 2 == expected - 1:
        return not paragraph.text.startswith("度", found.end)
    return abs(found.year - expected) <= 2 and _CLAIM.match(paragraph.text[found.end :]) is not None


def _reason(paragraph: Paragraph, found: YearFound) -> bool:
    text = paragraph.text
    if _REASON_BEFORE.search(text[max(0, found.start - 16) : found.start]) or _REASON_BEHIND.match(text[found.end :]):
        return True
    if _BOLD_CLAIM.match(text[found.end :]):
        return False
    start, end = interval_at(paragraph.clauses, found.start)
    return _REASON_CLAUSE.search(text, start, end) is not None


def _is_of_neighbour(paragraph: Paragraph, found: YearFound, expected: int) -> bool:
    """Whether the next year is spoken of because it is made ready, or the last because it left something."""
    if found.year == expected + 1:
        return is_made_ready(paragraph, found)
    return found.year == expected - 1 and is_left_over(paragraph, found)


def _is_one_of_several(context: CheckContext, paragraph: Paragraph, found: YearFound) -> bool:
    """Whether the text speaks of several years here, or did in the sentence before: then it goes through them."""
    begin, _ = interval_at(paragraph.sentences, found.start)
    before = begin > 0 and context.of_several_years(paragraph.number, begin - 1)
    return before or context.of_several_years(paragraph.number, found.start)


def _known_years(context: CheckContext) -> frozenset[int]:
    """Years that the generated text itself names, apart from the two that every report names."""
    if context.base is None:
        return frozenset()
    meant = (context.base.meta.year, context.base.meta.year - 1)
    named = {found.year for runs in paragraphs_of(context.base) for found in years_in(text_of(runs))}
    return frozenset(named.difference(meant))


def _in_heading(heads: set[tuple[int, int]], context: CheckContext, found: YearFound) -> bool:
    return any(
        h.start <= found.start < h.end
        for h in context.headings
        if h.paragraph == found.paragraph and (h.paragraph, h.start) in heads
    )
