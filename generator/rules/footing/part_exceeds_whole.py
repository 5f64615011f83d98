"""“新签约1126个，落地开工1583个”：后一步的数比前一步还大。

签约的才能落地，累计的不小于新增的，总投资不小于其中完成的——前后两个数挨着、单位相同才比较。

反例：全市新签约项目1126个，落地开工1583个。
反例：新增公园141座、累计达到97座。
正例：全市新签约项目1126个，落地开工583个；新增公园141座、累计达到973座。

依据：部分不大于整体；累计数包含当年数。
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.analysis.bounds import bounds_of
from generator.analysis.figures import PERCENT, POINTS, sentence_figures
from generator.analysis.quantities import Quantity
from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.registers import mappings, register
from generator.rules.rule import Finding, Group, Rule

RULE = Rule(
    "F103", "part-exceeds-whole", Group.FOOTING, Severity.WARNING, "后一步的数大于前一步（签约与落地、新增与累计）"
)

_REACH = 26


@dataclass(frozen=True, slots=True)
class _Pair:
    """Words before two neighbouring figures; ``grows`` says that the second must not be smaller, else not larger."""

    first: Pattern
    second: Pattern
    grows: bool
    reason: str


def check(context: CheckContext) -> Iterator[Finding]:
    """Neighbouring figures of one unit whose words put them in an order that the numbers break."""
    for paragraph in context.paragraphs:
        text = paragraph.text
        for sentence in sentence_figures(text, paragraph.sentences, paragraph.quantities):
            floor = sentence.start
            for first, second in zip(sentence.figures, sentence.figures[1:], strict=False):
                pair = _pair(text, floor, first, second)
                floor = first.end
                if pair is None or not _breaks(pair, first, second):
                    continue
                span = paragraph.span(second.start, second.end)
                related = (paragraph.span(first.start, first.end),)
                size = "小于" if pair.grows else "大于"
                yield Finding(span, f"“{second.text}”{size}前面的“{first.text}”：{pair.reason}", related=related)


def _pair(text: str, floor: int, first: Quantity, second: Quantity) -> _Pair | None:
    if not first.unit or first.unit != second.unit or first.unit in PERCENT | POINTS:
        return None
    lead = text[max(floor, first.start - _REACH) : first.start - len(first.before)] + "#"
    gap = text[first.end : second.start - len(second.before)] + "#"
    return next((pair for pair in _pairs() if pair.second.search(gap) and pair.first.search(lead)), None)


def _breaks(pair: _Pair, first: Quantity, second: Quantity) -> bool:
    one, other = bounds_of(first), bounds_of(second)
    return other.high < one.low if pair.grows else other.low > one.high


@cache
def _pairs() -> tuple[_Pair, ...]:
    found = mappings(register("generator.rules.footing", "ordered_figures")["pairs"])
    return tuple(_read(entry) for entry in found)


def _read(entry: Mapping[str, object]) -> _Pair:
    first, second = Pattern(str(entry["first"])), Pattern(str(entry["second"]))
    return _Pair(first, second, entry["order"] == "grows", str(entry["reason"]))
