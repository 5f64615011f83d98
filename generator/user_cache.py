"""A folder of the user's own for what takes longer to make than to read: compiled templates, parsed word lists.

What is kept there decides what a report says, so it is only read where nobody else can write; a workspace, which may
come from anywhere, never holds any.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path


def cache_folder(name: str) -> Path | None:
    """The folder for one kind of thing, made if need be; None where there is none that is safe to use."""
    try:
        folder = _home() / "qicao" / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _is_private(folder) else None
    except (OSError, RuntimeError):  # RuntimeError: no home folder
        return None


def _home() -> Path:
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
