"""``qicao rules``: every rule is listed, and has a page that says everything."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import generator.rules
from generator.checking.pages import GROUP_NAMES, NEED_NAMES, RulePage, rule_pages
from generator.checking.registry import all_rules
from generator.rules.rule import Group, Need
from tests.checking.running import Qicao

PAGES = rule_pages()
LETTERS = {
    Group.TIE_OUT: "T",
    Group.FOOTING: "F",
    Group.CONSISTENCY: "C",
    Group.STALE: "S",
    Group.STRUCTURE: "R",
    Group.NUMERALS: "N",
    Group.PUNCTUATION: "P",
    Group.WORDING: "W",
    Group.LAYOUT: "L",
    Group.WAIVERS: "V",
}


def test_every_file_with_a_rule_is_listed() -> None:
    [folder] = map(Path, generator.rules.__path__)
    written = [path for path in folder.glob("*/*.py") if re.search("^RULE = ", path.read_text("utf-8"), re.MULTILINE)]
    assert len(all_rules()) == len(written)
    assert len(PAGES) == len(written) + 3


def test_codes_and_names_are_unique() -> None:
    assert len({page.rule.code for page in PAGES}) == len(PAGES)
    assert len({page.rule.name for page in PAGES}) == len(PAGES)


def test_every_group_and_need_has_a_chinese_name() -> None:
    assert set(GROUP_NAMES) == set(Group)
    assert set(NEED_NAMES) == set(Need)
    assert set(LETTERS) == set(Group)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.rule.code)
def test_pages_are_complete(page: RulePage) -> None:
    assert re.fullmatch(rf"{LETTERS[page.rule.group]}\d{{3}}", page.rule.code)
    assert re.fullmatch("[a-z]+(-[a-z]+)*", page.rule.name)
    assert page.rule.title
    first, _, rest = page.page.partition("\n")
    assert first.endswith("。")
    for word in ("反例：", "正例：", "依据："):
        assert re.search(f"^{word}.{{2,}}", rest, re.MULTILINE), f"{page.rule.code} has no {word}"


def test_the_list_has_every_rule_under_its_group(qicao: Qicao) -> None:
    printed = qicao("rules").out
    for page in PAGES:
        assert re.search(rf"^  {page.rule.code} (错误|警告|提示) {re.escape(page.rule.title)}", printed, re.MULTILINE)
    heads = re.findall(r"^\S.*（([a-z-]+)）$", printed, re.MULTILINE)
    assert heads == [group.value for group in Group if any(page.rule.group is group for page in PAGES)]


@pytest.mark.parametrize("name", ["T101", "t101", "figure-changed"])
def test_a_page_is_printed_by_code_or_name(qicao: Qicao, name: str) -> None:
    ran = qicao("rules", name)
    assert ran.code == 0
    assert ran.out.startswith("T101 figure-changed（错误；与数据核对；要有数据（--year）或稿件自带的记录）\n\n")
    assert "反例：" in ran.out


def test_an_unknown_rule_is_refused(qicao: Qicao) -> None:
    ran = qicao("rules", "Z999")
    assert ran.code == 2
    assert "没有“Z999”这条规则" in ran.err


def test_json_lists_the_same(qicao: Qicao) -> None:
    found = json.loads(qicao("rules", "--format", "json").out)["rules"]
    assert [rule["code"] for rule in found] == [page.rule.code for page in PAGES]
    [one] = json.loads(qicao("rules", "T101", "--format", "json").out)["rules"]
    assert one == next(rule for rule in found if rule["code"] == "T101")
    assert one.keys() == {"code", "rule", "group", "severity", "title", "needs", "default", "page"}
