"""Drafts from files to findings: what to compare with, which rules, what was waived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.checking.asides import align_body, aside_context, body_base, check_asides, placed_in
from generator.checking.base import Base
from generator.checking.checker import check_draft
from generator.checking.coverage import Coverage, coverage_of
from generator.checking.fingerprints import Fingerprinted, fingerprinted
from generator.checking.registry import RuleModule, all_rules
from generator.checking.run_rules import RUN_RULES
from generator.diagnostics import CannotRunError, Diagnostic, Span
from generator.draft import Draft
from generator.garbage import paused_gc
from generator.readers.any_file import read_draft
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that the office lets stand, why, and who says so; ``source`` is the place of the waiver."""

    finding: Fingerprinted
    reason: str
    who: str
    source: str


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """One draft and everything found in it; ``waived`` is apart from ``findings``."""

    draft: Draft
    context: CheckContext
    year: int | None
    findings: tuple[Fingerprinted, ...]
    coverage: Coverage
    waived: tuple[Waived, ...] = ()
    beside: CheckContext | None = None
    """Its tables, text boxes and notes, where it has any."""

    def text_around(self, diagnostic: Diagnostic) -> tuple[Paragraph, Span] | None:
        """The paragraph that a finding is about, in the body or beside it, and its place there; None for no place."""
        context = self.beside if diagnostic.aside is not None else self.context
        span = diagnostic.own_span
        return (context.paragraphs[span.paragraph - 1], span) if context is not None and span is not None else None


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run: codes or their beginnings (``T``, ``N1``), rule names or group names."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def rules(self) -> tuple[RuleModule, ...]:
        """The chosen rules, by code.  Raises :class:`CannotRunError` for a code or name that no rule has."""
        known = [*(module.rule for module in all_rules()), *(rule for rule, _ in RUN_RULES)]
        for pattern in (*self.select, *self.ignore):
            if not any(_matches(rule, (pattern,)) for rule in known):
                hint = "用 qicao rules 看有哪些；可以写代码的开头，如 T 或 N1"
                raise CannotRunError(f"没有“{pattern}”这条规则或这一组规则", hint)
        return tuple(module for module in all_rules() if self.wants(module.rule))

    def wants(self, rule: Rule) -> bool:
        """Whether a rule was chosen."""
        chosen = _matches(rule, self.select) if self.select else rule.default
        return chosen and not _matches(rule, self.ignore)

    def names(self, rule: Rule) -> bool:
        """Whether a rule was asked for by its code or name."""
        return rule.code in (pattern.upper() for pattern in self.select) or rule.name in self.select


def _matches(rule: Rule, patterns: Sequence[str]) -> bool:
    return any(
        rule.code.startswith(pattern.upper()) or pattern in (rule.name, rule.group.value) for pattern in patterns
    )


def check_file(path: Path, base: Base | None, rules: Sequence[RuleModule]) -> CheckedDraft:
    """Check one file against ``base``, else against the record that it carries, else by itself.

    A rule that fails is listed as skipped.  Raises :class:`CannotRunError` when the file cannot be read.
    """
    with paused_gc():
        return check_read(read_draft(path), base, rules, isolate=True)


def check_read(draft: Draft, base: Base | None, rules: Sequence[RuleModule], *, isolate: bool = False) -> CheckedDraft:
    """As :func:`check_file`, for a draft that was read; without ``isolate`` a failing rule fails."""
    base = base or Base(draft.record)
    with paused_gc():
        body, alignment = None, None
        if base.document is not None:
            body = body_base(base.document, draft)
            alignment = align_body(base.document, body, draft)
        context = CheckContext(draft, base.ledger, body, alignment, base.before)
        checked = check_draft(context, rules, isolate=isolate)
        findings = list(fingerprinted(checked.diagnostics, context))
        beside = aside_context(context, base.document)
        if beside is not None:
            found = check_asides(beside, rules, isolate=isolate)
            findings = sorted([*findings, *placed_in(draft, found, beside)], key=lambda found: found.place)
            checked = replace(checked, skipped=(*checked.skipped, *(s for s in found.skipped if s.fault)))
        coverage = coverage_of(context, beside, checked.skipped)
        return CheckedDraft(draft, context, context.year, tuple(findings), coverage, beside=beside)
