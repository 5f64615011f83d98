"""What is imported prints again as it stood, every numeral is data, and the data say what the sentence says."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.building import document_of
from generator.diagnostics import CannotRunError
from generator.document import paragraphs_of, text_of
from generator.importing.placing import place_import
from generator.importing.projects import listed_projects
from generator.importing.published import published, squeezed
from generator.loading.loader import load
from generator.readers import txt
from generator.tracing import trace
from generator.workspace import Workspace
from schemas.report import Report
from tests.importing.reports import DASHES_AND_NUMBERS, REPORTS

YEAR = 2031
DRAFT_2024 = Path(__file__).parents[2] / "drafts" / "2024"


def imported(tmp_path: Path, text: str, year: int = YEAR) -> Workspace:
    file = tmp_path / "报告.txt"
    file.write_text(text, encoding="utf-8")
    for _ in place_import(file, year, "某甲市", tmp_path / "新"):
        pass
    return Workspace(tmp_path / "新")


def report_of(workspace: Workspace, year: int = YEAR) -> Report:
    return load(workspace, year).require()


@pytest.mark.parametrize("text", REPORTS.values(), ids=REPORTS)
def test_the_report_prints_as_it_was_published(tmp_path: Path, text: str) -> None:
    workspace = imported(tmp_path, text)
    document = document_of(workspace, YEAR).document
    wanted = [squeezed(p) for p in published(txt.read(text.encode(), "报告.txt")).paragraphs]
    assert [squeezed(text_of(runs)) for runs in paragraphs_of(document)] == wanted
    assert trace(document).untraced == ()
    assert load(workspace, YEAR).diagnostics == ()


def test_the_text_of_2024_comes_out_again(tmp_path: Path) -> None:
    made = document_of(Workspace(DRAFT_2024.parents[1]), 2024).document
    text = "\n".join(text_of(runs) for runs in paragraphs_of(made))
    workspace = imported(tmp_path, text, 2024)
    again = document_of(workspace, 2024).document
    assert "\n".join(text_of(runs) for runs in paragraphs_of(again)) == text
    assert trace(again).untraced == ()


def said(report: Report, key: str) -> str:
    """A datum in short: value, unit and what is said about it."""
    datum = report.figures.get(key) or report.targets[key]
    fields = (datum.direction, datum.hedge, datum.rank_in, datum.compared_to)
    return " ".join([f"{datum.value}{datum.unit}", *(str(word) for word in fields if word)])


FIGURES = {
    "地区生产总值": "4210.5亿元",
    "地区生产总值增速": "5.2% 增长",
    "地区生产总值比较": "0.3个百分点 全国",
    "增速位次": "3位 全省",
    "新增高新技术企业": "390家",
    "城镇新增就业": "8.5万人 超过",
    "建成保障性住房": "1200套 多",
    "组织促消费活动": "300场 余",
    "地区生产总值增速目标": "5.5% 增长 左右",
    "城镇新增就业目标": "8万人 以上",
    "单位地区生产总值能耗降幅目标": "3% 下降 左右",
    "新增学位目标": "1.5万个",
}


def test_numbers_are_typed_and_named_by_their_clauses(tmp_path: Path) -> None:
    report = report_of(imported(tmp_path, DASHES_AND_NUMBERS))
    found = {key: said(report, key) for key in FIGURES if key in report.figures or key in report.targets}
    assert found == FIGURES


def test_targets_know_the_figure_that_reports_on_them(tmp_path: Path) -> None:
    targets = report_of(imported(tmp_path, DASHES_AND_NUMBERS)).targets
    assert targets["地区生产总值增速目标"].figure == "地区生产总值增速"
    assert targets["城镇新增就业目标"].figure == "城镇新增就业"
    assert [key for key, target in targets.items() if target.required] == [
        "地区生产总值增速目标",
        "城镇新增就业目标",
        "单位地区生产总值能耗降幅目标",
    ]


def test_parts_marks_and_annexes_are_told_apart(tmp_path: Path) -> None:
    outline = report_of(imported(tmp_path, DASHES_AND_NUMBERS)).outline
    parts = [(part.part.value, part.marks.value, part.numbered) for part in outline]
    assert parts == [
        ("开篇", "无", True),
        ("回顾", "（一）", True),
        ("安排", "（一）", True),
        ("自身建设", "无", True),
        ("结尾", "无", True),
    ]


def test_a_glossary_at_the_end_becomes_an_annex(tmp_path: Path) -> None:
    (annex,) = report_of(imported(tmp_path, DASHES_AND_NUMBERS)).report.annexes
    assert (annex.kind.value, annex.title.text, annex.labelled, annex.marks) == ("名词解释", "名词解释", True, "1.")


ANNEXES = {
    "两个附件，标题接排": "附件1 2031年十件民生实事\n用心办好以下实事。\n一、新增学位500个。\n二、建好食堂。\n"
    "附件2\n名词解释\n1.“两个清单”：任务清单、责任清单。",
    "没有“附件”二字": "名词解释\n1.8个一批：八项事。\n2.岛式候车：两边上车。",
    "没有序号": "附件\n《政府工作报告》名词解释\n“两个清单”：任务清单、责任清单。\n岛式候车：两边上车。",
}


@pytest.mark.parametrize("text", ANNEXES.values(), ids=ANNEXES)
def test_annexes_that_are_regular_become_data_and_print_as_they_stood(tmp_path: Path, text: str) -> None:
    report = "各位代表：\n一、2030年工作回顾\n推行“两个清单”，岛式候车亭建成8座。\n各位代表！让我们不懈奋斗！\n"
    workspace = imported(tmp_path, report + text)
    document = document_of(workspace, YEAR).document
    printed = "".join(squeezed(text_of(runs)) for runs in paragraphs_of(document))
    assert printed == squeezed(report + text)
    assert trace(document).untraced == ()
    assert all(part.part.value != "其他" for part in report_of(workspace).outline)


IRREGULAR_ANNEXES = {
    "序号断了": "附件\n名词解释\n1.甲：一。\n3.乙：二。",
    "不止一段": "附件\n民生实事\n一、就业\n新增就业500人。\n二、就学\n新增学位300个。",
    "汉字编号": "附件一\n名词解释\n1.甲：一。",
}


@pytest.mark.parametrize("text", IRREGULAR_ANNEXES.values(), ids=IRREGULAR_ANNEXES)
def test_irregular_annexes_stay_text(tmp_path: Path, text: str) -> None:
    report = "各位代表：\n一、2030年工作回顾\n建成8座。\n各位代表！让我们不懈奋斗！\n"
    workspace = imported(tmp_path, report + text)
    document = document_of(workspace, YEAR).document
    assert "".join(squeezed(text_of(runs)) for runs in paragraphs_of(document)) == squeezed(report + text)
    assert report_of(workspace).report.annexes == ()


def test_a_term_of_the_glossary_is_one_with_the_phrase_in_the_text(tmp_path: Path) -> None:
    report = "各位代表：\n一、2030年工作回顾\n推行“两个清单”，建设岛式候车亭。\n各位代表！奋斗！\n"
    workspace = imported(tmp_path, report + ANNEXES["没有序号"])
    terms = report_of(workspace).terms
    assert (terms["两个清单"].entry, terms["两个清单"].glossary) == ("“两个清单”", True)
    outline = (workspace.root / "drafts" / str(YEAR) / "outline" / "02-review.yaml").read_text(encoding="utf-8")
    assert "“{两个清单}”" in outline
    assert "{岛式候车}亭" in outline


PROJECTS = {
    "全力推进甲乙高铁、丙丁机场等3个重大项目建设。": ["甲乙高铁", "丙丁机场"],
    "开工戊己水库、庚辛大桥，建成壬癸产业园。": ["戊己水库", "庚辛大桥", "壬癸产业园"],
    "南湖大桥建成通车，北山水库如期开工。": ["南湖大桥", "北山水库"],
    "安徽甲公司年产10万吨铝材、河南乙公司高端锂电池等项目竣工投产。": [
        "安徽甲公司年产10万吨铝材",
        "河南乙公司高端锂电池",
    ],
    "发展集成电路、新能源汽车、生物医药等产业项目。": [],
    "建设一批重大水利工程，实施文化惠民工程。": [],
    "推进交通、水利、能源等基础设施项目。": [],
}


@pytest.mark.parametrize(("text", "names"), PROJECTS.items(), ids=PROJECTS)
def test_projects_are_recognised_by_what_is_built(text: str, names: list[str]) -> None:
    assert [text[found.start : found.end] for found in listed_projects(text)] == names


def test_projects_know_how_far_they_are(tmp_path: Path) -> None:
    text = (
        "各位代表：\n一、2030年工作回顾\n南湖大桥建成通车，北山水库开工建设。\n"
        "二、2031年工作安排\n开工西山隧道，加快推进北山水库建设。\n"
    )
    projects = report_of(imported(tmp_path, text)).projects
    assert {key: (str(project.stage or ""), project.plan) for key, project in projects.items()} == {
        "南湖大桥": ("投产", None),
        "北山水库": ("开工", "加快推进"),
        "西山隧道": ("", "开工"),
    }


def test_tables_of_a_word_file_stay_tables(tmp_path: Path) -> None:
    file = tmp_path / "报告.docx"
    word = docx.Document()
    for line in ("各位代表：", "一、2030年工作回顾", "新增就业2万人。", "二、2031年工作安排", "主要目标如下。"):
        word.add_paragraph(line)
    _add_table(word, [["指标", "目标"], ["城镇新增就业", "3万人"], ["财政收入", "增长1,200元"]])
    for line in ("各位代表！奋斗！", "附件", "2031年民生实事"):
        word.add_paragraph(line)
    _add_table(word, [["序号", "内容"], ["1", "新建学校3所"]])
    word.save(str(file))
    for _ in place_import(file, YEAR, "某甲市", tmp_path / "新"):
        pass
    report = report_of(Workspace(tmp_path / "新"))
    (annex,) = report.report.annexes
    assert annex.table is not None
    assert [cell.text for cell in annex.table.rows[0]] == ["{一}", "新建学校{新建学校目标}"]
    table = report.outline[2].sections[-1].table
    assert table is not None
    assert [cell.text for cell in table.rows[0]] == ["城镇新增就业", "{城镇新增就业目标}"]
    assert str(report.targets["城镇新增就业目标"].value) == "3"


def _add_table(word: WordDocument, rows: list[list[str]]) -> None:
    table = word.add_table(rows=len(rows), cols=len(rows[0]))
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text


LISTED = {
    "两项占比分别提高11.1、11.2个百分点。": ["11.1个百分点 提高", "11.2个百分点 提高"],
    "增速高于全省2.2个和3.7个百分点。": ["2.2个百分点 全省", "3.7个百分点 全省"],
    "甲、乙出口分别增长3.8倍、80.2%。": ["3.8倍 增长", "80.2% 增长"],
    "津贴标准分别提高510元、440元。": ["510元 提高", "440元 提高"],
    "财政收入 369 亿元，增长 7.6 %。": ["369亿元", "7.6% 增长"],
    "检测超4万批次。": ["4万批次 超"],
}


@pytest.mark.parametrize(("text", "wanted"), LISTED.items(), ids=LISTED)
def test_what_a_list_shares_is_said_of_each_number(tmp_path: Path, text: str, wanted: list[str]) -> None:
    report = report_of(imported(tmp_path, f"各位代表：\n一、2030年工作回顾\n{text}\n"))
    assert [said(report, key) for key in report.figures] == wanted


def test_ratios_keep_their_sign(tmp_path: Path) -> None:
    report = report_of(imported(tmp_path, "一、2030年工作回顾\n三次产业比为11.8︰48.3︰39.9，收入比2:1。\n"))
    assert [figure.ratio_sign for figure in report.figures.values()] == ["︰", ":"]


def test_numbers_of_five_years_are_no_targets_of_the_year(tmp_path: Path) -> None:
    text = (
        "各位代表：\n一、2030年工作回顾\n一年来，新增就业3万人。\n五年来，累计建成学校20所。\n"
        "二、今后五年主要目标\n生产总值年均增长5%左右。\n"
        "三、2031年工作安排\n主要预期目标是：新增就业3万人。生产总值增长6%。到2035年建成绿道90公里。\n"
    )
    report = report_of(imported(tmp_path, text))
    assert [key for key, figure in report.figures.items() if figure.fixed] == [
        "建成学校",
        "生产总值年均增速五年目标",
        "建成绿道五年目标",
    ]
    assert {key: (target.figure, target.required) for key, target in report.targets.items()} == {
        "新增就业目标": ("新增就业", True),
        "生产总值增速目标": ("生产总值增速", True),
    }


def test_a_text_that_is_no_report_is_told(tmp_path: Path) -> None:
    workspace = imported(tmp_path, "床前明月光，\n疑是地上霜。\n")
    notes = (workspace.root / "drafts" / str(YEAR) / "导入说明.md").read_text(encoding="utf-8")
    assert "是不是选错了文件" in notes


def test_the_title_block_goes_to_the_front(tmp_path: Path) -> None:
    head = report_of(imported(tmp_path, DASHES_AND_NUMBERS)).report
    front = head.front
    assert head.title == "2031年某甲市政府工作报告"
    assert front.date is not None
    assert front.date.text == "{本年}1月15日"
    assert front.session is not None
    assert front.session.text == "在某甲市第九届人民代表大会第二次会议上"
    assert front.speaker is not None
    assert front.speaker.text == "某甲市市长 张三"


def test_a_glossary_becomes_terms_with_their_meaning(tmp_path: Path) -> None:
    terms = report_of(imported(tmp_path, DASHES_AND_NUMBERS)).terms
    assert terms["三个一批"].text == "3个一批"
    assert terms["三个一批"].full == "签约一批、开工一批、投产一批。"


def test_what_is_unsure_is_listed_for_the_drafter(tmp_path: Path) -> None:
    workspace = imported(tmp_path, REPORTS["序号错乱和怪写法"])
    notes = (workspace.root / "drafts" / str(YEAR) / "导入说明.md").read_text(encoding="utf-8")
    assert "1,200" in notes


def test_a_folder_with_data_is_left_alone(tmp_path: Path) -> None:
    workspace = imported(tmp_path, DASHES_AND_NUMBERS)
    before = {path: path.read_bytes() for path in workspace.root.rglob("*.yaml")}
    with pytest.raises(CannotRunError, match="不会覆盖"):
        imported(tmp_path, REPORTS["没有标题"])
    assert {path: path.read_bytes() for path in workspace.root.rglob("*.yaml")} == before


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "报告.txt"
    file.write_text(DASHES_AND_NUMBERS, encoding="utf-8")
    told = list(place_import(file, YEAR, "某甲市", tmp_path / "新", dry_run=True))
    assert any("会生成" in line for line in told)
    assert not (tmp_path / "新").exists()


SIGNS = st.sampled_from("一二三、，。；：（）“”——0123456789.%亿元个增长超居全国第位年月日{}#-ABG ")
LINE = st.text(SIGNS, min_size=1, max_size=60).filter(lambda text: text.strip() != "")
LINES = st.lists(LINE, min_size=1, max_size=12)


@given(LINES)
@settings(max_examples=40, deadline=None)
def test_no_text_is_ever_lost(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    text = "各位代表：\n" + "\n".join(lines)
    workspace = imported(tmp_path_factory.mktemp("w"), text)
    document = document_of(workspace, YEAR).document
    assert "".join(squeezed(text_of(runs)) for runs in paragraphs_of(document)) == squeezed(text)
    assert trace(document).untraced == ()


def test_the_number_of_a_version_is_a_name(tmp_path: Path) -> None:
    text = "一、2030年工作回顾\n落实扩大开放3.0方案，推进“四好农村路”2.0版建设，新增企业3家。"
    report = report_of(imported(tmp_path, text))
    assert {term.text for term in report.terms.values()} >= {"3.0方案", "2.0版"}
    assert [figure.value for figure in report.figures.values()] == [3]
