"""Several drafts checked at once, told in the order in which they were named."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.checking.asides import body_base
from generator.checking.base import Base
from generator.checking.session import CheckedDraft, Selection, check_file
from generator.diagnostics import CannotRunError, Diagnostic, QicaoError


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A draft that could not be checked, and why."""

    draft: str
    diagnostics: tuple[Diagnostic, ...]


Check = Callable[[Path], CheckedDraft | Unreadable]


def check_files(
    paths: Sequence[Path], base: Base | None, selection: Selection, jobs: int
) -> Iterator[CheckedDraft | Unreadable]:
    """Each draft's result, in order; with ``jobs`` above 1 in so many processes."""
    if jobs <= 1 or len(paths) <= 1:
        yield from (_check(base, selection, path) for path in paths)
        return
    yield from (
        _with_base(result, base) for result in _in_processes(partial(_check_apart, base, selection), paths, jobs)
    )


def _in_processes(check: Check, paths: Sequence[Path], jobs: int) -> Iterator[CheckedDraft | Unreadable]:
    """Results from ``jobs`` processes, in order; when the user stops the program, they are not waited for."""
    from concurrent.futures import ProcessPoolExecutor  # costs time that one draft does not need
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children

    executor = ProcessPoolExecutor(min(jobs, len(paths)), initializer=_leave_stopping_to_parent)
    try:
        for path, future in [(path, executor.submit(check, path)) for path in paths]:
            try:
                yield future.result()
            except BrokenProcessPool:
                yield _alone(check, path)
    except BaseException:
        for process in active_children():
            process.terminate()
        raise
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _alone(check: Check, path: Path) -> CheckedDraft | Unreadable:
    """A draft's result from a process of its own, because one that shared its processes ended them."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(1, initializer=_leave_stopping_to_parent) as executor:
        try:
            return executor.submit(check, path).result()
        except BrokenProcessPool:
            reason = CannotRunError("核对这个稿件的进程中途停了，多半是内存不够", file=str(path))
            return Unreadable(str(path), reason.diagnostics)


def _leave_stopping_to_parent() -> None:
    """An interrupt from the keyboard reaches every process; the one that was started tells the user."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check(base: Base | None, selection: Selection, path: Path) -> CheckedDraft | Unreadable:
    """One draft's result; whatever goes wrong with it, the others are still checked."""
    try:
        return check_file(path, base, selection.rules())
    except QicaoError as error:
        return Unreadable(str(path), error.diagnostics)
    except Exception as error:
        if os.environ.get("QICAO_DEBUG"):
            raise
        return Unreadable(str(path), CannotRunError(_own_fault(error), _TELL, str(path)).diagnostics)


_TELL = "请设置环境变量 QICAO_DEBUG=1 再运行一次，把显示的内容发给维护者"


def _own_fault(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "内存不够，这个稿件没有查完"
    return f"程序在这个稿件上自己出错了（{type(error).__name__}），没有查完"


def _check_apart(base: Base | None, selection: Selection, path: Path) -> CheckedDraft | Unreadable:
    """As :func:`_check`, in another process: what the asking process has already is not sent back."""
    result = _check(base, selection, path)
    if isinstance(result, Unreadable):
        return result
    context = replace(result.context, ledger=None, base=None, before=None)
    beside = replace(result.beside, ledger=None, base=None) if result.beside is not None else None
    return replace(result, context=context, beside=beside)


def _with_base(result: CheckedDraft | Unreadable, base: Base | None) -> CheckedDraft | Unreadable:
    if isinstance(result, Unreadable):
        return result
    whole = base or Base(result.draft.record)
    document = body_base(whole.document, result.draft) if whole.document is not None else None
    context = replace(result.context, ledger=whole.ledger, base=document, before=whole.before)
    return replace(result, context=context)
