"""The import itself: read, take apart, write, and prove that the text comes out again as it went in."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import CannotRunError
from generator.document import paragraphs_of, text_of
from generator.importing.annexes import annexes_of
from generator.importing.gathered import Section as DataSection
from generator.importing.gathering import Gatherer
from generator.importing.notes import Structure, doubts, notes_text
from generator.importing.printer import Printer
from generator.importing.published import Published, published, squeezed
from generator.importing.register import register_of
from generator.importing.structure import PartNode, parts_of
from generator.importing.writing import (
    PartWriter,
    annexes_text,
    figures_file,
    projects_file,
    report_file,
    targets_file,
    terms_file,
)
from generator.loading.loader import load
from generator.readers.any_file import read_draft
from generator.rendering import render_prepared
from generator.templating.preparing import Prepared, prepare
from generator.tracing import trace
from generator.workspace import Workspace, write_all
from schemas.outline import PartKind

NOTES = "导入说明.md"
_ROUNDS = 3
_SLUGS = {
    PartKind.OPENING: "opening",
    PartKind.REVIEW: "review",
    PartKind.PLAN: "plan",
    PartKind.BUILDING: "building",
    PartKind.OTHER: "annex",
    PartKind.CLOSING: "closing",
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import makes: files by their name under ``drafts/<year>/``, and what it found."""

    files: Mapping[str, str]
    paragraphs: int
    numerals: int
    figures: int
    targets: int
    terms: int
    projects: int
    unsure: int


def import_report(path: Path, year: int, place: str) -> Imported:
    """Everything that a workspace needs to print the report in ``path`` again, character for character but for blanks.

    Raises :class:`CannotRunError` when the file cannot be read or holds no report.
    """
    source = published(read_draft(path))
    if not source.paragraphs:
        raise CannotRunError("文件里没有读到正文", "请检查是不是选错了文件", file=str(path))
    with tempfile.TemporaryDirectory(prefix="qicao-import-") as folder:
        workspace = Workspace(Path(folder))
        prepared = prepare(workspace)
        return _Import(source, year, place, workspace, prepared, Printer(prepared)).run(path.name)


@dataclass(slots=True)
class _Import:
    """One import: tried first as data, then with whatever did not come out again kept as it stands."""

    source: Published
    year: int
    place: str
    workspace: Workspace
    prepared: Prepared
    printer: Printer

    def run(self, name: str) -> Imported:
        safe: frozenset[str] = frozenset()
        for attempt in range(_ROUNDS + 1):
            gathered, structure, files = self._make(safe)
            gathered.guesses[:0] = doubts(structure)
            wrong, numerals = self._check(files)
            if not wrong:
                notes = notes_text(name, self.source, gathered, structure, safe)
                return self._imported(gathered, files | {NOTES: notes}, numerals)
            safe |= wrong if attempt < _ROUNDS - 1 else frozenset(self.source.paragraphs)
        raise CannotRunError("没能原样还原这份报告，什么也没有写", "请把文件发给维护者", file=name)

    def _make(self, safe: frozenset[str]) -> tuple[Gatherer, Structure, dict[str, str]]:
        report, annexes = annexes_of(self.source.paragraphs, safe)
        parts = parts_of(report, safe)
        terms = [entry.name for annex in annexes for entry in annex.entries]
        register = register_of((*report, *(item for annex in annexes for item in annex.items)), terms)
        gathered = Gatherer(self.year, self.printer, safe, register)
        writer = PartWriter(gathered)
        outline = {f"outline/{n:02d}-{_slug(part)}.yaml": writer.text(part) for n, part in enumerate(parts, start=1)}
        behind = annexes_text(annexes, gathered)
        data = {
            "report.yaml": report_file(self.year, self.place, self.source.front, gathered.units, behind),
            "figures.yaml": figures_file(gathered),
            "targets.yaml": targets_file(gathered),
            "projects.yaml": projects_file(gathered),
            "terms.yaml": terms_file(gathered),
        }
        return gathered, Structure(parts, annexes), data | outline

    def _check(self, files: Mapping[str, str]) -> tuple[frozenset[str], int]:
        """The paragraphs that do not come out as they went in, and how many numerals the text has."""
        folder = self.workspace.root / "drafts" / str(self.year)
        for old in (folder / "outline").glob("*.yaml"):
            old.unlink()
        write_all({folder / name: text.encode() for name, text in files.items()})
        loaded = load(self.workspace, self.year)
        if loaded.report is None:
            raise CannotRunError(f"生成的数据有误：{loaded.diagnostics[0].message}", "请把文件发给维护者")
        rendered = render_prepared(loaded, self.prepared)
        if rendered.document is None:
            return frozenset(self.source.paragraphs), 0
        found = [squeezed(text_of(runs)) for runs in paragraphs_of(rendered.document)]
        wanted = [squeezed(text) for text in self.source.paragraphs]
        traced = trace(rendered.document)
        if found == wanted and not traced.untraced:
            return frozenset(), traced.numerals
        have = Counter(found)
        wrong = {text for text in self.source.paragraphs if not have[squeezed(text)]}
        bare = {found[span.paragraph - 1] for span in traced.untraced}
        wrong |= {text for text in self.source.paragraphs if squeezed(text) in bare}
        return frozenset(wrong or self.source.paragraphs), traced.numerals

    def _imported(self, gathered: Gatherer, files: Mapping[str, str], numerals: int) -> Imported:
        def count(section: DataSection) -> int:
            return sum(1 for number in gathered.numbers if number.section is section)

        return Imported(
            files,
            len(self.source.paragraphs),
            numerals,
            count(DataSection.FIGURES),
            count(DataSection.TARGETS),
            len(gathered.terms) + len(gathered.glossary),
            len(gathered.projects),
            len(gathered.guesses),
        )


def _slug(part: PartNode) -> str:
    return "glossary" if part.glossary else _SLUGS[part.kind]
