"""Claims of scope and rank, congresses and units in plain prose that changed against the generated text (T115)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.building import document_of
from generator.rules.rule import Finding
from generator.rules.tie_out import changed_sense
from tests.rules.against_data import against
from tests.workspaces import MakeWorkspace

TEXT = (
    "扩建肉牛重点项目多处，全国首个种牛站通过初步验收。我市被确定为全国唯一铸造业试点城市，影响力不断扩大。"
    "全面落实党的二十大和二十届二中全会部署，保持战略定力。一家企业荣登创新榜单榜首，带动作用明显。"
    "文化产业入围全国首批试点名单，文旅融合步伐加快。可再生能源装机容量达到1200万千瓦以上，绿色转型提速。"
    "海上风电并网，清洁能源在全省率先突破关口。多项成果荣获科技进步一等奖。滨海湿地获批国家重要湿地，生态持续向好。"
)
FILES = {
    "report.yaml": "year: 2024\nplace: 某市\n",
    "figures.yaml": "figures: {}\n",
    "outline/1.yaml": f"part: 回顾\nheading: 2023年工作回顾\nsections:\n  - text: {TEXT}\n",
}


@pytest.fixture
def found(workspace_of: MakeWorkspace) -> Callable[[str, str], list[Finding]]:
    made = document_of(workspace_of(FILES), 2024)

    def find(old: str, new: str) -> list[Finding]:
        assert TEXT.count(old) == 1
        return list(changed_sense.check(against(made, f"一、2023年工作回顾\n{TEXT.replace(old, new)}\n")))

    return find


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("全国首个", "全省首个", "全国"),
        ("全国首个", "首个", "，全国首个"),
        ("在全省率先突破", "在全省突破", "省率先突破"),
        ("荣登创新榜单", "荣登全省唯一创新榜单", "荣登创新"),
        ("文化产业入围", "文化产业率先入围", "产业入围"),
        ("榜单榜首", "榜单第三", "榜首"),
        ("科技进步一等奖", "科技进步特等奖", "一等奖"),
        ("获批国家重要湿地", "申报国家重要湿地", "获批"),
        ("全国首个", "全国第二个", "首个"),
        ("全国唯一", "全省唯一", "全国"),
        ("全国唯一铸造", "全国铸造", "国唯一铸造"),
        ("首批", "第二批", "首批"),
        ("榜单榜首", "榜单前列", "榜首"),
        ("二十届二中", "二十届三中", "二中全会"),
        ("二十届二中", "十九届二中", "二十届"),
        ("二十大", "十九大", "二十大"),
        ("万千瓦", "万千瓦时", "千瓦"),
    ],
)
def test_a_claim_that_changed_is_found(
    found: Callable[[str, str], list[Finding]], old: str, new: str, expected: str
) -> None:
    [finding] = found(old, new)
    assert expected in finding.expected or finding.expected in expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("全国首个", "我国首个"),
        ("榜单榜首", "榜单首位"),
        ("首批", "第一批"),
        ("全国首个种牛站", "种牛站（全国首个）"),
        ("不断扩大", "不断提升"),
    ],
)
def test_the_same_claim_in_other_words_is_let_be(
    found: Callable[[str, str], list[Finding]], old: str, new: str
) -> None:
    assert found(old, new) == []
