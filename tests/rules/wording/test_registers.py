"""The word lists are sound: every entry has a source, says something new, and no list contradicts another."""

from __future__ import annotations

import pytest

from generator.readers import txt
from generator.rules.context import CheckContext
from generator.rules.registers import Entry, WordFinder, entries
from generator.rules.wording import confusable, redundancy
from generator.rules.wording.phrases import correct

PACKAGE = "generator.rules.wording"
LISTS = ("confusables", "superseded", "redundancy")


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_has_a_source_and_a_better_word(name: str) -> None:
    bad = [e.word for e in entries(PACKAGE, name) if len(e.source) < 4 or not e.right or e.right == e.word]
    assert bad == []


@pytest.mark.parametrize("name", LISTS)
def test_no_word_stands_twice(name: str) -> None:
    words = [entry.word for entry in entries(PACKAGE, name)]
    assert sorted(words) == sorted(set(words))


def test_there_are_some_hundreds_of_confusables() -> None:
    assert len(entries(PACKAGE, "confusables")) >= 200


def test_no_correction_is_itself_a_mistake() -> None:
    context = CheckContext(draft=txt.read("\n".join(e.right for e in entries(PACKAGE, "confusables")).encode(), "x"))
    assert [f.span.text for f in confusable.check(context)] == []


def test_no_set_phrase_holds_a_mistake() -> None:
    context = CheckContext(draft=txt.read("\n".join(correct()).encode(), "x"))
    assert [f.span.text for f in (*confusable.check(context), *redundancy.check(context))] == []


def test_the_longest_word_is_found() -> None:
    finder = WordFinder([Entry("截止", "甲"), Entry("截止目前", "乙"), Entry("目前", "丙")])
    assert [(start, entry.source) for start, entry in finder.find("截止目前，截止")] == [
        (0, "乙"),
        (2, "丙"),
        (5, "甲"),
    ]
