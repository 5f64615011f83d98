"""The year's YAML as a flat dictionary of what a template prints: the least that any peer has to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FILES = ("figures", "targets", "projects", "terms")


def load_yaml(path: Path) -> Any:
    """A file through the C loader, which is the fastest that PyYAML has."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def printed(data: Path) -> dict[str, Any]:
    """Every key with what a template prints for it: a value, a name, or a list of names."""
    facts: dict[str, Any] = {}
    for name in FILES:
        for entries in load_yaml(data / f"{name}.yaml").values():
            for key, entry in entries.items():
                facts[str(key)] = _shown(str(key), entry or {})
                for field, label in (("investment", "投资"), ("capacity", "产能")):
                    if field in (entry or {}):
                        facts[f"{key}.{label}"] = entry[field]["value"]
    return facts


def _shown(key: str, entry: dict[str, Any]) -> Any:
    if "items" in entry:
        return entry["items"]
    value = entry.get("value")
    return value if value is not None else entry.get("text") or entry.get("name") or key
