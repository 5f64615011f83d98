"""Validation: everything at once, in the order of files and lines, and never a crash."""

from __future__ import annotations

import pytest

from generator.diagnostics import Severity
from generator.validation import validate
from tests.workspaces import YEAR, MakeWorkspace


def test_a_sound_report_has_no_findings(small: MakeWorkspace) -> None:
    assert validate(small({}), YEAR) == ()


def test_data_and_templates_are_told_together_in_order(small: MakeWorkspace) -> None:
    files = {
        "figures.yaml": "figures:\n  乙: {uint: 个}\n  地区生产总值: {value: 5.1, unit: 亿圆}\n",
        "outline/1.yaml": "part: 回顾\nsections:\n  - text: 地区生产总值{地区生产总值}{丙}。\n",
        "templates/phrases/坏.jinja": "{% macro 坏(f) %}{% if %}",
        "templates/坏.jinja": "{{",
    }
    told = validate(small(files), YEAR)
    assert [(d.code, d.position.source) for d in told] == [
        ("D102", "drafts/2024/figures.yaml:2"),
        ("D206", "drafts/2024/figures.yaml:3"),
        ("D202", "drafts/2024/outline/1.yaml:3"),
        ("D301", "templates/phrases/坏.jinja:1"),
        ("D301", "templates/坏.jinja:1"),
    ]


def test_every_finding_about_a_line_quotes_it(small: MakeWorkspace) -> None:
    files = {
        "report.yaml": "year: 2023\nplace: 某市\nlayout: 没有\n",
        "figures.yaml": "figures:\n  甲: {value: 五}\n  甲: {value: 6}\n  乙: {uint: 个}\n  丙: {unit: 亿圆}\n",
        "targets.yaml": "targets:\n  丙: {value: 1}\n",
        "outline/1.yaml": "part: 回顾\nsections:\n  - text: 甲{没有}{丙|没有}{丙.没有}{{\n",
        "outline/2.yaml": "part: 其他\nsections\n",
    }
    told = validate(small(files), YEAR)
    codes = {"D101", "D102", "D103", "D104", "D109", "D201", "D202", "D203", "D204", "D206", "D211"}
    assert {d.code for d in told} == codes
    assert [d.code for d in told if not d.source_line] == []


@pytest.mark.parametrize("template", ["{% set x = 没有.这个 %}", "{{ 没有() }}", "{% from '没有' import x %}"])
@pytest.mark.parametrize("data", ["", "  乙: {uint: 个}\n"])
def test_a_phrase_file_that_fails_when_it_is_read_is_told_with_the_rest(
    small: MakeWorkspace, template: str, data: str
) -> None:
    figures = "figures:\n  地区生产总值: {value: 5.1, unit: '%', direction: 增长}\n"
    told = validate(small({"figures.yaml": figures + data, "templates/phrases/坏.jinja": template}), YEAR)
    assert [d.code for d in told] == (["D102"] if data else []) + ["D301"]
    assert told[-1].position.source == "templates/phrases/坏.jinja:1"


def test_only_what_is_unused_is_a_mere_warning(small: MakeWorkspace) -> None:
    told = validate(small({"terms.yaml": "terms:\n  某提法:\n"}), YEAR)
    assert [(d.code, d.severity) for d in told] == [("D205", Severity.WARNING)]


@pytest.mark.parametrize(
    "files",
    [
        {"projects.yaml": "projects:\n  某项目: {stage: 在建}\nlists:\n  清单: {stage: 在建}\n"},
        {"terms.yaml": "terms:\n  某提法: {glossary: true}\nlists:\n  各项: {items: [甲, 乙]}\n"},
        {"targets.yaml": "targets:\n  增速: {value: 5, unit: '%', stretch: {value: 6, unit: '%'}}\n"},
        {"figures.yaml": "figures:\n  总量: {value: 1, partners: [增速]}\n  增速: {value: 5}\n"},
        {"figures.yaml": "derived:\n  周年: {years_since: 1949, unit: 周年}\n"},
    ],
)
def test_everything_a_sentence_names_counts_as_used_with_what_it_names(
    small: MakeWorkspace, files: dict[str, str]
) -> None:
    names = {"projects.yaml": "{清单}", "terms.yaml": "{各项}", "targets.yaml": "{增速}", "figures.yaml": ""}
    (name,) = files
    text = names[name] or ("{总量}" if "总量" in files[name] else "{周年}")
    base = {"figures.yaml": "", "outline/1.yaml": f"part: 回顾\nsections:\n  - text: 有{text}。\n"}
    assert validate(small({**base, **files}), YEAR) == ()
