"""Checked drafts as JSON: the interface for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.checking.coverage import Coverage
from generator.checking.fingerprints import Fingerprinted
from generator.checking.session import CheckedDraft


def format_drafts(checked: Sequence[CheckedDraft]) -> str:
    """``{"drafts": [{"draft", "year", "coverage", "diagnostics": […]}]}``."""
    rows = [
        {
            "draft": draft.draft.name,
            "year": draft.year,
            "coverage": _coverage(draft.coverage),
            "diagnostics": [_diagnostic(finding) for finding in draft.findings],
        }
        for draft in checked
    ]
    return json.dumps({"drafts": rows}, ensure_ascii=False, indent=2)


def _diagnostic(finding: Fingerprinted) -> dict[str, object]:
    d = finding.diagnostic
    return {
        "code": d.code,
        "rule": d.rule,
        "severity": d.severity.value,
        "message": d.message,
        "paragraph": d.span.paragraph if d.span else 0,
        "start": d.span.start if d.span else 0,
        "end": d.span.end if d.span else 0,
        "text": d.span.text if d.span else "",
        "expected": d.expected or None,
        "figure": d.figure or None,
        "source": d.source or None,
        "fix": None if d.fix is None else {"replacement": d.fix.replacement, "tier": d.fix.tier.value},
        "fingerprint": finding.fingerprint,
    }


def _coverage(coverage: Coverage) -> dict[str, object]:
    return {
        "figures": {
            "tied": coverage.tied,
            "not_data": coverage.not_data,
            "loose": coverage.loose,
            "missing": coverage.missing,
        },
        "enumerations": {
            "checked": coverage.enumerations_checked,
            "not_checkable": coverage.enumerations_not_checkable,
        },
        "skipped": [{"code": s.rule.code, "rule": s.rule.name, "reason": s.reason} for s in coverage.skipped],
    }
