"""Bare docxtpl, as its manual shows it: read the YAML, fill one Word template, save."""

from __future__ import annotations

import sys
from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks.peers.yaml_data import load_yaml, printed


def build(data: Path, inputs: Path, out: Path) -> None:
    """The report as Word."""
    template = DocxTemplate(inputs / "report.docx")
    template.render({"f": printed(data), "report": load_yaml(data / "report.yaml")})
    template.save(out / "report.docx")


if __name__ == "__main__":
    build(*map(Path, sys.argv[1:4]))
