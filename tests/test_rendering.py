"""From outline to blocks: title block, numbering, paragraphs, tables, annexes, and values that are still owed."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from generator.building import BuildRequest, run_build
from generator.diagnostics import QicaoError
from generator.document import Document, FigureRun, Front, Paragraph, Role, Text, paragraphs_of
from generator.loading.loader import load
from generator.rendering import owed_runs, render
from generator.tracing import trace
from generator.writers import native, txt
from tests.workspaces import YEAR, MakeWorkspace

FIGURES = """\
figures:
  增速: {value: 5.1, unit: "%", direction: 增长}
  欠数: {name: 某项指标, unit: 亿元}
  待核数: {value: 3, unit: 家, status: 待核}
"""


def _files(outline: str, **others: str) -> dict[str, str]:
    files = {"report.yaml": "year: 2024\nplace: 某市\n", "figures.yaml": FIGURES, "outline/1.yaml": outline}
    return {**files, **{f"{name}.yaml": text for name, text in others.items()}}


def _document(make: MakeWorkspace, files: Mapping[str, str]) -> Document:
    workspace = make(files)
    rendered = render(load(workspace, YEAR), workspace)
    assert rendered.diagnostics == ()
    assert rendered.document is not None
    return rendered.document


def _text(make: MakeWorkspace, files: Mapping[str, str], *, front: bool = False) -> list[str]:
    document = _document(make, files)
    assert trace(document).untraced == ()
    return txt.write(document, front=front).splitlines()


FRONTS = {
    "": ["政府工作报告"],
    "mark: 征求意见稿": ["（征求意见稿）", "政府工作报告"],
    "session: 在某市人民代表大会上": ["政府工作报告", "——在某市人民代表大会上"],
    "date: 一月十五日, session: 在某市人民代表大会上": ["政府工作报告", "——一月十五日在某市人民代表大会上"],
    "date: 一月十五日": ["政府工作报告", "——一月十五日"],
    "speaker: 市长 ×××": ["政府工作报告", "市长 ×××"],
    "mark: 讨论稿, session: '在{本年}会议上', speaker: 市长": [
        "（讨论稿）",
        "政府工作报告",
        "——在2024年会议上",
        "市长",
    ],
}


@pytest.mark.parametrize("front", FRONTS)
def test_the_title_block_prints_what_is_given_and_invents_nothing(workspace_of: MakeWorkspace, front: str) -> None:
    report = f"year: 2024\nplace: 某市\nfront: {{{front}}}\n"
    files = _files("part: 回顾\nsections: [{text: 正文。}]\n", report=report)
    assert _text(workspace_of, files, front=True) == [*FRONTS[front], "正文。"]
    assert _text(workspace_of, files) == ["正文。"]


def test_the_title_is_the_report_s_own(workspace_of: MakeWorkspace) -> None:
    report = "year: 2024\nplace: 某市\ntitle: 某市政府工作报告\n"
    files = _files("part: 回顾\nsections: [{text: 正文。}]\n", report=report)
    assert _text(workspace_of, files, front=True)[0] == "某市政府工作报告"


def test_parts_with_headings_are_numbered_and_others_are_not(workspace_of: MakeWorkspace) -> None:
    files = _files("part: 开篇\nsalutation: 各位代表：\nsections: [{text: 现在报告工作。}]\n")
    headings = ["'{上年}工作回顾'", "'{本年}工作安排'", *(f"第{c}件事" for c in "甲乙丙丁戊己庚辛壬癸")]
    for number, heading in enumerate(headings, start=2):
        files[f"outline/{number:02}.yaml"] = f"part: 其他\nheading: {heading}\nsections: [{{text: 正文。}}]\n"
    numbers = [*"一二三四五六七八九十", "十一", "十二"]
    titles = ["2023年工作回顾", "2024年工作安排", *(f"第{c}件事" for c in "甲乙丙丁戊己庚辛壬癸")]
    expected = ["各位代表：", "现在报告工作。"]
    for counted, title in zip(numbers, titles, strict=True):
        expected += [f"{counted}、{title}", "正文。"]
    # files are taken in the order of their names
    assert _text(workspace_of, {name.replace("/1.", "/01."): text for name, text in files.items()}) == expected


@pytest.mark.parametrize(
    ("marks", "starts"),
    [
        ("（一）", ["（一）", "（二）", "（十）", "（十一）", "（十二）"]),
        ("一是", ["一是", "二是", "十是", "十一是", "十二是"]),
        ("数字", ["1.", "2.", "10.", "11.", "12."]),
        ("——", ["——", "——", "——", "——", "——"]),
        ("无", ["", "", "", "", ""]),
    ],
)
def test_sections_are_numbered_beyond_ten(workspace_of: MakeWorkspace, marks: str, starts: list[str]) -> None:
    sections = "".join(f"  - {{head: 抓好第{c}事, text: 正文。}}\n" for c in "甲乙丙丁戊己庚辛壬癸子丑")
    lines = _text(workspace_of, _files(f"part: 安排\nmarks: {marks}\nsections:\n{sections}"))
    chosen = [lines[index] for index in (0, 1, 9, 10, 11)]
    assert chosen == [f"{start}抓好第{c}事。正文。" for start, c in zip(starts, "甲乙癸子丑", strict=True)]


def test_sections_without_a_head_do_not_count(workspace_of: MakeWorkspace) -> None:
    outline = """\
