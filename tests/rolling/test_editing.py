"""Edits on YAML text: only the lines that are meant change."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.loading.plain import parse_plain
from generator.rolling.editing import Editor, child


def edited(text: str, fields: Mapping[str, str]) -> str:
    """The text with fields of the entry 甲 set; empty ones are left without a value."""
    editor = Editor.of(text, "figures.yaml")
    entry = next(entry for entry in editor.entries(child(editor.file.root, "figures")) if entry.key == "甲")
    for name, value in fields.items():
        editor.set(entry, name, value)
    return editor.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  甲: {}  # 尾\n", "  甲:  # 尾\n    value: 1\n    unit: 个\n"),
        ("  甲: { }\n", "  甲:\n    value: 1\n    unit: 个\n"),
        ("  甲:\n", "  甲:\n    value: 1\n    unit: 个\n"),
        ("  甲: {value: 2}\n", "  甲: {unit: 个, value: 1}\n"),
        ("  甲:\n    value: 2  # 初步\n", "  甲:\n    value: 1  # 初步\n    unit: 个\n"),
        ('  "甲": {unit: "家", value: }\n', '  "甲": {unit: 个, value: 1 }\n'),
        (
            "  甲:\n    # 说明\n    value:   # 空着\n    unit: 家\n",
            "  甲:\n    # 说明\n    value: 1   # 空着\n    unit: 个\n",
        ),
    ],
)
def test_a_field_is_set_where_it_stands_or_added(before: str, after: str) -> None:
    head, tail = "figures:\n  # 头\n", "  # 乙前\n  乙: {value: 9}\n"
    result = edited(f"{head}{before}{tail}", {"value": "1", "unit": "个"})
    assert result == f"{head}{after}{tail}"
    loaded = parse_plain(result.encode(), "figures.yaml")
    assert isinstance(loaded, dict)
    assert loaded["figures"]["甲"] == {"value": "1", "unit": "个"}
