"""Templates hold no fact of any year or place: the very same files make another place's report of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.loading.loader import load
from generator.rendering import render
from generator.workspace import PACKAGED_TEMPLATES, Workspace
from generator.writers import txt
from schemas.report import Report

REPOSITORY = Path(__file__).parents[1]
TEMPLATES = sorted(PACKAGED_TEMPLATES.rglob("*.jinja"))
STARTER = [path for path in TEMPLATES if "starter" in path.parts]
PLACES = (
    "潍坊",
    "山东",
    "鲁",
    "奎文",
    "潍城",
    "坊子",
    "寒亭",
    "青州",
    "诸城",
    "寿光",
    "安丘",
    "高密",
    "昌邑",
    "临朐",
    "昌乐",
)
NATIONAL = ("政治提法", "总体提法", "政策", "改革")
"""Categories of terms that are the same everywhere and so may stand in a starter report."""


@pytest.fixture(scope="module")
def report() -> Report:
    return load(Workspace(REPOSITORY), 2024).require()


def _names(paths: list[Path]) -> list[str]:
    return [path.relative_to(PACKAGED_TEMPLATES).as_posix() for path in paths]


def test_there_are_templates_of_every_sort() -> None:
    names = _names(TEMPLATES)
    assert "report.jinja" in names
    assert "phrases/default.jinja" in names
    assert "starter/figures.yaml.jinja" in names


def test_nothing_but_templates_layouts_and_styles_comes_with_the_program() -> None:
    files = [path for path in PACKAGED_TEMPLATES.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    others = {path.relative_to(PACKAGED_TEMPLATES).as_posix() for path in files} - set(_names(TEMPLATES))
    assert {name for name in others if not name.startswith("layouts/")} <= {
        "__init__.py",
        "html/report.css",
        "html/check.css",
        "html/check.js",
        "html/attainment.css",
    }


@pytest.mark.parametrize("path", TEMPLATES, ids=_names(TEMPLATES))
def test_no_template_holds_a_digit_or_a_place(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r".*\d.*", text) == []
    assert [place for place in PLACES if place in text] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=_names(TEMPLATES))
def test_no_template_holds_a_datum_of_the_2024_report(path: Path, report: Report) -> None:
    text = path.read_text(encoding="utf-8")
    names = set(_local_names(report) if path in STARTER else _all_names(report))
    assert sorted(name for name in names if name in text) == []


def _all_names(report: Report) -> Iterator[str]:
    """Keys of every sort, and the words that they print."""
    for section in (report.figures, report.targets, report.derived, report.project_lists, report.lists, report.terms):
        yield from section
    yield from (term.text for term in report.terms.values() if term.text)
    yield from _local_names(report)


def _local_names(report: Report) -> Iterator[str]:
    """What belongs to the place: projects, listed things, terms that are not the same all over the country."""
    yield from report.projects
    yield from (project.name for project in report.projects.values() if project.name)
    yield from (item for items in report.lists.values() for item in items.items if len(item) > 2)
    for key, term in report.terms.items():
        if term.category not in NATIONAL:
            yield term.text or key


OTHER = {
    "drafts/2025/report.yaml": """\
year: 2025
place: 甲县
front:
  mark: 征求意见稿
  session: 在甲县第九届人民代表大会第四次会议上
  date: 2025年1月8日
  speaker: 县长 ×××
annexes:
  - {kind: 民生实事, title: 2025年民生实事, items: ["新建幼儿园{幼儿园目标}。"]}
""",
    "drafts/2025/figures.yaml": """\
figures:
  地区生产总值: {value: 312.5, unit: 亿元, hedge: 突破, partners: [增速]}
  增速: {value: 6.2, unit: "%", direction: 增长, partners: [税收增速]}
  税收增速: {value: -1.4, unit: "%", direction: 增长}
  速度位次: {value: 1, rank_in: 全市, style: 首位}
  收入比较: {value: -0.3, unit: 个百分点, compared_to: 全市}
derived:
  建成项目数: {count: 建成的项目, unit: 个}
  建县周年: {years_since: 1985, unit: 周年}
""",
    "drafts/2025/targets.yaml": """\
targets:
  增速目标: {value: 6, unit: "%", direction: 增长, hedge: 以上, stretch: {value: 6.5, unit: "%"}}
  幼儿园目标: {value: 3, unit: 所}
""",
    "drafts/2025/projects.yaml": """\
projects:
  北山水库: {stage: 竣工, sector: 水利}
  南河大桥: {stage: 竣工, sector: 交通, investment: {value: 2.4, unit: 亿元}}
lists:
  建成的项目: {stage: 竣工}
""",
    "drafts/2025/outline/1.yaml": """\
part: 回顾
salutation: 各位代表：
heading: "{上年}工作回顾"
marks: ——
sections:
  - head: 经济稳步向好
    text: |
      地区生产总值{地区生产总值|总量与增速}，{速度位次|居}。
      工业、税收分别{增速|分别增减}，居民收入增速{收入比较}。
  - head: 项目扎实推进
    text: "{建成的项目}等{建成项目数}项目建成，{南河大桥|总投资}通车。"
""",
    "drafts/2025/outline/2.yaml": """\
part: 安排
heading: "{本年}工作安排"
sections:
  - text: 地区生产总值{增速目标}，以实干迎接建县{建县周年}。
""",
}
OTHER_TEXT = """\
（征求意见稿）
政府工作报告
——2025年1月8日在甲县第九届人民代表大会第四次会议上
县长 ×××
一、2024年工作回顾
各位代表：
——经济稳步向好。地区生产总值突破312.5亿元、增长6.2%，居全市首位。工业、税收分别增长6.2%、下降1.4%，居民收入增速低于全市0.3个百分点。
——项目扎实推进。北山水库、南河大桥等2个项目建成，总投资2.4亿元的南河大桥通车。
二、2025年工作安排
地区生产总值增长6%以上、力争达到6.5%，以实干迎接建县40周年。
附件
2025年民生实事
一、新建幼儿园3所。
"""


def test_the_same_templates_make_another_place_s_report_of_another_year(tmp_path: Path) -> None:
    for name, text in OTHER.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    here, there = Workspace(REPOSITORY), Workspace(tmp_path)
    ours, theirs = render(load(here, 2024), here), render(load(there, 2025), there)
    assert (ours.diagnostics, theirs.diagnostics) == ((), ())
    assert ours.document is not None
    assert theirs.document is not None
    assert txt.write(theirs.document, front=True) == OTHER_TEXT
    assert theirs.document.meta.template_hash == ours.document.meta.template_hash
