"""Last year's report, for the rules that look for what was left over from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from generator.document import Document


@dataclass(frozen=True)
class LastYear:
    """The report of the year before the draft's, generated when the first rule asks for it.

    ``make`` gives the report as it would be generated now, or None when its data have errors.
    """

    make: Callable[[], Document | None]

    @cached_property
    def document(self) -> Document | None:
        """The report as it would be generated now; None when its data have errors."""
        return self.make()
