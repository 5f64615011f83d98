"""Rolling small reports: each layout that people write, each kind of sentence."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.building import document_of
from generator.diagnostics import QicaoError
from generator.loading.loader import load
from generator.rolling.rolling import roll
from generator.rolling.writing import RollRequest, run_roll
from generator.starting import start_workspace
from generator.validation import validate
from generator.workspace import Workspace
from generator.writers import txt
from tests.rolling.filling import fill
from tests.rolling.small import FILES
from tests.workspaces import MakeWorkspace

REWRITE = "【沿用上年，待改】"


def lines_of_2025(make: MakeWorkspace, files: Mapping[str, str], *, drop_narrative: bool = False) -> list[str]:
    """The 2025 draft rolled from these files, which must be without a finding."""
    workspace = make({**FILES, **files})
    run_roll(workspace, RollRequest(2024, drop_narrative=drop_narrative))
    assert validate(workspace, 2025) == ()
    return txt.write(document_of(workspace, 2025).document).splitlines()


def test_a_small_report(workspace_of: MakeWorkspace) -> None:
    assert lines_of_2025(workspace_of, {}) == [
        "一、2024年工作回顾",
        f"——经济稳中向好。{REWRITE}极不平凡。成绩来之不易。"
        "全市总值增长【待填：%；目标5.5%左右】，新增企业【待填：家；目标300家以上】。"
        f"{REWRITE}【待填：投产项目】等项目投产。举办第22届展会。",
        f"——创新。强化创新引领，新增企业【待填：家；目标300家以上】、平台【待填：个；目标40个】。"
        f"{REWRITE}引进过50亿元项目，推进乙厂建设。",
        "感谢大家！",
        "二、2025年工作安排",
        "主要预期目标是：总值增长【待填：总值目标（%）】左右。",
        "（一）聚力创新。强化创新引领，力争新增企业【待填：企业目标（家）】以上、平台【待填：平台目标（个）】。"
        f"{REWRITE}引进过50亿元项目，推进乙厂建设。迎接新中国成立76周年。",
    ]


def test_a_small_report_without_its_narrative(workspace_of: MakeWorkspace) -> None:
    assert lines_of_2025(workspace_of, {}, drop_narrative=True) == [
        "一、2024年工作回顾",
        "——经济稳中向好。全市总值增长【待填：%；目标5.5%左右】，新增企业【待填：家；目标300家以上】。举办第22届展会。",
        "——创新。强化创新引领，新增企业【待填：家；目标300家以上】、平台【待填：个；目标40个】。",
        "感谢大家！",
        "二、2025年工作安排",
        "主要预期目标是：总值增长【待填：总值目标（%）】左右。",
        "（一）聚力创新。强化创新引领，力争新增企业【待填：企业目标（家）】以上、平台【待填：平台目标（个）】。"
        "迎接新中国成立76周年。",
    ]


PLAN = "part: 安排\nsections:\n  - head: 聚力创新\n    text: |\n      {sentence}\n"


@pytest.mark.parametrize(
    ("sentence", "becomes"),
    [
        ("力争建成平台{平台目标}。", "建成平台{平台}。"),
        ("确保平台达到{平台目标}。", "平台达到{平台}。"),
        ("努力建设平台{平台目标}。", "建设平台{平台}。"),
        ("我们将建设平台{平台目标}。", "我们建设平台{平台}。"),
        ("将今年作为平台突破年，建设平台{平台目标}。", "{待改}将{上年}作为平台突破年，建设平台{平台}。"),
        ("将今年作为平台基础，建设平台{平台目标}。", "将{上年}作为平台基础，建设平台{平台}。"),
        ("{本年}建设平台{平台目标}。", "{上年}建设平台{平台}。"),
        ("主要目标是：平台{平台目标}，企业{企业目标}。", "平台{平台}。"),
        ("办好实事（其中平台{平台目标}，见附件），守好底线。", "{待改}办好实事（其中平台{平台}），守好底线。"),
        ("保障要素供给，建设平台{平台目标|达到}。", "保障要素供给，建设平台{平台|达到}。"),
        ("要素保障到位，平台{平台目标}。", "要素保障到位，平台{平台}。"),
        ("确保平台不少于{平台目标}。", "平台{平台}。"),
        ("力争平台突破{平台目标}，稳中有进。", "{待改}平台达到{平台}，稳中有进。"),
        ("建设平台{平台目标}以上，控制在预算以内。", "{待改}建设平台{平台}，控制在预算以内。"),
        ("在{平台目标}左右平台试点，力争突破{门槛}。", "{待改}在{平台}平台试点，突破{门槛}。"),
    ],
)
def test_a_sentence_of_the_plan_becomes_one_of_the_review(
    workspace_of: MakeWorkspace, sentence: str, becomes: str
) -> None:
    workspace = workspace_of({**FILES, "outline/2-plan.yaml": PLAN.replace("{sentence}", sentence)})
    review = roll(workspace, 2024).files["outline/1-review.yaml"]
    assert f"      {becomes}\n" in review


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        (
            "text: |\n      极不平凡。\n      新增企业{企业新增}。\n",
            "text: |\n      {待改}极不平凡。\n      新增企业{企业新增}。\n",
        ),
        ("text: 极不平凡。  # 总述\n", 'text: "{待改}极不平凡。"  # 总述\n'),
        ('text: "极不平凡。"\n', 'text: "{待改}极不平凡。"\n'),
        ("text: '极不\n      平凡。'\n", 'text: "{待改}极不 平凡。"\n'),
        ("text: >\n      极不平凡。\n", 'text: "{待改}极不平凡。"\n'),
        ("text: |\n      一句。\n\n      又一段。\n", "text: |\n      {待改}一句。\n\n      {待改}又一段。\n"),
        ("text: |\n      {待改}一句。\n", "text: |\n      {待改}一句。\n"),
        ("text: 新增企业{企业新增}。\n", "text: 新增企业{企业新增}。\n"),
    ],
    ids=["block", "plain", "quoted", "over-two-lines", "folded", "paragraphs", "marked-before", "data"],
)
def test_each_way_of_writing_a_text(workspace_of: MakeWorkspace, text: str, becomes: str) -> None:
    outline = "part: 其他\nsections:\n  - head: 甲\n    {}  # 尾注\n"
    files = {**FILES, "outline/3-other.yaml": outline.replace("{}", text.rstrip("\n")).replace("  # 尾注", "")}
    rolled = roll(workspace_of(files), 2024).files["outline/3-other.yaml"]
    assert rolled == outline.replace("{}", becomes.rstrip("\n")).replace("  # 尾注", "")


def test_sections_that_are_emptied_go_with_their_comments_and_numbers_close_up(workspace_of: MakeWorkspace) -> None:
    outline = """\
