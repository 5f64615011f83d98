"""Regular expressions that are compiled late find what they would have found."""

from __future__ import annotations

from generator.patterns import Pattern


def test_a_pattern_is_compiled_when_it_is_first_tried() -> None:
    pattern = Pattern("(")  # no regular expression at all
    assert pattern.pattern == "("
    assert Pattern("(", needs=("甲",)).search("乙") is None
    assert Pattern("甲").search("乙甲") is not None


def test_methods_are_those_of_the_compiled_expression() -> None:
    pattern = Pattern("[0-9]+", needs=tuple("0123456789"))
    assert [m.span() for m in pattern.finditer("1和23")] == [(0, 1), (2, 4)]
    assert pattern.findall("1和23") == ["1", "23"]
    assert pattern.split("甲1乙") == ["甲", "乙"]
    assert pattern.sub("#", "甲1乙") == "甲#乙"
    assert pattern.match("甲1") is None
    assert pattern.match("甲1", 1) is not None
    assert pattern.fullmatch("12") is not None


def test_a_text_without_a_needed_word_is_not_tried() -> None:
    pattern = Pattern("甲|乙", needs=("甲",))  # wrong on purpose: 乙 is never looked for
    assert pattern.search("乙") is None
    assert pattern.match("乙") is None
    assert pattern.fullmatch("乙") is None
    assert list(pattern.finditer("乙")) == []
    assert pattern.findall("乙") == []
    assert pattern.split("乙") == ["乙"]
    assert pattern.sub("#", "乙") == "乙"
