"""Every datum under its name, with the line of YAML that it comes from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.diagnostics import Diagnostic
from generator.facts.fact import Fact, ListFact, NameFact, NumberFact
from generator.facts.namespace import facts_of
from generator.loading.loader import load
from generator.rendering import render
from tests.workspaces import YEAR, MakeWorkspace

FILES = {
    "report.yaml": "place: 某市\n\nyear: 2024\n",
    "figures.yaml": """\
figures:
  增速:
    unit: "%"
    value: 5.1
    direction: 增长
  欠数:
    unit: 家
derived:
  项数:
    count: 试点
    unit: 项
  周年: {years_since: 1949}
""",
    "targets.yaml": """\
targets:
  增速目标:
    value: 7
    stretch:
      value: 8
  收入目标:
    text: 与经济增长同步
""",
    "projects.yaml": """\
projects:
  甲厂:
    stage: 投产
    investment: {value: 120, unit: 亿元}
    capacity:
      unit: 万吨
      value: 5
    place: 滨海区
  乙厂:
    name: 乙工厂
    full: 乙工厂一期
    stage: 投产
lists:
  投产项目: {stage: 投产}
""",
    "terms.yaml": """\
terms:
  热线:
    text: 12345热线
    full: 政务服务热线
  双百双千:
lists:
  试点:
    items:
      - 城市更新
      - 清洁取暖
""",
    "outline/1.yaml": """\
part: 回顾
sections:
  - text: "{增速}{欠数}{项数}{周年}{增速目标}{收入目标}{甲厂}{投产项目}{热线}{双百双千}{试点}"
""",
}


@pytest.fixture
def facts(workspace_of: MakeWorkspace) -> dict[str, Fact]:
    loaded = load(workspace_of(FILES), YEAR)
    found, faults = facts_of(loaded.require(), loaded.sources)
    assert faults == ()
    return found


@pytest.mark.parametrize(
    ("key", "value", "source"),
    [
        ("增速", Decimal("5.1"), "figures.yaml:4"),
        ("欠数", None, "figures.yaml:6"),
        ("项数", Decimal(2), "figures.yaml:9"),
        ("周年", Decimal(75), "figures.yaml:12"),
        ("增速目标", Decimal(7), "targets.yaml:3"),
        ("收入目标", None, "targets.yaml:7"),
        ("本年", Decimal(2024), "report.yaml:3"),
        ("上年", Decimal(2023), "report.yaml:3"),
    ],
)
def test_a_number_knows_its_value_and_its_line(
    facts: dict[str, Fact], key: str, value: Decimal | None, source: str
) -> None:
    fact = facts[key]
    assert isinstance(fact, NumberFact)
    assert (fact.value, fact.source) == (value, f"drafts/2024/{source}")


@pytest.mark.parametrize(
    ("key", "attribute", "text", "source"),
    [
        ("甲厂", "", "甲厂", "projects.yaml:2"),
        ("甲厂", "地点", "滨海区", "projects.yaml:8"),
        ("乙厂", "", "乙工厂", "projects.yaml:10"),
        ("乙厂", "全称", "乙工厂一期", "projects.yaml:11"),
        ("热线", "", "12345热线", "terms.yaml:3"),
        ("热线", "全称", "政务服务热线", "terms.yaml:4"),
        ("双百双千", "", "双百双千", "terms.yaml:5"),
    ],
)
def test_a_name_knows_its_print_and_its_line(
    facts: dict[str, Fact], key: str, attribute: str, text: str, source: str
) -> None:
    fact = facts[key]
    assert isinstance(fact, NameFact)
    named = fact.attributes[attribute] if attribute else fact
    assert isinstance(named, NameFact)
    assert (named.text, named.source) == (text, f"drafts/2024/{source}")


@pytest.mark.parametrize(("label", "value", "line"), [("投资", 120, 4), ("产能", 5, 7)])
def test_amounts_of_a_project_have_keys_and_lines_of_their_own(
    facts: dict[str, Fact], label: str, value: int, line: int
) -> None:
    project = facts["甲厂"]
    assert isinstance(project, NameFact)
    fact = project.attributes[label]
    assert isinstance(fact, NumberFact)
    assert (fact.key, fact.name, fact.value) == (f"甲厂.{label}", f"甲厂{label}", Decimal(value))
    assert fact.source == f"drafts/2024/projects.yaml:{line}"


def test_a_stretch_target_has_the_line_of_its_own_value(facts: dict[str, Fact]) -> None:
    target = facts["增速目标"]
    assert isinstance(target, NumberFact)
    assert target.stretch is not None
    assert (target.stretch.value, target.stretch.source) == (Decimal(8), "drafts/2024/targets.yaml:5")


@pytest.mark.parametrize(
    ("key", "items"),
    [
        ("投产项目", [("甲厂", "甲厂", "projects.yaml:2"), ("乙厂", "乙工厂", "projects.yaml:10")]),
        ("试点", [("试点", "城市更新", "terms.yaml:9"), ("试点", "清洁取暖", "terms.yaml:10")]),
    ],
)
def test_a_list_holds_its_items_in_order(facts: dict[str, Fact], key: str, items: list[tuple[str, str, str]]) -> None:
    fact = facts[key]
    assert isinstance(fact, ListFact)
    assert [(i.key, i.text, i.source.removeprefix("drafts/2024/")) for i in fact.items] == items


@pytest.mark.parametrize(
    ("derived", "message", "line"),
    [
        ("  甲: {sum: [乙]}\n  乙: {sum: [甲]}\n", "绕了一圈", 2),
        ("  甲: {unit: 个,\n    sum: [甲]}\n", "绕了一圈", 2),
        ("  甲:\n    unit: 项\n    count: 地区生产总值\n", "不是清单", 4),
        ("  甲:\n    sum:\n      - 地区生产总值\n      - 名单\n", "不是一个单独的数", 5),
    ],
)
def test_what_cannot_be_computed_is_told_at_its_place(
    small: MakeWorkspace, derived: str, message: str, line: int
) -> None:
    workspace = small(
        {
            "figures.yaml": f"derived:\n{derived}figures: {{地区生产总值: {{value: 1, unit: '%', direction: 增长}}}}\n",
            "terms.yaml": "lists: {名单: {items: [甲甲]}}\n",
            "outline/1.yaml": "part: 回顾\nsections:\n  - text: 地区生产总值{地区生产总值}{甲}{名单}。\n",
        }
    )
    found = render(load(workspace, YEAR), workspace).diagnostics
    assert [(d.code, d.position.line) for d in found] == [("D209", line)]
    assert message in _only(found).message


def _only(found: tuple[Diagnostic, ...]) -> Diagnostic:
    (diagnostic,) = found
    return diagnostic
