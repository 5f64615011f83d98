"""A finished check as lines for a terminal: place, code, message, the clause with a caret, what was expected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.analysis.sentences import Interval, interval_at
from generator.checking.many import CheckOutcome
from generator.checking.session import CheckedDraft
from generator.diagnostics import Diagnostic, Span, Tier
from generator.formatters.text import SEVERITY_WORDS, display_width, summary

_WIDEST = 60
"""Characters of a clause that are shown on each side of a finding."""


def format_outcome(outcome: CheckOutcome) -> str:
    """All drafts, one after the other."""
    drafts = ["\n".join(_draft(checked)) for checked in outcome.drafts]
    if len(drafts) > 1:
        drafts.append(_total(outcome.drafts))
    return "\n\n".join(drafts)


def _draft(checked: CheckedDraft) -> Iterator[str]:
    for finding in checked.findings:
        yield from _finding(finding.diagnostic, checked)
    yield f"{checked.draft.name}：{_summary(checked)}"
    yield from (f"说明：{note}" for note in checked.draft.notes)
    yield from coverage_lines(checked)


def _finding(diagnostic: Diagnostic, checked: CheckedDraft) -> Iterator[str]:
    word = SEVERITY_WORDS[diagnostic.severity]
    yield f"{diagnostic.position} {diagnostic.code} {word} {diagnostic.message}"
    if diagnostic.span is not None:
        yield from _clause(diagnostic, checked)
        facts = [f"应为“{diagnostic.expected}”"] if diagnostic.expected else []
        facts += [f"数据见 {diagnostic.source}"] if diagnostic.source else []
        if diagnostic.fix is not None and diagnostic.fix.replacement != diagnostic.expected:
            facts.append(f"可改为“{diagnostic.fix.replacement}”" if diagnostic.fix.replacement else "可删去")
        if diagnostic.fix is not None and diagnostic.fix.tier is Tier.SAFE:
            facts.append("--fix 会改")
        if facts:
            yield f"    → {'，'.join(facts)}"
    for span in diagnostic.related:
        yield f"    另见第{span.paragraph}段第{span.start + 1}字：{_one_line(span.text)}"


def _clause(diagnostic: Diagnostic, checked: CheckedDraft) -> Iterator[str]:
    """The clause around what a finding is about, and a caret under that."""
    around = checked.text_around(diagnostic)
    if around is None:
        return
    paragraph, span = around
    start, end, is_cut = _around(paragraph.text, paragraph.clauses, span)
    stop = min(max(span.end, span.start), end)
    cut = "…" if is_cut else ""
    yield f"    {cut}{_one_line(paragraph.text[start:end])}"
    before, meant = display_width(cut + paragraph.text[start : span.start]), paragraph.text[span.start : stop]
    yield f"    {' ' * before}{'^' * max(1, display_width(meant))}"


def _around(text: str, clauses: list[Interval], span: Span) -> tuple[int, int, bool]:
    """The clauses that a span touches, cut where they are very long, and whether they were cut in front."""
    try:
        first = interval_at(clauses, min(span.start, len(text) - 1))[0]
        last = interval_at(clauses, min(max(span.start, span.end - 1), len(text) - 1))[1]
    except LookupError:
        first, last = 0, len(text)
    start = max(first, span.start - _WIDEST)
    end = min(last, max(span.end, span.start + 1) + _WIDEST, span.start + 2 * _WIDEST)
    return start, end, start > first


def _one_line(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")


def _summary(checked: CheckedDraft) -> str:
    found = [finding.diagnostic for finding in checked.findings]
    waived = f"已豁免 {len(checked.waived)} 处。" if checked.waived else ""
    return f"{summary(found) if found else '没有发现问题。'}{waived}"


def _total(drafts: Sequence[CheckedDraft]) -> str:
    found = [finding.diagnostic for checked in drafts for finding in checked.findings]
    clean = sum(not checked.findings for checked in drafts)
    told = summary(found) if found else "都没有发现问题。"
    return f"{len(drafts)} 个稿件，{clean} 个没有问题；{told}" if found else f"{len(drafts)} 个稿件，{told}"


def coverage_lines(checked: CheckedDraft) -> Iterator[str]:
    """What was looked at and what could not be judged."""
    coverage = checked.coverage
    if checked.context.alignment is not None:
        figures = (
            f"数据 {coverage.tied} 处已核对、{coverage.loose} 处改动太大未核对、{coverage.missing} 处未找到，"
            f"数据之外的数 {coverage.not_data} 处"
        )
    else:
        figures = f"没有数据可对，文中 {coverage.not_data} 个数只看了前后是否一致"
    yield (
        f"核对范围：{figures}；并列计数 {coverage.enumerations_checked} 处已核对、"
        f"{coverage.enumerations_not_checkable} 处无法核对。"
    )
    if coverage.beside is not None and coverage.beside.loose:
        yield f"表格、文本框、脚注里另有 {coverage.beside.loose} 个数没有可以比的数据，未核对。"
    reasons: dict[str, list[str]] = defaultdict(list)
    for skipped in coverage.skipped:
        reasons[skipped.reason].append(skipped.rule.code)
    for reason, codes in reasons.items():
        yield f"没有查的规则（{reason}）：{'、'.join(codes)}"
