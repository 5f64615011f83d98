"""“甲3处、乙4处，共8处”：各部分加起来不等于总数。

按印出来的精度核算，四舍五入能解释的差别不报。

反例：新建小学3所、中学4所，共8所。
反例：争取中央资金12.5亿元、省级资金7.6亿元，合计21.3亿元。
正例：新建小学3所、中学4所，共7所；争取中央资金12.5亿元、省级资金7.6亿元，合计20.1亿元。
正例：新建学校3所、公园4处，共吸引游客8万人次。

依据：XBRL Calculations 1.1 的区间核算法。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.analysis.bounds import bounds_of, scale_of, total
from generator.analysis.figures import PERCENT, POINTS, sentence_figures
from generator.analysis.quantities import Quantity
from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F105", "total-of-parts", Group.FOOTING, Severity.ERROR, "各部分之和不等于总数（共、合计）", anywhere=True)

_TOTAL = Pattern("(?:[，、]|以上|左右)?(?:一共|总共|共计|合计|总计|共)(?:为|达|有|是)?[^，。；：、0-9]{0,4}")
_BETWEEN = Pattern("(?:以上|左右|多|余)?[，、和与及][^，。；：0-9]{1,24}")
_PART_OF = Pattern("其中|共|合计|总计|累计|增长|下降|比上年|较上年")


def check(context: CheckContext) -> Iterator[Finding]:
    """Totals behind their parts."""
    for paragraph in context.paragraphs:
        for sentence in sentence_figures(paragraph.text, paragraph.sentences, paragraph.quantities):
            figures = sentence.figures
            for index in range(2, len(figures)):
                said, last = figures[index], figures[index - 1]
                gap = paragraph.text[last.end : said.start - len(said.before)]
                if not _addable(said) or not _TOTAL.fullmatch(gap):
                    continue
                parts = _parts(paragraph.text, figures[:index], said, sentence.start)
                if len(parts) > 1 and not _adds_up(parts, said):
                    related = (paragraph.span(parts[0].start, parts[-1].end),)
                    message = f"前面{len(parts)}个数之和是{_sum(parts)}{said.scale}{said.unit}，这里写“{said.text}”"
                    yield Finding(paragraph.span(said.start, said.end), message, related=related)


def _addable(figure: Quantity) -> bool:
    return bool(figure.unit) and figure.unit not in PERCENT | POINTS and figure.upper is None


def _parts(text: str, before: Sequence[Quantity], said: Quantity, start: int) -> list[Quantity]:
    """The figures of the same unit that run up to the total."""
    parts: list[Quantity] = []
    for index in range(len(before) - 1, -1, -1):
        part = before[index]
        floor = before[index - 1].end if index else start
        if part.unit != said.unit or part.upper is not None:
            break
        parts.insert(0, part)
        lead = text[floor : part.start - len(part.before)]
        if _PART_OF.search(lead) or (index and not _BETWEEN.fullmatch(lead)):
            break
    return parts


def _adds_up(parts: Sequence[Quantity], said: Quantity) -> bool:
    """Whether all the parts, or the last two or more of them, make the total."""
    whole = bounds_of(said)
    return any(total(map(bounds_of, parts[first:])).meets(whole) for first in range(len(parts) - 1))


def _sum(parts: Sequence[Quantity]) -> str:
    whole = sum((part.magnitude for part in parts), Decimal(0))
    return f"{(whole / scale_of(parts[-1])).normalize():f}"
