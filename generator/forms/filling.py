"""Returned forms into the data: every good value on its own line, everything else told, nothing lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.diagnostics import CannotRunError, Diagnostic, Severity, has_errors
from generator.forms.answers import same_value, written
from generator.forms.questions import Form, forms_of, load_years, sent_value
from generator.forms.returned import Returned, read_returned
from generator.forms.sifting import Good, Sifter, finding, unreadable
from generator.forms.splicing import CannotSpliceError, YamlText
from generator.forms.supplied import load_supplied, supplied_path, with_entries
from generator.loading.locating import SourceFile
from generator.loading.parsing import parse_yaml
from generator.workspace import Workspace, read_bounded, write_all
from schemas.figure import Figure, Status
from schemas.report import Report
from schemas.supplied import Supplied

_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".et")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class FillRequest:
    """Which files to read into which year; ``today`` is written into the record."""

    year: int
    files: tuple[Path, ...]
    today: date
    dry_run: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One value that is new; ``line`` is its line in ``figures.yaml`` afterwards, ``before`` what stood there."""

    good: Good
    line: int
    before: str
    after: str
    unit: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What was, or would be, done.  ``same`` counts values that were there already; ``blank`` answers left empty."""

    file: str
    changes: tuple[Change, ...]
    same: int
    blank: int
    findings: tuple[Diagnostic, ...]
    written: bool
    dry_run: bool

    @property
    def troubled(self) -> bool:
        """Whether there is anything that a person must look at."""
        return any(one.severity is not Severity.INFO for one in self.findings)


def fill_forms(workspace: Workspace, request: FillRequest) -> Filled:
    """Read forms and write their good values into ``figures.yaml``, with a record in ``supplied.yaml``.

    With ``strict`` nothing is written if there is anything to be looked at.  Raises
    :class:`~generator.diagnostics.QicaoError` for errors in the data, CannotRunError where there is no file to read.
    """
    years = load_years(workspace, request.year)
    found: list[Diagnostic] = []
    forms = {form.department: form for form in forms_of(years)}
    returned = list(_read_all(_paths(request.files), found))
    good = [one for form in returned for one in _sifted(form, forms, years.report, request.year, found)]
    agreed = list(_agreed(good, found))
    source = years.now.sources.place("figures")[0].name
    filler = _Filler(workspace, request, years.report, source, found)
    changes = tuple(sorted(filler.run(agreed), key=lambda change: change.line))
    blank = sum(line.raw is None for form in returned for line in form.lines)
    filled = Filled(source, changes, filler.same, blank, tuple(found), False, request.dry_run)
    if request.dry_run or not (changes or filler.unrecorded) or (request.strict and filled.troubled):
        return filled
    write_all(filler.files(changes))
    return replace(filled, written=bool(changes))


def _paths(files: Sequence[Path]) -> list[Path]:
    """The files, with folders opened; Excel's lock files (``~$…``) are passed over."""
    paths: list[Path] = []
    for path in files:
        inside = sorted(one for one in path.iterdir() if one.suffix.lower() in _SUFFIXES) if path.is_dir() else [path]
        paths.extend(one for one in inside if not one.name.startswith(("~$", ".")))
    if not paths:
        raise CannotRunError("文件夹里没有填报表", f"能读的是 {'、'.join(_SUFFIXES)}", file=str(files[0]))
    return list(dict.fromkeys(paths))


def _read_all(paths: Iterable[Path], found: list[Diagnostic]) -> Iterator[Returned]:
    for path in paths:
        try:
            yield read_returned(path)
        except CannotRunError as error:
            found.extend(unreadable(error))


def _sifted(
    returned: Returned, forms: dict[str, Form], report: Report, year: int, found: list[Diagnostic]
) -> Iterator[Good]:
    questions = {question.key: question for form in forms.values() for question in form.questions}
    sifter = Sifter(returned, forms.get(returned.department), questions, dict(report.figures), found)
    yield from sifter.run(year, report.report.place)


def _agreed(good: Sequence[Good], found: list[Diagnostic]) -> Iterator[Good]:
    """One value a key: those on which all files agree; an answer that was only sent along gives way to a new one."""
    by_key: dict[str, list[Good]] = {}
    for one in good:
        by_key.setdefault(one.key, []).append(one)
    for key, answers in by_key.items():
        fresh = [one for one in answers if written(one.value) != one.sent] or answers
        if len({written(one.value) for one in fresh}) == 1:
            yield fresh[-1]
            continue
        told = "，".join(f"{one.department}报 {written(one.value)}（{one.place}）" for one in fresh)
        for one in fresh:
            found.append(finding("E109", f"“{key}”报来的数不一样，没有读入：{told}", one.place, "请核对后只留一个"))


