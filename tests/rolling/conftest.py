"""The 2024 workspace, and 2025 rolled from it, each made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.rolling.writing import RollRequest, run_roll
from generator.workspace import Workspace
from tests.documents import ROOT
from tests.rolling.filling import fictitious, fill


def workspace_of_2024(folder: Path) -> Workspace:
    """The 2024 data in a workspace of its own."""
    shutil.copytree(ROOT / "drafts" / "2024", folder / "drafts" / "2024", ignore=shutil.ignore_patterns("out"))
    return Workspace(folder)


@pytest.fixture(scope="session")
def rolled(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """2024 and, rolled from it with the narrative, 2025.  To be read only."""
    workspace = workspace_of_2024(tmp_path_factory.mktemp("rolled"))
    run_roll(workspace, RollRequest(2024))
    return workspace


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """2025 rolled without the narrative and filled with invented values.  To be read only."""
    workspace = workspace_of_2024(tmp_path_factory.mktemp("filled"))
    run_roll(workspace, RollRequest(2024, drop_narrative=True))
    fill(workspace, 2025, fictitious())
    return workspace


@pytest.fixture
def fresh(tmp_path: Path) -> Workspace:
    """2024 alone, to be changed."""
    return workspace_of_2024(tmp_path)
