"""Compiled templates kept in the user's own cache folder: compiling them takes longer than rendering a report.

Compiled templates are programs, so they are only ever read from a folder that belongs to the user and that nobody else
can write to; a workspace, which may come from anywhere, never holds any.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from generator import __version__


class UserBytecodeCache(FileSystemBytecodeCache):
    """Jinja's file cache, keyed by this program's compiler of templates as well: its limits are compiled into them."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """A file name for a template; its source is checked by Jinja itself."""
        text = "\0".join((__version__, _compiler_state(), sys.version, name, filename or ""))
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template; a full disk only means that it is compiled again next time."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _compiler_state() -> str:
    """Changes whenever the module that compiles templates does, also between two versions."""
    found = (Path(__file__).parent / "environment.py").stat()
    return f"{found.st_mtime_ns}/{found.st_size}"


def user_bytecode_cache() -> UserBytecodeCache | None:
    """The cache, or None where there is no folder that is safe to use."""
    try:
        folder = _cache_home() / "qicao" / "templates"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return UserBytecodeCache(str(folder), "%s.cache") if _is_private(folder) else None
    except (OSError, RuntimeError):  # RuntimeError: no home folder
        return None


def _cache_home() -> Path:
    """Where programs keep what they can make again (XDG Base Directory Specification; %LOCALAPPDATA% on Windows)."""
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return given if given.is_absolute() else Path.home() / ".cache"  # a relative path is to be ignored, says XDG


def _is_private(folder: Path) -> bool:
    if os.name == "nt":
        return True
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
