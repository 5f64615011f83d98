"""Sentences taken apart at their references."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from schemas.prose import Prose, Reference, prose

SIGNS = st.text(st.sampled_from(list("{}|. \n甲乙5｛｝")), max_size=20)


@given(SIGNS)
@example("{甲}{")
@example("{{甲}}")
def test_the_pieces_are_the_text_and_nothing_is_lost(text: str) -> None:
    found = prose(text)
    assert found.text == text
    raw = [text[p.offset : p.offset + p.length] if isinstance(p, Reference) else p for p in found.pieces]
    assert "".join(raw) == text
    assert all(piece for piece in found.pieces if isinstance(piece, str))


@given(SIGNS)
def test_references_are_where_they_say_and_faults_too(text: str) -> None:
    found = prose(text)
    end = 0
    for reference in found.references:
        assert reference.offset >= end
        end = reference.offset + reference.length
        raw = text[reference.offset : end]
        assert (raw[0], raw[-1]) == ("{", "}")
        assert reference.key in raw
        assert reference.key == reference.key.strip() != ""
        assert reference.attribute in raw
        assert reference.form in raw
    for fault in found.faults:
        assert 0 <= fault.offset < fault.offset + fault.length <= len(text)
        assert text[fault.offset] in "{}｛｝"


@given(SIGNS)
def test_a_text_is_without_fault_exactly_when_its_braces_are(text: str) -> None:
    outside = "".join(piece for piece in prose(text).pieces if isinstance(piece, str))
    assert bool(prose(text).faults) == any(sign in outside for sign in "{}｛｝")


@pytest.mark.parametrize(
    ("inside", "key", "attribute", "form"),
    [
        ("甲", "甲", "", ""),
        (" 甲 ", "甲", "", ""),
        ("甲|增减", "甲", "", "增减"),
        ("甲.投资", "甲", "投资", ""),
        ("甲.投资|数值", "甲", "投资", "数值"),
        ("甲|乙.丙", "甲", "", "乙.丙"),
        ("甲 . 投资 | 数值", "甲", "投资", "数值"),
    ],
)
def test_what_may_stand_in_braces(inside: str, key: str, attribute: str, form: str) -> None:
    text = f"前{{{inside}}}后"
    reference = Reference(key, attribute, form, 1, len(inside) + 2)
    assert prose(text) == Prose(text, ("前", reference, "后"))
