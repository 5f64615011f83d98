"""With a full set of invented values the rolled draft is a finished report that reads right."""

from __future__ import annotations

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from generator.building import BuildRequest, document_of, run_build
from generator.checking.base import base_of_year
from generator.checking.session import Selection, check_file
from generator.tracing import trace
from generator.validation import validate
from generator.workspace import Workspace
from generator.writers import txt
from tests.rolling.filling import FICTITIOUS


@pytest.fixture(scope="session")
def text(filled: Workspace) -> str:
    """The finished report."""
    return txt.write(document_of(filled, 2025).document)


def test_the_values_say_that_they_are_invented() -> None:
    assert FICTITIOUS.read_text("utf-8").startswith("# 虚构的 2025 年数据")


def test_it_is_without_a_finding(filled: Workspace) -> None:
    assert validate(filled, 2025) == ()


def test_it_builds_final(filled: Workspace) -> None:
    result = run_build(filled, BuildRequest(2025, ("docx", "txt"), final=True))
    assert result.owed == ()


def test_it_reads_as_before(text: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["docx", "txt"])
def test_no_rule_finds_anything_left_over_from_2024(filled: Workspace, name: str) -> None:
    run_build(filled, BuildRequest(2025, ("docx", "txt"), final=True))
    path = filled.year_folder(2025) / "out" / f"work-report-2025.{name}"
    checked = check_file(path, base_of_year(filled, 2025), Selection(select=("stale",)).rules())
    assert checked.year == 2025
    assert [str(found.diagnostic.message) for found in checked.findings] == []


def test_every_numeral_comes_from_data(filled: Workspace) -> None:
    assert trace(document_of(filled, 2025).document).untraced == ()


@pytest.mark.parametrize(
    "words",
    [
        "规模以上工业增加值下降1.3%",
        "社会消费品零售总额持平",
        "一般公共预算收入下降0.8%",
        "进口下降4.2%，低于全省2.5个百分点",
        "对RCEP贸易伙伴进出口持平",
        "分别低于省定目标1.4个百分点和高于省定目标3.6个百分点",
        "固定资产投资下降2.1%",
        "新和成产业园、中城工业北方基地等一批制造业重大项目竣工投产",
        "一、2024年工作回顾",
        "二、2025年政府工作安排",
        "连续24年荣获全国无偿献血先进市",
        "第22届市运会",
        "庆祝新中国成立76周年",
    ],
)
def test_words_follow_the_values(text: str, words: str) -> None:
    assert words in text


@pytest.mark.parametrize("left", ["待填", "待改", "2023", "75周年", "潍麦13"])
def test_nothing_of_the_old_year_is_left(text: str, left: str) -> None:
    assert left not in text
