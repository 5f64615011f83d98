"""Filling a rolled year with values, as departments and drafters would: line by line in the YAML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.loading.plain import parse_plain
from generator.rolling.editing import Editor, child, scalar
from generator.workspace import Workspace

FICTITIOUS = Path(__file__).parent / "fictitious_2025.yaml"
"""Openly invented values for 2025."""


def fictitious() -> dict[str, dict[str, object]]:
    """The invented values by section; ``confirmed`` as keys without value."""
    data = parse_plain(FICTITIOUS.read_bytes(), FICTITIOUS.name)
    assert isinstance(data, dict)
    sections: dict[str, dict[str, object]] = {}
    for name, section in data.items():
        items = section.items() if isinstance(section, dict) else ((key, "") for key in section or ())
        sections[str(name)] = {str(key): value for key, value in items}
    return sections


def fill(workspace: Workspace, year: int, values: Mapping[str, Mapping[str, object]]) -> None:
    """Write values into the files of a year; ``confirmed`` and projects lose their 待核."""
    folder = workspace.year_folder(year)
    numbers = {**values.get("figures", {}), **values.get("confirmed", {})}
    _fill(folder / "figures.yaml", "figures", numbers, "value")
    _fill(folder / "targets.yaml", "targets", values.get("targets", {}), "value")
    _fill(folder / "projects.yaml", "projects", values.get("projects", {}), "stage")
    _fill(folder / "terms.yaml", "lists", values.get("lists", {}), "items")


def _fill(path: Path, section: str, values: Mapping[str, object], field: str) -> None:
    if not values:
        return
    editor = Editor.of(path.read_text("utf-8"), path.name)
    for entry in editor.entries(child(editor.file.root, section)):
        value = values.get(str(entry.key))
        if value is None:
            continue
        if isinstance(value, list):
            first = next(iter(entry.fields))
            editor.delete(first.line, entry.last)
            editor.below(entry.key.line, f"    items: [{'、'.join(map(str, value)).replace('、', ', ')}]")
        elif value:
            name = "text" if field == "value" and entry.fields.key("text") is not None else field
            editor.set(entry, name, scalar(str(value)))
        editor.drop(entry, "status")
    path.write_text(editor.text, "utf-8")
