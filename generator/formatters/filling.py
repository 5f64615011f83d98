"""What reading forms did: one line a value, then what must be looked at."""

from __future__ import annotations

from pathlib import Path

from generator.formatters.text import format_diagnostics
from generator.forms.filling import Change, Filled


def filled_text(filled: Filled) -> str:
    """The changes and a summary."""
    lines = [_change(filled.file, change) for change in filled.changes]
    counts = [f"{len(filled.changes)} 个数"]
    if filled.same:
        counts.append(f"{filled.same} 个原来就是这样")
    if filled.blank:
        counts.append(f"{filled.blank} 个还空着")
    return "\n".join([*lines, f"{_head(filled)}：{'，'.join(counts)}。"])


def findings_text(filled: Filled) -> str:
    """Everything that was found, by file, sheet and cell."""
    return format_diagnostics(filled.findings)


def _head(filled: Filled) -> str:
    if filled.dry_run:
        return "试读，没有写"
    return "已填" if filled.written or not filled.changes else "有问题，按 --strict 一个也没有填"


def _change(file: str, change: Change) -> str:
    good = change.good
    before = f"{change.before}{change.unit}" if change.before else "（空）"
    who = " ".join(part for part in (good.department, good.person) if part)
    place = f"{Path(good.file).name} {good.cell}"
    return f"{file}:{change.line}: {good.key} {before} → {change.after}{change.unit}（{good.status}；{who}，{place}）"