part: 安排
marks: （一）
sections:
  - text: 总述。
  - {head: 甲, text: 正文。}
  - text: 过渡。
  - {head: 乙, text: 正文。}
"""
    assert _text(workspace_of, _files(outline)) == ["总述。", "（一）甲。正文。", "过渡。", "（二）乙。正文。"]


@pytest.mark.parametrize("stop", ["。", "：", "！", "？", "；"])
def test_a_head_that_ends_in_a_stop_gets_no_other(workspace_of: MakeWorkspace, stop: str) -> None:
    outline = f"part: 回顾\nsections: [{{head: 主要工作{stop}, text: 正文。}}]\n"
    assert _text(workspace_of, _files(outline)) == [f"主要工作{stop}正文。"]


NESTED = """\
part: 安排
marks: （一）
sections:
  - head: 甲
    text: 甲文。
    run_in: true
    marks: 一是
    sections:
      - {head: 子, text: 子文。}
      - {head: 丑, text: 丑文。}
  - head: 乙
    text: 乙文。
    marks: 数字
    sections:
      - {head: 子, text: 子文。}
      - head: 丑
        text: 丑文。
        run_in: true
        sections:
          - {head: 寅, text: 寅文。}
          - {text: 卯文。}
"""


def test_lower_sections_run_in_or_open_paragraphs(workspace_of: MakeWorkspace) -> None:
    assert _text(workspace_of, _files(NESTED)) == [
        "（一）甲。甲文。一是子。子文。二是丑。丑文。",
        "（二）乙。乙文。",
        "1.子。子文。",
        "2.丑。丑文。寅。寅文。卯文。",
    ]


def test_heads_are_run_in_runs_of_their_depth(workspace_of: MakeWorkspace) -> None:
    runs = [run for runs in paragraphs_of(_document(workspace_of, _files(NESTED))) for run in runs]
    heads = [(run.text, run.level) for run in runs if run.role is Role.RUN_IN]
    assert heads == [
        ("（一）甲。", 1),
        ("一是子。", 2),
        ("二是丑。", 2),
        ("（二）乙。", 1),
        ("1", 2),
        (".子。", 2),
        ("2", 2),
        (".丑。", 2),
        ("寅。", 3),
    ]


def test_an_empty_line_starts_a_paragraph_and_a_line_break_does_not(workspace_of: MakeWorkspace) -> None:
    outline = """\
part: 回顾
sections:
  - head: 甲
    text: |
      第一句。
      第二句，同比{增速}。

      另起一段。


      再起一段。
    run_in: true
    sections:
      - {head: 子, text: 接排。}
