"""A report and its templates to a document: the one place where data becomes text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from generator.diagnostics import Diagnostic
from generator.document import Document, FigureRun, Meta, Role, paragraphs_of
from generator.facts.fact import Fact, NameFact
from generator.facts.namespace import facts_of
from generator.loading.loader import Loaded, paused_gc
from generator.loading.locating import Path, SourceFile, SourceMap
from generator.loading.model_messages import suggestion
from generator.loading.prose_walk import walk_prose
from generator.templating.environment import ReportEnvironment
from generator.templating.faults import template_fault
from generator.templating.marked_text import blocks_of
from generator.templating.phrases import DEFAULT_FORM, Phrases, load_phrases
from schemas.outline import Annex, AnnexKind, Marks, Part, Section, TableData
from schemas.prose import Prose, Reference
from schemas.report import Report

SKELETON = "report.jinja"
_CLOSED = tuple("。：！？；")


class TemplateSource(Protocol):
    """Where templates come from; a :class:`~generator.workspace.Workspace` is one."""

    def read_template(self, name: str) -> bytes | None:
        """The bytes of a template, or None."""

    def template_names(self, folder: str, suffix: str) -> list[str]:
        """The templates in a folder."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document and what went wrong on the way; ``document`` is None when nothing could be made of the templates."""

    document: Document | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as templates see it: every cell is marked text."""

    caption: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section as templates see it.

    ``number`` counts headed sections from 1; ``level`` is the depth, from 1; ``opens`` says whether it starts a
    paragraph of its own; ``closed`` whether its head already ends in a stop.
    """

    head: str
    paragraphs: tuple[str, ...]
    number: int
    level: int
    marks: str
    opens: bool
    closed: bool
    table: TableView | None
    sections: tuple[SectionView, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A part as templates see it; ``number`` counts headed parts from 1."""

    heading: str
    number: int
    salutation: str
    sections: tuple[SectionView, ...]


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term and what it means; ``level`` is the depth of its head."""

    term: str
    meaning: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class AnnexView:
    """An annex as templates see it; ``number`` is empty when there is only one."""

    number: str
    title: str
    intro: str
    items: tuple[str, ...]
    glossary: tuple[GlossaryEntry, ...]
    table: TableView | None


@dataclass(frozen=True, slots=True)
class FrontView:
    """The title block as templates see it; empty strings are left out."""

    mark: str
    date: str
    session: str
    speaker: str


def render(loaded: Loaded, templates: TemplateSource) -> Rendered:
    """The document of a loaded report.

    Raises :class:`~generator.diagnostics.QicaoError` if the data has errors; what is wrong with the templates comes
    back in ``diagnostics``.
    """
    with paused_gc():
        return _render(loaded.require(), loaded, templates)


def _render(report: Report, loaded: Loaded, templates: TemplateSource) -> Rendered:
    environment = ReportEnvironment(templates.read_template)
    try:
        phrases = load_phrases(environment, templates.template_names("phrases", ".jinja"))
    except Exception as error:  # any fault of a template, told as one
        return Rendered(None, (template_fault(error, templates.read_template),))
    builder = _ViewBuilder(report, loaded.sources, phrases, templates)
    context = builder.context()
    if builder.found:
        return Rendered(None, tuple(builder.found))
    try:
        blocks = blocks_of(environment.get_template(SKELETON).render(context))
    except Exception as error:  # as above
        return Rendered(None, (template_fault(error, templates.read_template),))
    head = report.report
    meta = Meta(head.year, head.place, head.title, loaded.data_hash, environment.digest())
    return Rendered(Document(blocks, meta), ())


@dataclass(slots=True)
class _ViewBuilder:
    """Turns outline and prose into what templates see, collecting faults of single references."""

    report: Report
    sources: SourceMap
    phrases: Phrases
    templates: TemplateSource
    found: list[Diagnostic] = field(default_factory=list)
    facts: Mapping[str, Fact] = field(init=False)

    def __post_init__(self) -> None:
        self.facts = facts_of(self.report, self.sources)

    def context(self) -> dict[str, object]:
        """The variables of the skeleton."""
        return {
            "title": self.report.report.title,
            "front": self._front(),
            "parts": tuple(self._parts()),
            "annexes": tuple(self._annexes()),
        }

    def _front(self) -> FrontView:
        front = self.report.report.front
        lines = (self._text("report", ("front", name), getattr(front, name)) for name in ("date", "session", "speaker"))
        return FrontView(front.mark or "", *lines)

    def _parts(self) -> Iterator[PartView]:
        number = 0
        for index, part in enumerate(self.report.outline):
            number += 1 if part.heading else 0
            yield self._part(part, number, f"outline:{index}")

    def _part(self, part: Part, number: int, place: str) -> PartView:
        return PartView(
            self._text(place, ("heading",), part.heading),
            number,
            self._text(place, ("salutation",), part.salutation),
            self._sections(part.sections, part.marks, place, (), level=1, run_in=False),
        )

    def _sections(
        self, sections: tuple[Section, ...], marks: Marks, place: str, path: Path, *, level: int, run_in: bool
    ) -> tuple[SectionView, ...]:
        views = []
        number = 0
        for index, section in enumerate(sections):
            number += 1 if section.head else 0
            here = (*path, "sections", index)
            views.append(self._section(section, marks, place, here, level=level, number=number, opens=not run_in))
        return tuple(views)

    def _section(
        self, section: Section, marks: Marks, place: str, path: Path, *, level: int, number: int, opens: bool
    ) -> SectionView:
        head = self._text(place, (*path, "head"), section.head)
        return SectionView(
            head=head,
            paragraphs=self._paragraphs(place, (*path, "text"), section.text),
            number=number,
            level=level,
            marks=marks.value,
            opens=opens,
            closed=section.head is not None and section.head.text.rstrip().endswith(_CLOSED),
            table=self._table(place, (*path, "table"), section.table),
            sections=self._sections(
                section.sections, section.marks or Marks.NONE, place, path, level=level + 1, run_in=section.run_in
            ),
        )

    def _annexes(self) -> Iterator[AnnexView]:
        annexes = self.report.report.annexes
        for index, annex in enumerate(annexes):
            yield self._annex(annex, str(index + 1) if len(annexes) > 1 else "", ("annexes", index))

    def _annex(self, annex: Annex, number: str, path: Path) -> AnnexView:
        return AnnexView(
            number,
            self._text("report", (*path, "title"), annex.title),
            self._text("report", (*path, "intro"), annex.intro),
            tuple(self._text("report", (*path, "items", i), item) for i, item in enumerate(annex.items)),
            tuple(self._glossary()) if annex.kind is AnnexKind.GLOSSARY else (),
            self._table("report", (*path, "table"), annex.table),
        )

    def _glossary(self) -> Iterator[GlossaryEntry]:
        for key, term in self.report.terms.items():
            fact = self.facts[key]
            if term.glossary and isinstance(fact, NameFact):
                meaning = fact.attributes.get("全称")
                yield GlossaryEntry(
                    self.phrases.express(DEFAULT_FORM, fact, self.facts),
                    self.phrases.express(DEFAULT_FORM, meaning, self.facts) if meaning else "",
                )

    def _table(self, place: str, path: Path, table: TableData | None) -> TableView | None:
        if table is None:
            return None
        header = tuple(self._text(place, (*path, "header", i), cell) for i, cell in enumerate(table.header))
        rows = tuple(
            tuple(self._text(place, (*path, "rows", r, c), cell) for c, cell in enumerate(row))
            for r, row in enumerate(table.rows)
        )
        return TableView(self._text(place, (*path, "caption"), table.caption), (header, *rows))

    def _text(self, place: str, path: Path, prose: Prose | None) -> str:
        return "".join(self._paragraphs(place, path, prose))

    def _paragraphs(self, place: str, path: Path, prose: Prose | None) -> tuple[str, ...]:
        """The paragraphs of a text: lines are joined, empty lines part paragraphs."""
        if prose is None:
            return ()
        marked = "".join(
            piece if isinstance(piece, str) else self._express(piece, place, path) for piece in prose.pieces
        )
        paragraphs = [""]
        for line in marked.split("\n"):
            if line.strip():
                paragraphs[-1] += line.strip()
            elif paragraphs[-1]:
                paragraphs.append("")
        return tuple(paragraph for paragraph in paragraphs if paragraph)

    def _express(self, reference: Reference, place: str, path: Path) -> str:
        fact: Fact = self.facts[reference.key]
        if reference.attribute:
            if not isinstance(fact, NameFact) or reference.attribute not in fact.attributes:
                self._report_fault(reference, place, path, f"“{reference.key}”没有写“{reference.attribute}”", "")
                return ""
            fact = fact.attributes[reference.attribute]
        if reference.form and reference.form not in self.phrases.macros:
            self.found.append(_unknown_form(reference, self.phrases, *self.sources.place(place, path)))
            return ""
        try:
            return self.phrases.express(reference.form, fact, self.facts)
        except Exception as error:  # a phrase form that cannot take this datum, told at the sentence that asks for it
            cause = template_fault(error, self.templates.read_template)
            message = f"{{{reference.key}{'|' + reference.form if reference.form else ''}}} 印不出来：{cause.message}"
            self._report_fault(reference, place, path, message, cause.hint)
            return ""

    def _report_fault(self, reference: Reference, place: str, path: Path, message: str, hint: str) -> None:
        file, full = self.sources.place(place, path)
        position = file.inside(full, reference.offset, reference.length)
        line = file.line(position.line)
        self.found.append(Diagnostic("D203", "cannot-express", message, position, hint=hint, source_line=line))


def _unknown_form(reference: Reference, phrases: Phrases, file: SourceFile, path: Path) -> Diagnostic:
    known = sorted(phrases.macros)
    hint = suggestion(reference.form, known) or f"可以写：{'、'.join(known)}"
    position = file.inside(path, reference.offset, reference.length)
    message = f"没有“{reference.form}”这种写法"
    return Diagnostic("D204", "unknown-form", message, position, hint=hint, source_line=file.line(position.line))


def unknown_forms(loaded: Loaded, templates: TemplateSource) -> Iterator[Diagnostic]:
    """References to phrase forms that no template defines; works on data that has other errors."""
    if loaded.partial is None:
        return
    environment = ReportEnvironment(templates.read_template)
    phrases = load_phrases(environment, templates.template_names("phrases", ".jinja"))
    for place, path, prose in walk_prose(loaded.partial):
        for reference in prose.references:
            if reference.form and reference.form not in phrases.macros:
                yield _unknown_form(reference, phrases, *loaded.sources.place(place, path))


def owed_runs(document: Document) -> Iterator[tuple[str, str, str, Role]]:
    """Key, text, source and role of every value that is missing (placeholder) or to be confirmed (pending), each once."""
    seen: set[str] = set()
    for runs in paragraphs_of(document, front=True):
        for run in runs:
            if isinstance(run, FigureRun) and run.role in (Role.PLACEHOLDER, Role.PENDING) and run.key not in seen:
                seen.add(run.key)
                yield run.key, run.text, run.source, run.role
