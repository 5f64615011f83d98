"""Headings of the generated text that are lost or changed, and what must not follow from that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.building import document_of
from generator.checking.registry import all_rules
from generator.document import paragraphs_of, text_of
from generator.rules.rule import Finding
from tests.rules.against_data import against
from tests.workspaces import MakeWorkspace

Find = Callable[..., list[Finding]]
"""``findings(code, old, new)``: what a rule finds after one change to the generated text."""

RULES = {module.rule.code: module for module in all_rules()}
FILES = {
    "report.yaml": "year: 2024\nplace: 某市\n",
    "figures.yaml": "figures:\n  创新平台新增: {value: 65, unit: 家}\n",
    "targets.yaml": "targets:\n  创新平台新增目标: {value: 40, unit: 家}\n",
    "outline/1.yaml": """part: 回顾
heading: 2023年工作回顾
sections:
  - text: |
      过去的一年，全市上下迎难而上。新建成省级以上科技创新平台共{创新平台新增}，活力增强。
  - head: 民生事业扎实推进
    text: |
      就业形势总体稳定，群众得到更多实惠。
""",
    "outline/2.yaml": """part: 安排
heading: 2024年政府工作安排
marks: （一）
sections:
  - text: |
      今年是关键之年，任务艰巨繁重。新建成省级以上科技创新平台共{创新平台新增目标}，后劲更足。
  - head: 深化城市精细治理
    text: |
      下足“绣花”功夫，开展背街小巷整治。
""",
}
REVIEW, PLAN = "一、2023年工作回顾", "二、2024年政府工作安排"


@pytest.fixture
def findings(workspace_of: MakeWorkspace) -> Find:
    made = document_of(workspace_of(FILES), 2024)
    text = "\n".join(text_of(runs) for runs in paragraphs_of(made.document))

    def find(code: str, old: str = "", new: str = "") -> list[Finding]:
        assert old in text
        return list(RULES[code].check(against(made, text.replace(old, new, 1))))

    return find


@pytest.mark.parametrize(
    ("old", "new", "marked", "expected"),
    [
        (REVIEW + "\n", "", "", "2023年工作回顾"),
        (PLAN + "\n", "", "", "2024年政府工作安排"),
        (PLAN, "二、2024年工作安排", "2024年工作安排", "2024年政府工作安排"),
        (PLAN, "二、2024年政府工作按排", "2024年政府工作按排", "2024年政府工作安排"),
        (PLAN, "二、2024年政府工作安排。安排", "2024年政府工作安排。安排", "2024年政府工作安排"),
        (PLAN, "二、真抓实干开新局", "真抓实干开新局", "2024年政府工作安排"),
        (PLAN + "\n", "二、今后的工作。", "今后的工作", "2024年政府工作安排"),
        ("精细治理", "精细治", "深化城市精细治", "深化城市精细治理"),
        ("精细治理", "精细治治理", "深化城市精细治治理", "深化城市精细治理"),
        ("精细治理", "细精治理", "深化城市细精治理", "深化城市精细治理"),
        ("（一）深化城市精细治理。", "", "", "深化城市精细治理"),
        ("精细治理", "惊细治理", "深化城市惊细治理", "深化城市精细治理"),
    ],
)
def test_a_damaged_heading_is_told_once(findings: Find, old: str, new: str, marked: str, expected: str) -> None:
    [finding] = findings("T116", old, new)
    assert (finding.span.text, finding.expected) == (marked, expected)


def test_a_lost_heading_is_told_where_it_should_have_stood(findings: Find) -> None:
    [before] = findings("T116", REVIEW + "\n", "")
    assert (before.span.paragraph, before.span.start) == (1, 0)
    [inside] = findings("T116", "\n" + PLAN + "\n", "")
    assert inside.span.start > 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        (PLAN, "（二）2024年政府工作安排"),
        (PLAN, "2024年 政府工作安排"),
        (PLAN + "\n", PLAN),
        (PLAN + "\n", PLAN + "　"),
        (PLAN, "第二部分　2024年政府工作安排"),
        (PLAN, "附件2　2024年政府工作安排"),
        ("精细治理", "精细管理"),
        ("精细治理", "精细化治理"),
        ("深化城市精细治理", "让城市更有温度"),
        ("深化城市精细治理。", "深化城市精细治理\n"),
    ],
)
def test_a_heading_that_stands_or_is_reworded_in_its_paragraph_is_let_be(findings: Find, old: str, new: str) -> None:
    assert findings("T116", old, new) == []


@pytest.mark.parametrize("heading", [REVIEW, PLAN])
@pytest.mark.parametrize("new", ["", "踔厉奋发\n"])
def test_the_parts_stand_without_their_headings(findings: Find, heading: str, new: str) -> None:
    for code in ("F101", "T102", "T111", "S101"):
        assert findings(code, heading + "\n", new) == []


def test_a_mistyped_heading_opens_its_part(findings: Find) -> None:
    for code in ("F101", "T111", "S101"):
        assert findings(code, "安排\n", "按排\n") == []
