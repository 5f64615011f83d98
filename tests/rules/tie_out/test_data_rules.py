"""Rules that need the year's data: stages of projects, expected numbers, scopes, parts, names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.building import document_of
from generator.checking.registry import all_rules
from generator.diagnostics import Severity
from generator.document import paragraphs_of, text_of
from generator.rules.rule import Finding
from tests.rules.against_data import against
from tests.workspaces import MakeWorkspace

Find = Callable[..., list[Finding]]
"""``findings(code, old, new)``: what a rule finds after one change to the generated text."""

RULES = {module.rule.code: module for module in all_rules()}

FILES = {
    "report.yaml": "year: 2024\nplace: 某市\n",
    "figures.yaml": """figures:
  工业增加值增速: {value: 6.6, unit: '%', direction: 增长, scope: 规模以上}
  地区生产总值增速: {value: 5.1, unit: '%', direction: 增长, status: 预计}
  创新平台新增: {value: 65, unit: 家, scope: 省级以上}
  创新平台位次: {value: 2, rank_in: 全省}
  卫生厕所普及率: {value: 90, unit: '%'}
  垃圾收运率: {value: 85, unit: '%'}
  数转智改比例: {value: 45, unit: '%'}
  合作社位次: {value: 1, style: 首位, rank_in: 全国地级市}
""",
    "targets.yaml": """targets:
  创新平台新增目标: {value: 40, unit: 家, scope: 省级以上, figure: 创新平台新增}
  投资增速目标: {value: 6, unit: '%', direction: 增长}
  装机目标: {value: 1200, unit: 万千瓦, hedge: 以上}
""",
    "projects.yaml": """projects:
  东西高铁:
    stage: 在建
  福田数字化工厂:
    stage: 投产
""",
    "terms.yaml": """terms:
  万企智配平台: {category: 平台}
  两个覆盖: {category: 提法}
""",
    "outline/1.yaml": """part: 回顾
heading: 2023年工作回顾
sections:
  - text: |
      全市地区生产总值预计{地区生产总值增速}，规模以上工业增加值{工业增加值增速}。
      搭建{万企智配平台}，推动大中小企业开展供需对接，安丘市成为“四好农村路”示范县。
      新增省级以上创新平台{创新平台新增}，居{创新平台位次}，创新活力持续增强。普查覆盖30个县，推进“{两个覆盖}”提质。
      农村卫生厕所普及率{卫生厕所普及率}，农村生活垃圾收运率{垃圾收运率}，乡村面貌焕然一新，试点10个产业园。
      {东西高铁}加快建设，{福田数字化工厂}竣工投产。
      {数转智改比例}的规模以上工业企业实施改造，合作社数量列{合作社位次}。债务结构持续优化，政务服务有待提升。
""",
    "outline/2.yaml": """part: 安排
heading: 2024年工作安排
sections:
  - text: |
      固定资产投资{投资增速目标}，着力稳住经济大盘。
      新增省级以上创新平台{创新平台新增目标}，加快建设创新型城市。
      可再生能源装机容量达到{装机目标}，法规提请市人大常委会审议。征途漫漫，惟有奋斗。
