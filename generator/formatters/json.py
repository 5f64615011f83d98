"""Findings and traces as JSON, the interface for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Span
from generator.tracing import Trace


def diagnostics_json(year: int, diagnostics: Iterable[Diagnostic]) -> str:
    """``{"year", "diagnostics": [{"code", "rule", "severity", "message", "file", "line", "column", …}]}``."""
    rows = [
        {
            "code": d.code,
            "rule": d.rule,
            "severity": d.severity.value,
            "message": d.message,
            "file": d.position.file,
            "line": d.position.line,
            "column": d.position.column,
            "end_column": d.position.column + d.position.length,
            "text": d.source_line,
            "hint": d.hint,
        }
        for d in diagnostics
    ]
    return _dump({"year": year, "diagnostics": rows})


def trace_json(year: int, found: Trace) -> str:
    """The ``trace`` interface: every figure with its place and source, and the count of numerals."""
    figures = [{"key": f.key, "kind": f.kind.value, **_span(f.span), "source": f.source} for f in found.figures]
    numerals = {
        "total": found.numerals,
        "traced": found.numerals - len(found.untraced),
        "untraced": [_span(span) for span in found.untraced],
    }
    return _dump({"year": year, "figures": figures, "numerals": numerals})


def _span(span: Span) -> dict[str, str | int]:
    return {"text": span.text, "paragraph": span.paragraph, "start": span.start, "end": span.end}


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
