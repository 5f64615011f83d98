"""Findings as lines for a terminal: place, code, message, the line itself with a caret, and what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Severity

SEVERITY_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


def format_diagnostics(diagnostics: Iterable[Diagnostic]) -> str:
    """All findings and a summary line; empty for none."""
    found = list(diagnostics)
    if not found:
        return ""
    return "\n".join([*(format_diagnostic(d) for d in found), summary(found)])


def format_diagnostic(diagnostic: Diagnostic) -> str:
    """One finding in up to four lines."""
    position = diagnostic.position
    place = str(position) if position.line else position.file
    place = f"{place}: " if place else ""
    lines = [f"{place}{SEVERITY_WORDS[diagnostic.severity]} {diagnostic.code} {diagnostic.message}"]
    if diagnostic.source_line.strip():
        lines.extend(_quote(diagnostic))
    if diagnostic.hint:
        lines.append(f"    → {diagnostic.hint}")
    return "\n".join(lines)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """共 3 处错误、1 处警告。"""
    found = list(diagnostics)
    counts = [(word, sum(d.severity is severity for d in found)) for severity, word in SEVERITY_WORDS.items()]
    return f"共 {'、'.join(f'{count} 处{word}' for word, count in counts if count)}。"


def _quote(diagnostic: Diagnostic, width: int = 100) -> list[str]:
    """The line and a caret under the place; long lines are cut to a window around it."""
    line, column = diagnostic.source_line.rstrip(), diagnostic.position.column - 1
    start = max(0, column - width // 2) if len(line) > width else 0
    shown = ("…" if start else "") + line[start : start + width].replace("\t", " ")
    before = ("…" if start else "") + line[start:column]
    meant = line[column : column + max(1, diagnostic.position.length)]
    caret = " " * display_width(before) + "^" * max(1, min(display_width(meant), 2 * width))
    return [f"    {shown}", f"    {caret}"]


def display_width(text: str) -> int:
    """Columns that a text takes on a terminal: Chinese characters and full-width signs take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
