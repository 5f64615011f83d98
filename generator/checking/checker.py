"""One draft through all the rules that apply to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from generator.checking.merging import merged
from generator.checking.registry import RuleModule
from generator.diagnostics import Diagnostic
from generator.patterns import Pattern
from generator.positions import Position
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Need, Rule


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that could not run, or not to the end, and why (Chinese); ``fault`` says that it is the rule's own."""

    rule: Rule
    reason: str
    fault: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything that was found in one draft, in the order of the text, and the rules that could not run."""

    diagnostics: tuple[Diagnostic, ...]
    skipped: tuple[Skipped, ...]


MOST_FINDINGS = 10_000
"""Findings of one rule in one draft; a file with more is no report, and must not fill the memory."""

_REASONS = {
    Need.DATA: "没有这一年的数据",
    Need.BASE: "没有数据，文件里也没有生成记录",
    Need.WORD: "不是 Word 文件",
    Need.LAST_YEAR: "没有上一年的数据，或上一年的数据有错",
}


def check_draft(context: CheckContext, rules: Iterable[RuleModule], *, isolate: bool = False) -> Checked:
    """Run rules over a draft.  With ``isolate`` a rule that fails is listed as skipped, and the others still run."""
    found: list[Diagnostic] = []
    skipped: list[Skipped] = []
    for module in rules:
        missing = next((need for need in sorted(module.rule.needs) if not _has(context, need)), None)
        if missing is not None:
            skipped.append(Skipped(module.rule, _REASONS[missing]))
            continue
        try:
            first = [_diagnostic(module.rule, f, context) for f in islice(module.check(context), MOST_FINDINGS + 1)]
        except Exception as error:
            if not isolate:
                raise
            reason = f"这条规则自己出错了（{type(error).__name__}），请告诉维护者"
            skipped.append(Skipped(module.rule, reason, fault=True))
            continue
        found.extend(first[:MOST_FINDINGS])
        if len(first) > MOST_FINDINGS:
            skipped.append(Skipped(module.rule, f"问题太多，只列出前 {MOST_FINDINGS} 处，没有查完"))
    kept = _outside_placeholders(merged(found), context)
    return Checked(tuple(sorted(kept, key=_order)), tuple(skipped))


def _has(context: CheckContext, need: Need) -> bool:
    match need:
        case Need.DATA:
            return context.ledger is not None
        case Need.BASE:
            return context.alignment is not None
        case Need.WORD:
            return context.draft.word is not None
        case Need.LAST_YEAR:
            return context.last_year is not None


def _diagnostic(rule: Rule, finding: Finding, context: CheckContext) -> Diagnostic:
    return Diagnostic(
        code=rule.code,
        rule=rule.name,
        message=finding.message,
        position=Position(context.draft.name, finding.span.paragraph, finding.span.start + 1),
        severity=finding.severity or rule.severity,
        source_line=context.paragraphs[finding.span.paragraph - 1].text if context.paragraphs else "",
        span=finding.span,
        related=finding.related,
        expected=finding.expected,
        figure=finding.figure,
        source=finding.source,
        fix=finding.fix,
    )


_PLACEHOLDER = Pattern("【(?:待填|沿用上年)[^】]{0,200}】")
_ABOUT_PLACEHOLDERS = frozenset(("R120", "S106"))


def _outside_placeholders(found: Iterable[Diagnostic], context: CheckContext) -> Iterator[Diagnostic]:
    """Without what is said of the words inside 【待填：…】: that it is still there is the only finding."""
    places: dict[int, list[tuple[int, int]]] = {}
    for diagnostic in found:
        span = diagnostic.span
        if span is None or diagnostic.code in _ABOUT_PLACEHOLDERS or not context.paragraphs:
            yield diagnostic
            continue
        if span.paragraph not in places:
            text = context.paragraphs[span.paragraph - 1].text
            places[span.paragraph] = [match.span() for match in _PLACEHOLDER.finditer(text)]
        if not any(a <= span.start < b or span.start < a < span.end for a, b in places[span.paragraph]):
            yield diagnostic


def _order(diagnostic: Diagnostic) -> tuple[int, int, str]:
    span = diagnostic.span
    return (span.paragraph, span.start, diagnostic.code) if span else (0, 0, diagnostic.code)
