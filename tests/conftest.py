"""Fixtures that tests of every kind share."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.workspace import Workspace
from tests.workspaces import SMALL, MakeWorkspace, write_workspace

# The same examples every time, so that a red run is red for everybody; HYPOTHESIS_PROFILE=explore looks further.
settings.register_profile("repeatable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


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