"""
    assert _text(workspace_of, _files(outline)) == [
        "甲。第一句。第二句，同比增长5.1%。",
        "另起一段。",
        "再起一段。子。接排。",
    ]


def test_a_figure_in_a_head_is_part_of_the_head(workspace_of: MakeWorkspace) -> None:
    outline = "part: 回顾\nsections: [{head: '投资{增速}、新增{待核数}', text: 正文。}]\n"
    (block,) = [b for b in _document(workspace_of, _files(outline)).blocks if not isinstance(b, Front)]
    assert isinstance(block, Paragraph)
    assert [(run.text, run.role, run.level) for run in block.runs] == [
        ("投资", Role.RUN_IN, 1),
        ("增长", Role.RUN_IN, 1),
        ("5.1%", Role.RUN_IN, 1),
        ("、新增", Role.RUN_IN, 1),
        ("3家", Role.PENDING, 1),
        ("。", Role.RUN_IN, 1),
        ("正文。", Role.BODY, 0),
    ]


TABLE = """\
part: 回顾
sections:
  - head: 甲
    text: 见下表。
    run_in: true
    table:
      caption: "{上年}主要指标"
      header: [指标, 完成情况]
      rows:
        - [地区生产总值, "{增速}"]
        - [某项指标, "{欠数}"]
    sections:
      - {head: 子, text: 表后。}
      - {head: 丑, text: 接排。}
  - text: 又一段。
