"""From outline to blocks: title block, numbering, paragraphs, run-in heads, tables, and faults of references."""

from __future__ import annotations

import json

import pytest

from generator.document import Front, Paragraph, Role, paragraphs_of
from generator.loading.loader import load
from generator.rendering import render
from generator.writers import native
from tests.rendering import document_of, files_of, lines_of
from tests.workspaces import YEAR, MakeWorkspace

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
    files = files_of("part: 回顾\nsections: [{text: 正文。}]\n", report=report)
    assert lines_of(workspace_of, files, front=True) == [*FRONTS[front], "正文。"]
    assert lines_of(workspace_of, files) == ["正文。"]


def test_the_title_is_the_report_s_own(workspace_of: MakeWorkspace) -> None:
    report = "year: 2024\nplace: 某市\ntitle: 某市政府工作报告\n"
    files = files_of("part: 回顾\nsections: [{text: 正文。}]\n", report=report)
    assert lines_of(workspace_of, files, front=True)[0] == "某市政府工作报告"


def test_parts_with_headings_are_numbered_and_others_are_not(workspace_of: MakeWorkspace) -> None:
    files = files_of("part: 开篇\nsalutation: 各位代表：\nsections: [{text: 现在报告工作。}]\n")
    headings = ["'{上年}工作回顾'", "'{本年}工作安排'", *(f"第{c}件事" for c in "甲乙丙丁戊己庚辛壬癸")]
    for number, heading in enumerate(headings, start=2):
        files[f"outline/{number:02}.yaml"] = f"part: 其他\nheading: {heading}\nsections: [{{text: 正文。}}]\n"
    numbers = [*"一二三四五六七八九十", "十一", "十二"]
    titles = ["2023年工作回顾", "2024年工作安排", *(f"第{c}件事" for c in "甲乙丙丁戊己庚辛壬癸")]
    expected = ["各位代表：", "现在报告工作。"]
    for counted, title in zip(numbers, titles, strict=True):
        expected += [f"{counted}、{title}", "正文。"]
    # files are taken in the order of their names
    assert lines_of(workspace_of, {name.replace("/1.", "/01."): text for name, text in files.items()}) == expected


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
    lines = lines_of(workspace_of, files_of(f"part: 安排\nmarks: {marks}\nsections:\n{sections}"))
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
    assert lines_of(workspace_of, files_of(outline)) == ["总述。", "（一）甲。正文。", "过渡。", "（二）乙。正文。"]


@pytest.mark.parametrize("stop", ["。", "：", "！", "？", "；"])
def test_a_head_that_ends_in_a_stop_gets_no_other(workspace_of: MakeWorkspace, stop: str) -> None:
    outline = f"part: 回顾\nsections: [{{head: 主要工作{stop}, text: 正文。}}]\n"
    assert lines_of(workspace_of, files_of(outline)) == [f"主要工作{stop}正文。"]


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
    assert lines_of(workspace_of, files_of(NESTED)) == [
        "（一）甲。甲文。一是子。子文。二是丑。丑文。",
        "（二）乙。乙文。",
        "1.子。子文。",
        "2.丑。丑文。寅。寅文。卯文。",
    ]


def test_heads_are_run_in_runs_of_their_depth(workspace_of: MakeWorkspace) -> None:
    runs = [run for runs in paragraphs_of(document_of(workspace_of, files_of(NESTED))) for run in runs]
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
    assert lines_of(workspace_of, files_of(outline)) == [
        "甲。第一句。第二句，同比增长5.1%。",
        "另起一段。",
        "再起一段。子。接排。",
    ]


def test_a_figure_in_a_head_is_part_of_the_head(workspace_of: MakeWorkspace) -> None:
    outline = "part: 回顾\nsections: [{head: '投资{增速}、新增{待核数}', text: 正文。}]\n"
    (block,) = [b for b in document_of(workspace_of, files_of(outline)).blocks if not isinstance(b, Front)]
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
    assert lines_of(workspace_of, files_of(TABLE)) == [
        "甲。见下表。",
        "2023年主要指标",
        "指标\t完成情况",
        "地区生产总值\t增长5.1%",
        "某项指标\t【待填：某项指标（亿元）】",
        "子。表后。丑。接排。",
        "又一段。",
    ]


def test_a_table_is_a_block_of_rows_and_cells(workspace_of: MakeWorkspace) -> None:
    blocks = json.loads(native.write(document_of(workspace_of, files_of(TABLE))))["blocks"]
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


def test_a_fault_of_one_reference_is_told_at_its_sentence_with_all_others(workspace_of: MakeWorkspace) -> None:
    outline = "part: 回顾\nsections:\n  - text: |\n      甲{增速|没有的}。\n      乙{待核数|增减}，丙{欠数}。\n"
    workspace = workspace_of(files_of(outline))
    rendered = render(load(workspace, YEAR), workspace)
    assert rendered.document is None
    assert [(d.code, d.position.line, d.position.column, d.position.length) for d in rendered.diagnostics] == [
        ("D204", 4, 8, 8),
        ("D203", 5, 8, 8),
    ]


@pytest.mark.parametrize("name", ["a", "本地", "z"])
def test_a_workspace_s_own_phrase_form_wins_whatever_its_file_is_called(workspace_of: MakeWorkspace, name: str) -> None:
    own = '{% from "phrases/amount.jinja" import 数值 %}\n{% macro 同比(f) %}比上年多{{ 数值(f) }}{% endmacro %}\n'
    files = files_of("part: 回顾\nsections: [{text: '投资{增速|同比}。{欠数}{待核数}'}]\n")
    lines = lines_of(workspace_of, {**files, f"templates/phrases/{name}.jinja": own})
    assert lines == ["投资比上年多5.1%。【待填：某项指标（亿元）】3家"]
