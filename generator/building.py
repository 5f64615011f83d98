"""Building a year's report: load, render, write, and never over anything that a person edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, QicaoError, Severity
from generator.document import Document, Role
from generator.facts.fact import Fact
from generator.loading.loader import load
from generator.outputs import Output, write_outputs
from generator.positions import Position
from generator.rendering import owed_runs, render
from generator.workspace import Workspace, decode
from schemas.names import REWRITE
from schemas.report import Report

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build; ``out`` None means ``drafts/<year>/out``."""

    year: int
    formats: tuple[str, ...] = ("docx", "txt")
    out: Path | None = None
    final: bool = False
    front: bool = False
    force: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What was, or would be, built: files written, files already so, owed values (key, text), number of warnings."""

    year: int
    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    owed: tuple[tuple[str, str], ...]
    warnings: int


@dataclass(frozen=True, slots=True)
class Made:
    """A document with the report and facts it was made from, and the warnings on the way."""

    document: Document
    report: Report
    warnings: tuple[Diagnostic, ...]
    facts: Mapping[str, Fact]


def document_of(workspace: Workspace, year: int) -> Made:
    """The document of a year; raises :class:`QicaoError` (exit code 1) with all findings when there are errors."""
    loaded = load(workspace, year)
    report = loaded.require()
    rendered = render(loaded, workspace)
    if rendered.document is None:
        raise QicaoError((*loaded.diagnostics, *rendered.diagnostics), exit_code=1)
    return Made(rendered.document, report, loaded.diagnostics, rendered.facts)


def run_build(workspace: Workspace, request: BuildRequest, step: Step = lambda name: None) -> BuildResult:
    """Build the formats asked for.

    Raises :class:`QicaoError`: for errors in the data; with ``final`` for every owed value; when an output was edited
    since it was built.  Nothing is written unless everything can be.
    """
    step("读数据")
    made = document_of(workspace, request.year)
    owed = tuple(owed_runs(made.document))
    if request.final and owed:
        raise QicaoError([_refusal(key, text, source, role) for key, text, source, role in owed], exit_code=1)
    folder = request.out or workspace.year_folder(request.year) / "out"
    writer = _Writers(workspace, made, request.front)
    outputs = []
    for name in request.formats:
        step(f"生成 {name}")
        outputs.append(Output(folder / f"work-report-{request.year}.{name}", writer.write(name)))
    done = write_outputs(outputs, force=request.force, dry_run=request.dry_run)
    return BuildResult(
        request.year, done.written, done.unchanged, tuple((key, text) for key, text, _, _ in owed), len(made.warnings)
    )


@dataclass(slots=True)
class _Writers:
    """Each format's bytes; Word is made once when both docx and pdf are asked for."""

    workspace: Workspace
    made: Made
    front: bool
    docx: bytes | None = None

    def write(self, name: str) -> bytes:
        document = self.made.document
        match name:
            case "txt":
                from generator.writers import txt

                return txt.write(document, front=self.front).encode()
            case "json":
                from generator.writers import native

                return native.write(document).encode()
            case "html":
                from generator.writers import html

                style = self.workspace.read_template(html.STYLE_NAME)
                return html.write(document, decode(style, html.STYLE_NAME) if style else None).encode()
            case "pdf":
                from generator.writers import pdf

                return pdf.write(self._word())
            case _:
                return self._word()

    def _word(self) -> bytes:
        if self.docx is None:
            from generator.loading.plain import parse_plain
            from generator.writers import docx
            from generator.writers.docx.layouts import reference_for

            reference = reference_for(self.made.report.report.layout, self.workspace.read_template, parse_plain)
            self.docx = docx.write(self.made.document, reference)
        return self.docx


def _refusal(key: str, text: str, source: str, role: Role) -> Diagnostic:
    file, _, line = source.rpartition(":")
    position = Position(file, int(line), 1)
    if key == REWRITE:
        hint = "改写这句，再删去 {待改}"
        return Diagnostic("D403", "carried-over", "这里沿用上年的文字，还没有改写", position, Severity.ERROR, hint)
    if role is Role.PLACEHOLDER:
        return Diagnostic("D401", "owed", f"“{key}”还没有数：{text}", position, Severity.ERROR, "填上 value 再定稿")
    hint = "核实后把 status 改成 确认"
    return Diagnostic("D402", "pending", f"“{key}”还是待核：{text}", position, Severity.ERROR, hint)
