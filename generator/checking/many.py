"""A whole ``qicao check``: several drafts, waivers, outputs, exit code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.checking.session import CheckedDraft, Selection, base_of_year, check_file
from generator.diagnostics import Severity
from generator.workspace import Workspace

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What to check and what to do with the findings; see ``qicao check --help``."""

    drafts: tuple[Path, ...]
    year: int | None = None
    annotate: Path | None = None
    fix: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: bool = False
    fail_on: str = "warning"
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """The checked drafts, notes for the user about files written, and the exit code: 0 fine, 1 findings."""

    drafts: tuple[CheckedDraft, ...]
    notes: tuple[str, ...]
    exit_code: int


def run_check(workspace: Workspace, request: CheckRequest, step: Step = lambda name: None) -> CheckOutcome:
    """Check all drafts of a request.

    Raises :class:`~generator.diagnostics.QicaoError` when a draft cannot be read or the data has errors.
    """
    base = base_of_year(workspace, request.year) if request.year is not None else None
    rules = Selection(request.select, request.ignore).rules()
    checked = []
    for path in request.drafts:
        step(f"核对 {path.name}")
        checked.append(check_file(path, base, rules))
    return CheckOutcome(tuple(checked), (), _exit_code(checked, request.fail_on))


_ORDER = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def _exit_code(checked: list[CheckedDraft], fail_on: str) -> int:
    if fail_on == "never":
        return 0
    least = _ORDER[Severity(fail_on)]
    return int(any(_ORDER[f.diagnostic.severity] >= least for draft in checked for f in draft.findings))