"""


def test_a_table_stands_after_the_text_and_ends_the_paragraph(workspace_of: MakeWorkspace) -> None:
    assert _text(workspace_of, _files(TABLE)) == [
        "甲。见下表。",
        "2023年主要指标",
        "指标\t完成情况",
        "地区生产总值\t增长5.1%",
        "某项指标\t【待填：某项指标（亿元）】",
        "子。表后。丑。接排。",
        "又一段。",
    ]


def test_a_table_is_a_block_of_rows_and_cells(workspace_of: MakeWorkspace) -> None:
    blocks = json.loads(native.write(_document(workspace_of, _files(TABLE))))["blocks"]
    (table,) = [block for block in blocks if block["block"] == "table"]
    assert [len(row) for row in table["rows"]] == [2, 2, 2]
    assert table["rows"][0] == [["指标"], ["完成情况"]]
    assert table["rows"][1][1][1]["t"] == "5.1%"
    assert table["rows"][2][1][0] == {
        "t": "【待填：某项指标（亿元）】",
        "key": "欠数",
        "kind": "figure",
        "src": "drafts/2024/figures.yaml:3",
        "role": "placeholder",
    }


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
    assert _text(workspace_of, _files(outline, report=ANNEXES, terms=TERMS)) == [
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
    lines = _text(workspace_of, _files("part: 回顾\nsections: [{text: 正文。}]\n", report=report))
    assert lines == ["正文。", "附件", "民生实事", "一、建好食堂。"]


def test_a_term_of_the_glossary_is_a_run_in_head_with_its_explanation_traced(workspace_of: MakeWorkspace) -> None:
    report = "year: 2024\nplace: 某市\nannexes: [{kind: 名词解释, title: 名词解释}]\n"
    outline = "part: 回顾\nsections: [{text: 正文。}]\n"
    document = _document(workspace_of, _files(outline, report=report, terms=TERMS))
    assert isinstance(document.blocks[-2], Paragraph)
    term, colon, meaning = document.blocks[-2].runs
    assert isinstance(term, FigureRun)
    assert isinstance(meaning, FigureRun)
    assert (term.key, term.role, colon) == ("双百双千", Role.RUN_IN, Text("：", Role.RUN_IN, 1))
    assert (meaning.key, meaning.role) == ("双百双千.全称", Role.BODY)


OWED = "part: 回顾\nsections: [{text: '投资{欠数}，新增{待核数}，再说一遍{欠数|达到}，增长{增速|数值}。'}]\n"


def test_an_owed_value_and_an_unconfirmed_one_are_marked_in_the_text(workspace_of: MakeWorkspace) -> None:
    document = _document(workspace_of, _files(OWED))
    assert txt.write(document) == (
        "投资【待填：某项指标（亿元）】，新增3家，再说一遍达到【待填：某项指标（亿元）】，增长5.1%。\n"
    )
    assert list(owed_runs(document)) == [
        ("欠数", "【待填：某项指标（亿元）】", "drafts/2024/figures.yaml:3", Role.PLACEHOLDER),
        ("待核数", "3家", "drafts/2024/figures.yaml:4", Role.PENDING),
    ]


def test_a_draft_is_built_with_owed_values_and_says_which(workspace_of: MakeWorkspace) -> None:
    result = run_build(workspace_of(_files(OWED)), BuildRequest(YEAR, ("txt", "json")))
    assert [path.name for path in result.written] == ["work-report-2024.txt", "work-report-2024.json"]
    assert result.owed == (("欠数", "【待填：某项指标（亿元）】"), ("待核数", "3家"))


def test_a_final_report_is_refused_while_values_are_owed_and_nothing_is_written(workspace_of: MakeWorkspace) -> None:
    workspace = workspace_of(_files(OWED))
    with pytest.raises(QicaoError) as caught:
        run_build(workspace, BuildRequest(YEAR, ("txt",), final=True))
    assert caught.value.exit_code == 1
    assert [(d.code, d.position.source) for d in caught.value.diagnostics] == [
        ("D401", "drafts/2024/figures.yaml:3"),
        ("D402", "drafts/2024/figures.yaml:4"),
    ]
    assert not (workspace.year_folder(YEAR) / "out").exists()


def test_a_final_report_is_built_when_nothing_is_owed(workspace_of: MakeWorkspace) -> None:
    figures = FIGURES.replace("unit: 亿元", "unit: 亿元, value: 7").replace("待核}", "确认}")
    result = run_build(workspace_of(_files(OWED, figures=figures)), BuildRequest(YEAR, ("txt",), final=True))
    assert result.owed == ()
    assert result.written[0].read_text(encoding="utf-8") == "投资7亿元，新增3家，再说一遍达到7亿元，增长5.1%。\n"


def test_what_is_computed_from_an_owed_value_is_owed_too(workspace_of: MakeWorkspace) -> None:
    derived = "derived:\n  合计: {sum: [欠数, 待核数], unit: 亿元}\n"
    files = _files("part: 回顾\nsections: [{text: '{合计}。{增速}{欠数}{待核数}'}]\n", figures=FIGURES + derived)
    document = _document(workspace_of, files)
    first = next(owed_runs(document))
    assert first == ("合计", "【待填：合计（亿元）】", "drafts/2024/figures.yaml:6", Role.PLACEHOLDER)


def test_a_fault_of_one_reference_is_told_at_its_sentence_with_all_others(workspace_of: MakeWorkspace) -> None:
    outline = "part: 回顾\nsections:\n  - text: |\n      甲{增速|没有的}。\n      乙{待核数|增减}，丙{欠数}。\n"
    workspace = workspace_of(_files(outline))
    rendered = render(load(workspace, YEAR), workspace)
    assert rendered.document is None
    assert [(d.code, d.position.line, d.position.column, d.position.length) for d in rendered.diagnostics] == [
        ("D204", 4, 8, 8),
        ("D203", 5, 8, 8),
    ]


@pytest.mark.parametrize("name", ["a", "本地", "z"])
def test_a_workspace_s_own_phrase_form_wins_whatever_its_file_is_called(workspace_of: MakeWorkspace, name: str) -> None:
    own = '{% from "phrases/amount.jinja" import 数值 %}\n{% macro 同比(f) %}比上年多{{ 数值(f) }}{% endmacro %}\n'
    files = _files("part: 回顾\nsections: [{text: '投资{增速|同比}。{欠数}{待核数}'}]\n")
    lines = _text(workspace_of, {**files, f"templates/phrases/{name}.jinja": own})
    assert lines == ["投资比上年多5.1%。【待填：某项指标（亿元）】3家"]
