"""Registers as JSON in the user's cache folder: the YAML library alone takes longer to load than a report to check."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from generator import __version__
from generator.diagnostics import CannotRunError
from generator.user_cache import cache_folder
from generator.workspace import write_atomically


def parsed(data: bytes, name: str) -> Mapping[str, object]:
    """The mapping in a YAML file, from the cache folder where the very same file was parsed before."""
    folder = cache_folder("registers")
    if folder is None:
        return _parsed_now(data, name)
    file = folder / f"{hashlib.sha256(__version__.encode() + data).hexdigest()[:32]}.json"
    found = _kept(file)
    if found is None:
        found = _parsed_now(data, name)
        _keep(found, file)
    return found


def _kept(file: Path) -> Mapping[str, object] | None:
    try:
        found: object = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _keep(found: Mapping[str, object], file: Path) -> None:
    """A full disk only means that the register is parsed again next time."""
    try:
        write_atomically(file, json.dumps(found, ensure_ascii=False).encode())
    except (OSError, CannotRunError):
        return


def _parsed_now(data: bytes, name: str) -> Mapping[str, object]:
    from generator.loading.plain import parse_plain

    return parse_plain(data, name)
