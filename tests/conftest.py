"""Fixtures that tests of every kind share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.workspace import Workspace
from tests.workspaces import SMALL, MakeWorkspace, write_workspace


@pytest.fixture(scope="session", autouse=True)
def _own_cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compiled templates of the tests are kept apart from the user's, and shared between tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


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
