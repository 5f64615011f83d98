"""One finding for one fault, where several rules see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.building import document_of
from generator.checking.base import base_of_year
from generator.checking.session import Selection, check_read
from generator.diagnostics import Severity
from generator.document import paragraphs_of, text_of
from generator.readers import txt
from tests.checking import drafts
from tests.workspaces import MakeWorkspace

FILES = {
    "report.yaml": "year: 2024\nplace: 某市\n",
    "outline/1.yaml": """part: 回顾
heading: '{上年}工作回顾'
sections:
  - text: 过去一年成绩来之不易，值得倍加珍惜。
""",
    "outline/2.yaml": """part: 安排
heading: '{本年}工作安排'
marks: （一）
sections:
  - {head: 实体经济更加壮大, text: 把工业放在首位，企业活力竞相迸发。}
  - {head: 城乡面貌更加宜居, text: 背街小巷得到整治，出行方便舒心。}
  - {head: 生态底色更加鲜明, text: 河湖清澈见底，蓝天白云常在身边。}
  - {head: 民生保障更加有力, text: 学校医院就在家门口，老人有人照料。}
""",
    "outline/3.yaml": "part: 自身建设\nheading: 加强自身建设\nsections:\n  - text: 说到做到，不放空炮，让群众满意。\n",
}
Find = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def findings(workspace_of: MakeWorkspace) -> Find:
    workspace = workspace_of(FILES)
    base = base_of_year(workspace, 2024)
    text = "\n".join(text_of(runs) for runs in paragraphs_of(document_of(workspace, 2024).document))

    def find(*changes: tuple[str, str]) -> list[tuple[str, str]]:
        changed = text
        for old, new in changes:
            assert changed.count(old) == 1
            changed = changed.replace(old, new)
        checked = check_read(txt.read(changed.encode(), "稿.txt"), base, Selection(select=("R101", "T116")).rules())
        found = [finding.diagnostic for finding in checked.findings]
        return [(d.code, d.expected) for d in found if d.severity is not Severity.INFO]

    return find


@pytest.mark.parametrize(
    ("old", "words"),
    [
        ("一、2023年工作回顾\n", "2023年工作回顾"),
        ("二、2024年工作安排\n", "2024年工作安排"),
        ("（一）实体经济更加壮大。", "实体经济更加壮大"),
        ("（三）生态底色更加鲜明。", "生态底色更加鲜明"),
    ],
)
def test_a_heading_lost_with_its_number_is_told_once(findings: Find, old: str, words: str) -> None:
    assert findings((old, "")) == [("T116", words)]


def test_another_jump_in_the_numbers_is_told_beside_a_lost_heading(findings: Find) -> None:
    changes = ("一、2023年工作回顾\n", ""), ("（四）民生", "（五）民生")
    assert findings(*changes) == [("T116", "2023年工作回顾"), ("R101", "（四）")]


def test_marks_left_beside_a_lost_number_are_not_told_apart(workspace_of: MakeWorkspace) -> None:
    files = {
        "report.yaml": "year: 2024\nplace: 某市\n",
        "figures.yaml": "figures:\n  中心: {value: 103, unit: 家}\n  总部: {value: 1522, unit: 家}\n",
        "outline/1.yaml": "part: 回顾\nheading: '{上年}工作回顾'\nsections:\n"
        "  - text: 跨国公司地区总部和外资研发中心累计达到{总部}、{中心}。\n",
    }
    base = base_of_year(workspace_of(files), 2024)
    draft = txt.read("一、2023年工作回顾\n跨国公司地区总部和外资研发中心累计达到1522家、。\n".encode(), "稿.txt")
    checked = check_read(draft, base, Selection(select=("T", "P")).rules())
    assert [(f.diagnostic.code, f.diagnostic.expected) for f in checked.findings] == [("T102", "103家")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("坚定拥护“两个确立”，凝聚共识。\n坚定拥护“八个确立”、坚决做到“两个维护”。", ["W101"]),
        ("财政收入、社会投资分别增长1 0.9%、7%。", ["N107"]),
        ("财政收入、社会投资分别增长11。8%、11.5%。", ["N116"]),
        ("财政收入、社会投资分别增长%、5%。", ["N117"]),
        ("力争成交额3,000亿元，完成投资2500亿元，引资1800亿元，进出口1200亿元。", ["N110"]),
    ],
)
def test_what_breaks_with_a_fault_is_not_told_beside_it(text: str, codes: list[str]) -> None:
    found = check_read(txt.read(text.encode(), "稿.txt"), None, Selection().rules()).findings
    loud = [f.diagnostic for f in found if f.diagnostic.severity is not Severity.INFO]
    assert [d.code for d in loud if not d.code.startswith("R")] == codes


def test_of_two_names_only_the_wrong_one_is_told_where_a_rule_knows_it() -> None:
    text = "坚决做到“两个维护”，凝聚共识。\n坚定拥护“两个确立”、坚决做到“两维护”。"
    found = check_read(txt.read(text.encode(), "稿.txt"), None, Selection().rules()).findings
    told = [(f.diagnostic.code, f.diagnostic.span.paragraph) for f in found if f.diagnostic.span]
    assert [place for place in told if place[0][0] in "CW"] == [("W102", 2)]


def test_a_passage_that_stands_twice_is_told_once_with_the_short_sentences_in_it() -> None:
    passage = "全年新建改造高标准农田八十万亩。粮食连续丰收。全年新改建农村公路一千三百公里，惠及群众二十万人。"
    text = f"{passage}\n大力发展现代农业。\n{passage}"
    found = check_read(txt.read(text.encode(), "稿.txt"), None, Selection(select=("R108",)).rules()).findings
    assert [(f.diagnostic.span.paragraph, f.diagnostic.span.start) for f in found if f.diagnostic.span] == [(3, 0)]


def test_zeros_in_a_figures_place_are_a_wrong_figure(workspace_of: MakeWorkspace) -> None:
    base = base_of_year(workspace_of(drafts.FILES), 2024)
    text = drafts.TEXT.replace("水库12座", "水库00座")
    found = check_read(txt.read(text.encode(), "稿.txt"), base, Selection(select=("T", "R")).rules()).findings
    wrong = [f.diagnostic for f in found if f.diagnostic.span and "00" in f.diagnostic.span.text]
    assert [(d.code, d.expected, d.figure) for d in wrong] == [("T101", "12座", "水库")]
