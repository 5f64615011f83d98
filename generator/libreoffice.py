"""LibreOffice as a converter: each job in a process and a profile of its own, that trusts no document."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from generator.diagnostics import CannotRunError, Diagnostic, Severity
from generator.patterns import Pattern
from generator.positions import Position

OLDEST_FAITHFUL: Final = (25, 2)
"""LibreOffice 7.x sets the character grid wrongly, 14 instead of 28 characters a line."""

_COMMANDS: Final = ("soffice", "libreoffice")
_USUAL_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_VERSION: Final = Pattern(r"LibreOffice(?:Dev)? (\d+)\.(\d+)")
_INSTALL_HINT: Final = "请安装 LibreOffice 25.2 或更新的版本（https://zh-cn.libreoffice.org）"
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
</item></oor:items>
"""
"""No macro runs and nothing is fetched: documents come from anywhere."""


class ConversionError(CannotRunError):
    """LibreOffice ran, and could not make anything of the file."""


def convert(
    data: bytes, suffix: str, timeout: float = 120, *, source_suffix: str = "docx", otherwise: str = ""
) -> bytes:
    """A file as LibreOffice saves it in the format of ``suffix`` (``pdf``, ``docx``, ...; ``timeout`` in seconds).

    Raises CannotRunError without LibreOffice or if it fails; ``otherwise`` says what a user may do instead (Chinese).
    """
    program = find_libreoffice()
    hint = "，".join(filter(None, (_INSTALL_HINT, otherwise)))
    if program is None:
        doing = "输出 PDF" if suffix == "pdf" else f"转换 .{source_suffix} 文件"
        raise CannotRunError(f"这台电脑上找不到 LibreOffice，不能{doing}", hint=hint)
    with tempfile.TemporaryDirectory(prefix="qicao-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target, profile = folder / f"report.{source_suffix}", folder / "out", folder / "profile"
        source.write_bytes(data)
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        said = _run(_command(program, profile, suffix, target, source), timeout, hint)
        result = target / f"report.{suffix}"
        if not result.is_file():
            raise ConversionError(f"LibreOffice 没有转换成功：{said.strip() or '没有说明原因'}", hint=hint)
        return result.read_bytes()


def find_libreoffice() -> Path | None:
    """Where LibreOffice is on this machine: on the PATH, or at its usual places on macOS and Windows."""
    for command in _COMMANDS:
        found = shutil.which(command)
        if found is not None:
            return Path(found)
    return next((Path(place) for place in _USUAL_PLACES if Path(place).is_file()), None)


def version_of(program: Path, timeout: float = 30) -> tuple[int, int] | None:
    """Year and month (25, 2) that LibreOffice calls its version, or None if it does not say."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, timeout=timeout, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = _VERSION.search(said.decode("utf-8", "replace"))
    return (int(found.group(1)), int(found.group(2))) if found else None


def version_note() -> Diagnostic | None:
    """A warning for the reader of the PDF where LibreOffice is too old to lay the grid out rightly."""
    program = find_libreoffice()
    version = version_of(program) if program is not None else None
    if version is None or version >= OLDEST_FAITHFUL:
        return None
    message = f"LibreOffice {version[0]}.{version[1]} 排不准每面 22 行、每行 28 字的网格，这份 PDF 的行数、页数不能作准"
    hint = "请升级到 25.2 或更新的版本；Word 文件本身不受影响"
    return Diagnostic("Q002", "old-libreoffice", message, Position("", 0, 0), Severity.WARNING, hint)


def _command(program: Path, profile: Path, suffix: str, target: Path, source: Path) -> list[str]:
    return [
        str(program),
        f"-env:UserInstallation={profile.as_uri()}",  # or an open LibreOffice takes the job over
        "--headless",
        "--norestore",
        "--convert-to",
        suffix,
        "--outdir",
        str(target),
        str(source),
    ]


def _run(command: list[str], timeout: float, hint: str) -> str:
    """What the command said; the command and whatever it started are ended after ``timeout`` seconds."""
    try:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=os.name == "posix"
        )
    except OSError as error:
        raise CannotRunError(f"LibreOffice 启动不了：{error}", hint=hint) from error
    with process:
        try:
            said, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired as error:
            _end(process)
            raise CannotRunError(f"LibreOffice 在 {timeout:g} 秒内没有转换完，已经停止", hint="请再试一次") from error
    return said.decode("utf-8", "replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)  # soffice is a script; the real program is its child
    else:
        process.kill()
