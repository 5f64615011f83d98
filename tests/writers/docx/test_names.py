"""Tags: short enough for Word, and different for different data."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.ooxml.marks import TAG_LIMIT, alias_of, tag_of


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(max_size=200))
def test_tags_and_titles_fit_into_word(key: str) -> None:
    assert _units(tag_of(key)) <= TAG_LIMIT
    assert _units(alias_of(key)) <= TAG_LIMIT


def test_a_short_key_is_its_own_tag() -> None:
    assert tag_of("财政.一般公共预算收入") == "fig:财政.一般公共预算收入"


def test_long_keys_that_differ_at_their_end_have_different_tags() -> None:
    assert tag_of("长" * 80 + "甲") != tag_of("长" * 80 + "乙")
    assert tag_of("长" * 80 + "甲").startswith("fig:长长")
