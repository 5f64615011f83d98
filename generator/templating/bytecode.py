"""Compiled templates kept in the user's own cache folder: compiling them takes longer than rendering a report."""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from generator import __version__
from generator.user_cache import cache_folder


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
    folder = cache_folder("templates")
    return UserBytecodeCache(str(folder), "%s.cache") if folder is not None else None
