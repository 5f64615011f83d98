"""The table of targets and results as an annex of the report: every cell keeps its origin."""

from __future__ import annotations

from collections.abc import Mapping

from generator.attainment.indicators import Indicator, compare_facts
from generator.attainment.table import HEADER, row_of
from generator.diagnostics import Diagnostic
from generator.document import Facet, Kind, Role
from generator.facts.fact import Fact, NumberFact
from generator.facts.namespace import facts_of
from generator.facts.saying import cell_text
from generator.loading.loader import Loaded
from generator.positions import Position
from generator.templating.marks import figure_mark
from schemas.figure import Status

OWED = "【待填】"


def annex_rows(before: Loaded, facts: Mapping[str, Fact]) -> tuple[tuple[str, ...], ...]:
    """Header and rows as marked text: last year's targets against the facts of this year's report."""
    table = compare_facts(before.require(), facts_of(before.require(), before.sources)[0], facts)
    return (HEADER, *(_row(indicator) for indicator in table.indicators))


def without_last_year(year: int, there: bool, position: Position, line: str) -> Diagnostic:
    """Why the annex cannot be made: last year's data are missing or, if they are ``there``, wrong."""
    message = f"{year} 年的数据有错" if there else f"没有 {year} 年的数据"
    hint = f"先用 qicao validate {year} 改好" if there else "没有上年的目标，就删去这个附件"
    said = f"{message}，列不出目标完成情况"
    return Diagnostic("D209", "cannot-compute", said, position, hint=hint, source_line=line)


def _row(indicator: Indicator) -> tuple[str, ...]:
    row, target = row_of(indicator), indicator.target
    key = f"{indicator.key}·目标完成情况"
    source = indicator.result.source if indicator.result is not None else target.source
    return (
        _word(row.name, key, source),
        _word(row.target, key, target.source),
        _result(indicator.result),
        _word(row.completion, key, source),
        row.verdict,
        _word(row.last, key, indicator.last.source) if indicator.last is not None else "",
    )


def _word(text: str, key: str, source: str) -> str:
    return figure_mark(text, key, Kind.DERIVED, source, Facet.WORD) if text else ""


def _result(fact: NumberFact | None) -> str:
    if fact is None:
        return ""
    role = Role.PLACEHOLDER if fact.owed else Role.PENDING if fact.status is Status.PENDING else Role.BODY
    return figure_mark(cell_text(fact) or OWED, fact.key, fact.kind, fact.source, Facet.VALUE, role)
