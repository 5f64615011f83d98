"""A whole ``qicao check``: several drafts, waivers, outputs, exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.checking.base import Base, base_of_year
from generator.checking.session import CheckedDraft, Selection, check_read
from generator.checking.targets import each_once, refuse_inputs
from generator.checking.workers import Unreadable, check_files
from generator.diagnostics import CannotRunError, Severity
from generator.readers.any_file import bytes_of, read_bytes
from generator.workspace import Workspace, waivers_path, write_all

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What to check and what to do with the findings; see ``qicao check --help``."""

    drafts: tuple[Path, ...]
    year: int | None = None
    output: Path | None = None
    annotate: Path | None = None
    fix: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: bool = False
    fail_on: str = "warning"
    dry_run: bool = False
    jobs: int = 1
    today: date = field(default_factory=date.today)

    @property
    def copies(self) -> tuple[Path, ...]:
        """The copies of the draft that shall be written."""
        return tuple(path for path in (self.annotate, self.fix) if path is not None)

    @property
    def done(self) -> str:
        """The word before what is written, or in a dry run would be."""
        return "会" if self.dry_run else "已"

    @property
    def selection(self) -> Selection:
        """Which rules run."""
        return Selection(self.select, self.ignore)


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """The checked drafts, those that could not be read, notes on files written, and the exit code.

    0 fine, 1 findings, 2 some draft or rule could not be checked.
    """

    drafts: tuple[CheckedDraft, ...]
    unreadable: tuple[Unreadable, ...] = ()
    notes: tuple[str, ...] = ()
    exit_code: int = 0


def run_check(workspace: Workspace, request: CheckRequest, step: Step = lambda name: None) -> CheckOutcome:
    """Check all drafts of a request and write the copies asked for.

    Raises :class:`~generator.diagnostics.QicaoError` when nothing could be checked or written: the data have errors, a
    file would be written onto one that is read.
    """
    paths = tuple(each_once(request.drafts))
    _refuse(workspace, request, paths)
    rules = request.selection.rules()
    base = base_of_year(workspace, request.year) if request.year is not None else None
    source = bytes_of(paths[0]) if request.copies else None
    if source is not None:
        step(f"核对 {paths[0].name}")
        draft = read_bytes(source, str(paths[0]), paths[0].suffix.lower())
        results: list[CheckedDraft | Unreadable] = [check_read(draft, base, rules, isolate=True)]
    else:
        results = list(_check_many(request, paths, base, step))
    drafts = [result for result in results if isinstance(result, CheckedDraft)]
    notes = ["有的稿件写了两次，只核对一次"] if len(paths) < len(request.drafts) else []
    if len(drafts) > 1:
        from generator.checking.crossing import crossed  # one draft has none to be compared with

        compared = crossed(drafts, request.selection, of_one_year=request.year is not None)
        drafts, notes = list(compared.drafts), [*notes, *compared.notes]
    if request.baseline:
        notes += _write_baseline(workspace, request, drafts)
    drafts = _judged(workspace, request, drafts)
    if source is not None:
        notes += _write_copies(request, source, drafts[0], base)
    unreadable = tuple(result for result in results if isinstance(result, Unreadable))
    return CheckOutcome(tuple(drafts), unreadable, tuple(notes), _exit_code(drafts, unreadable, request.fail_on))


def _check_many(
    request: CheckRequest, paths: Sequence[Path], base: Base | None, step: Step
) -> Iterator[CheckedDraft | Unreadable]:
    results = check_files(paths, base, request.selection, request.jobs)
    for path in paths:
        step(f"核对 {path.name}")
        yield next(results)


def _refuse(workspace: Workspace, request: CheckRequest, paths: Sequence[Path]) -> None:
    """Raise :class:`CannotRunError` for options that cannot go together, before any work is done."""
    if request.copies and len(paths) > 1:
        raise CannotRunError("--annotate 和 --fix 一次只能用于一个稿件", "请一个一个来")
    data = workspace.year_folder(request.year).rglob("*.yaml") if request.year is not None else ()
    refuse_inputs((*request.copies, *([request.output] if request.output else [])), (*paths, *data))


def _judged(workspace: Workspace, request: CheckRequest, drafts: Sequence[CheckedDraft]) -> list[CheckedDraft]:
    """The drafts with the waivers of their years applied."""
    judged = {id(draft): draft for draft in drafts}
    for year in sorted({draft.year for draft in drafts if draft.year is not None}):
        if not waivers_path(workspace, year).is_file():
            continue
        from generator.checking.waivers import WaiverRun
        from generator.loading.waivers import load_waivers

        own = [draft for draft in drafts if draft.year == year]
        run = WaiverRun(load_waivers(workspace, year), request.today, request.selection)
        judged.update(zip(map(id, own), run.apply(own), strict=True))
    return list(judged.values())


def _write_baseline(workspace: Workspace, request: CheckRequest, drafts: Sequence[CheckedDraft]) -> list[str]:
    """Write all findings that no waiver covers into the waivers of their years."""
    from generator.checking.waiving import baseline_of
    from generator.loading.waivers import add_waivers

    notes = []
    for draft in drafts:
        if draft.year is None or draft.year not in workspace.years():
            hint = "请用 --year 写明年份，工作文件夹里要有 drafts/年份/"
            raise CannotRunError("--baseline 要知道记到哪一年的 waivers.yaml", hint, file=draft.draft.name)
    judged = _judged(workspace, request, drafts)
    for year in sorted({draft.year for draft in judged if draft.year is not None}):
        new = baseline_of([draft for draft in judged if draft.year == year])
        path = add_waivers(workspace, year, new, dry_run=request.dry_run) if new else waivers_path(workspace, year)
        notes.append(f"{request.done}把 {len(new)} 处问题记入 {workspace.name_of(path)}，以后只报新的")
    return notes


def _write_copies(request: CheckRequest, source: bytes, checked: CheckedDraft, base: Base | None) -> list[str]:
    """Write the annotated and the fixed copy; gives a note on each."""
    from generator.checking.copies import annotated, fixed

    files: dict[Path, bytes] = {}
    notes: list[str] = []
    if request.annotate is not None:
        files[request.annotate], count = annotated(source, checked, request.annotate)
        notes.append(f"{request.done}另存 {request.annotate}：{count} 处加了批注")
    if request.fix is not None:
        from generator.checking.fixing import settled_fixes

        fixes = settled_fixes(checked, base, request.selection.rules())
        files[request.fix], count = fixed(source, checked, fixes, request.fix)
        left = sum(finding.diagnostic.span is not None for finding in checked.findings) - count
        notes.append(
            f"{request.done}另存 {request.fix}：改好 {count} 处" + (f"，还有 {left} 处要人来改" if left else "")
        )
    if not request.dry_run:
        write_all(files)
    return notes


_ORDER = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def _exit_code(drafts: Sequence[CheckedDraft], unreadable: Sequence[Unreadable], fail_on: str) -> int:
    if unreadable or any(skipped.fault for draft in drafts for skipped in draft.coverage.skipped):
        return 2
    if fail_on == "never":
        return 0
    least = _ORDER[Severity(fail_on)]
    return int(any(_ORDER[f.diagnostic.severity] >= least for draft in drafts for f in draft.findings))
