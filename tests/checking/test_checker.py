"""One draft through the rules: what is bounded, and said to be."""

from __future__ import annotations

import pytest

from generator.checking import checker
from generator.checking.session import Selection, check_read
from generator.readers import txt


def test_of_findings_without_end_only_the_first_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "MOST_FINDINGS", 3)
    checked = check_read(txt.read("“好。\n".encode() * 5, "稿.txt"), None, Selection(select=("P101",)).rules())
    assert [f.diagnostic.span.paragraph for f in checked.findings if f.diagnostic.span] == [1, 2, 3]
    assert [(s.rule.code, s.reason) for s in checked.coverage.skipped] == [
        ("P101", "问题太多，只列出前 3 处，没有查完")
    ]


def test_as_many_findings_as_are_told_are_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "MOST_FINDINGS", 5)
    checked = check_read(txt.read("“好。\n".encode() * 5, "稿.txt"), None, Selection(select=("P101",)).rules())
    assert len(checked.findings) == 5
    assert checked.coverage.skipped == ()
