"""Small reports rendered for tests, with a figure that is there, one that is owed and one to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping

from generator.document import Document
from generator.loading.loader import load
from generator.rendering import render
from generator.tracing import trace
from generator.writers import txt
from tests.workspaces import YEAR, MakeWorkspace

FIGURES = """\
figures:
  增速: {value: 5.1, unit: "%", direction: 增长}
  欠数: {name: 某项指标, unit: 亿元}
  待核数: {value: 3, unit: 家, status: 待核}
"""


def files_of(outline: str, **others: str) -> dict[str, str]:
    """The files of a year with this one part; ``others`` replace or add data files, by their names without suffix."""
    files = {"report.yaml": "year: 2024\nplace: 某市\n", "figures.yaml": FIGURES, "outline/1.yaml": outline}
    return {**files, **{f"{name}.yaml": text for name, text in others.items()}}


def document_of(make: MakeWorkspace, files: Mapping[str, str]) -> Document:
    """What these files give; they must be without a fault."""
    workspace = make(files)
    rendered = render(load(workspace, YEAR), workspace)
    assert rendered.diagnostics == ()
    assert rendered.document is not None
    return rendered.document


def lines_of(make: MakeWorkspace, files: Mapping[str, str], *, front: bool = False) -> list[str]:
    """The paragraphs of the text form, every numeral of which is traced."""
    document = document_of(make, files)
    assert trace(document).untraced == ()
    return txt.write(document, front=front).splitlines()
