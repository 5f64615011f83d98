"""Compiles the packaged layout presets again: run ``python -m tests.writers.docx.compile_layouts`` after a change."""

from __future__ import annotations

from generator.writers.docx.layouts import load_layout
from generator.writers.docx.reference import compile_reference
from tests.writers.samples import TEMPLATES, parse, read


def main() -> None:
    """Write a reference document beside every preset."""
    for path in sorted((TEMPLATES / "layouts").glob("*.yaml")):
        path.with_suffix(".docx").write_bytes(compile_reference(*load_layout(path.stem, read, parse)))


if __name__ == "__main__":
    main()
