"""Files that a build leaves behind, and the record by which a later build knows whether a person has edited them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import CannotRunError, Diagnostic, QicaoError
from generator.positions import Position
from generator.workspace import reason_of, write_all

RECORD_NAME = ".built.json"
"""Beside the outputs: file name to sha256 (hex) of what was written."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written."""

    path: Path
    data: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """What happened to the outputs."""

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]


def write_outputs(outputs: Sequence[Output], *, force: bool = False, dry_run: bool = False) -> Written:
    """Write all outputs, or none; with ``dry_run`` only say which would be written.

    Raises :class:`QicaoError` (exit code 2) when a file is there that no build left so: it was edited, or it is
    somebody else's.  ``force`` overwrites all the same.  Nothing is touched when all files are as they should be.
    """
    records = {folder: _read_record(folder) for folder in {output.path.parent for output in outputs}}
    changed = [output for output in outputs if _digest_of(output.path) != _digest(output.data)]
    if not force:
        edited = [output.path for output in changed if _is_edited(output.path, records[output.path.parent])]
        if edited:
            raise QicaoError([_refusal(path, path.name in records[path.parent]) for path in edited])
    if not dry_run:
        write_all({output.path: output.data for output in changed} | _new_records(records, outputs))
    paths = tuple(output.path for output in changed)
    return Written(paths, tuple(output.path for output in outputs if output.path not in paths))


def _new_records(records: Mapping[Path, dict[str, str]], outputs: Sequence[Output]) -> dict[Path, bytes]:
    files = {}
    for folder, record in records.items():
        new = record | {output.path.name: _digest(output.data) for output in outputs if output.path.parent == folder}
        if new != record:
            files[folder / RECORD_NAME] = f"{json.dumps(new, ensure_ascii=False, indent=1, sort_keys=True)}\n".encode()
    return files


def _is_edited(path: Path, record: dict[str, str]) -> bool:
    digest = _digest_of(path)
    return digest is not None and digest != record.get(path.name)


def _read_record(folder: Path) -> dict[str, str]:
    """What an earlier build wrote; a record that cannot be read counts as none, so that nothing is overwritten."""
    try:
        record = json.loads((folder / RECORD_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in record.items()} if isinstance(record, dict) else {}


def _digest_of(path: Path) -> str | None:
    try:
        return _digest(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotRunError(f"读不了文件 {path}：{reason_of(error)}") from error


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _refusal(path: Path, known: bool) -> Diagnostic:
    message = "生成以后被人改过，没有覆盖" if known else "已有同名的文件，没有生成它的记录，没有覆盖"
    hint = "把它另存为别的名字，或用 --out 换个文件夹；确实不要了，就加 --force"
    return Diagnostic("Q002", "edited-output", message, Position(str(path), 0, 0), hint=hint)
