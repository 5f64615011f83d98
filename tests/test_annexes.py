"""Annexes: 民生实事, 名词解释 and tables, after the report."""

from __future__ import annotations

from generator.document import FigureRun, Paragraph, Role, Text
from tests.rendering import document_of, files_of, lines_of
from tests.workspaces import MakeWorkspace

ANNEXES = """\
year: 2024
place: 某市
annexes:
  - kind: 民生实事
    title: "{本年}民生实事"
    intro: 滚动实施以下实事。
    items: ["新增就业{待核数}。", 建好食堂。]
  - kind: 名词解释
    title: 名词解释
  - kind: 表格
    title: 主要指标
    table:
      header: [指标, 数]
      rows: [[增速, "{增速}"]]
"""
TERMS = """\
terms:
  双百双千: {full: 百村示范和千企联建, glossary: true}
  热线: {text: 12345热线, full: 政务服务便民热线, glossary: true}
  旧提法: {glossary: false}
"""


def test_annexes_follow_the_report_numbered_when_there_are_several(workspace_of: MakeWorkspace) -> None:
    outline = "part: 回顾\nsections: [{text: '实施“{双百双千}”工程，{旧提法}。'}]\n"
    assert lines_of(workspace_of, files_of(outline, report=ANNEXES, terms=TERMS)) == [
        "实施“双百双千”工程，旧提法。",
        "附件1",
        "2024年民生实事",
        "滚动实施以下实事。",
        "一、新增就业3家。",
        "二、建好食堂。",
        "附件2",
        "名词解释",
        "双百双千：百村示范和千企联建",
        "12345热线：政务服务便民热线",
        "附件3",
        "主要指标",
        "指标\t数",
        "增速\t增长5.1%",
    ]


def test_a_single_annex_has_no_number(workspace_of: MakeWorkspace) -> None:
    report = "year: 2024\nplace: 某市\nannexes: [{kind: 民生实事, title: 民生实事, items: [建好食堂。]}]\n"
    lines = lines_of(workspace_of, files_of("part: 回顾\nsections: [{text: 正文。}]\n", report=report))
    assert lines == ["正文。", "附件", "民生实事", "一、建好食堂。"]


def test_a_term_of_the_glossary_is_a_run_in_head_with_its_explanation_traced(workspace_of: MakeWorkspace) -> None:
    report = "year: 2024\nplace: 某市\nannexes: [{kind: 名词解释, title: 名词解释}]\n"
    outline = "part: 回顾\nsections: [{text: 正文。}]\n"
    document = document_of(workspace_of, files_of(outline, report=report, terms=TERMS))
    assert isinstance(document.blocks[-2], Paragraph)
    term, colon, meaning = document.blocks[-2].runs
    assert isinstance(term, FigureRun)
    assert isinstance(meaning, FigureRun)
    assert (term.key, term.role, colon) == ("双百双千", Role.RUN_IN, Text("：", Role.RUN_IN, 1))
    assert (meaning.key, meaning.role) == ("双百双千.全称", Role.BODY)
