"""What the wheel and the sdist hold: everything that is needed to run and to test, and nothing else."""

from __future__ import annotations

import os
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hatchling.build import build_sdist, build_wheel

ROOT = Path(__file__).parent.parent
KINDS = {"py", "yaml", "jinja", "docx", "css", "js", "json", "txt", "typed"}


@pytest.fixture
def at_root() -> Iterator[None]:
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


@pytest.mark.usefixtures("at_root")
def test_the_wheel_holds_the_program_and_its_templates(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / build_wheel(str(tmp_path))) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
        entry_points = wheel.read(next(n for n in wheel.namelist() if n.endswith("entry_points.txt"))).decode()
    assert {name.partition("/")[0] for name in names} == {"generator", "schemas", "templates"}
    assert {name.rpartition(".")[2] for name in names} <= KINDS
    assert _beside("generator", "*.py") | _beside("generator", "*.yaml") <= names
    assert _beside("schemas", "*.json") <= names
    assert _beside("templates", "*.jinja") | _beside("templates", "*.docx") | _beside("templates", "*.css") <= names
    assert not any(name.endswith(".pyc") for name in names)
    assert "qicao = generator.__main__:main" in entry_points


@pytest.mark.usefixtures("at_root")
def test_the_sdist_can_be_built_and_tested(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / build_sdist(str(tmp_path))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    tops = {name.partition("/")[0] for name in names}
    assert {"generator", "schemas", "templates", "tests", "docs", "drafts", "Makefile", "LICENSE", "README.md"} <= tops
    assert _beside("drafts/2024", "*.yaml") - {n for n in names if "/out/" in n} <= names
    assert _beside("tests", "*.py") <= names
    assert not any("/out/" in name or name.endswith(".pyc") for name in names)


def _beside(folder: str, pattern: str) -> set[str]:
    """The files of the repository under a folder, as the archives name them."""
    found = (path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob(pattern))
    return {name for name in found if "__pycache__" not in name and "/out/" not in name}
