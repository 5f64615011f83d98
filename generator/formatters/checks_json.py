"""A finished check as JSON: the interface for other programs."""

from __future__ import annotations

import json

from generator.checking.coverage import Coverage
from generator.checking.fingerprints import Fingerprinted
from generator.checking.many import CheckOutcome
from generator.checking.session import CheckedDraft, Waived
from generator.checking.workers import Unreadable
from generator.diagnostics import Diagnostic

Row = dict[str, object]


def format_outcome(outcome: CheckOutcome) -> str:
    """``{"drafts": [{"draft", "year", "coverage", "diagnostics": […], "waived": […]}], "unreadable": […]}``.

    Paragraphs count from 1 (0: not about a place in the draft), offsets from 0, end exclusive.
    """
    rows: Row = {
        "drafts": [_draft(checked) for checked in outcome.drafts],
        "unreadable": [_unreadable(draft) for draft in outcome.unreadable],
    }
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _draft(checked: CheckedDraft) -> Row:
    return {
        "draft": checked.draft.name,
        "year": checked.year,
        "coverage": _coverage(checked.coverage),
        "diagnostics": [_diagnostic(finding) for finding in checked.findings],
        "waived": [_waived(waived) for waived in checked.waived],
        "notes": list(checked.draft.notes),
    }


def _diagnostic(finding: Fingerprinted) -> Row:
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
        **_aside(d),
        "expected": d.expected or None,
        "figure": d.figure or None,
        "source": d.source or None,
        "fix": None if d.fix is None else d.fix.replacement,
        "fix_tier": None if d.fix is None else d.fix.tier.value,
        "fingerprint": finding.fingerprint,
        "related": [{"paragraph": s.paragraph, "start": s.start, "end": s.end, "text": s.text} for s in d.related],
    }


def _aside(d: Diagnostic) -> Row:
    """Where it stands beside the body, if it does: ``start`` to ``end`` is then the place in the body that hangs on."""
    if d.aside is None:
        return {"where": None}
    span = d.aside.span
    return {"where": d.aside.where, "where_start": span.start, "where_end": span.end, "where_text": span.text}


def _waived(waived: Waived) -> Row:
    reason: Row = {"reason": waived.reason, "who": waived.who or None, "waiver": waived.source}
    return _diagnostic(waived.finding) | reason


def _coverage(coverage: Coverage) -> Row:
    beside = coverage.beside
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
        "beside": {"paragraphs": beside.paragraphs if beside else 0, "loose": beside.loose if beside else 0},
        "skipped": [{"code": s.rule.code, "rule": s.rule.name, "reason": s.reason} for s in coverage.skipped],
    }


def _unreadable(draft: Unreadable) -> Row:
    reasons = [{"message": d.message, "hint": d.hint} for d in draft.diagnostics]
    return {"draft": draft.draft, "reasons": reasons}
