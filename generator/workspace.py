"""The user's folder: where ``drafts/`` and ``templates/`` are, and the only place that anything is read from.

Templates of the workspace win over those that come with the program.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import templates
from generator.diagnostics import CannotRunError

MAX_FILE_BYTES = 64 * 1024 * 1024
PACKAGED_TEMPLATES = Path(templates.__file__).parent


@dataclass(frozen=True)
class Workspace:
    """A folder with ``drafts/<year>/`` and, if the office has its own forms, ``templates/``."""

    root: Path

    @cached_property
    def resolved(self) -> Path:
        """The folder with links followed; every file read must lie under it."""
        return self.root.resolve()

    def year_folder(self, year: int) -> Path:
        """``drafts/<year>``; raises :class:`CannotRunError` when there is none."""
        folder = self.root / "drafts" / str(year)
        if not folder.is_dir():
            found = "、".join(str(found) for found in self.years()) or "（没有）"
            raise CannotRunError(
                f"没有 {year} 年的数据：找不到文件夹 {folder}",
                f"现有年份：{found}。用 --workspace 指定工作文件夹，或用 qicao init 新建",
            )
        return folder

    def years(self) -> list[int]:
        """The years that there are data for, in order."""
        return sorted(int(path.name) for path in (self.root / "drafts").glob("[12][0-9][0-9][0-9]") if path.is_dir())

    def name_of(self, path: Path) -> str:
        """How a file is called in messages: relative to the workspace, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def read(self, path: Path) -> str:
        """The text of a UTF-8 file inside the workspace, line ends made ``\\n``.

        Raises :class:`CannotRunError` when the file lies outside the workspace (also through a link), is too large,
        or is not UTF-8.
        """
        if not path.resolve().is_relative_to(self.resolved):
            raise CannotRunError("这个文件（或它指向的文件）在工作文件夹之外，不读取", file=self.name_of(path))
        return decode(read_bounded(path, self.name_of(path)), self.name_of(path))

    def read_template(self, name: str) -> bytes | None:
        """A file of the template folders, the workspace's own first; None if neither has it."""
        for folder in (self.root / "templates", PACKAGED_TEMPLATES):
            path = folder / name
            if path.is_file():
                if not path.resolve().is_relative_to(folder.resolve()):
                    raise CannotRunError(f"模板 {name} 指向模板文件夹之外，不读取", file=f"templates/{name}")
                return read_bounded(path, name)
        return None

    def template_names(self, folder: str, suffix: str) -> list[str]:
        """Names (``folder/name.suffix``) of the files in a template folder: packaged ones, then the workspace's own."""
        packaged = _names_in(PACKAGED_TEMPLATES, folder, suffix)
        return [*sorted(packaged), *sorted(_names_in(self.root / "templates", folder, suffix) - packaged)]


def _names_in(base: Path, folder: str, suffix: str) -> set[str]:
    return {f"{folder}/{path.name}" for path in (base / folder).glob(f"*{suffix}")}


def waivers_path(workspace: Workspace, year: int) -> Path:
    """Where the waivers of a year are, if it has any."""
    return workspace.root / "drafts" / str(year) / "waivers.yaml"


def read_bounded(path: Path, name: str) -> bytes:
    """The bytes of a file, refused above :data:`MAX_FILE_BYTES`."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise CannotRunError(f"文件太大，最多 {MAX_FILE_BYTES // 1024 // 1024} MB", file=name)
        return path.read_bytes()
    except OSError as error:
        raise CannotRunError(f"读不了这个文件：{reason_of(error)}", file=name) from error


def decode(data: bytes, name: str) -> str:
    """UTF-8 text (a byte order mark is dropped) with ``\\n`` line ends."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CannotRunError(f"第 {line} 行不是 UTF-8 文字", "请在编辑器里另存为 UTF-8 编码", file=name) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def reason_of(error: OSError) -> str:
    """Why a file could not be read or written, in Chinese where the reason is a common one."""
    for kind, words in _REASONS.items():
        if isinstance(error, kind):
            return words
    return _CODES.get(error.errno or 0) or error.strerror or str(error)


_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "没有这个文件",
    IsADirectoryError: "它是一个文件夹",
    NotADirectoryError: "路径中有一段不是文件夹",
    FileExistsError: "同名的文件或文件夹已经在了",
    PermissionError: "没有权限，或文件正被别的程序打开",
}
_CODES = {
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘是只读的",
    errno.EIO: "磁盘读写出错",
    errno.ENAMETOOLONG: "文件名太长",
}


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside, then replace, so that no reader ever sees half a file.

    Raises :class:`CannotRunError` when the folder cannot be written or Word holds the file open (Windows).
    """
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files, or none: all are written beside their places first, and put back if one cannot be replaced.

    Raises :class:`CannotRunError` as :func:`write_atomically` does.
    """
    staged: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for path, data in files.items():
            staged[path] = _written_beside(path, data)
        for path, temporary in staged.items():
            before[path] = path.read_bytes() if path.is_file() else None
            temporary.replace(path)
    except OSError as error:
        _put_back(before, staged)
        hint = "如果文件正在 Word 或 WPS 中打开，请先关闭"
        raise CannotRunError(f"写不了文件 {_culprit(files, staged, before)}：{reason_of(error)}", hint) from error


def _written_beside(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o644)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _put_back(before: Mapping[Path, bytes | None], staged: Mapping[Path, Path]) -> None:
    for path, data in before.items():
        if staged[path].exists():  # not replaced: the file is as it was
            continue
        if data is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(data)
    for temporary in staged.values():
        temporary.unlink(missing_ok=True)


def _culprit(files: Mapping[Path, bytes], staged: Mapping[Path, Path], before: Mapping[Path, bytes | None]) -> Path:
    """The file at which writing stopped: the first that was not staged, else the last that was to be replaced."""
    return next((path for path in files if path not in staged), list(before or files)[-1])
