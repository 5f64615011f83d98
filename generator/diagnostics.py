"""One type for every problem, from a typing slip in YAML to a wrong figure in a Word file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.positions import Position


class Severity(StrEnum):
    """How much a finding matters: only errors keep a report from being built."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem, said in Chinese to the person who can mend it.

    ``code`` is stable (``D104``), ``rule`` its readable name (``unknown-field``); ``message`` says what is wrong and
    ``hint`` what to do about it.  ``source_line`` is the line of the file that ``position`` points at, if it was read.
    """

    code: str
    rule: str
    message: str
    position: Position
    severity: Severity = Severity.ERROR
    hint: str = ""
    source_line: str = ""


class QicaoError(Exception):
    """A command cannot go on; carries everything that is known about why.

    The command line prints ``diagnostics`` and ends with ``exit_code``: 1 where the data has findings, 2 where the
    command could not run at all.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic], exit_code: int = 2) -> None:
        self.diagnostics = tuple(diagnostics)
        self.exit_code = exit_code
        super().__init__("\n".join(d.message for d in self.diagnostics))


class CannotRunError(QicaoError):
    """A command cannot run for a reason that has no place in a file: a missing folder, a missing program."""

    def __init__(self, message: str, hint: str = "", file: str = "") -> None:
        super().__init__([Diagnostic("Q001", "cannot-run", message, Position(file, 0, 0), hint=hint)])


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the findings is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
