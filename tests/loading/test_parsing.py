"""Reading YAML: nothing is guessed, everything keeps its place, nothing can break or blow up the reader."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, has_errors
from generator.loading import parsing
from generator.loading.located import LocatedDict, LocatedList, LocatedStr, LocatedValue
from generator.loading.locating import Path, SourceFile
from generator.loading.parsing import parse_yaml
from generator.loading.scalar_places import spot_inside

Data = str | list["Data"] | dict[str, "Data"]

CHARACTERS = st.sampled_from(list("地区生产总值{}|.：，。\"'\\ \n:-#,[]ab5%&*!?\t~é𠮷"))
TEXTS = st.text(CHARACTERS, max_size=14)
TREES: st.SearchStrategy[Data] = st.recursive(
    TEXTS, lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(TEXTS, inner, min_size=1, max_size=3)
)
SIGNS = [*"{}[]:,-'\"|>&*!%@#?~ \t\n\\\r\ue000\x00\u2028甲", "\n  ", "\n- ", ": ", "---\n", "<<"]
YAML_LIKE = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)


def parsed(text: str) -> LocatedValue:
    root, found = parse_yaml(text, "x.yaml")
    assert found == []
    return root


def leaves(value: Data, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
        return
    for step, child in value.items() if isinstance(value, dict) else enumerate(value):
        yield from leaves(child, (*path, step))


def at(value: LocatedValue, path: Path) -> LocatedValue:
    for step in path:
        if isinstance(value, LocatedDict):
            value = next(child for key, child in value.items() if key == step)
        else:
            assert isinstance(value, LocatedList)
            assert isinstance(step, int)
            value = value[step]
    return value


@settings(max_examples=300)
@given(
    st.dictionaries(TEXTS, TREES, min_size=1, max_size=3),
    st.sampled_from([None, '"', "'", "|", ">"]),
    st.sampled_from([True, False, None]),
    st.sampled_from([20, 80, 1000]),
    st.booleans(),
)
def test_every_text_is_read_as_written_and_each_character_is_found_again(
    data: dict[str, Data], style: str | None, flow: bool | None, width: int, keep_unicode: bool
) -> None:
    text = yaml.safe_dump(data, default_style=style, default_flow_style=flow, width=width, allow_unicode=keep_unicode)
    assume(yaml.load(text, Loader=yaml.BaseLoader) == data)  # PyYAML writes some texts so that it cannot read them
    root, found = parse_yaml(text, "x.yaml")
    assert [d for d in found if d.code != "D106"] == []
    lines = text.split("\n")
    for path, leaf in leaves(data):
        value = at(root, path)
        if value is None:
            assert leaf in ("", "~", "null")
            continue
        assert value == leaf
        assert isinstance(value, LocatedStr)
        for offset, character in enumerate(leaf):
            line, column = spot_inside(lines, value, offset)
            there = lines[line - 1][column - 1 : column] if line <= len(lines) else ""
            assert there in (character, "\\") or character in " \n", (text, path, offset)


def test_places_in_a_text_never_run_backwards() -> None:
    lines = ['a: "一\\"二\\u4e09\\', "    四", "", '    五"']
    scalar = at(parsed("\n".join(lines)), ("a",))
    assert isinstance(scalar, LocatedStr)
    spots = [spot_inside(lines, scalar, offset) for offset in range(len(scalar) + 1)]
    assert spots == sorted(spots)
    assert all(first != second for first, second in pairwise(spots))
    assert scalar == '一"二三四\n五'
    assert spots[4] == (2, 5)
    assert spots[6] == (4, 5)


@settings(max_examples=500)
@given(st.one_of(st.text(), YAML_LIKE))
@example("\ud800")
@example("a: \ufeffb")
@example("[" * 1000)
@example("- " * 1000)
@example("a\x85b: 1")
def test_no_text_whatever_makes_the_reader_fail(text: str) -> None:
    root, found = parse_yaml(text, "x.yaml")
    lines = text.split("\n")
    for diagnostic in found:
        position = diagnostic.position
        assert 1 <= position.line <= max(1, len(lines))
        assert 1 <= position.column <= len(lines[position.line - 1]) + 1, (text, diagnostic)
    if not has_errors(found):
        assert root is None or isinstance(root, LocatedStr | LocatedDict | LocatedList)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12:30", "12:30"),
        ("0123", "0123"),
        ("6.50", "6.50"),
        ("yes", "yes"),
        ("1_000", "1_000"),
        ("2024-01-15", "2024-01-15"),
        ("1e5", "1e5"),
        ("'~'", "~"),
        ("''", ""),
    ],
)
def test_scalars_stay_as_they_are_written(written: str, read: str) -> None:
    assert at(parsed(f"a: {written}"), ("a",)) == read


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_an_empty_value_is_no_value(written: str) -> None:
    assert at(parsed(f"a: {written}"), ("a",)) is None


def codes(text: str) -> list[str]:
    return [d.code for d in parse_yaml(text, "x.yaml")[1]]


def test_too_large_a_text_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MAX_CHARACTERS", 10)
    assert codes("a: 1") == []
    root, found = parse_yaml("a: 12345678", "x.yaml")
    assert root is None
    assert [d.message for d in found] == ["文件太大：11 个字符，最多 10 个"]


def test_depth_is_bounded() -> None:
    deepest = parsing.MAX_DEPTH
    assert codes("[" * deepest + "]" * deepest) == []
    assert codes("[" * (deepest + 1) + "]" * (deepest + 1)) == ["D107"]


def test_the_billion_laughs_are_refused_and_not_expanded() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    root, found = parse_yaml("\n".join(lines), "x.yaml")
    assert {d.code for d in found} == {"D106"}
    assert at(root, ("a39",)) == [None, None]


@pytest.mark.parametrize("sign", ["\ue000", "\uf8ff", "\U000f0000", "\U0010fffd"])
def test_private_use_characters_are_refused_where_they_stand(sign: str) -> None:
    _, found = parse_yaml(f"甲: 一\n乙: 二{sign}三\n", "x.yaml")
    assert [(d.code, d.position.line, d.position.column, d.position.length) for d in found] == [("D105", 2, 5, 1)]


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\r"])
def test_unseen_control_characters_are_refused_where_they_stand(sign: str) -> None:
    root, found = parse_yaml(f"甲: 一\n乙: 二{sign}三\n", "x.yaml")
    assert root is None
    assert [(d.code, d.position.line, d.position.column) for d in found] == [("D101", 2, 5)]
    assert f"U+{ord(sign):04X}" in found[0].message


def positions(text: str, path: Path) -> tuple[int, int, int]:
    root, _ = parse_yaml(text, "x.yaml")
    position = SourceFile("x.yaml", tuple(text.split("\n")), root).locate(path)
    return position.line, position.column, position.length


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [
        ("a:\n  b: 甲乙\n", ("a", "b"), (2, 6, 2)),
        ("a:\n  b: '甲乙'\n", ("a", "b"), (2, 6, 4)),
        ('a:\n  b: "甲\\n"\n', ("a", "b"), (2, 6, 5)),
        ("a:\n  b:\n", ("a", "b"), (2, 3, 1)),
        ("a:\n  b: {c: 1}\n", ("a", "b"), (2, 3, 1)),
        ("a:\n  - b: 1\n  - b: 2\n", ("a", 1), (3, 5, 0)),
        ("a:\n  - b: 1\n  - b: 2\n", ("a", 1, "b"), (3, 8, 1)),
        ("a: [甲, 乙]\n", ("a", 1), (1, 8, 1)),
        ("a: [甲, 乙]\n", ("a",), (1, 4, 0)),
        ("a: 1\n", ("a", "没有"), (1, 4, 1)),
        ("a: 1\n", ("没有",), (1, 1, 0)),
        ("a: 甲乙\n  丙丁\n", ("a",), (1, 4, 2)),
        ("a: |\n  甲\n", ("a",), (1, 4, 0)),
        ("", ("a",), (1, 1, 0)),
    ],
)
def test_a_leaf_is_located_at_its_value_or_at_the_nearest_thing_that_is_there(
    text: str, path: Path, place: tuple[int, int, int]
) -> None:
    assert positions(text, path) == place


def test_duplicates_keep_the_first_value_and_name_its_line() -> None:
    root, found = parse_yaml("a: 1\nb: 2\na: 3\n", "x.yaml")
    assert at(root, ("a",)) == "1"
    assert [(d.code, d.position.line) for d in found] == [("D103", 3)]
    assert "第 1 行" in message(found)


def message(found: list[Diagnostic]) -> str:
    return "\n".join(d.message for d in found)
