"""Fixtures that tests of every kind share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.workspace import Workspace
from tests.workspaces import SMALL, MakeWorkspace, write_workspace


@pytest.fixture
def workspace_of(tmp_path: Path) -> MakeWorkspace:
    """Makes a workspace of exactly the files given."""

    def make(files: Mapping[str, str]) -> Workspace:
        return write_workspace(tmp_path / "workspace", files)

    return make


@pytest.fixture
def small(workspace_of: MakeWorkspace) -> MakeWorkspace:
    """Makes the smallest report that builds, with these files replaced or added."""

    def make(files: Mapping[str, str]) -> Workspace:
        return workspace_of({**SMALL, **files})

    return make
