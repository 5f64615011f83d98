"""Reads the case files of this folder: YAML snippets as a drafter writes them, a sentence, and what it prints.

A case gives ``prints`` as one text, or as a table from a value to a text; the value then replaces ``VALUE`` in the
data.  A text that begins with 拒绝： says that the data cannot be printed so, and what the message tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

import yaml

CASES = Path(__file__).parent / "cases"
_SECTIONS = {
    "figures": "figures.yaml",
    "derived": "figures.yaml",
    "targets": "targets.yaml",
    "projects": "projects.yaml",
    "project_lists": "projects.yaml",
    "terms": "terms.yaml",
    "lists": "terms.yaml",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence with its data; ``value`` is what stands for ``VALUE`` in it, if anything."""

    name: str
    sections: tuple[tuple[str, str], ...]
    prose: str
    prints: str
    value: str | None

    def files(self) -> dict[str, str]:
        """The data files of a workspace that holds just this case."""
        files: dict[str, str] = {}
        for section, text in self.sections:
            file = _SECTIONS[section]
            name = "lists" if section == "project_lists" else section
            snippet = text if self.value is None else text.replace("VALUE", self.value)
            files[file] = f"{files.get(file, '')}{name}:\n{indent(snippet, '  ')}\n"
        return files


def read_cases() -> Iterator[Case]:
    """Every case of every file, tables taken apart."""
    for path in sorted(CASES.glob("*.yaml")):
        # the base loader leaves every scalar a text: 5.10 keeps its zero
        for row in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            yield from _cases(path.stem, row)


def _cases(file: str, row: dict[str, str | dict[str, str]]) -> Iterator[Case]:
    sections = tuple((name, str(row[name])) for name in _SECTIONS if name in row)
    title, prose, prints = f"{file}: {row['form']}", str(row["prose"]).strip(), row["prints"]
    if isinstance(prints, str):
        yield Case(title, sections, prose, prints, None)
        return
    for value, text in prints.items():
        yield Case(f"{title} [{value}]", sections, prose, text, value)
