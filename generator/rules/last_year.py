"""Last year's report, for the rules that look for what was left over from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.diagnostics import QicaoError
from generator.document import Document
from generator.workspace import Workspace


@dataclass(frozen=True)
class LastYear:
    """The report of the year before the draft's, generated when the first rule asks for it."""

    workspace: Workspace
    year: int

    @cached_property
    def document(self) -> Document | None:
        """The report as it would be generated now; None when its data have errors."""
        from generator.building import document_of  # checks by a draft's own record need no models

        try:
            return document_of(self.workspace, self.year).document
        except QicaoError:
            return None
