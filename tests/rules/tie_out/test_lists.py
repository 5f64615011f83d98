"""Projects that a draft adds to a generated list, or puts in the place of one."""

from __future__ import annotations

import pytest

from generator.building import document_of
from generator.document import paragraphs_of, text_of
from generator.rules.tie_out.list_item_added import check
from tests.rules.against_data import against
from tests.workspaces import MakeWorkspace

FILES = {
    "report.yaml": "year: 2024\nplace: 某市\n",
    "projects.yaml": """projects:
  海王智慧医药基地: {stage: 投产}
  福田数字化工厂: {stage: 投产}
  新和成产业园: {stage: 投产}
lists:
  竣工项目: {stage: 投产}
""",
    "outline/1.yaml": (
        "part: 回顾\nheading: 2023年工作回顾\nsections:\n"
        "  - text: 全力抓招商、促开工，{竣工项目}等一批项目竣工投产，发展后劲持续增强。\n"
    ),
}
LIST = "海王智慧医药基地、福田数字化工厂、新和成产业园等一批项目"

CASES = {
    "as it was": (LIST, []),
    "in another order": ("新和成产业园、海王智慧医药基地、福田数字化工厂等一批项目", []),
    "one taken out": ("海王智慧医药基地、新和成产业园等一批项目", []),
    "one in the middle": (
        "海王智慧医药基地、万达玻璃生产线、福田数字化工厂、新和成产业园等一批项目",
        [("万达玻璃生产线", "")],
    ),
    "one at the end": (
        "海王智慧医药基地、福田数字化工厂、新和成产业园、万达玻璃生产线等一批项目",
        [("万达玻璃生产线", "")],
    ),
    "one in the place of another": (
        "海王智慧医药基地、万达玻璃生产线、新和成产业园等一批项目",
        [("万达玻璃生产线", "福田数字化工厂")],
    ),
    "one twice": ("海王智慧医药基地、福田数字化工厂、新和成产业园、福田数字化工厂等一批项目", []),
    "one that drifted": ("海王智慧医药基地、福甜数字化工厂、新和成产业园等一批项目", []),
}


@pytest.mark.parametrize(("listed", "expected"), CASES.values(), ids=CASES.keys())
def test_what_no_project_accounts_for(
    workspace_of: MakeWorkspace, listed: str, expected: list[tuple[str, str]]
) -> None:
    made = document_of(workspace_of(FILES), 2024)
    text = "\n".join(text_of(runs) for runs in paragraphs_of(made.document))
    assert LIST in text
    found = check(against(made, text.replace(LIST, listed)))
    assert [(finding.span.text, finding.expected) for finding in found] == expected
