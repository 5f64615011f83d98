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
class Span:
    """Characters of a text: paragraphs count from 1, offsets from 0, ``end`` exclusive.

    ``text`` is what stands there.
    """

    text: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Aside:
    """A place in a table, a text box or a note, which are not among the counted paragraphs.

    ``where`` says it to a reader (表1第2行第3列, 脚注2); ``span`` counts paragraphs as the draft's asides do.
    """

    where: str
    span: Span


class Tier(StrEnum):
    """Whether a fix may be made without asking."""

    SAFE = "safe"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Fix:
    """What to write in place of a span."""

    replacement: str
    tier: Tier = Tier.ASK


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem, said in Chinese to the person who can mend it.

    ``code`` is stable (``D104``), ``rule`` its readable name (``unknown-field``); ``message`` says what is wrong and
    ``hint`` what to do about it.  A problem in a data file is at ``position``, and ``source_line`` is the line there,
    if it was read.  A problem in a draft is at ``span``, which for one beside the body is the place there that its
    ``aside`` hangs on; ``expected`` is what should stand there, ``figure`` the key of
    the datum that says so, ``source`` that datum's place (``drafts/2024/figures.yaml:17``).
    """

    code: str
    rule: str
    message: str
    position: Position
    severity: Severity = Severity.ERROR
    hint: str = ""
    source_line: str = ""
    span: Span | None = None
    related: tuple[Span, ...] = ()
    expected: str = ""
    figure: str = ""
    source: str = ""
    fix: Fix | None = None
    aside: Aside | None = None

    @property
    def own_span(self) -> Span | None:
        """What it is about, counted in the text where that stands: the body, or what stands beside it."""
        return self.aside.span if self.aside is not None else self.span

    @property
    def words(self) -> str:
        """The characters of the draft that it is about."""
        return self.own_span.text if self.own_span is not None else ""


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
