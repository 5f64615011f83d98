"""Findings on a terminal: the caret stands under what is meant, whatever the width of the characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Severity
from generator.formatters.text import display_width, format_diagnostic, format_diagnostics
from generator.positions import Position


def shown(line: str, column: int, length: int = 0) -> list[str]:
    """The quoted line and the line with the caret, without their indentation."""
    diagnostic = Diagnostic("D1", "x", "错", Position("a.yaml", 1, column, length), source_line=line)
    return [text[4:] for text in format_diagnostic(diagnostic).split("\n")[1:]]


@pytest.mark.parametrize(
    ("line", "column", "length", "caret"),
    [
        ("abc", 2, 1, " ^"),
        ("abc", 2, 0, " ^"),
        ("abc", 4, 0, "   ^"),
        ("甲乙丙", 2, 1, "  ^^"),
        ("甲乙丙", 2, 2, "  ^^^^"),
        ("甲：b", 3, 1, "    ^"),
        ("a\tb", 3, 1, "  ^"),
        ("甲e𠮷乙", 4, 1, "     ^^"),
        ("“甲”乙", 4, 1, "      ^^"),
        ("甲", 1, 9, "^^"),
    ],
)
def test_the_caret_is_as_wide_as_what_it_marks(line: str, column: int, length: int, caret: str) -> None:
    assert shown(line, column, length)[1] == caret


@given(st.text(st.sampled_from("甲a：\t{"), min_size=1, max_size=400), st.data())
def test_the_caret_marks_the_character_also_in_a_long_line(line: str, data: st.DataObject) -> None:
    line = f"^{line}$"  # so that nothing is stripped
    column = data.draw(st.integers(1, len(line)))
    quoted, caret = shown(line, column)
    before = caret.rstrip("^")
    under, width = "", 0
    for character in quoted:
        if width == len(before):
            under = character
            break
        width += display_width(character)
    assert under == line[column - 1].replace("\t", " ")
    assert len(quoted) <= 102


@pytest.mark.parametrize(
    ("position", "first"),
    [
        (Position("a.yaml", 3, 7), "a.yaml:3:7: 错误 D1 错"),
        (Position("a.yaml", 0, 0), "a.yaml: 错误 D1 错"),
        (Position("", 0, 0), "错误 D1 错"),
    ],
)
def test_a_finding_says_where_as_far_as_it_is_known(position: Position, first: str) -> None:
    assert format_diagnostic(Diagnostic("D1", "x", "错", position)) == first


def test_the_last_line_counts() -> None:
    place = Position("a.yaml", 1, 1)
    error, warning = Diagnostic("D1", "x", "错", place), Diagnostic("D2", "y", "当心", place, Severity.WARNING, "改")
    assert format_diagnostics([error, warning, error]) == (
        "a.yaml:1:1: 错误 D1 错\na.yaml:1:1: 警告 D2 当心\n    → 改\na.yaml:1:1: 错误 D1 错\n共 2 处错误、1 处警告。"
    )
    assert format_diagnostics([]) == ""