""",
}


@pytest.fixture
def findings(workspace_of: MakeWorkspace) -> Find:
    made = document_of(workspace_of(FILES), 2024)
    text = "\n".join(text_of(runs) for runs in paragraphs_of(made.document))

    def find(code: str, old: str = "", new: str = "") -> list[Finding]:
        assert old in text
        return list(RULES[code].check(against(made, text.replace(old, new, 1))))

    return find


DAMAGES = [
    ("T101", "65家", "56家", "56家", "创新平台新增"),
    ("T101", "65家", "六十五家", "六十五家", "创新平台新增"),
    ("T101", "普查覆盖30个县", "普查覆盖80个县", "80个", ""),
    ("T102", "固定资产投资增长6%，", "", "", "投资增速目标"),
    ("T103", "示范县。", "示范县。接待游客860万人次。", "860万人次", ""),
    ("T104", "65家", "65家以上", "65家以上", "创新平台新增"),
    ("T105", "投资增长", "投资下降", "下降", "投资增速目标"),
    ("T105", "投资增长", "投资负增长", "负增长", "投资增速目标"),
    ("T106", "万企智配平台", "万企智培平台", "万企智培平台", "万企智配平台"),
    ("T107", "东西高铁加快建设，", "", "", "东西高铁"),
    ("T108", "东西高铁加快建设", "东西高铁建成通车", "建成", ""),
    ("T109", "预计增长5.1%", "增长5.1%", "5.1%", "地区生产总值增速"),
    ("T110", "规模以上工业", "工业", "工业增加值增长6.6%", "工业增加值增速"),
    ("T110", "新增省级以上创新平台65家", "新增创新平台65家", "创新平台65家", "创新平台新增"),
    ("C113", "示范县。", "示范县。继续用好万企知配平台。", "万企知配平台", "万企智配平台"),
    ("C113", "示范县。", "示范县。继续用好万企智平台。", "万企智平台", "万企智配平台"),
    ("T110", "居全省第2位", "居全国第2位", "全国第2位", "创新平台位次"),
    ("T110", "居全省第2位", "居第2位", "第2位", "创新平台位次"),
    ("T114", "“两个覆盖”", "两个覆盖", "两个覆盖", "两个覆盖"),
    ("T113", "安丘市", "安丘县", "安丘县成为", ""),
    ("T113", "安丘市", "高密市", "接，高密市成", ""),
    ("T113", "持续增强", "持序增强", "力持序增强", ""),
    ("T115", "福田数字化工厂竣工投产", "福田数字化工厂开工建设", "开工建设", ""),
    ("T115", "新增省级以上创新平台65家", "累计省级以上创新平台65家", "累计", "创新平台新增"),
    ("T115", "固定资产投资增长6%", "工业投资增长6%", "工业", "投资增速目标"),
    ("T115", "固定资产投资增长6%", "固定资产增长6%", "资产增长", "投资增速目标"),
    ("T115", "持续增强", "不持续增强", "活力不持续", ""),
    ("T104", "65家", "至少65家", "至少65家", "创新平台新增"),
    ("P101", "“两个覆盖”", "“两个覆盖", "盖提", ""),
    ("P101", "“两个覆盖”", "两个覆盖”", "进两", ""),
    ("T113", "安丘市", "安邱市", "，安邱市成", ""),
    ("T113", "安丘市", "丘安市", "接，丘安市成", ""),
    ("T113", "“四好农村路”", "“四好农村”", "农村”示", ""),
    ("T113", "有待提升", "有侍提升", "务有侍提升", ""),
    ("T113", "持续增强", "持持增强", "力持持增强", ""),
    ("T113", "市人大常委会", "市人大常务会", "大常务会审", ""),
    ("T113", "征途漫漫", "征途慢慢", "征途慢慢，惟", ""),
    ("T104", "达到1200万千瓦以上", "达到1200万 千瓦", "1200万 千瓦", "装机目标"),
    ("T110", "45%的规模以上工业企业", "45%的工业企业", "45%的", "数转智改比例"),
    ("T110", "全国地级市首位", "全国首位", "首位", "合作社位次"),
    ("T115", "债务结构持续优化", "债务结构持续恶化", "恶化", ""),
]


@pytest.mark.parametrize(("code", "old", "new", "marked", "key"), DAMAGES)
def test_damage_is_found_at_its_place(findings: Find, code: str, old: str, new: str, marked: str, key: str) -> None:
    found = findings(code, old, new)
    assert [finding.span.text for finding in found] == [marked]
    assert not key or found[0].figure == key


HONEST = [
    ("T110", "规模以上工业增加值增长6.6%", "工业增加值（规模以上）增长6.6%"),
    ("T110", "新增省级以上创新平台65家", "新增省级及以上创新平台65家"),
    (
        "T110",
        "新增省级以上创新平台65家，居全省第2位，创新活力持续增强。",
        "创新平台一年增加65家，位次是第2位，势头很好。",
    ),
    ("T106", "搭建万企智配平台，推动大中小企业开展供需对接", "办好对接活动，推动大中小企业开展供需对接"),
    ("T103", "推进“两个覆盖”提质", "扎实推进“两个覆盖”提质"),
    ("P101", "“两个覆盖”", "两个覆盖"),
    ("T101", "新增省级以上创新平台65家，居全省第2位", "省级以上创新平台新增65家，位居全省第2位"),
    ("T101", "45%的规模以上工业企业实施改造", "实施改造的规模以上工业企业占45%"),
    ("T104", "达到1200万千瓦以上", "达到1200万 千瓦以上"),
    ("T103", "示范县。", "示范县。引进“潍薯5号”新品种，建成2号线。"),
    ("T110", "规模以上工业增加值增长6.6%", "工业生产加快，增加值增长6.6%"),
    ("T113", "政务服务有待提升", "政务服务仍待提升"),
]


@pytest.mark.parametrize(("code", "old", "new"), HONEST)
def test_honest_edits_are_let_be(findings: Find, code: str, old: str, new: str) -> None:
    assert findings(code, old, new) == []


def test_a_target_that_is_lost_is_an_error(findings: Find) -> None:
    [lost] = findings("T102", "固定资产投资增长6%，", "")
    assert lost.severity is Severity.ERROR
    assert lost.expected == "6%"
    assert lost.source.startswith("drafts/2024/targets.yaml:")


@pytest.mark.parametrize(
    ("written", "severity"),
    [
        ("65个", Severity.ERROR),
        ("六十五家", Severity.WARNING),
        ("0.0065万家", Severity.INFO),
    ],
)
def test_the_same_amount_in_another_form_is_no_error(findings: Find, written: str, severity: Severity) -> None:
    [finding] = findings("T101", "65家", written)
    assert (finding.severity or Severity.ERROR) is severity


def test_projects_of_a_dropped_sentence_are_only_told(findings: Find) -> None:
    found = findings("T107", "东西高铁加快建设，福田数字化工厂竣工投产。", "")
    assert {finding.severity for finding in found} == {Severity.INFO}
    assert {finding.figure for finding in found} == {"东西高铁", "福田数字化工厂"}


def test_a_sentence_moved_to_the_other_part_is_found(findings: Find) -> None:
    sentence = "固定资产投资增长6%，着力稳住经济大盘。"
    assert not findings("T111", sentence, "")
    moved = findings("T111", "二、2024年工作安排\n" + sentence, sentence + "\n二、2024年工作安排\n")
    assert [(finding.figure, finding.span.text) for finding in moved] == [("投资增速目标", "6%")]


def test_a_target_below_the_last_result_is_told(findings: Find) -> None:
    assert [finding.figure for finding in findings("T112")] == ["创新平台新增目标"]


@pytest.mark.parametrize(
    "code",
    [
        "T101",
        "T102",
        "T103",
        "T104",
        "T105",
        "T106",
        "T107",
        "T108",
        "T109",
        "T110",
        "T111",
        "T113",
        "T114",
        "T115",
        "T116",
        "C112",
        "C113",
        "C114",
        "C115",
    ],
)
def test_the_generated_text_itself_is_clean(findings: Find, code: str) -> None:
    assert findings(code) == []


HONEST = [
    ("T108", "福田数字化工厂竣工投产", "福田数字化工厂主体工程完工"),
    ("T110", "规模以上工业增加值增长6.6%", "规模以上工业持续向好，工业增加值增长6.6%"),
    ("T110", "农村卫生厕所普及率90%，", ""),
    ("T109", "全市地区生产总值预计增长5.1%", "初步核算，全市地区生产总值增长5.1%"),
    ("C113", "示范县。", "示范县。继续用好万企智配平台。"),
    ("T113", "推动大中小企业", "推进大中小企业"),
    ("T113", "示范县", "示范县市"),
    ("T113", "安丘市成为", "安丘市已成为"),
    ("T113", "持续增强", "不断增强"),
    ("T115", "福田数字化工厂竣工投产", "福田数字化工厂建成投产"),
    ("T115", "东西高铁加快建设", "东西高铁加快推进"),
    ("T115", "持续增强", "不断增强"),
    ("T115", "固定资产投资增长6%", "固定资产投资比上年增加6%"),
    ("T113", "安丘市成为", "安丘成为"),
    ("T113", "试点10个产业园", "试点达10个产业园"),
]


@pytest.mark.parametrize(("code", "old", "new"), HONEST)
def test_honest_rewording_is_not(findings: Find, code: str, old: str, new: str) -> None:
    assert findings(code, old, new) == []
