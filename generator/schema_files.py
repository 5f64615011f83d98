"""JSON Schema files for the YAML of a report, so that editors complete and check while one types."""

from __future__ import annotations

import json
from pathlib import Path

from generator.workspace import write_atomically
from schemas.base import Model
from schemas.outline import Part
from schemas.report import FiguresFile, ProjectsFile, ReportFile, TargetsFile, TermsFile

FILES: dict[str, type[Model]] = {
    "report": ReportFile,
    "figures": FiguresFile,
    "targets": TargetsFile,
    "projects": ProjectsFile,
    "terms": TermsFile,
    "part": Part,
}
"""Schema name to model; ``part`` is for the files under ``outline/``."""


def schema_text(model: type[Model]) -> str:
    """The JSON Schema of a model, as it is written to a file."""
    return json.dumps(model.model_json_schema(), ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write ``<name>.schema.json`` for every YAML file into a folder; gives the paths."""
    paths = []
    for name, model in FILES.items():
        path = folder / f"{name}.schema.json"
        write_atomically(path, schema_text(model).encode())
        paths.append(path)
    return paths
