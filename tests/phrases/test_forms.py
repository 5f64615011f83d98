"""Every form of sentence that a figure must be able to express, from YAML to the printed text.

The cases are tables in ``cases/*.yaml``, to be read and added to by drafters.
"""

from __future__ import annotations

import re

import pytest

from generator.diagnostics import Diagnostic
from generator.document import Document, paragraphs_of, text_of
from generator.loading.loader import load
from generator.rendering import render_prepared
from generator.templating.preparing import Prepared, prepare
from generator.tracing import trace
from generator.workspace import Workspace
from tests.phrases.reading import Case, read_cases
from tests.workspaces import YEAR, MakeWorkspace

CASES = list(read_cases())
REFUSED = "拒绝："
NEVER = re.compile(
    r"约[^，。、]*左右|近[^，。、]*左右|超[^，。、]*以上|(增长|增加|提高|下降|减少|高于|低于)-|-0(?![.\d])|-0\.0+(?!\d)|None"
)
"""What no value and no form may ever print: two hedges on one number, a sign after its word, minus zero."""


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The templates that come with the program, compiled once for all cases."""
    return prepare(Workspace(tmp_path_factory.mktemp("empty")))


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_form_prints_what_its_case_says(case: Case, workspace_of: MakeWorkspace, packaged: Prepared) -> None:
    document, found = _rendered(case, workspace_of, packaged)
    if case.prints.startswith(REFUSED):
        wanted = case.prints.removeprefix(REFUSED)
        assert any(wanted in d.message or wanted in d.hint for d in found), found
        return
    assert found == ()
    assert document is not None
    printed = "\n".join(text_of(runs) for runs in paragraphs_of(document))
    assert printed == case.prints
    assert not NEVER.search(printed)
    assert trace(document).untraced == ()


def _rendered(
    case: Case, workspace_of: MakeWorkspace, packaged: Prepared
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    outline = f"part: 回顾\nsections:\n  - text: |\n      {case.prose}\n"
    files = {"report.yaml": f"year: {YEAR}\nplace: 某市\n", "outline/1.yaml": outline, **case.files()}
    loaded = load(workspace_of(files), YEAR)
    if loaded.report is None:
        return None, loaded.diagnostics
    rendered = render_prepared(loaded, packaged)
    return rendered.document, (*loaded.diagnostics, *rendered.diagnostics)
