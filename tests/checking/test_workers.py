"""Several drafts at once: whatever happens to one of them, the others are checked."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.checking import workers
from generator.checking.base import Base
from generator.checking.session import CheckedDraft, Selection, check_file
from generator.checking.workers import Unreadable, check_files
from tests.checking.drafts import TEXT

DEADLY, FAILING, SOUND = "deadly.txt", "failing.txt", ("one.txt", "two.txt")


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Four drafts: one makes the program fail, one ends its process."""
    monkeypatch.setattr(workers, "check_file", _check_or_fail)
    paths = [tmp_path / name for name in (SOUND[0], DEADLY, FAILING, SOUND[1])]
    for path in paths:
        path.write_text(TEXT, encoding="utf-8")
    return paths


def _check_or_fail(path: Path, base: Base | None, rules: Sequence[object]) -> CheckedDraft:
    if path.name == DEADLY:
        os._exit(9)
    if path.name == FAILING:
        raise ZeroDivisionError
    return check_file(path, base, ())


@pytest.mark.skipif(os.name == "nt", reason="processes there do not inherit what the test changed")
@pytest.mark.parametrize("jobs", [2, 4])
def test_a_process_that_ends_takes_no_other_draft_with_it(paths: list[Path], jobs: int) -> None:
    found = list(check_files(paths, None, Selection(), jobs))
    assert [Path(r.draft).name for r in found if isinstance(r, Unreadable)] == [DEADLY, FAILING]
    assert [Path(r.draft.name).name for r in found if isinstance(r, CheckedDraft)] == list(SOUND)
    messages = [r.diagnostics[0].message for r in found if isinstance(r, Unreadable)]
    assert "进程中途停了" in messages[0]
    assert "ZeroDivisionError" in messages[1]


def test_a_draft_on_which_the_program_fails(paths: list[Path]) -> None:
    found = list(check_files([path for path in paths if path.name != DEADLY], None, Selection(), 1))
    assert [type(result) for result in found] == [CheckedDraft, Unreadable, CheckedDraft]


def test_with_debugging_the_failure_itself_is_shown(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QICAO_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        list(check_files([path for path in paths if path.name == FAILING], None, Selection(), 1))


def test_too_little_memory_is_said(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> CheckedDraft:
        raise MemoryError

    monkeypatch.setattr(workers, "check_file", fail)
    [result] = check_files(paths[:1], None, Selection(), 1)
    assert isinstance(result, Unreadable)
    assert "内存不够" in result.diagnostics[0].message
