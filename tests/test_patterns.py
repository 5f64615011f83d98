"""Regular expressions that are compiled late find what they would have found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import generator
from generator.patterns import Pattern
from tests.documents import ROOT


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


def _patterns() -> Iterator[tuple[str, Pattern]]:
    """The patterns of the program that name words which they need."""
    for info in pkgutil.walk_packages(generator.__path__, "generator."):
        if not info.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(info.name)).items():
                if isinstance(value, Pattern) and value.needs:
                    yield f"{info.name}.{name}", value


PATTERNS = dict(_patterns())
TEXTS = tuple(
    line
    for folder in ("generator/rules", "tests/cases", "tests/rules/cases", "tests/test_report_2024")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in (".py", ".yaml", ".txt", ".md")
    for line in path.read_text(encoding="utf-8").splitlines()
)
"""Rules' pages, their cases and a whole report."""


@pytest.mark.parametrize("name", PATTERNS)
def test_needed_words_hide_nothing(name: str) -> None:
    pattern = PATTERNS[name]
    for text in TEXTS:
        assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in pattern.compiled.finditer(text)], text


def test_there_is_something_to_find() -> None:
    assert PATTERNS
    assert all(any(pattern.search(text) for text in TEXTS) for pattern in PATTERNS.values())
