"""Compiled templates are programs: they are only read from a folder that nobody else can write to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.templating.bytecode import user_bytecode_cache
from generator.templating.environment import ReportEnvironment

posix_only = pytest.mark.skipif(os.name == "nt", reason="权限位只在类 Unix 系统上有")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    return tmp_path / "qicao" / "templates"


def test_a_template_is_compiled_once_and_a_changed_one_again(home: Path) -> None:
    def rendered(source: str) -> str:
        environment = ReportEnvironment({"a.jinja": source.encode()}.get)
        return environment.get_template("a.jinja").render()

    assert rendered("甲") == "甲"
    assert len(list(home.iterdir())) == 1
    assert rendered("甲") == "甲"
    assert rendered("乙") == "乙"


@posix_only
def test_a_folder_that_others_can_write_to_is_not_used(home: Path) -> None:
    home.mkdir(parents=True)
    home.chmod(0o777)
    assert user_bytecode_cache() is None


def test_no_folder_only_means_no_cache(home: Path) -> None:
    home.parent.mkdir(parents=True)
    home.write_text("in the way")
    assert user_bytecode_cache() is None
    assert ReportEnvironment({"a.jinja": "甲".encode()}.get).get_template("a.jinja").render() == "甲"


def test_a_broken_cache_file_is_made_again(home: Path) -> None:
    source = {"a.jinja": "甲".encode()}.get
    ReportEnvironment(source).get_template("a.jinja")
    for file in home.iterdir():
        file.write_bytes(b"broken")
    assert ReportEnvironment(source).get_template("a.jinja").render() == "甲"