part: 其他
heading: 别的事
marks: （一）
sections:
  # 第一件
  - head: 甲
    text: |
      一句空话。
  # 第二件
  - head: 乙
    text: |
      新增企业{企业新增}。
    sections:
      - text: |
          又一句空话。
        sections:
          - text: 又新增企业{企业新增}。
"""
    lines = lines_of_2025(workspace_of, {"outline/3-other.yaml": outline}, drop_narrative=True)
    assert lines[-3:] == [
        "三、别的事",
        "（一）乙。新增企业【待填：家；目标300家以上】。",
        "又新增企业【待填：家；目标300家以上】。",
    ]


def test_entries_on_one_line_are_edited_in_place(workspace_of: MakeWorkspace) -> None:
    files = {
        **FILES,
        "figures.yaml": "figures:\n  总值增速: {value: 5.1, unit: '%', direction: 增长}\n"
        "  企业新增: {value: 9, unit: 家}\n"
        "  门槛: {value: 50, unit: 亿元, fixed: true}\n  展会届次: {value: 21, unit: 届, style: 序数, running: true}\n"
        "derived:\n  周年: {years_since: 1949, unit: 周年}\n",
    }
    rolled = roll(workspace_of(files), 2024).files["figures.yaml"].splitlines()
    assert rolled[1:3] == [
        "  # 上年 5.1%；年初目标 5.5%左右",
        "  总值增速: {aim: 5.5%左右, value: , unit: '%', direction: 增长}",
    ]
    assert "  展会届次: {status: 待核, value: 22, unit: 届, style: 序数, running: true}" in rolled


def test_a_comment_may_stand_behind_the_dash_of_a_section(workspace_of: MakeWorkspace) -> None:
    outline = "part: 其他\nsections:\n  - # 甲\n    text: 空话。\n  - # 乙\n    text: 新增企业{企业新增}。\n"
    rolled = roll(workspace_of({**FILES, "outline/3-other.yaml": outline}), 2024, drop_narrative=True)
    assert rolled.files["outline/3-other.yaml"] == "part: 其他\nsections:\n  - # 乙\n    text: 新增企业{企业新增}。\n"


def test_a_section_all_on_one_line_is_refused_with_its_line(workspace_of: MakeWorkspace) -> None:
    outline = "part: 其他\nsections: [{text: '空话。'}, {text: '新增企业{企业新增}。'}]\n"
    workspace = workspace_of({**FILES, "outline/3-other.yaml": outline})
    with pytest.raises(QicaoError, match="第 2 行这样的写法没法逐行改"):
        roll(workspace, 2024, drop_narrative=True)


def test_data_with_errors_are_refused(workspace_of: MakeWorkspace) -> None:
    workspace = workspace_of({**FILES, "figures.yaml": "figures:\n  总值增速: {value: 多}\n"})
    with pytest.raises(QicaoError):
        roll(workspace, 2024)


def test_rolling_twice_keeps_one_comment(workspace_of: MakeWorkspace) -> None:
    workspace = workspace_of(FILES)
    run_roll(workspace, RollRequest(2024))
    fill(workspace, 2025, {"figures": {"总值增速": "5.2"}, "targets": {"总值目标": "5"}})
    figures = roll(workspace, 2025).files["figures.yaml"]
    assert "  # 上年 5.2%；年初目标 5%左右\n  总值增速:\n    value:\n    aim: 5%左右\n" in figures
    assert figures.count("# 上年 5.") == 1


def test_title_block_and_annexes(workspace_of: MakeWorkspace) -> None:
    report = """\
