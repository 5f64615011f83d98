"""A small workspace with a draft in it, and the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from tests.checking.drafts import DAMAGED, FILES
from tests.workspaces import MakeWorkspace


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, list[dict[str, object]]]:
        found: dict[str, list[dict[str, object]]] = json.loads(self.out)
        return found


Qicao = Callable[..., Ran]


@pytest.fixture
def folder(workspace_of: MakeWorkspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace, made the current folder, with ``draft.txt`` in it."""
    root = workspace_of(FILES).root
    (root / "draft.txt").write_text(DAMAGED, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def qicao(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Qicao:
    """Runs ``qicao`` with some arguments in the workspace."""

    def run(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["qicao", *arguments])
        with pytest.raises(SystemExit) as leaving:
            main()
        printed = capsys.readouterr()
        assert isinstance(leaving.value.code, int)
        return Ran(leaving.value.code, printed.out, printed.err)

    return run


@pytest.fixture
def word(qicao: Qicao, folder: Path) -> Path:
    """The report as Word, with a half-width comma that came with its prose."""
    outline = folder / "drafts" / "2024" / "outline" / "1.yaml"
    before = outline.read_text("utf-8")
    outline.write_text(before.replace("一年，", "一年,"), encoding="utf-8")
    assert qicao("build", "2024", "--format", "docx", "--out", ".").code == 0
    outline.write_text(before, encoding="utf-8")
    return (folder / "work-report-2024.docx").rename(folder / "draft.docx")
