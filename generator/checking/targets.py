"""Where a check may write: never onto what it reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.diagnostics import CannotRunError


def refuse_inputs(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Raise :class:`CannotRunError` when a file to be written is one that is read, no plain file, or named twice."""
    read = list(inputs)
    seen: list[Path] = []
    for output in outputs:
        if output.exists() and not output.is_file():
            raise CannotRunError("写不到这里：它不是普通文件", "请写一个文件名", file=str(output))
        if any(_is_same(output, path) for path in read):
            raise CannotRunError("这是要核对的原件，不能写在它上面", "请换一个文件名", file=str(output))
        if any(_is_same(output, path) for path in seen):
            raise CannotRunError("几个选项写到同一个文件", "请各写一个文件名", file=str(output))
        seen.append(output)


def each_once(paths: Iterable[Path]) -> Iterator[Path]:
    """The files without those that were named before, also by another name."""
    seen: list[Path] = []
    for path in paths:
        if not any(_is_same(path, other) for other in seen):
            seen.append(path)
            yield path


def _is_same(first: Path, second: Path) -> bool:
    """Whether two names mean one file, also through links; names of files that are not there yet are compared."""
    try:
        return first.samefile(second)
    except OSError:
        return first.resolve() == second.resolve()
