"""``supplied.yaml``: who supplied which value and when; new entries go to its end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.diagnostics import CannotRunError
from generator.loading.fitting import fit
from generator.loading.parsing import parse_yaml
from generator.workspace import Workspace
from schemas.supplied import Supplied, SuppliedFile

FILE_NAME = "supplied.yaml"
_HEAD = """# 谁在什么时候报了什么数。qicao fill 读入填报表时自动记在这里，一条一项，最新的在最后；请不要手改。

supplied:
"""
_FIELDS = ("key", "value", "status", "department", "person", "date", "file", "cell", "note")


def supplied_path(workspace: Workspace, year: int) -> Path:
    """Where the record of a year is."""
    return workspace.year_folder(year) / FILE_NAME


def load_supplied(workspace: Workspace, year: int) -> Mapping[str, Supplied]:
    """The last entry of each key; none if there is no record.  Raises CannotRunError when it cannot be read."""
    path = supplied_path(workspace, year)
    if not path.is_file():
        return {}
    name = workspace.name_of(path)
    root, found = parse_yaml(workspace.read(path), name)
    result = fit(root, SuppliedFile, {})
    if found or result.errors or result.model is None:
        raise CannotRunError("这份记录读不了", "它由程序自己写；请把它改名保存，再运行一次", file=name)
    return {entry.key: entry for entry in result.model.supplied}


def with_entries(workspace: Workspace, year: int, entries: Iterable[Supplied]) -> bytes:
    """The bytes of the record with entries at its end."""
    path = supplied_path(workspace, year)
    text = workspace.read(path) if path.is_file() else _HEAD
    return f"{text.rstrip()}\n{''.join(map(_entry, entries))}".encode()


def _entry(supplied: Supplied) -> str:
    fields = [(name, getattr(supplied, name)) for name in _FIELDS]
    lines = [f"{name}: {json.dumps(str(value), ensure_ascii=False)}" for name, value in fields if value]
    return "".join(f"  {'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))
