"""Several drafts of one run: the same words with other numbers are told once, in the later draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checking.drafts import TEXT
from tests.checking.running import Qicao

REPORT = (
    "政府工作报告\n——2024年1月9日在某市第十八届人民代表大会第三次会议上\n一、2023年工作回顾\n"
    "全市地区生产总值同比增长5.1%，城镇新增就业9.5万人，完成水利工程投资127.4亿元。\n"
    "二、2024年工作安排\n今年要力争做到：城镇新增就业9.4万人以上，新增省级以上创新平台40家。\n"
)
PLAN = (
    "关于某市2023年国民经济和社会发展计划执行情况与2024年计划草案的报告\n一、2023年计划执行情况\n"
    "地区生产总值增长5.1%，全年城镇新增就业9.5万人，水利工程完成投资127亿元，完成水利工程投资127亿元。\n"
    "二、2024年主要目标\n重点抓好以下工作，城镇新增就业9.4万人以上，新增省级以上创新平台40家。\n"
)


def told(qicao: Qicao, folder: Path, first: str, second: str, *options: str) -> list[tuple[str, object, object]]:
    """What is found between two drafts: in which, the words there, and what the other one says."""
    (folder / "甲.txt").write_text(first, encoding="utf-8")
    (folder / "乙.txt").write_text(second, encoding="utf-8")
    drafts = qicao("check", "甲.txt", "乙.txt", "--format", "json", *options).json["drafts"]
    found: list[tuple[str, object, object]] = []
    for draft in drafts:
        diagnostics = draft["diagnostics"]
        assert isinstance(diagnostics, list)
        found += [(str(draft["draft"]), d["text"], d["message"]) for d in diagnostics if d["code"] == "C117"]
    return found


def test_papers_of_one_year_that_agree_are_passed(qicao: Qicao, folder: Path) -> None:
    assert told(qicao, folder, REPORT, PLAN) == []


@pytest.mark.parametrize("options", [(), ("--jobs", "2")], ids=["one-process", "two-processes"])
def test_a_number_that_the_later_paper_gives_otherwise_is_told_there(
    qicao: Qicao, folder: Path, options: tuple[str, ...]
) -> None:
    message = "这里是“9.6万人”，甲.txt 第4段同样的话里是“9.5万人”"
    assert told(qicao, folder, REPORT, PLAN.replace("9.5", "9.6"), *options) == [("乙.txt", "9.6万人", message)]


@pytest.mark.parametrize(
    ("old", "new"),
    [("某市", "邻县"), ("2023", "2022"), ("全年城镇", "全省城镇"), ("城镇新增就业9.6万人", "城镇新增就业的有9.6万人")],
    ids=["another-place", "another-year", "another-scope", "other-words"],
)
def test_what_may_be_about_something_else_is_not_compared(qicao: Qicao, folder: Path, old: str, new: str) -> None:
    other = PLAN.replace("9.5", "9.6").replace(old, new)
    other = other.replace("2024", "2023") if old == "2023" else other
    assert told(qicao, folder, REPORT, other) == []


def test_review_and_plan_are_not_compared_with_each_other(qicao: Qicao, folder: Path) -> None:
    only_plan = PLAN.replace("全年城镇新增就业9.5万人，", "").replace("以上，新增", "，新增")
    assert told(qicao, folder, REPORT.replace("以上，新增", "，新增"), only_plan) == []


def test_two_drafts_of_one_report_are_compared_only_when_asked(qicao: Qicao, folder: Path) -> None:
    later = REPORT.replace("127.4", "128.4")
    assert told(qicao, folder, REPORT, later) == []
    assert "甲.txt、乙.txt是同一份报告的几稿，没有相互比较数" in qicao("check", "甲.txt", "乙.txt").err
    assert len(told(qicao, folder, REPORT, later, "--select", "C117")) == 1
    assert told(qicao, folder, REPORT, later, "--ignore", "C117") == []


def test_word_and_text_of_one_report_must_read_the_same(qicao: Qicao, folder: Path) -> None:
    assert qicao("build", "2024", "--out", ".").code == 0
    (folder / "报告.txt").write_text(TEXT.replace("水库12座", "水库21座"), encoding="utf-8")
    ran = qicao("check", "work-report-2024.docx", "报告.txt", "--select", "C117", "--format", "json")
    [_, draft] = ran.json["drafts"]
    found = draft["diagnostics"][0]  # type: ignore[index]
    assert (found["severity"], found["text"], found["paragraph"]) == ("error", "21座", 3)
    assert qicao("check", "work-report-2024.docx", "work-report-2024.txt").code == 0


def test_what_is_told_against_the_data_is_not_told_again(qicao: Qicao, folder: Path) -> None:
    assert qicao("build", "2024", "--out", ".").code == 0
    (folder / "报告.txt").write_text(TEXT.replace("水库12座", "水库21座"), encoding="utf-8")
    ran = qicao("check", "work-report-2024.docx", "报告.txt", "--year", "2024", "--format", "json")
    codes = [d["code"] for draft in ran.json["drafts"] for d in draft["diagnostics"]]  # type: ignore[attr-defined]
    assert codes == ["T101"]
