"""Handing out the forms: one workbook a department, and never over one that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import CannotRunError, Diagnostic, QicaoError
from generator.forms.questions import Form, forms_of, load_years
from generator.positions import Position
from generator.workspace import Workspace, write_all

_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class FormsRequest:
    """Which forms to write where; no ``departments`` means all."""

    year: int
    out: Path
    departments: tuple[str, ...] = ()
    owed_only: bool = False
    force: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Issued:
    """One workbook: how many lines it has, how many of them are still owed, and whether it was there already."""

    path: Path
    department: str
    questions: int
    owed: int
    unchanged: bool


def issue(workspace: Workspace, request: FormsRequest) -> tuple[Issued, ...]:
    """Write the forms, all or none.

    Raises :class:`QicaoError`: for errors in the data; where a workbook is there that differs (unless ``force``);
    CannotRunError where a department is not known or nothing is to be asked.
    """
    forms = _wanted(forms_of(load_years(workspace, request.year)), request)
    made = dict(zip(_paths(forms, request), ((form, _workbook(form)) for form in forms), strict=True))
    same = {path for path, (_, data) in made.items() if _holds(path, data)}
    there = [path for path in made if path not in same and path.exists()]
    if there and not request.force:
        raise QicaoError([_refusal(path) for path in there])
    if not request.dry_run:
        write_all({path: data for path, (_, data) in made.items() if path not in same})
    return tuple(
        Issued(path, form.department, len(form.questions), sum(not q.sent for q in form.questions), path in same)
        for path, (form, _) in made.items()
    )


def _wanted(forms: Sequence[Form], request: FormsRequest) -> tuple[Form, ...]:
    known = [form.department for form in forms]
    unknown = [name for name in request.departments if name not in known]
    if unknown:
        raise CannotRunError(f"没有“{'、'.join(unknown)}”负责的指标", f"有指标的部门：{'、'.join(known) or '（没有）'}")
    wanted = tuple(form for form in forms if not request.departments or form.department in request.departments)
    if request.owed_only:
        wanted = tuple(form for form in wanted if any(not question.sent for question in form.questions))
    if not wanted:
        raise CannotRunError(f"{request.year} 年没有要填报的指标")
    return wanted


def _workbook(form: Form) -> bytes:
    from generator.forms.workbook import workbook_of

    return workbook_of(form)


def _paths(forms: Sequence[Form], request: FormsRequest) -> Iterator[Path]:
    seen: set[str] = set()
    for form in forms:
        stem = name = f"{form.year}-{_NOT_IN_FILE_NAMES.sub('_', form.department).strip('. ')}"
        number = 2
        while name.lower() in seen:
            name, number = f"{stem}-{number}", number + 1
        seen.add(name.lower())
        yield request.out / f"{name}.xlsx"


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == data
    except OSError:
        return False


def _refusal(path: Path) -> Diagnostic:
    hint = "里面可能已经填了数；换个文件夹（--out），确实不要了就加 --force"
    return Diagnostic("E100", "form-is-there", "已经有这份表，没有覆盖", Position(str(path), 0, 0), hint=hint)
