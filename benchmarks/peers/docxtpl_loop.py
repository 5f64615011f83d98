"""docxtpl with the prose in YAML too: the template loops over paragraphs, names in braces are filled in beforehand.

The quickest form that docxtpl allows, because Jinja has little to compile; every number's place in Word is lost.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks.peers.yaml_data import load_yaml, printed

_NAME = re.compile(r"\{([^{}#]+)(?:#(\d+))?\}")


def build(data: Path, inputs: Path, out: Path) -> None:
    """The report as Word."""
    facts = printed(data)

    def filled(match: re.Match[str]) -> str:
        fact = facts[match[1]]
        return str(fact[int(match[2])] if match[2] else fact)

    paragraphs = load_yaml(inputs / "paragraphs.yaml")
    for paragraph in paragraphs:
        for span in paragraph["spans"]:
            span["text"] = _NAME.sub(filled, span["text"])
    template = DocxTemplate(inputs / "loop.docx")
    template.render({"paragraphs": paragraphs})
    template.save(out / "report.docx")


if __name__ == "__main__":
    build(*map(Path, sys.argv[1:4]))
