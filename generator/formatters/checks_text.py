"""Checked drafts as lines for a terminal: place, code, message, the clause with a caret, what was expected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.analysis.sentences import clauses
from generator.checking.coverage import Coverage
from generator.checking.session import CheckedDraft
from generator.diagnostics import Diagnostic
from generator.formatters.text import SEVERITY_WORDS, display_width, summary


def format_drafts(checked: Sequence[CheckedDraft]) -> str:
    """All drafts, one after the other."""
    return "\n\n".join("\n".join(_draft(draft)) for draft in checked)


def _draft(draft: CheckedDraft) -> Iterator[str]:
    for finding in draft.findings:
        yield from _finding(finding.diagnostic)
    found = [f.diagnostic for f in draft.findings]
    yield f"{draft.draft.name}：{summary(found) if found else '没有发现问题。'}"
    yield from (f"说明：{note}" for note in draft.draft.notes)
    yield from _coverage(draft.coverage)


def _finding(diagnostic: Diagnostic) -> Iterator[str]:
    word = SEVERITY_WORDS[diagnostic.severity]
    yield f"{diagnostic.position}: {diagnostic.code} {word} {diagnostic.message}"
    if diagnostic.span is not None:
        yield from _clause(diagnostic)
    facts = [f"应为“{diagnostic.expected}”"] if diagnostic.expected else []
    facts += [f"数据见 {diagnostic.source}"] if diagnostic.source else []
    if facts:
        yield f"    → {'，'.join(facts)}"


def _clause(diagnostic: Diagnostic) -> Iterator[str]:
    """The clause around a span, and a caret under the span."""
    span = diagnostic.span
    assert span is not None
    text = diagnostic.source_line
    around = [(a, b) for a, b in clauses(text) if a <= span.start <= b] or [(0, len(text))]
    start, end = around[-1][0], max(around[-1][1], span.end)
    yield f"    {text[start:end]}"
    yield f"    {' ' * display_width(text[start : span.start])}{'^' * max(1, display_width(text[span.start : span.end]))}"


def _coverage(coverage: Coverage) -> Iterator[str]:
    yield (
        f"核对范围：数据 {coverage.tied} 处已核对、{coverage.loose} 处改动太大未核对、{coverage.missing} 处未找到，"
        f"数据之外的数 {coverage.not_data} 处；并列计数 {coverage.enumerations_checked} 处已核对、"
        f"{coverage.enumerations_not_checkable} 处无法核对。"
    )
    reasons: dict[str, list[str]] = defaultdict(list)
    for skipped in coverage.skipped:
        reasons[skipped.reason].append(skipped.rule.code)
    for reason, codes in reasons.items():
        yield f"没有查的规则（{reason}）：{'、'.join(codes)}"
