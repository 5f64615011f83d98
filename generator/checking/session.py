"""Drafts from files to findings: what to compare with, which rules, what was waived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.alignment.aligner import align
from generator.checking.checker import check_draft
from generator.checking.coverage import Coverage, coverage_of
from generator.checking.fingerprints import Fingerprinted, fingerprinted
from generator.checking.registry import RuleModule, all_rules
from generator.document import Document
from generator.draft import Draft
from generator.facts.fact import Fact
from generator.readers.any_file import read_draft
from generator.rules.context import CheckContext
from generator.workspace import Workspace
from schemas.report import Report


@dataclass(frozen=True, slots=True)
class Base:
    """What a draft is compared with; all empty when it is checked by itself."""

    document: Document | None = None
    report: Report | None = None
    facts: dict[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """One draft and everything found in it."""

    draft: Draft
    context: CheckContext
    year: int | None
    findings: tuple[Fingerprinted, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run: codes or their beginnings (``T``, ``N1``), or rule names."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def rules(self) -> tuple[RuleModule, ...]:
        """The chosen rules, by code."""
        return tuple(m for m in all_rules() if self._wants(m) and not _matches(m, self.ignore))

    def _wants(self, module: RuleModule) -> bool:
        return _matches(module, self.select) if self.select else module.rule.default


def _matches(module: RuleModule, patterns: Sequence[str]) -> bool:
    return any(
        module.rule.code.startswith(pattern.upper()) or pattern in (module.rule.name, module.rule.group.value)
        for pattern in patterns
    )


def base_of_year(workspace: Workspace, year: int) -> Base:
    """The year's report as it would be generated now; raises QicaoError when the data has errors."""
    from generator.building import document_of

    made = document_of(workspace, year)
    return Base(made.document, made.report, dict(made.facts))


def check_file(path: Path, base: Base | None, rules: Sequence[RuleModule]) -> CheckedDraft:
    """Check one file against ``base``, else against the record that it carries, else by itself.

    Raises :class:`~generator.diagnostics.CannotRunError` when it cannot be read.
    """
    return check_read(read_draft(path), base, rules)


def check_read(draft: Draft, base: Base | None, rules: Sequence[RuleModule]) -> CheckedDraft:
    """As :func:`check_file`, for a draft that was read."""
    base = base or Base(draft.record)
    alignment = align(base.document, draft) if base.document is not None else None
    context = CheckContext(draft, base.report, base.facts, base.document, alignment)
    checked = check_draft(context, rules)
    findings = tuple(fingerprinted(checked.diagnostics, context))
    return CheckedDraft(draft, context, context.year, findings, coverage_of(context, checked.skipped))
