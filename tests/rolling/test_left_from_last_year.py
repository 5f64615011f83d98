"""A sentence of the 2024 report that stands in the 2025 draft with its old number is found, and nothing else is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.analysis.sentences import clauses
from generator.building import document_of
from generator.checking.base import Base, base_of_year
from generator.checking.session import CheckedDraft, Selection, check_read
from generator.readers import txt as reader
from generator.workspace import Workspace
from generator.writers import txt

ALL = Selection()
ALONE = Selection(select=("S109",))


@pytest.fixture(scope="session")
def base(filled: Workspace) -> Base:
    """What a 2025 draft is compared with."""
    return base_of_year(filled, 2025)


@pytest.fixture(scope="session")
def text(filled: Workspace) -> str:
    """The finished 2025 report."""
    return txt.write(document_of(filled, 2025).document)


def checked(text: str, base: Base | None, selection: Selection = ALL) -> CheckedDraft:
    return check_read(reader.read(text.encode(), "稿.txt"), base, selection.rules())


def told(draft: CheckedDraft) -> list[tuple[str, str, str, str]]:
    """Code, severity, words and what they should be, of every finding on the text."""
    found = [f.diagnostic for f in draft.findings]
    return [(d.code, d.severity.value, d.span.text, d.expected) for d in found if d.span is not None]


def test_the_untouched_report_is_silent(text: str, base: Base) -> None:
    draft = checked(text, base, ALONE)
    assert told(draft) == []
    assert draft.coverage.skipped == ()


@pytest.mark.parametrize(
    ("new", "old", "finding"),
    [
        ("全市地区生产总值同比增长4.4%", "全市地区生产总值同比增长5.1%", ("error", "5.1%", "4.4%")),
        ("全市新签约项目935个", "全市新签约项目1126个", ("error", "1126个", "935个")),
        ("连续24年荣获全国无偿献血先进市", "连续23年荣获全国无偿献血先进市", ("error", "23年", "24年")),
        ("固定资产投资下降2.1%，", "固定资产投资下降2.1%，城区日供水能力新增10万吨，", ("warning", "10万吨", "9万吨")),
    ],
    ids=["in place", "a count", "a running count", "put in beside"],
)
def test_an_old_figure_in_its_old_clause_is_found_once(
    text: str, base: Base, new: str, old: str, finding: tuple[str, str, str]
) -> None:
    assert text.count(new) == 1
    before = told(checked(text, base))
    after = told(checked(text.replace(new, old), base))
    assert [found for found in after if found not in before] == [("S109", *finding)]


def test_most_old_clauses_are_told_from_other_wrong_numbers(filled: Workspace, text: str, base: Base) -> None:
    """All clauses that differ from last year's in their numbers alone, put back at once."""
    last = {masked(clause): clause for clause in clauses_of(txt.write(document_of(filled, 2024).document))}
    old = {clause: last[masked(clause)] for clause in clauses_of(text) if masked(clause) in last}
    changed = {
        new: clause for new, clause in old.items() if new != clause and "年工作" not in new and "年政府" not in new
    }
    assert len(changed) > 130
    draft = text
    for new, clause in changed.items():
        draft = draft.replace(new, clause)
    found = told(checked(draft, base))
    missed = [words for code, _, words, _ in found if code in ("T101", "T103")]
    assert missed == []
    assert sum(code == "S109" for code, *_ in found) >= len(changed)


def clauses_of(text: str) -> list[str]:
    """The clauses with Arabic numerals."""
    found = [line[start:end] for line in text.splitlines() for start, end in clauses(line)]
    return [clause for clause in found if re.search("[0-9]", clause)]


def masked(clause: str) -> str:
    """A clause without its numbers."""
    return re.sub("[0-9.]+", "#", clause)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("全市地区生产总值同比增长4.4%", "全市地区生产总值同比增长5.3%"),
        ("第22届市运会", "第23届市运会"),
        ("开展19条全要素示范路（街）创建", "全要素示范路（街）创建开展17条"),
    ],
    ids=["neither year's", "one too many", "another clause"],
)
def test_what_is_not_last_years_is_left_to_others(text: str, base: Base, new: str, old: str) -> None:
    assert text.count(new) == 1
    assert [code for code, *_ in told(checked(text.replace(new, old), base)) if code == "S109"] == []


def test_a_value_that_came_out_the_same_is_silent(text: str, base: Base) -> None:
    same = "推动供销社高质量发展，新增农业社会化服务面积8万亩。"
    draft = text.replace("一、2024年工作回顾", f"{same}\n一、2024年工作回顾")
    assert "S109" not in {code for code, *_ in told(checked(draft, base))}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("打造“潍民办·12345更好热线”服务品牌，", []),
        ("5年内新增融资支持4300亿元，", ["4300亿元"]),
        ("5家企业入围中国工业互联网500强，", ["5家"]),
    ],
)
def test_numbers_in_names_and_fixed_ones_are_silent(
    filled: Workspace, text: str, base: Base, words: str, found: list[str]
) -> None:
    assert words.rstrip("，") in txt.write(document_of(filled, 2024).document)
    draft = text.replace("固定资产投资下降2.1%，", f"固定资产投资下降2.1%，{words}")
    assert [span for code, _, span, _ in told(checked(draft, base)) if code == "S109"] == found


def skipped(filled: Workspace, year: int) -> list[str]:
    base = base_of_year(filled, year)
    text = txt.write(document_of(filled, year).document)
    return [s.reason for s in checked(text, base, ALONE).coverage.skipped]


def test_without_last_years_data_it_is_skipped(filled: Workspace) -> None:
    assert skipped(filled, 2024) == ["没有上一年的数据，或上一年的数据有错"]


def test_with_faulty_data_of_last_year_it_is_skipped(filled: Workspace, tmp_path: Path) -> None:
    shutil.copytree(filled.root / "drafts", tmp_path / "drafts", ignore=shutil.ignore_patterns("out"))
    (tmp_path / "drafts" / "2024" / "figures.yaml").write_text("figures: [", "utf-8")
    assert skipped(Workspace(tmp_path), 2025) == ["没有上一年的数据，或上一年的数据有错"]


def test_a_draft_checked_by_its_own_record_needs_no_last_year(text: str, base: Base) -> None:
    draft = checked(text, Base(base.document), ALONE)
    assert [s.reason for s in draft.coverage.skipped] == ["没有上一年的数据，或上一年的数据有错"]
