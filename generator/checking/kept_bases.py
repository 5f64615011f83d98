"""A year's report and ledger in the user's cache folder: loading the models and templates takes longer than a check.

There is one file for each year of a workspace.  It is believed only while the data and the workspace's templates are
byte for byte those that it was made from, and the program's own files as old and as long.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypedDict, cast

import generator
import schemas
from generator import __version__
from generator.diagnostics import CannotRunError
from generator.document import Document
from generator.ledger import Amount, Entry, Ledger, Name, Sort
from generator.readers import native as reader
from generator.user_cache import cache_folder
from generator.workspace import PACKAGED_TEMPLATES, Workspace, read_bounded, write_atomically
from generator.writers import native as writer


@dataclass(frozen=True, slots=True)
class KeptBase:
    """The report of a year as it would be generated, and what its data register."""

    document: Document
    ledger: Ledger


def state_of(workspace: Workspace, year: int) -> str:
    """Changes (sha256, hex) whenever the year's data, those of the year before, a template or the program does.

    Raises :class:`CannotRunError` when there is no such year, or a file cannot be read.
    """
    digest = hashlib.sha256(__version__.encode())
    folders = [workspace.year_folder(year), workspace.root / "templates"]
    if year - 1 in workspace.years():  # an annex may tell its targets
        folders.append(workspace.year_folder(year - 1))
    for folder in folders:
        for entry in _entries(str(folder), _DATA, _NO_DATA):
            digest.update(f"\0{entry.path.removeprefix(str(folder))}\0".encode("utf-8", "surrogateescape"))
            digest.update(read_bounded(Path(entry.path), workspace.name_of(Path(entry.path))))
    for folder in (PACKAGED_TEMPLATES, *(Path(str(package.__file__)).parent for package in (generator, schemas))):
        for entry in _entries(str(folder), _PROGRAM, _NO_PART):
            found = entry.stat()
            digest.update(f"\0{entry.path}\0{found.st_mtime_ns}\0{found.st_size}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


_DATA = (".yaml", ".yml", ".jinja")
_PROGRAM = (".py", ".jinja", ".yaml")
_NO_DATA = frozenset(("out", "waivers.yaml", "supplied.yaml"))
_NO_PART = frozenset(("__pycache__", "alignment", "commands", "formatters", "importing", "rolling", "rules"))
"""Folders of the program that have no part in making a report."""
_DEEPEST = 6
"""Folders within folders that are looked at; a link may lead round in a circle."""


def _entries(
    folder: str, suffixes: tuple[str, ...], without: frozenset[str], depth: int = _DEEPEST
) -> Iterator[os.DirEntry[str]]:
    """The files below a folder with one of some suffixes, in a fixed order; none where there is no such folder."""
    try:
        found = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:  # loading tells what is wrong
        return
    for entry in found:
        if entry.name in without:
            continue
        if entry.is_dir():
            if depth:
                yield from _entries(entry.path, suffixes, without, depth - 1)
        elif entry.name.endswith(suffixes):
            yield entry


def kept(workspace: Workspace, year: int, state: str) -> KeptBase | None:
    """What an earlier check kept of the same data; None if there is nothing, or it is not whole."""
    file = _file(workspace, year)
    if file is None:
        return None
    try:
        head, document, ledger = file.read_text("utf-8").split("\n", 2)
        if head != _head(state, document, ledger):
            return None
        return KeptBase(reader.read(document), _ledger(json.loads(ledger)))
    except (OSError, ValueError, TypeError, KeyError, InvalidOperation):
        return None


def keep(base: KeptBase, workspace: Workspace, year: int, state: str) -> None:
    """Keep it for the next check; a full disk only means that it is made again."""
    file = _file(workspace, year)
    if file is None:
        return
    document = writer.compact(base.document)
    ledger = json.dumps(_written(base.ledger), ensure_ascii=False)
    try:
        write_atomically(file, f"{_head(state, document, ledger)}\n{document}\n{ledger}".encode())
    except (OSError, CannotRunError, UnicodeEncodeError):
        return


def _file(workspace: Workspace, year: int) -> Path | None:
    folder = cache_folder("bases")
    if folder is None:
        return None
    name = hashlib.sha256(f"{workspace.resolved}\0{year}".encode("utf-8", "surrogateescape")).hexdigest()
    return folder / f"{name[:32]}.json"


def _head(state: str, document: str, ledger: str) -> str:
    """Says what the rest was made from and that it is whole."""
    whole = hashlib.sha256(f"{document}\n{ledger}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"{state} {whole}"


class _Amount(TypedDict):
    shown: str
    value: str
    unit: str
    direction: str


class _Entry(TypedDict, total=False):
    sort: str
    department: str
    scope: list[str]
    stage: str
    follows: str
    is_expected: bool
    is_fixed: bool
    is_rank: bool
    amount: _Amount


class _Ledger(TypedDict):
    year: int
    entries: dict[str, _Entry]
    names: list[tuple[str, str, str]]


def _written(ledger: Ledger) -> _Ledger:
    return {
        "year": ledger.year,
        "entries": {key: _written_entry(entry) for key, entry in ledger.entries.items()},
        "names": [(name.text, name.key, name.source) for name in ledger.names],
    }


def _written_entry(entry: Entry) -> _Entry:
    """An entry without what is empty."""
    written: _Entry = {
        "sort": entry.sort.value,
        "scope": list(entry.scope),
        "stage": entry.stage,
        "follows": entry.follows,
        "is_expected": entry.is_expected,
        "is_fixed": entry.is_fixed,
        "is_rank": entry.is_rank,
    }
    written = cast("_Entry", {name: value for name, value in written.items() if value})
    if entry.department is not None:
        written["department"] = entry.department
    if entry.amount is not None:
        amount = entry.amount
        written["amount"] = {
            "shown": amount.shown,
            "value": str(amount.value),
            "unit": amount.unit,
            "direction": amount.direction,
        }
    return written


def _ledger(written: _Ledger) -> Ledger:
    entries = {key: _entry(entry) for key, entry in written["entries"].items()}
    return Ledger(written["year"], entries, tuple(Name(*name) for name in written["names"]))


def _entry(written: _Entry) -> Entry:
    amount = written.get("amount")
    return Entry(
        Sort(written["sort"]),
        written.get("department"),
        tuple(written.get("scope", ())),
        written.get("stage", ""),
        written.get("follows", ""),
        written.get("is_expected", False),
        written.get("is_fixed", False),
        written.get("is_rank", False),
        Amount(amount["shown"], Decimal(amount["value"]), amount["unit"], amount["direction"]) if amount else None,
    )
