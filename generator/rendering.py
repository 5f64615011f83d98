"""A report and its templates to a document: the one place where data becomes text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic
from generator.document import Document, Facet, FigureRun, Kind, Meta, Role, paragraphs_of
from generator.facts.fact import Fact, NameFact
from generator.facts.hedging import hedge_faults
from generator.facts.namespace import facts_of
from generator.garbage import paused_gc
from generator.loading.loader import Loaded
from generator.loading.locating import Path, SourceFile, SourceMap
from generator.loading.model_messages import suggestion
from generator.loading.prose_walk import walk_prose
from generator.templating.faults import lies_in_the_datum, template_fault
from generator.templating.marked_text import blocks_of
from generator.templating.marks import figure_mark
from generator.templating.phrases import DEFAULT_FORM, Phrases
from generator.templating.preparing import SKELETON, Prepared, TemplateSource, prepare
from generator.templating.views import AnnexView, FrontView, GlossaryEntry, PartView, SectionView, TableView
from schemas.names import REWRITE
from schemas.outline import Annex, AnnexKind, AnnexMarks, Marks, Part, Section, TableData
from schemas.prose import Prose, Reference
from schemas.report import Report

_CLOSED = tuple("。：！？；")
CARRIED_OVER = "【沿用上年，待改】"
"""What ``{待改}`` prints before prose that was carried over from last year."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document and what went wrong on the way; ``document`` is None when nothing could be made of the templates."""

    document: Document | None
    diagnostics: tuple[Diagnostic, ...]
    facts: Mapping[str, Fact] = field(default_factory=dict)


def render(loaded: Loaded, templates: TemplateSource) -> Rendered:
    """The document of a loaded report.

    Raises :class:`~generator.diagnostics.QicaoError` if the data has errors; what is wrong with the templates comes
    back in ``diagnostics``.
    """
    loaded.require()
    with paused_gc():
        try:
            prepared = prepare(templates)
        except Exception as error:  # any fault of a template, told as one
            return Rendered(None, (template_fault(error, templates.read_template),))
        return render_prepared(loaded, prepared)


def render_prepared(loaded: Loaded, prepared: Prepared) -> Rendered:
    """As :func:`render`, with templates that were prepared before."""
    report = loaded.require()
    builder = _ViewBuilder(report, loaded.sources, prepared, loaded.before)
    context = builder.context()
    if builder.found:
        return Rendered(None, tuple(builder.found))
    environment = prepared.environment
    try:
        blocks = blocks_of(environment.get_template(SKELETON).render(context))
    except Exception as error:  # as above
        return Rendered(None, (template_fault(error, prepared.templates.read_template),))
    head = report.report
    meta = Meta(head.year, head.place, head.title, loaded.data_hash, environment.digest())
    return Rendered(Document(blocks, meta), (), builder.facts)


