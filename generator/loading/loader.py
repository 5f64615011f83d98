"""The YAML files of a year, read, checked against the schema and put together, with every problem at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from generator.diagnostics import Diagnostic, QicaoError, Severity, has_errors
from generator.garbage import paused_gc
from generator.loading.crosscheck import cross_check
from generator.loading.fitting import Tree, fit
from generator.loading.located import LocatedDict
from generator.loading.locating import Path as DataPath
from generator.loading.locating import SourceFile, SourceMap
from generator.loading.model_messages import model_diagnostics, suggestion
from generator.loading.parsing import parse_yaml
from generator.positions import Position
from generator.workspace import Workspace
from schemas.base import Model
from schemas.outline import AnnexKind, Part
from schemas.report import FiguresFile, ProjectsFile, Report, ReportFile, TargetsFile, TermsFile
from schemas.term import Term

ModelT = TypeVar("ModelT", bound=Model)

DATA_SECTIONS = {
    "figures.yaml": ("figures", "derived"),
    "targets.yaml": ("targets",),
    "projects.yaml": ("projects", "lists"),
    "terms.yaml": ("terms", "lists"),
}
"""Which sections each data file holds; every key in them is in one namespace."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A year's data.

    ``report`` is None when there were errors; ``partial`` then holds what could be read of it, for further checks only.
    ``data_hash`` is sha256 over all files, in hex.  ``before`` is the year before, where an annex tells its targets.
    """

    report: Report | None
    partial: Report | None
    sources: SourceMap
    diagnostics: tuple[Diagnostic, ...]
    data_hash: str
    before: Loaded | None = None

    def require(self) -> Report:
        """The report, or a :class:`QicaoError` (exit code 1) with everything that is wrong."""
        if self.report is None:
            raise QicaoError(self.diagnostics, exit_code=1)
        return self.report


@dataclass(slots=True)
class _Reading:
    """What has been read so far; lives only while :func:`load` runs."""

    workspace: Workspace
    found: list[Diagnostic] = field(default_factory=list)
    files: list[SourceFile] = field(default_factory=list)
    sections: dict[str, tuple[SourceFile, DataPath]] = field(default_factory=dict)
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)
    broken: set[str] = field(default_factory=set)
    """Files that could not be taken apart to the end."""
    names_known: bool = True
    """Whether every key that the data define was seen, so that one that is not there is really undefined."""
    all_fits: bool = True

    def read(self, path: Path, model: type[ModelT], stand_ins: Mapping[str, Tree]) -> tuple[SourceFile, ModelT | None]:
        """One file and its model, or what fits of it, with the reasons added to ``found``."""
        file, told = self._parse(path)
        self.files.append(file)
        result = fit(file.root, model, stand_ins)
        self.all_fits &= not result.errors and not told
        if file.name not in self.broken:
            lines = {d.position.line for d in told}
            findings = model_diagnostics(result.errors, model, file)
            self.found.extend(d for d in findings if d.position.line not in lines)
        return file, result.model

    def _parse(self, path: Path) -> tuple[SourceFile, list[Diagnostic]]:
        name = self.workspace.name_of(path)
        try:
            text = self.workspace.read(path)
        except QicaoError as error:
            self.found.extend(error.diagnostics)
            self.broken.add(name)
            return SourceFile(name, (), None), list(error.diagnostics)
        self.digest.update(f"{name}\0{text}\0".encode())
        root, found = parse_yaml(text, name)
        file = SourceFile(name, tuple(text.split("\n")), root)
        self.found.extend(with_source_line(d, file) for d in found)
        if any(d.code in _ENDS_READING for d in found):
            self.broken.add(name)
        return file, found


_ENDS_READING = ("D101", "D107")


def load(workspace: Workspace, year: int) -> Loaded:
    """Read ``drafts/<year>``.

    Raises :class:`~generator.diagnostics.CannotRunError` when there is no such folder; everything else that is wrong
    comes back in ``diagnostics``.
    """
    with paused_gc():
        loaded = _load(workspace, workspace.year_folder(year), year)
        if not _tells_attainment(loaded) or year - 1 not in workspace.years():
            return loaded
        before = _load(workspace, workspace.year_folder(year - 1), year - 1)
        digest = hashlib.sha256(f"{loaded.data_hash}{before.data_hash}".encode()).hexdigest()
        return replace(loaded, before=before, data_hash=digest)


def _tells_attainment(loaded: Loaded) -> bool:
    report = loaded.partial
    return report is not None and any(annex.kind is AnnexKind.ATTAINMENT for annex in report.report.annexes)


def _load(workspace: Workspace, folder: Path, year: int) -> Loaded:
    reading = _Reading(workspace)
    head = _read_head(reading, folder, year)
    figures = _read_data(reading, folder, "figures.yaml", FiguresFile) or FiguresFile()
    targets = _read_data(reading, folder, "targets.yaml", TargetsFile) or TargetsFile()
    projects = _read_data(reading, folder, "projects.yaml", ProjectsFile) or ProjectsFile()
    terms = _read_data(reading, folder, "terms.yaml", TermsFile) or TermsFile()
    parts = _read_outline(reading, folder)
    reading.found.extend(_not_read(workspace, folder))
    sources = SourceMap(tuple(reading.files), reading.sections)
    report = Report.model_construct(
        report=head,
        figures=figures.figures,
        derived=figures.derived,
        targets=targets.targets,
        projects=projects.projects,
        project_lists=projects.lists,
        terms={key: term or Term.model_construct() for key, term in terms.terms.items()},
        lists=terms.lists,
        outline=tuple(parts),
    )
    crossed = cross_check(report, sources, names_known=reading.names_known, all_known=reading.all_fits)
    crossed = (d for d in crossed if d.position.file not in reading.broken)
    reading.found.extend(with_source_line(d, _file_of(d, sources)) for d in crossed)
    found = tuple(sorted(reading.found, key=lambda d: d.position))
    return Loaded(None if has_errors(found) else report, report, sources, found, reading.digest.hexdigest())


def _read_head(reading: _Reading, folder: Path, year: int) -> ReportFile:
    stand_ins: dict[str, Tree] = {"year": str(year), "place": "某地"}
    path = folder / "report.yaml"
    if path.exists():
        file, head = reading.read(path, ReportFile, stand_ins)
    else:
        file, head = SourceFile(reading.workspace.name_of(path), (), None), None
        hint = f"请新建它，至少写两行：year: {year} 和 place: 某市"
        reading.found.append(Diagnostic("D111", "missing-file", "没有这个文件", Position(file.name, 0, 0), hint=hint))
    reading.sections["report"] = (file, ())
    if head is not None and head.year != year:
        position = file.locate(("year",))
        message = f"文件夹是 {year} 年的，这里却写 {head.year}"
        reading.found.append(Diagnostic("D109", "wrong-year", message, position, source_line=file.line(position.line)))
    return head or ReportFile(year=year, place="某地")


def _read_data(reading: _Reading, folder: Path, name: str, model: type[ModelT]) -> ModelT | None:
    path = folder / name
    if not path.exists():
        file, result = SourceFile(reading.workspace.name_of(path), (), None), None
    else:
        file, result = reading.read(path, model, {})
        reading.names_known &= file.name not in reading.broken and _has_only(file, DATA_SECTIONS[name])
    for section in DATA_SECTIONS[name]:
        reading.sections[_section_name(name, section)] = (file, (section,))
    return result


def _has_only(file: SourceFile, sections: tuple[str, ...]) -> bool:
    """Whether a file is made of known sections that hold entries, or is empty."""
    if not isinstance(file.root, LocatedDict):
        return file.root is None
    return all(str(key) in sections and isinstance(value, LocatedDict | None) for key, value in file.root.items())


def _not_read(workspace: Workspace, folder: Path) -> Iterator[Diagnostic]:
    """Files that look like data but have a name that nothing reads."""
    known = ("report.yaml", *DATA_SECTIONS, "waivers.yaml", "supplied.yaml")
    found = [path for path in folder.glob("*.y*ml") if path.name not in known]
    for path in sorted((*found, *(folder / "outline").glob("*.yml"))):
        hint = suggestion(path.name, known, cutoff=0.85) or "正文放在 outline 文件夹里，文件名以 .yaml 结尾"
        position = Position(workspace.name_of(path), 0, 0)
        yield Diagnostic("D112", "not-read", "这个文件没有读取：文件名不对", position, Severity.WARNING, hint)


def _section_name(file: str, section: str) -> str:
    return "project_lists" if (file, section) == ("projects.yaml", "lists") else section


def _read_outline(reading: _Reading, folder: Path) -> list[Part]:
    parts: list[Part] = []
    paths = sorted((folder / "outline").glob("*.yaml"))
    for path in paths:
        file, part = reading.read(path, Part, {"part": "其他", "sections": []})
        if part is not None:
            reading.sections[f"outline:{len(parts)}"] = (file, ())
            parts.append(part)
    if not paths:
        position = Position(reading.workspace.name_of(folder / "outline"), 0, 0)
        hint = "正文的每一部分是 outline 文件夹里的一个 .yaml 文件"
        reading.found.append(Diagnostic("D110", "no-outline", "没有正文", position, hint=hint))
    return parts


def _file_of(diagnostic: Diagnostic, sources: SourceMap) -> SourceFile:
    name = diagnostic.position.file
    return next((file for file in sources.files if file.name == name), SourceFile(name, (), None))


def with_source_line(diagnostic: Diagnostic, file: SourceFile) -> Diagnostic:
    """The same finding with the line of the file that it is about."""
    return replace(diagnostic, source_line=file.line(diagnostic.position.line))
