"""比重、比例、覆盖率不在0到100%之间。

占比、覆盖率、合格率这类数最大是100%；增长率、完成率、负债率、毛入学率等可以超过的不查。

反例：高新技术产业产值占规模以上工业总产值比重达到159%。
正例：出庭应诉率达到100%，税收完成率达到108%，拨备覆盖率达到230%，贷款余额增长159%。

依据：比重、比率的定义。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.bounds import bounds_of
from generator.analysis.figures import PERCENT
from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.registers import any_of, register, words_of
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F102", "share-out-of-range", Group.FOOTING, Severity.ERROR, "比重、比例超出0—100%", anywhere=True)

_SHARE = Pattern(
    "(?:(?P<rate>[^，。；：、0-9]{0,12}(?:率|占比|比重|比例|普及度))|占(?![^，。；：、0-9]{0,10}(?:计划|预算|目标|任务|调整数|进度|同期|上年|去年|前值|定额))"
    "[^，。；：、0-9]{1,14}的?)"
    "(?:已|将|都|均|力争|稳定|保持|控制|提高|提升|上升|增加|增长|扩大|下降|降|降低|缩小|达|高)*(?:在|到|至|为|达|是)?$"
)
_REACH = 32


def check(context: CheckContext) -> Iterator[Finding]:
    """Percentages over a hundred, or below nothing, of what can only be a share."""
    for paragraph in context.paragraphs:
        for quantity in paragraph.quantities:
            if quantity.unit not in PERCENT or 0 <= quantity.value <= 100:
                continue
            lead = paragraph.text[max(0, quantity.start - _REACH) : quantity.start - len(quantity.before)]
            match = _SHARE.search(lead)
            if match is None or _unbounded(match["rate"] or "") or "增长" in match.group()[-4:]:
                continue
            if bounds_of(quantity).low > 100 or quantity.value < 0:
                yield Finding(
                    paragraph.span(quantity.start, quantity.end),
                    f"“{lead[match.start() :].strip()}”不会是{quantity.text}",
                )


def _unbounded(rate: str) -> bool:
    words = words_of(register("generator.rules.footing", "unbounded_rates")["words"])
    return any_of(words).search(rate) is not None
