"""The table of targets and results as words, the same in every format."""

from __future__ import annotations

from dataclasses import dataclass

from generator.attainment.indicators import Attainment, Indicator
from generator.attainment.judging import Outcome
from generator.facts.saying import cell_text

HEADER = ("指标", "目标", "完成", "完成率", "达成与否", "上年")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; ``note`` stands behind the verdict."""

    name: str
    target: str
    result: str
    completion: str
    verdict: str
    last: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells, in the order of :data:`HEADER`."""
        return self.name, self.target, self.result, self.completion, self.verdict, self.last


def rows_of(table: Attainment) -> tuple[Row, ...]:
    """All lines, in the order of the table."""
    return tuple(row_of(indicator) for indicator in table.indicators)


def row_of(indicator: Indicator) -> Row:
    """The line of one indicator."""
    verdict = indicator.verdict
    words = f"{verdict.outcome}（{verdict.note}）" if verdict.note else str(verdict.outcome)
    return Row(
        indicator.name,
        cell_text(indicator.target) or "待定",
        cell_text(indicator.result) if indicator.result is not None else "",
        completion_text(indicator),
        words,
        cell_text(indicator.last) if indicator.last is not None else "",
    )


def completion_text(indicator: Indicator) -> str:
    """The ratio in percent, or where that says nothing the distance in words (低0.4个百分点)."""
    verdict = indicator.verdict
    return f"{verdict.completion:f}%" if verdict.completion is not None else verdict.said


def title_of(table: Attainment) -> str:
    """The title of the table."""
    return f"{table.place}{table.period}年主要目标完成情况" if table.begun else f"{table.place}{table.period}年主要目标"


def summary_of(table: Attainment) -> str:
    """One sentence: how many targets, how many of them reached."""
    total = len(table.indicators)
    if not table.begun:
        return f"共 {total} 项目标；结果还没有，“上年”是 {table.period - 1} 年的数。"
    counts = [f"{outcome} {table.count(outcome)} 项" for outcome in Outcome if table.count(outcome)]
    return f"共 {total} 项目标：{'，'.join(counts)}。"
