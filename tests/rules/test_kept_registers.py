"""Word lists parsed once: what is kept in the user's cache folder is the list itself, and never needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.rules import kept_registers
from generator.rules.kept_registers import parsed

YAML = "groups:\n- source: 甲\n  words: [乙, 丙]\n".encode()
MEANT = {"groups": [{"source": "甲", "words": ["乙", "丙"]}]}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    return tmp_path / "qicao" / "registers"


def test_the_second_time_no_yaml_is_parsed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parsed(YAML, "甲.yaml") == MEANT
    monkeypatch.setattr(kept_registers, "_parsed_now", lambda data, name: pytest.fail("parsed again"))
    assert parsed(YAML, "甲.yaml") == MEANT


def test_a_changed_list_is_parsed_again(home: Path) -> None:
    parsed(YAML, "甲.yaml")
    assert parsed(b"groups: []\n", "甲.yaml") == {"groups": []}
    assert len(list(home.iterdir())) == 2


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff", b"[]"])
def test_a_broken_file_is_made_again(home: Path, broken: bytes) -> None:
    parsed(YAML, "甲.yaml")
    (file,) = home.iterdir()
    file.write_bytes(broken)
    assert parsed(YAML, "甲.yaml") == MEANT
    assert file.read_bytes() != broken


def test_no_folder_only_means_no_cache(home: Path) -> None:
    home.parent.mkdir(parents=True)
    home.write_text("in the way")
    assert parsed(YAML, "甲.yaml") == MEANT


def test_a_folder_that_cannot_be_written_only_means_no_cache(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir(parents=True)
    monkeypatch.setattr(kept_registers, "write_atomically", _refuse)
    assert parsed(YAML, "甲.yaml") == MEANT


def _refuse(path: Path, data: bytes) -> None:
    raise PermissionError(path)
