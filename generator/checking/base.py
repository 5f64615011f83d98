"""What drafts are compared with: a year's report as it would be generated now, and what its data register."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.diagnostics import QicaoError
from generator.document import Document
from generator.ledger import Ledger
from generator.rules.last_year import LastYear
from generator.workspace import Workspace

if TYPE_CHECKING:
    from generator.checking.kept_bases import KeptBase


@dataclass(frozen=True, slots=True)
class Base:
    """What a draft is compared with; all empty when it is checked by itself."""

    document: Document | None = None
    ledger: Ledger | None = None
    before: LastYear | None = None


def base_of_year(workspace: Workspace, year: int) -> Base:
    """The year's report as it would be generated now.

    Raises :class:`QicaoError` (exit code 2: nothing was checked) when the data has errors.
    """
    made = _made(workspace, year)
    before = LastYear(partial(_last_year, workspace, year - 1)) if year - 1 in workspace.years() else None
    return Base(made.document, made.ledger, before)


def _last_year(workspace: Workspace, year: int) -> Document | None:
    try:
        return _made(workspace, year).document
    except QicaoError:
        return None


def _made(workspace: Workspace, year: int) -> KeptBase:
    """A year's report and ledger: kept from an earlier check of the very same data, or made and kept."""
    from generator.checking.kept_bases import keep, kept, state_of  # a draft with its own record does without

    state = state_of(workspace, year)
    found = kept(workspace, year, state)
    if found is None:
        found = _make(workspace, year)
        keep(found, workspace, year, state)
    return found


def _make(workspace: Workspace, year: int) -> KeptBase:
    from generator.building import document_of  # models and templates, which a base that was kept does without
    from generator.checking.kept_bases import KeptBase
    from generator.facts.listing import ledger_of

    try:
        made = document_of(workspace, year)
    except QicaoError as error:
        raise QicaoError(error.diagnostics, exit_code=2) from error
    return KeptBase(made.document, ledger_of(made.report, made.facts))
