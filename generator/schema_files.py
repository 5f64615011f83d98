"""JSON Schema files for the YAML of a report, so that editors complete and check while one types.

Written in draft 7, which the YAML extension of VS Code knows best.  They accept what loading accepts, as an editor sees
it: YAML's own numbers where a text or a number may stand, and an empty value where one is still owed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeAlias

from generator.schema_names import NAMES
from generator.workspace import write_all
from schemas.base import Model
from schemas.outline import Part
from schemas.report import FiguresFile, ProjectsFile, ReportFile, TargetsFile, TermsFile
from schemas.waivers import WaiversFile

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Node: TypeAlias = "dict[str, Json]"

FILES: dict[str, type[Model]] = {
    "report": ReportFile,
    "figures": FiguresFile,
    "targets": TargetsFile,
    "projects": ProjectsFile,
    "terms": TermsFile,
    "waivers": WaiversFile,
    "part": Part,
}
"""Schema name to model; ``part`` is for the files under ``outline/``."""

_NULL: Node = {"type": "null"}
DIALECT = "http://json-schema.org/draft-07/schema#"
_ORDER = ("title", "description", "type", "$ref", "anyOf", "enum", "default", "examples", "properties", "required")
_KEY_PATTERN = r"^[^{}|.\s](?:[^{}|.\n]*[^{}|.\s])?$"
_KEY_MESSAGE = "名称里不能有 { } | . 和换行，前后不能有空格"
_NUMBER_MESSAGE = "这里只写数，如 5.1、4.5~5（区间）、8.7:41.2:50.1（比例）、1/3（分数）；单位写在 unit。还没有数就留空"


def schema_text(name: str) -> str:
    """The JSON Schema called ``name`` in :data:`FILES`, as it is written to a file."""
    return json.dumps(_schema(name), ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path, *, dry_run: bool = False) -> list[Path]:
    """Write ``<name>.schema.json`` for every YAML file into a folder, unless it is a dry run; gives the paths."""
    files = {folder / f"{name}.schema.json": schema_text(name).encode() for name in FILES}
    if not dry_run:
        write_all(files)
    return list(files)


def _schema(name: str) -> Node:
    model = FILES[name]
    raw: Node = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = _mapping(raw.pop("$defs", {}))
    return {
        "$schema": DIALECT,
        "$id": f"urn:qicao:schema:{name}",
        **_named(model.__name__, raw),
        "definitions": {key: _named(key, _mapping(value)) for key, value in sorted(definitions.items())},
    }


def _mapping(value: Json) -> Node:
    return value if isinstance(value, dict) else {}


def _named(model: str, node: Node) -> Node:
    """A model's schema under the name and description that drafters read."""
    title, description = NAMES[model]
    return _ordered({**_tidied(node), "title": title, "description": description})


def _tidied(node: Node) -> Node:
    """A schema without pydantic's English titles and empty defaults, in draft 7, recursively."""
    tidy = {key: _tidied_value(key, value) for key, value in node.items() if not _is_noise(key, value)}
    _simplify_choices(tidy)
    if "prefixItems" in tidy:
        _unfold_tuple(tidy)
    if isinstance(tidy.get("additionalProperties"), dict):
        tidy["propertyNames"] = {"pattern": _KEY_PATTERN, "patternErrorMessage": _KEY_MESSAGE}
    if tidy.get("type") == "string" and "enum" not in tidy and "pattern" not in tidy and "const" not in tidy:
        # loading keeps every scalar as text, so 2024 or 12345 is as good a name as any
        tidy["type"] = ["string", "number"]
    return _ordered(tidy)


def _ordered(node: Node) -> Node:
    """The same schema with its keywords in one order, whatever order pydantic gave them."""
    return {key: node[key] for key in (*(k for k in _ORDER if k in node), *sorted(node.keys() - set(_ORDER)))}


def _is_noise(key: str, value: Json) -> bool:
    # editors read \w as ASCII only, Python reads Chinese too: such a pattern is left to loading
    is_python_only = key == "pattern" and r"\w" in str(value)
    return key == "title" or is_python_only or (key == "default" and value in (None, [], {}, ""))


def _tidied_value(key: str, value: Json) -> Json:
    if key == "properties" and isinstance(value, dict):
        return {name: _tidied(_mapping(node)) for name, node in value.items()}
    if key == "anyOf" and isinstance(value, list):
        return [_tidied(_mapping(node)) for node in value]
    if key in ("items", "additionalProperties") and isinstance(value, dict):
        return _tidied(value)
    return value


def _simplify_choices(node: Node) -> None:
    """A choice of an empty value and one other becomes a list of types or a flat choice: editors show it better."""
    choices = [_mapping(choice) for choice in _sequence(node.get("anyOf"))]
    for choice in choices:
        if {"type": "number"} in choices and "pattern" in choice:
            choice["patternErrorMessage"] = _NUMBER_MESSAGE
    others = [choice for choice in choices if choice != _NULL]
    if len(others) != 1 or _NULL not in choices:
        return
    if "type" in others[0]:
        del node["anyOf"]
        types = others[0]["type"]
        node.update({**others[0], "type": [*(types if isinstance(types, list) else [types]), "null"]})
    elif "anyOf" in others[0]:
        node["anyOf"] = [*_sequence(others[0]["anyOf"]), _NULL]


def _unfold_tuple(node: Node) -> None:
    """Draft 7 has no ``prefixItems``; every tuple of fixed length in a report holds names only."""
    node.pop("prefixItems")
    node["items"] = {"type": ["string", "number"]}


def _sequence(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
