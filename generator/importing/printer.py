"""What a datum would print, asked of the real templates, so that nothing is taken over that comes out otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.document import Paragraph, text_of
from generator.facts.namespace import facts_of
from generator.loading.crosscheck import SECTIONS
from generator.loading.locating import SourceFile, SourceMap
from generator.templating.marked_text import blocks_of
from generator.templating.marks import BEGIN
from generator.templating.preparing import Prepared
from schemas.figure import Figure, Quantity
from schemas.report import Report, ReportFile

_KEY = "数"
_FILE = SourceFile("import", (), None)
_SOURCES = SourceMap((), {name: (_FILE, (name,)) for name in ("report", *SECTIONS)})
_HEAD = ReportFile(year=2000, place="某地")


@dataclass(slots=True)
class Printer:
    """Prints single data; what was asked before is remembered."""

    prepared: Prepared
    _known: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def text(self, quantity: Quantity, form: str = "") -> str | None:
        """The characters that ``{key|form}`` would print, or None if it cannot be printed."""
        asked = (quantity.model_dump_json(exclude_defaults=True), form)
        if asked not in self._known:
            self._known[asked] = self._print(quantity, form)
        return self._known[asked]

    def _print(self, quantity: Quantity, form: str) -> str | None:
        figure = Figure.model_construct(**(Figure().model_dump() | dict(quantity)))
        report = Report.model_construct(report=_HEAD, figures={_KEY: figure})
        facts, _ = facts_of(report, _SOURCES)
        try:
            marked = self.prepared.phrases.express(form, facts[_KEY], facts)
            block = blocks_of(BEGIN["paragraph"] + marked)[0]
        except Exception:  # whatever a template or a value that does not fit it may raise: then it cannot be printed
            return None
        return text_of(block.runs) if isinstance(block, Paragraph) else None
