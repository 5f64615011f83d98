"""The 2024 report, made any number of times longer: every key distinct, every section there again.

Run as a process of its own (``python -m benchmarks.workload TIMES FOLDER``), so that the measuring process stays small.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from benchmarks.peer_inputs import write_peer_inputs

YEAR = 2024
SOURCE = Path(__file__).parent.parent / "drafts" / str(YEAR)
BUILT_IN = ("本年", "上年")
KEY_LISTS = ("partners", "sum", "difference", "quotient")
SINGLE_KEYS = ("count", "figure")
CONDITIONS = ("plan", "sector", "place")
NAME_FIELDS = {"terms": "text", "projects": "name"}
_REFERENCE = re.compile(r"\{([^{}|.\n]+)")

Rename = Callable[[str], str]


def main(times: int, folder: Path) -> None:
    """The workspace for qicao and the inputs of the peers, under ``folder``."""
    drafts = folder / "drafts" / str(YEAR)
    if times == 1:
        shutil.copytree(SOURCE, drafts, ignore=shutil.ignore_patterns("out"))
    else:
        _write_longer(times, drafts)
    write_peer_inputs(folder, YEAR)


def _write_longer(times: int, drafts: Path) -> None:
    (drafts / "outline").mkdir(parents=True)
    shutil.copy(SOURCE / "report.yaml", drafts)
    for name in ("figures", "targets", "projects", "terms"):
        sections = _load(SOURCE / f"{name}.yaml")
        longer = {section: _entries(name, section, entries, times) for section, entries in sections.items()}
        _dump(longer, drafts / f"{name}.yaml")
    for path in (SOURCE / "outline").glob("*.yaml"):
        part = _load(path)
        part["sections"] = [_prose(section, _renamer(n)) for n in range(times) for section in part["sections"]]
        _dump(part, drafts / "outline" / path.name)


def _renamer(number: int) -> Rename:
    return lambda key: f"{key}·{number}" if number and key.strip() not in BUILT_IN else key


def _entries(file: str, section: str, entries: dict[str, Any], times: int) -> dict[str, Any]:
    return {
        rename(key): _entry(file, section, key, entry, rename)
        for rename in map(_renamer, range(times))
        for key, entry in entries.items()
    }


def _entry(file: str, section: str, key: str, entry: dict[str, Any] | None, rename: Rename) -> dict[str, Any]:
    """The entry again under another key: what it prints stays, what it points at is renamed."""
    copy = dict(entry or {})
    if section in NAME_FIELDS:
        copy.setdefault(NAME_FIELDS[section], key)
    for name in KEY_LISTS:
        if name in copy:
            copy[name] = [rename(other) for other in copy[name]]
    for name in SINGLE_KEYS:
        if name in copy:
            copy[name] = rename(copy[name])
    if file == "projects":
        copy |= {name: rename(copy[name]) for name in CONDITIONS[:2] if name in copy}
        if "items" in copy:
            copy["items"] = [rename(other) for other in copy["items"]]
    return copy


def _prose(value: Any, rename: Rename) -> Any:
    match value:
        case str():
            return _REFERENCE.sub(lambda found: "{" + rename(found[1]), value)
        case list():
            return [_prose(item, rename) for item in value]
        case dict():
            return {key: _prose(item, rename) for key, item in value.items()}
        case _:
            return value


def _load(path: Path) -> Any:
    """All scalars as text, so that they are written back as they were; an empty one is None."""
    return _without_empty(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader))


def _without_empty(value: Any) -> Any:
    match value:
        case dict():
            return {key: _without_empty(item) for key, item in value.items()}
        case list():
            return [_without_empty(item) for item in value]
        case _:
            return value or None


class _Dumper(yaml.CSafeDumper):
    """Writes text without quotes that YAML would need to tell text from numbers: ours was read as text."""

    def ignore_aliases(self, data: object) -> bool:
        """No anchors: what copies share is written out again."""
        return True

    def represent_text(self, text: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.endswith(":null")]
    for first, found in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Dumper.add_representer(str, _Dumper.represent_text)


def _dump(value: Any, path: Path) -> None:
    text = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
