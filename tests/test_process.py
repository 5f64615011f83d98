"""The program as a process: closed and full outputs, interrupts, names and terminals that are no UTF-8."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="devices and signals of POSIX")

QICAO = (sys.executable, "-m", "generator")
TEXT = "全市生产总值增长5.1%,好。\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str | bytes, **options: Any) -> subprocess.CompletedProcess[bytes]:
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60, "check": False} | options
    untyped: Any = subprocess.run  # what it gives depends on options that are not known here
    done: subprocess.CompletedProcess[bytes] = untyped([*QICAO, *arguments], **options)
    return done


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
@pytest.mark.parametrize("format", ["text", "html"])
def test_a_full_disk_is_said(draft: Path, format: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run("check", str(draft), "--format", format, stdout=full)
    assert (done.returncode, done.stderr.decode()) == (2, "输出没有写完：磁盘满了。\n")


def test_a_closed_output_is_no_fault(draft: Path) -> None:
    done = run("check", str(draft), stdout=None, preexec_fn=lambda: os.close(1))
    assert (done.returncode, done.stderr) == (1, b"")


def test_nobody_listens(draft: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = run("check", str(draft), "--format", "html", stdout=writing)
    finally:
        os.close(writing)
    assert done.stderr == b""


@pytest.mark.parametrize("format", ["text", "json", "sarif", "html"])
def test_a_name_that_is_no_text(draft: Path, format: str) -> None:
    name = os.fsencode(draft.parent) + b"/\xff\xfe.txt"
    try:
        draft.rename(os.fsdecode(name))
    except OSError:
        pytest.skip("this file system takes no such names")
    done = run("check", name, "--format", format)
    assert (done.returncode, done.stderr) == (1, b"")
    done.stdout.decode("utf-8")


def test_another_locale(draft: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = run("check", str(draft), env=environment)
    assert "半角" in done.stdout.decode()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_it_at_once(draft: Path, jobs: str) -> None:
    for name in ("甲.txt", "乙.txt"):
        (draft.parent / name).write_text(TEXT * 60_000, encoding="utf-8")
    arguments = [*QICAO, "check", "甲.txt", "乙.txt", "--jobs", jobs]
    process = subprocess.Popen(
        arguments, cwd=draft.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    time.sleep(2)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=10)
    assert (process.returncode, told.decode()) == (130, "已停止。\n")
