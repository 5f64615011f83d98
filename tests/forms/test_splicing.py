"""Values spliced into YAML: what is written is read back, and every other line stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.splicing import CannotSpliceError, YamlText
from generator.loading.parsing import parse_yaml

CASES = [
    ("blank", "a:\n  value:\n  unit: 家\n", "a:\n  value: 5\n  unit: 家\n"),
    ("blank with a comment", "a:\n  value:   # 等统计局\n", "a:\n  value: 5   # 等统计局\n"),
    ("null", "a:\n  value: null # 空\n", "a:\n  value: 5 # 空\n"),
    ("tilde", "a:\n  value: ~\n", "a:\n  value: 5\n"),
    ("plain with a comment", "a:\n  value: 4.10  # 旧\n", "a:\n  value: 5  # 旧\n"),
    ("quoted", "a:\n  value: '4'\n", 'a:\n  value: "5"\n'),
    ("not there", "a:\n  # 家数\n  unit: 家\n", "a:\n  # 家数\n  value: 5\n  unit: 家\n"),
    ("in braces", "a: {value: 4, unit: 家}\n", "a: {value: 5, unit: 家}\n"),
    ("blank in braces", "a: {unit: 家, value: }\n", "a: {unit: 家, value: 5}\n"),
    ("not there in braces", "a: {unit: 家}  # 注\n", "a: {value: 5, unit: 家}  # 注\n"),
    ("carriage returns", "a:\r\n  unit: 家\r\n", "a:\r\n  value: 5\r\n  unit: 家\r\n"),
]


@pytest.mark.parametrize(("before", "after"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_only_the_value_changes(before: str, after: str) -> None:
    text = YamlText.of("figures.yaml", before)
    text.set(("a",), "value", "5")
    assert text.text == after


def test_a_status_goes_behind_its_value() -> None:
    text = YamlText.of("figures.yaml", "a:\n  unit: 家\n  value: 5\n  note: 好\n")
    text.set(("a",), "status", "预计")
    assert text.text == "a:\n  unit: 家\n  value: 5\n  status: 预计\n  note: 好\n"


@pytest.mark.parametrize("before", ["a:\n  value: |\n    5\n", "b: {value: 5}\n", "a:\n  value: [5]\n"])
def test_what_cannot_be_spliced_is_refused_and_left(before: str) -> None:
    text = YamlText.of("figures.yaml", before)
    with pytest.raises(CannotSpliceError):
        text.set(("a",), "value", "6")
    assert text.text == before


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1))
def test_any_words_are_read_back(words: str) -> None:
    text = YamlText.of("figures.yaml", "a:\n  value: 1\n  unit: 家\n")
    text.set(("a",), "text", words)
    assert parse_yaml(text.text, "")[0] == {"a": {"text": words, "value": "1", "unit": "家"}}