@dataclass(slots=True)
class _ViewBuilder:
    """Turns outline and prose into what templates see, collecting faults of single references."""

    report: Report
    sources: SourceMap
    prepared: Prepared
    before: Loaded | None = None
    found: list[Diagnostic] = field(default_factory=list)
    facts: Mapping[str, Fact] = field(init=False)

    def __post_init__(self) -> None:
        self.facts, faults = facts_of(self.report, self.sources)
        for fault in faults:
            position = self.sources.locate("derived", fault.path)
            line = self.sources.place("derived")[0].line(position.line)
            self.found.append(Diagnostic("D209", "cannot-compute", fault.message, position, source_line=line))
        for unfit in hedge_faults(self.report):
            position = self.sources.locate(unfit.section, unfit.path)
            line = self.sources.place(unfit.section)[0].line(position.line)
            said = Diagnostic("D212", "unfit-hedge", unfit.message, position, hint=unfit.hint, source_line=line)
            self.found.append(said)

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
            counted = part.heading is not None and part.numbered
            number += counted
            yield self._part(part, number if counted else 0, f"outline:{index}")

    def _part(self, part: Part, number: int, place: str) -> PartView:
        return PartView(
            self._text(place, ("heading",), part.heading),
            number,
            self._text(place, ("salutation",), part.salutation),
            self._sections(part.sections, part.marks, place, (), level=1, run_in=False),
        )

    def _sections(
        self,
        sections: tuple[Section, ...],
        marks: Marks,
        place: str,
        path: Path,
        *,
        level: int,
        run_in: bool,
        joins: bool = True,
    ) -> tuple[SectionView, ...]:
        """The sections of one level; ``joins`` says whether there is a paragraph before that a head may run into."""
        views = []
        number = 0
        for index, section in enumerate(sections):
            number += 1 if section.head else 0
            here = (*path, "sections", index)
            opens = not (run_in and joins)
            views.append(self._section(section, marks, place, here, level=level, number=number, opens=opens))
            joins = _ends_in_text(section)
        return tuple(views)

    def _section(
        self, section: Section, marks: Marks, place: str, path: Path, *, level: int, number: int, opens: bool
    ) -> SectionView:
        head = self._text(place, (*path, "head"), section.head)
        return SectionView(
            source=self.sources.source(place, path),
            head=head,
            paragraphs=self._paragraphs(place, (*path, "text"), section.text),
            number=number,
            level=level,
            marks=marks.value,
            opens=opens,
            closed=section.alone or (section.head is not None and section.head.text.rstrip().endswith(_CLOSED)),
            table=self._table(place, (*path, "table"), section.table),
            sections=self._sections(
                section.sections,
                section.marks or Marks.NONE,
                place,
                path,
                level=level + 1,
                run_in=section.run_in,
                joins=section.table is None,
            ),
        )

    def _annexes(self) -> Iterator[AnnexView]:
        annexes = self.report.report.annexes
        counted = sum(annex.labelled for annex in annexes) > 1
        number = 0
        for index, annex in enumerate(annexes):
            number += counted and annex.labelled
            yield self._annex(annex, number, ("annexes", index))

    def _annex(self, annex: Annex, number: int, path: Path) -> AnnexView:
        return AnnexView(
            self.sources.source("report", path),
            number,
            annex.labelled,
            _annex_marks(annex),
            self._text("report", (*path, "title"), annex.title),
            self._text("report", (*path, "intro"), annex.intro),
            tuple(self._text("report", (*path, "items", i), item) for i, item in enumerate(annex.items)),
            tuple(self._glossary()) if annex.kind is AnnexKind.GLOSSARY else (),
            self._attainment(path)
            if annex.kind is AnnexKind.ATTAINMENT
            else self._table("report", (*path, "table"), annex.table),
        )

    def _attainment(self, path: Path) -> TableView | None:
        """Last year's targets against this year's results."""
        from generator.attainment.annex import annex_rows, without_last_year  # only for a report with such an annex

        if self.before is not None and self.before.report is not None:
            return TableView("", annex_rows(self.before, self.facts))
        position = self.sources.locate("report", (*path, "kind"))
        line = self.sources.place("report")[0].line(position.line)
        self.found.append(without_last_year(self.report.report.year - 1, self.before is not None, position, line))
        return None

    def _glossary(self) -> Iterator[GlossaryEntry]:
        for key, term in self.report.terms.items():
            fact = self.facts[key]
            if term.glossary and isinstance(fact, NameFact):
                meaning = fact.attributes.get("全称")
                yield GlossaryEntry(
                    self.prepared.phrases.express(DEFAULT_FORM, fact.attributes.get("词条", fact), self.facts),
                    self.prepared.phrases.express(DEFAULT_FORM, meaning, self.facts) if meaning else "",
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
        if reference.key == REWRITE:
            file, full = self.sources.place(place, path)
            source = file.inside(full, reference.offset, reference.length).source
            return figure_mark(CARRIED_OVER, REWRITE, Kind.TERM, source, Facet.VALUE, Role.PLACEHOLDER)
        fact: Fact = self.facts[reference.key]
        if reference.attribute:
            if not isinstance(fact, NameFact) or reference.attribute not in fact.attributes:
                self._report_fault(reference, place, path, f"“{reference.key}”没有写“{reference.attribute}”", "")
                return ""
            fact = fact.attributes[reference.attribute]
        if reference.form and reference.form not in self.prepared.phrases.macros:
            self.found.append(_unknown_form(reference, self.prepared.phrases, *self.sources.place(place, path)))
            return ""
        try:
            return self.prepared.phrases.express(reference.form, fact, self.facts)
        except Exception as error:  # a phrase form that cannot take this datum, told at the sentence that asks for it
            cause = template_fault(error, self.prepared.templates.read_template)
            message = f"{{{reference.key}{'|' + reference.form if reference.form else ''}}} 印不出来：{cause.message}"
            self._report_fault(reference, place, path, message, cause.hint)
            if not lies_in_the_datum(error) and cause not in self.found:
                self.found.append(cause)  # the form itself is wrong: told at its line as well
            return ""

    def _report_fault(self, reference: Reference, place: str, path: Path, message: str, hint: str) -> None:
        file, full = self.sources.place(place, path)
        position = file.inside(full, reference.offset, reference.length)
        line = file.line(position.line)
        self.found.append(Diagnostic("D203", "cannot-express", message, position, hint=hint, source_line=line))


def _ends_in_text(section: Section) -> bool:
    """Whether a section ends in a paragraph that the next head may run into, and not in a table."""
    return _ends_in_text(section.sections[-1]) if section.sections else section.table is None


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
    phrases = prepare(templates).phrases
    for place, path, prose in walk_prose(loaded.partial):
        for reference in prose.references:
            if reference.form and reference.form not in phrases.macros:
                yield _unknown_form(reference, phrases, *loaded.sources.place(place, path))


def owed_runs(document: Document) -> Iterator[tuple[str, str, str, Role]]:
    """Key, text, source and role of every value that is missing (placeholder) or unconfirmed (pending), each once.

    Prose that was carried over (``{待改}``) counts at every place.
    """
    seen: set[str] = set()
    for runs in paragraphs_of(document, front=True):
        for run in runs:
            if isinstance(run, FigureRun) and run.role in (Role.PLACEHOLDER, Role.PENDING) and run.key not in seen:
                if run.key != REWRITE:
                    seen.add(run.key)
                yield run.key, run.text, run.source, run.role


def _annex_marks(annex: Annex) -> str:
    """What stands before the items of an annex, empty for nothing."""
    if annex.marks is None:
        return "" if annex.kind is AnnexKind.GLOSSARY else AnnexMarks.CHINESE.value
    return "" if annex.marks is AnnexMarks.NONE else annex.marks.value
