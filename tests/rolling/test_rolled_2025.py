"""2025 rolled from the 2024 data: what is right already, what is asked for, what is marked."""

from __future__ import annotations

import re

import pytest

from generator.building import BuildRequest, document_of, run_build
from generator.diagnostics import QicaoError
from generator.document import FigureRun, Role, paragraphs_of
from generator.loading.loader import load
from generator.tracing import trace
from generator.validation import validate
from generator.workspace import Workspace
from generator.writers import txt
from tests.documents import ROOT


@pytest.fixture(scope="session")
def text(rolled: Workspace) -> str:
    """The 2025 draft."""
    return txt.write(document_of(rolled, 2025).document)


def test_it_is_without_a_finding(rolled: Workspace) -> None:
    assert validate(rolled, 2025) == ()


def test_every_numeral_comes_from_data(rolled: Workspace) -> None:
    assert trace(document_of(rolled, 2025).document).untraced == ()


@pytest.mark.parametrize(
    "words",
    [
        "一、2024年工作回顾",
        "二、2025年政府工作安排",
        "2025年政府工作总的要求是",
        "新中国成立76周年",
        "连续24年荣获",
        "第22届市运会",
        "第三届国际农业服务贸易大会",
        "第四次全国不可移动文物普查",
        "新增高新技术企业【待填：家；目标300家以上】、入库科技型中小企业【待填：家；目标3600家以上】",
        "地区生产总值同比增长【待填：%；目标5.5%左右】",
        "固定资产投资增长【待填：%；目标6%】",
        "外贸外资【待填：外贸外资增长；目标稳定增长】",
        "粮食产量稳定在【待填：亿斤；目标88亿斤以上】",
        "引进落地投资过百亿元项目【待填：个；目标2个以上】",
        "地区生产总值增长【待填：地区生产总值增速目标（%）】左右",
        "将2024年作为“招大引强”突破年",
        "【沿用上年，待改】过去的一年，极不寻常",
        "【待填：制造业竣工投产项目】等一批制造业重大项目竣工投产",
    ],
)
def test_it_says(text: str, words: str) -> None:
    assert words in text


@pytest.mark.parametrize("words", ["2023", "75周年", "5.1%", "390家", "力争新增省级以上绿色工厂【待填：个；目标"])
def test_it_does_not_say(text: str, words: str) -> None:
    assert words not in text


@pytest.mark.parametrize("words", ["我们遇到的困难超出预期", "现在，我代表市人民政府", "征途漫漫，惟有奋斗"])
def test_standing_sections_are_not_marked(text: str, words: str) -> None:
    [paragraph] = [line for line in text.splitlines() if words in line]
    assert "待改" not in paragraph


@pytest.mark.parametrize(
    ("key", "value"), [("无偿献血先进市连续年数", "24"), ("市运会届次", "22"), ("经济普查次数", "5")]
)
def test_counts_are_proposed_and_marked(rolled: Workspace, key: str, value: str) -> None:
    figure = load(rolled, 2025).require().figures[key]
    assert (str(figure.value), figure.status.value) == (value, "待核")


def test_every_target_of_last_year_is_a_figure_to_fill_in(rolled: Workspace) -> None:
    last, new = load(rolled, 2024).require(), load(rolled, 2025).require()
    for key, target in last.targets.items():
        assert target.figure is not None
        figure = new.figures[target.figure]
        assert figure.aim, key
        assert figure.value is None, key
        assert new.targets[key].value is None, key
        assert new.targets[key].text is None, key


def test_every_target_is_named_by_a_sentence_of_the_review(rolled: Workspace) -> None:
    last, new = load(rolled, 2024).require(), load(rolled, 2025).require()
    [review] = [path.read_text("utf-8") for path in (rolled.year_folder(2025) / "outline").glob("*review*")]
    partners = {partner for figure in new.figures.values() for partner in figure.partners}
    told = set(re.findall(r"\{([^}|.]+)", review)) | partners
    assert {target.figure for target in last.targets.values()} - told == set()


@pytest.mark.parametrize(
    ("key", "comment"),
    [
        ("地区生产总值增速", "# 上年 5.1%；年初目标 5.5%左右"),
        ("重点人才数量位次", "# 上年 全省首位"),
        ("国控河流优良水体比例比较", "# 上年 高于省定目标28.6个百分点"),
        ("市运会届次", "# 上年 第21届，照例加一，请核对"),
        ("科技型中小企业入库", "# 年初目标 3600家以上"),
    ],
)
def test_last_years_value_stands_above_the_figure(rolled: Workspace, key: str, comment: str) -> None:
    lines = (rolled.year_folder(2025) / "figures.yaml").read_text("utf-8").splitlines()
    assert lines[lines.index(f"  {key}:") - 1].strip() == comment


def test_comments_and_order_of_last_years_files_survive(rolled: Workspace) -> None:
    for path in sorted((ROOT / "drafts" / "2024").rglob("*.yaml")):
        name = path.relative_to(ROOT / "drafts" / "2024")
        new = (rolled.year_folder(2025) / name).read_text("utf-8").splitlines()
        comments = [line for line in path.read_text("utf-8").splitlines() if line.lstrip().startswith("#")]
        kept = iter(new)
        assert [comment for comment in comments if comment not in kept] == [], name


def test_a_project_is_one_stage_on(rolled: Workspace) -> None:
    projects = load(rolled, 2025).require().projects
    stages = {key: projects[key].stage for key in ("青啤数字化工厂一期", "潍烟高铁", "潍坊港通用泊位")}
    assert stages == {"青啤数字化工厂一期": "开工", "潍烟高铁": "竣工", "潍坊港通用泊位": "开工"}
    assert all(projects[key].status.value == "待核" and projects[key].plan is None for key in stages)


def test_everything_owed_is_marked_in_the_document(rolled: Workspace) -> None:
    for runs in paragraphs_of(document_of(rolled, 2025).document):
        for run in runs:
            if "【" in run.text:
                assert isinstance(run, FigureRun), run.text
                assert run.role is Role.PLACEHOLDER


def test_a_final_report_is_refused_with_everything_that_is_owed(rolled: Workspace) -> None:
    with pytest.raises(QicaoError) as caught:
        run_build(rolled, BuildRequest(2025, ("txt",), final=True))
    codes = {d.code for d in caught.value.diagnostics}
    assert codes == {"D401", "D402", "D403"}
    text = txt.write(document_of(rolled, 2025).document)
    assert sum(d.code == "D403" for d in caught.value.diagnostics) == text.count("【沿用上年，待改】")


def test_last_year_is_untouched(rolled: Workspace) -> None:
    for path in sorted((ROOT / "drafts" / "2024").rglob("*.yaml")):
        name = path.relative_to(ROOT / "drafts" / "2024")
        assert (rolled.year_folder(2024) / name).read_bytes() == path.read_bytes()
