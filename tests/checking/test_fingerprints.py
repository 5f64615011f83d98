"""A finding keeps its fingerprint through edits elsewhere, and no other finding has the same."""

from __future__ import annotations

import pytest

from generator.checking.session import Selection, check_read
from generator.draft import Draft
from generator.readers import txt

TEXT = "一、2023年工作回顾\n全年新增企业300家,好。运行平稳。\n培训人员2000人,好。发放补贴5000万元,好。群众满意。"


def fingerprints(text: str, code: str = "P103") -> list[str]:
    draft: Draft = txt.read(text.encode(), "draft.txt")
    return [f.fingerprint for f in check_read(draft, None, Selection((code,)).rules()).findings]


def test_all_are_different() -> None:
    found = fingerprints(TEXT)
    assert len(found) == len(set(found)) == 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("运行平稳", "运行平稳有序，质量提升"),
        ("全年", "各位代表：\n全年"),
        ("2000人", "2100人"),
        ("。\n培训", "。培训"),
        ("群众满意", "群众满意\n谢谢大家。"),
    ],
    ids=["another-clause", "another-paragraph", "a-number-of-the-clause", "paragraphs-joined", "behind"],
)
def test_edits_elsewhere_leave_them(old: str, new: str) -> None:
    assert fingerprints(TEXT.replace(old, new)) == fingerprints(TEXT)


def test_the_same_slip_twice_in_one_clause_is_two_findings() -> None:
    twice = fingerprints("一是推进推进项目推进推进建设。", "W104")
    assert len(twice) == len(set(twice)) == 2


def test_the_part_of_the_report_counts() -> None:
    text = "一、2023年工作回顾\n新增企业300家,好。\n二、2024年工作安排\n新增企业500家,好。"
    review, plan = fingerprints(text)
    assert review != plan
    assert fingerprints(text.replace("新增企业300家,好。\n", "")) == [plan]
