"""Outputs: a person's edits are never lost, and a failed write leaves everything as it was."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.diagnostics import CannotRunError, QicaoError
from generator.outputs import RECORD_NAME, Output, write_outputs


def outputs(folder: Path, **texts: str) -> list[Output]:
    return [Output(folder / f"{name}.txt", text.encode()) for name, text in texts.items()]


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def test_the_folder_is_made_and_the_record_kept(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    done = write_outputs(outputs(folder, 甲="一", 乙="二"))
    assert done.written == (folder / "甲.txt", folder / "乙.txt")
    assert set(state(folder)) == {"甲.txt", "乙.txt", RECORD_NAME}
    assert set(json.loads(state(folder)[RECORD_NAME])) == {"甲.txt", "乙.txt"}


def test_building_the_same_again_touches_nothing(tmp_path: Path) -> None:
    write_outputs(outputs(tmp_path, 甲="一"))
    before = {path.name: path.stat() for path in tmp_path.iterdir()}
    done = write_outputs(outputs(tmp_path, 甲="一"))
    assert done.written == ()
    assert done.unchanged == (tmp_path / "甲.txt",)
    after = {path.name: path.stat() for path in tmp_path.iterdir()}
    assert {name: (s.st_ino, s.st_mtime_ns) for name, s in before.items()} == {
        name: (s.st_ino, s.st_mtime_ns) for name, s in after.items()
    }


def test_what_was_built_is_replaced_when_the_data_change(tmp_path: Path) -> None:
    write_outputs(outputs(tmp_path, 甲="一", 乙="二"))
    done = write_outputs(outputs(tmp_path, 甲="新", 乙="二"))
    assert (done.written, done.unchanged) == ((tmp_path / "甲.txt",), (tmp_path / "乙.txt",))
    assert state(tmp_path)["甲.txt"] == "新".encode()
    write_outputs(outputs(tmp_path, 甲="更新"))  # the record knows the second build too


def test_an_edited_file_is_not_overwritten_and_nothing_else_is_written(tmp_path: Path) -> None:
    write_outputs(outputs(tmp_path, 甲="一", 乙="二"))
    (tmp_path / "乙.txt").write_text("改过", encoding="utf-8")
    before = state(tmp_path)
    with pytest.raises(QicaoError) as caught:
        write_outputs(outputs(tmp_path, 甲="新", 乙="新", 丙="新"))
    assert state(tmp_path) == before
    assert caught.value.exit_code == 2
    assert [(d.position.file, d.message) for d in caught.value.diagnostics] == [
        (str(tmp_path / "乙.txt"), "生成以后被人改过，没有覆盖")
    ]
    assert "--force" in caught.value.diagnostics[0].hint


def test_every_edited_file_is_named(tmp_path: Path) -> None:
    write_outputs(outputs(tmp_path, 甲="一", 乙="二"))
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text("改过", encoding="utf-8")
    with pytest.raises(QicaoError) as caught:
        write_outputs(outputs(tmp_path, 甲="新", 乙="新"))
    assert len(caught.value.diagnostics) == 2


def test_force_overwrites_and_the_next_build_knows_it(tmp_path: Path) -> None:
    write_outputs(outputs(tmp_path, 甲="一"))
    (tmp_path / "甲.txt").write_text("改过", encoding="utf-8")
    write_outputs(outputs(tmp_path, 甲="新"), force=True)
    write_outputs(outputs(tmp_path, 甲="更新"))
    assert state(tmp_path)["甲.txt"] == "更新".encode()


def test_an_edit_that_comes_to_the_same_is_no_edit(tmp_path: Path) -> None:
    write_outputs(outputs(tmp_path, 甲="一"))
    (tmp_path / "甲.txt").write_text("新", encoding="utf-8")
    assert write_outputs(outputs(tmp_path, 甲="新")).unchanged == (tmp_path / "甲.txt",)


def test_somebody_elses_file_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("别人的", encoding="utf-8")
    with pytest.raises(QicaoError, match="没有生成它的记录"):
        write_outputs(outputs(tmp_path, 甲="一"))
    assert set(state(tmp_path)) == {"甲.txt"}


@pytest.mark.parametrize("record", [None, "", "{", "[]", '"x"', '{"甲.txt": 1}', "\udcff"])
def test_a_lost_or_spoilt_record_overwrites_nothing(tmp_path: Path, record: str | None) -> None:
    write_outputs(outputs(tmp_path, 甲="一"))
    path = tmp_path / RECORD_NAME
    if record is None:
        path.unlink()
    else:
        path.write_text(record, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(QicaoError):
        write_outputs(outputs(tmp_path, 甲="新"))
    assert state(tmp_path)["甲.txt"] == "一".encode()


def test_a_file_that_was_removed_is_built_again(tmp_path: Path) -> None:
    write_outputs(outputs(tmp_path, 甲="一"))
    (tmp_path / "甲.txt").unlink()
    assert write_outputs(outputs(tmp_path, 甲="一")).written == (tmp_path / "甲.txt",)


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_failure_while_replacing_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    write_outputs(outputs(tmp_path, 甲="一"))
    before = state(tmp_path)
    calls = 0
    really = Path.replace

    def replace(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == failing:
            raise PermissionError(13, "in use")
        return really(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CannotRunError, match="没有权限，或文件正被别的程序打开") as caught:
        write_outputs(outputs(tmp_path, 甲="新", 乙="二"))
    assert state(tmp_path) == before
    assert "Word 或 WPS" in caught.value.diagnostics[0].hint


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_outputs(outputs(tmp_path, 甲="一"))
    before = state(tmp_path)

    def fdopen(handle: int, mode: str) -> object:
        os.close(handle)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", fdopen)
    with pytest.raises(CannotRunError, match=r"甲\.txt"):
        write_outputs(outputs(tmp_path, 甲="新"))
    assert state(tmp_path) == before


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CannotRunError, match=r"不是文件夹|已经在了"):
        write_outputs(outputs(tmp_path / "file", 甲="一"))


def test_a_folder_in_the_place_of_an_output_is_told(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").mkdir()
    with pytest.raises(CannotRunError, match="读不了文件"):
        write_outputs(outputs(tmp_path, 甲="一"))
