"""Results that a draft gives as round numbers: right if the raw value bears the hedge out, else a changed figure."""

from __future__ import annotations

import pytest

from generator.building import document_of
from generator.diagnostics import Severity
from generator.document import paragraphs_of, text_of
from generator.rules.tie_out.figure_changed import RULE, check
from tests.rules.against_data import against
from tests.workspaces import MakeWorkspace

FILES = {
    "report.yaml": "year: 2024\nplace: 某市\n",
    "figures.yaml": """figures:
  改造户数: {value: 88300, unit: 户, scale: 万, precision: 1}
  引进企业: {value: 583, unit: 家}
  改造小区: {value: 210, unit: 个, hedge: 多}
""",
    "targets.yaml": "targets: {改造户数目标: {value: 91200, unit: 户, scale: 万}}\n",
    "outline/1.yaml": (
        "part: 回顾\nheading: 2023年工作回顾\nsections:\n"
        "  - text: 完成清洁取暖改造{改造户数}，引进{引进企业}企业，改造老旧小区{改造小区}。\n"
    ),
    "outline/2.yaml": (
        "part: 安排\nheading: 2024年工作安排\nsections:\n"
        "  - text: 今年再完成清洁取暖改造{改造户数目标}，群众生活更有保障。\n"
    ),
}

CASES = [
    ("8.8万户", "近9万户", Severity.INFO),
    ("8.8万户", "超8万户", Severity.INFO),
    ("8.8万户", "近8.9万户", Severity.ERROR),
    ("8.8万户", "超过9万户", Severity.ERROR),
    ("8.8万户", "近8万户", Severity.ERROR),
    ("8.8万户", "9万户", Severity.ERROR),
    ("583家", "580多家", Severity.INFO),
    ("583家", "590多家", Severity.ERROR),
    ("583家", "近600家", Severity.INFO),
    ("583家", "538家以上", Severity.ERROR),
    ("210多个", "近200个", Severity.ERROR),
    ("9.12万户", "9万户以上", Severity.ERROR),
]


@pytest.mark.parametrize(("old", "new", "severity"), CASES)
def test_a_result_made_a_round_number(workspace_of: MakeWorkspace, old: str, new: str, severity: Severity) -> None:
    made = document_of(workspace_of(FILES), 2024)
    text = "\n".join(text_of(runs) for runs in paragraphs_of(made.document))
    assert old in text
    [found] = check(against(made, text.replace(old, new)))
    assert (found.severity or RULE.severity) is severity
