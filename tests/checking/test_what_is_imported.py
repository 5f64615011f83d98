"""What a check does not need is not loaded: it would cost more time than the check itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.checking.drafts import FILES, TEXT
from tests.documents import ROOT
from tests.workspaces import write_workspace

SCRIPT = """
import sys
sys.argv = ["qicao", *sys.argv[1:]]
from generator.cli import main
try:
    main()
except SystemExit:
    print("loaded", *sorted(sys.modules))
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The modules that a command has loaded in a process of its own."""
    command = [sys.executable, "-c", SCRIPT, *arguments]
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PATH": "", "XDG_CACHE_HOME": str(folder / "cache")},
    )
    assert "核对范围" in done.stdout
    return set(done.stdout.splitlines()[-1].split())


@pytest.fixture
def alone(word: Path, tmp_path: Path) -> Path:
    """A folder that holds a Word draft with its record, and nothing else."""
    folder = tmp_path / "alone"
    folder.mkdir()
    (folder / "draft.docx").write_bytes(word.read_bytes())
    return folder


def test_a_draft_with_its_record_needs_neither_templates_nor_models(alone: Path) -> None:
    heavy = {
        "jinja2",
        "schemas.figure",
        "docx",
        "rich",
        "multiprocessing",
        "generator.loading.loader",
        "generator.building",
    }
    modules = loaded(alone, "check", "draft.docx")
    assert modules & heavy == set()
    assert "lxml" in modules


def test_a_text_needs_no_word_libraries(alone: Path) -> None:
    (alone / "draft.txt").write_text("全年新增企业300家。", encoding="utf-8")
    assert loaded(alone, "check", "draft.txt") & {"jinja2", "schemas.figure", "docx", "lxml"} == set()


def test_a_draft_that_nobody_edited_needs_no_yaml_and_no_pydantic(alone: Path) -> None:
    """The word lists are parsed by the first check and kept; RapidFuzz is for what was edited."""
    loaded(alone, "check", "draft.docx")
    assert loaded(alone, "check", "draft.docx") & {"yaml", "pydantic", "rapidfuzz"} == set()


def test_a_check_against_data_that_did_not_change_needs_no_models_and_no_templates(tmp_path: Path) -> None:
    """The first check keeps what it made of the data; see :mod:`generator.checking.kept_bases`."""
    write_workspace(tmp_path, FILES)
    (tmp_path / "draft.txt").write_text(TEXT, encoding="utf-8")
    assert "jinja2" in loaded(tmp_path, "check", "draft.txt", "--year", "2024")
    heavy = {"yaml", "pydantic", "jinja2", "schemas.figure", "generator.loading.loader", "generator.building"}
    assert loaded(tmp_path, "check", "draft.txt", "--year", "2024") & heavy == set()


def test_no_regular_expression_is_compiled_before_it_is_tried() -> None:
    """Compiling those of all rules takes longer than trying them; see :mod:`generator.patterns`."""
    script = (
        "import re, re._compiler as compiler, sys\n"
        "compile_, compiled = compiler.compile, []\n"
        "compiler.compile = lambda *a: (compiled.append(sys._getframe(3).f_globals['__name__']), compile_(*a))[1]\n"
        "from generator.checking.registry import all_rules\n"
        "all_rules()\n"
        "print(*(name for name in compiled if name.startswith('generator.')))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
