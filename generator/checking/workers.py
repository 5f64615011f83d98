"""Several drafts checked at once, told in the order in which they were named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.checking.session import Base, CheckedDraft, Selection, check_file
from generator.diagnostics import Diagnostic, QicaoError


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A draft that could not be checked, and why."""

    draft: str
    diagnostics: tuple[Diagnostic, ...]


def check_files(
    paths: Sequence[Path], base: Base | None, selection: Selection, jobs: int
) -> Iterator[CheckedDraft | Unreadable]:
    """Each draft's result, in order; with ``jobs`` above 1 in so many processes."""
    if jobs <= 1 or len(paths) <= 1:
        yield from (_check(base, selection, path) for path in paths)
        return
    from concurrent.futures import ProcessPoolExecutor  # costs time that one draft does not need

    with ProcessPoolExecutor(min(jobs, len(paths))) as executor:
        for result in executor.map(partial(_check_apart, base, selection), paths):
            yield _with_base(result, base)


def _check(base: Base | None, selection: Selection, path: Path) -> CheckedDraft | Unreadable:
    try:
        return check_file(path, base, selection.rules())
    except QicaoError as error:
        return Unreadable(str(path), error.diagnostics)


def _check_apart(base: Base | None, selection: Selection, path: Path) -> CheckedDraft | Unreadable:
    """As :func:`_check`, in another process: what the asking process has already is not sent back."""
    result = _check(base, selection, path)
    if isinstance(result, Unreadable):
        return result
    context = replace(result.context, report=None, facts={}, base=None)
    return replace(result, context=context)


def _with_base(result: CheckedDraft | Unreadable, base: Base | None) -> CheckedDraft | Unreadable:
    if isinstance(result, Unreadable):
        return result
    whole = base or Base(result.draft.record)
    context = replace(result.context, report=whole.report, facts=whole.facts, base=whole.document)
    return replace(result, context=context)
