"""What the aligner makes of edits that drafters do; the cases are in ``cases.yaml``."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.alignment.documents import aligned, document_of, told

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_case(case: dict[str, str | list[str]]) -> None:
    alignment = aligned(document_of(str(case["base"])), str(case["draft"]))
    assert told(alignment) == case["ties"]
    assert [span.text for span in alignment.unaccounted] == case.get("new", [])
