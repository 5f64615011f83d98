"""The 2024 report, loaded and rendered once for all tests of this folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.document import Document
from generator.loading.loader import Loaded, load
from generator.rendering import render_prepared
from generator.templating.preparing import Prepared, prepare
from generator.workspace import Workspace

REPOSITORY = Path(__file__).parents[2]
YEAR = 2024


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    return Workspace(REPOSITORY)


@pytest.fixture(scope="session")
def loaded(workspace: Workspace) -> Loaded:
    return load(workspace, YEAR)


@pytest.fixture(scope="session")
def prepared(workspace: Workspace) -> Prepared:
    return prepare(workspace)


@pytest.fixture(scope="session")
def rendered(loaded: Loaded, prepared: Prepared) -> Document:
    result = render_prepared(loaded, prepared)
    assert result.diagnostics == ()
    assert result.document is not None
    return result.document


@pytest.fixture(scope="session")
def document(rendered: Document) -> Document:
    """The report without its hashes, so that a comment in a data file or template does not change a golden."""
    return replace(rendered, meta=replace(rendered.meta, data_hash="", template_hash=""))