@dataclass(frozen=True, slots=True)
class _LineOf:
    file: SourceFile

    def __call__(self, key: str) -> int:
        """The line of a figure's value, from 1."""
        keys = self.file.keys_at(("figures", key))
        field = "text" if "text" in keys and "value" not in keys else "value"
        return self.file.locate(("figures", key, field)).line


class _Filler:
    """Writes values into the text of ``figures.yaml``, one after the other."""

    def __init__(
        self, workspace: Workspace, request: FillRequest, report: Report, source: str, found: list[Diagnostic]
    ) -> None:
        self.same = 0
        self.unrecorded: list[Good] = []
        """Answers that the data hold already, but of which nobody has noted who supplied them."""
        self._workspace, self._request, self._report, self._found = workspace, request, report, found
        self._path = workspace.year_folder(request.year) / "figures.yaml"
        data = read_bounded(self._path, source)
        self._text = YamlText.of(source, data.decode("utf-8-sig"))
        self._bom = _BOM if data.startswith(_BOM.encode()) else ""
        self._record = load_supplied(workspace, request.year)

    def run(self, agreed: Iterable[Good]) -> Iterator[Change]:
        """Write each value that is new and may be written; lines are those of the finished text."""
        done = [(good, before) for good in agreed if (before := self._written(good)) is not None]
        lines = self._lines()
        for good, before in done:
            unit = self._report.figures[good.key].unit
            yield Change(good, lines(good.key), before, written(good.value), unit)

    def files(self, changes: Sequence[Change]) -> dict[Path, bytes]:
        """The files to be written: the figures and the record."""
        entries = [self._entry(good) for good in (*(change.good for change in changes), *self.unrecorded)]
        record = with_entries(self._workspace, self._request.year, entries)
        return {
            self._path: f"{self._bom}{self._text.text}".encode(),
            supplied_path(self._workspace, self._request.year): record,
        }

    def _written(self, good: Good) -> str | None:
        """What stood in the data before, if the value was written; None if not."""
        figure = self._report.figures[good.key]
        before = sent_value(figure)
        new_status = figure.status != good.status and not (good.doubtful and before == written(good.value))
        if same_value(before, written(good.value)) and not (new_status and good.status is not Status.PENDING):
            self.same += 1
            if not same_value(good.sent, written(good.value)) and not self._is_recorded(good):
                self.unrecorded.append(good)
            return None
        if before and not same_value(before, written(good.value)) and not self._may_replace(good, before):
            message = f"“{good.key}”在 {self._text.name} 里已是 {before}，报来的是 {written(good.value)}，没有读入"
            hint = f"发出时是 {good.sent or '空的'}；请核对，确实要改就直接改 YAML"
            self._found.append(finding("E109", message, good.place, hint))
            return None
        return before if self._spliced(good, figure, new_status) else None

    def _is_recorded(self, good: Good) -> bool:
        earlier = self._record.get(good.key)
        return earlier is not None and same_value(earlier.value or "", written(good.value))

    def _may_replace(self, good: Good, before: str) -> bool:
        """Whether what stands there is what the form was sent with, or an earlier answer of the same department."""
        earlier = self._record.get(good.key)
        corrected = (
            earlier is not None and earlier.department == good.department and same_value(earlier.value or "", before)
        )
        return same_value(good.sent, before) or corrected

    def _spliced(self, good: Good, figure: Figure, new_status: bool) -> bool:
        lines = list(self._text.lines)
        path = ("figures", good.key)
        try:
            if not same_value(sent_value(figure), written(good.value)):
                words = isinstance(good.value, str)
                self._text.clear(path, "value" if words else "text")
                self._text.set(path, "text" if words else "value", written(good.value))
            if new_status:
                self._text.set(path, "status", good.status)
        except CannotSpliceError as error:
            self._text = YamlText(self._text.name, lines)
            self._found.append(finding("E114", f"“{good.key}”：{error}", good.place, f"请手工写进 {self._text.name}"))
            return False
        return True

    def _lines(self) -> _LineOf:
        text = self._text.text.replace("\r\n", "\n")
        root, found = parse_yaml(text, self._text.name)
        if has_errors(found):
            raise CannotRunError("填上以后 YAML 就读不了了，没有写", "请把这个文件发给维护者", file=self._text.name)
        return _LineOf(SourceFile(self._text.name, tuple(text.split("\n")), root))

    def _entry(self, good: Good) -> Supplied:
        return Supplied(
            key=good.key,
            value=written(good.value),
            status=good.status,
            department=good.department,
            person=good.person or None,
            date=self._request.today.isoformat(),
            file=Path(good.file).name,
            cell=good.cell,
            note=good.note or None,
        )
