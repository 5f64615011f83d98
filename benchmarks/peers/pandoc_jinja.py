"""pandoc and Jinja: a Markdown template is filled and pandoc writes the Word file over a reference document."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from benchmarks.peers.yaml_data import load_yaml, printed


def build(data: Path, inputs: Path, out: Path) -> None:
    """The report as Word."""
    environment = Environment(loader=FileSystemLoader(inputs))
    context = {"f": printed(data), "report": load_yaml(data / "report.yaml")}
    markdown = environment.get_template("report.md.jinja").render(context)
    subprocess.run(
        [
            "pandoc",
            "--from=markdown-smart",
            f"--reference-doc={inputs / 'reference.docx'}",
            f"--output={out / 'report.docx'}",
        ],
        input=markdown.encode(),
        check=True,
    )


if __name__ == "__main__":
    build(*map(Path, sys.argv[1:4]))