year: 2024
place: 某市
title: 2024年政府工作报告
front:
  session: 在第二次会议上
  speaker: 市长 ×××
annexes:
  - kind: 民生实事
    title: "{本年}民生实事"
    items:
      - 建设平台{平台目标}。
      - 办好食堂。
"""
    workspace = workspace_of({**FILES, "report.yaml": report})
    assert roll(workspace, 2024).files["report.yaml"] == (
        report.replace("2024", "2025")
        .replace("  session: 在第二次会议上", "  # 上年 在第二次会议上\n  session:")
        .replace("  speaker: 市长 ×××", "  # 上年 市长 ×××\n  speaker:")
        .replace("- 办好食堂。", '- "{待改}办好食堂。"')
    )
    dropped = roll(workspace, 2024, drop_narrative=True).files["report.yaml"]
    assert "办好食堂" not in dropped
    assert "建设平台{平台目标}。" in dropped


@pytest.mark.parametrize("drop_narrative", [False, True])
def test_a_workspace_made_by_init(tmp_path_factory: pytest.TempPathFactory, drop_narrative: bool) -> None:
    folder = tmp_path_factory.mktemp("init") / "某县"
    start_workspace(folder, "某县", 2025)
    workspace = Workspace(folder)
    report = load(workspace, 2025).require()
    values = {"figures": dict.fromkeys(report.figures, "6"), "targets": dict.fromkeys(report.targets, "7")}
    fill(workspace, 2025, values)
    run_roll(workspace, RollRequest(2025, drop_narrative=drop_narrative))
    assert validate(workspace, 2026) == ()
    text = txt.write(document_of(workspace, 2026).document)
    assert "一、2025年工作回顾" in text
    assert "新增高新技术企业【待填：家；目标7家】" in text
    assert ("待改" in text) is not drop_narrative


@pytest.mark.parametrize("hedge", ["多", "近", "超", "突破", "左右"])
def test_a_word_that_suited_last_years_value_does_not_go_with_the_next(workspace_of: MakeWorkspace, hedge: str) -> None:
    figures = FILES["figures.yaml"].replace("value: 390\n", f"value: 390\n    hedge: {hedge}\n")
    rolled = roll(workspace_of({**FILES, "figures.yaml": figures}), 2024).files["figures.yaml"]
    assert "hedge" not in rolled
    assert "390" in rolled


def test_a_bound_goes_on(workspace_of: MakeWorkspace) -> None:
    figures = FILES["figures.yaml"].replace("value: 390\n", "value: 390\n    hedge: 以上\n")
    rolled = roll(workspace_of({**FILES, "figures.yaml": figures}), 2024).files["figures.yaml"]
    assert "hedge: 以上" in rolled


YEARS = "part: 回顾\nheading: 2024年回顾\nsections:\n  - text: |\n      {sentence}\n      {投产项目}{展会届次}。\n"


@pytest.mark.parametrize(
    ("sentence", "becomes"),
    [
        ("2023年，新增企业{企业新增}。", "{上年}，新增企业{企业新增}。"),
        ("（2024年继续）新增企业{企业新增}。", "（{本年}继续）新增企业{企业新增}。"),
        ("2020年以来新增企业{企业新增}。", "2020年以来新增企业{企业新增}。"),
        ("2023年以来新增企业{企业新增}。", "{待改}2023年以来新增企业{企业新增}。"),
        ("在2023年巴黎奥运会上夺牌{企业新增}。", "{待改}在2023年巴黎奥运会上夺牌{企业新增}。"),
        ("2023年全国运动会夺牌{企业新增}。", "{待改}2023年全国运动会夺牌{企业新增}。"),
        ("五年来，新增企业{企业新增}。", "{待改}五年来，新增企业{企业新增}。"),
        ("本届政府任期内新增企业{企业新增}。", "{待改}本届政府任期内新增企业{企业新增}。"),
        ("办成五年来没有办成的事。", "{待改}办成五年来没有办成的事。"),
        ("“十四五”以来新增企业{企业新增}。", "“十四五”以来新增企业{企业新增}。"),
        ("新增企业{企业新增}，是“十四五”收官之年的大事。", "{待改}新增企业{企业新增}，是“十四五”收官之年的大事。"),
    ],
)
def test_years_in_figures_and_terms_of_office(workspace_of: MakeWorkspace, sentence: str, becomes: str) -> None:
    files = {**FILES, "outline/1-review.yaml": YEARS.replace("{sentence}", sentence)}
    assert f"      {becomes}\n" in roll(workspace_of(files), 2024).files["outline/1-review.yaml"]


@pytest.mark.parametrize(("year", "marked"), [(2024, False), (2025, True), (2026, True), (2027, False), (2030, True)])
def test_a_plan_period_is_marked_where_the_next_report_belongs_to_another(
    workspace_of: MakeWorkspace, year: int, marked: bool
) -> None:
    sentence = "“十四五”以来新增企业{企业新增}。"
    files = {**FILES, "outline/1-review.yaml": YEARS.replace("{sentence}", sentence)}
    workspace = workspace_of({**files, "report.yaml": f"year: {year}\nplace: 某市\n"})
    folder = workspace.root / "drafts"
    if year != 2024:
        (folder / "2024").rename(folder / str(year))
    review = roll(workspace, year).files["outline/1-review.yaml"]
    assert (f"{{待改}}{sentence}" in review) is marked


def test_rolling_twice_does_not_say_a_project_twice(workspace_of: MakeWorkspace) -> None:
    workspace = workspace_of(FILES)
    run_roll(workspace, RollRequest(2024))
    run_roll(workspace, RollRequest(2025))
    review = (workspace.year_folder(2026) / "outline" / "1-review.yaml").read_text("utf-8")
    assert review.count("{在建项目}") == 1


def test_without_the_narrative_comments_name_the_projects_that_were_planned(workspace_of: MakeWorkspace) -> None:
    review = roll(workspace_of(FILES), 2024, drop_narrative=True).files["outline/1-review.yaml"]
    assert "  #   在建：{乙厂}\n" in review
    assert "照推一步" not in roll(workspace_of(FILES), 2024).files["outline/1-review.yaml"]


def test_what_is_left_out_is_named(workspace_of: MakeWorkspace) -> None:
    terms = {
        **FILES,
        "terms.yaml": "terms:\n  老话: {}\n",
        "outline/3-other.yaml": "part: 其他\nsections:\n  - text: “{老话}”。\n",
    }
    rolled = roll(workspace_of(terms), 2024, drop_narrative=True)
    assert rolled.left_out == {
        "指标": ("门槛",),
        "项目": ("甲厂",),
        "项目清单": ("投产项目", "在建项目"),
        "提法、专名": ("老话",),
    }
    assert roll(workspace_of(terms), 2024).left_out == {"项目": ("甲厂",)}


def test_tables_and_annexes_move_on(workspace_of: MakeWorkspace) -> None:
    table = """\
    table:
      caption: 2023年完成与2024年目标
      header: [指标, 2023年, 2024年目标]
      rows:
        - [总值, "{总值增速}", "{总值目标}"]
"""
    report = f"year: 2024\nplace: 某市\nannexes:\n  - kind: 表格  # 附表\n    title: 2024年目标\n{table}"
    review = FILES["outline/1-review.yaml"] + f"  - text: 见下表。\n{table}"
    files = roll(workspace_of({**FILES, "report.yaml": report, "outline/1-review.yaml": review}), 2024).files
    moved = table.replace("2023年完成与2024年目标", '"{上年}完成与{本年}目标"')
    moved = moved.replace("2023年", '"{上年}"').replace("2024年目标", '"{本年}目标"')
    assert files["report.yaml"].endswith(f'  - kind: 表格  # 附表\n    title: "{{本年}}目标"\n{moved}')
    assert files["outline/1-review.yaml"].endswith(f'  - text: "{{待改}}见下表。"\n{moved}')
