"""A run that is cut off at any moment leaves each file old or new, and running again finishes what it began."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.forms.issuing import FormsRequest, issue
from generator.rolling.writing import RollRequest, run_roll
from generator.workspace import Workspace
from tests.forms import years
from tests.rolling.conftest import workspace_of_2024
from tests.rolling.test_merging import add_target_to_2024, edit_2025, files_of, merge


class CutOffError(BaseException):
    """As if the power had gone: nothing cleans up after it."""


def cut_off_after(replacements: int, monkeypatch: pytest.MonkeyPatch, run: Callable[[], object]) -> None:
    """Run, and stop dead before the file after so many is put in its place."""
    done = 0
    replace = Path.replace

    def counted(path: Path, target: Path) -> Path:
        nonlocal done
        if done == replacements:
            raise CutOffError
        done += 1
        return replace(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", counted)
        with pytest.raises(CutOffError):
            run()


def visible(folder: Path) -> dict[str, bytes]:
    """The files that people see."""
    return {name: data for name, data in files_of(folder).items() if not Path(name).name.startswith(".")}


def test_a_new_year_is_there_whole_or_not_at_all(fresh: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_off_after(4, monkeypatch, lambda: run_roll(fresh, RollRequest(2024)))
    assert fresh.years() == [2024]


@pytest.fixture(scope="module")
def merging(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2025 with edits, and news in 2024."""
    workspace = workspace_of_2024(tmp_path_factory.mktemp("merging"))
    run_roll(workspace, RollRequest(2024))
    edit_2025(workspace)
    add_target_to_2024(workspace)
    return workspace.root


@pytest.mark.parametrize("replacements", range(5))
def test_a_merge_is_finished_by_the_next(
    merging: Path, replacements: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, cut = (Workspace(Path(shutil.copytree(merging, tmp_path / name))) for name in ("whole", "cut"))
    before = visible(whole.year_folder(2025))
    merge(whole)
    after = visible(whole.year_folder(2025))
    cut_off_after(replacements, monkeypatch, lambda: merge(cut))
    for name, data in visible(cut.year_folder(2025)).items():
        assert data in (before[name], after[name]), name
    merge(cut)
    assert visible(cut.year_folder(2025)) == after


@pytest.mark.parametrize("replacements", range(2))
def test_filling_is_finished_by_the_next(replacements: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = years.two_years(tmp_path)
    [form] = issue(workspace, FormsRequest(2025, tmp_path / "out", ("统计局",)))
    years.answer(form.path, {"G5": 5.3, "H5": "确认", "I5": "张三"})
    cut_off_after(replacements, monkeypatch, lambda: years.fill(workspace, form.path))
    years.fill(workspace, form.path)
    assert "value: 5.3 " in years.figures(workspace)
    assert (workspace.year_folder(2025) / "supplied.yaml").read_text("utf-8").count("张三") == 1
