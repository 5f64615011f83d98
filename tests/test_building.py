"""Building: all formats from one document, nothing written unless everything can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.building import BuildRequest, document_of, run_build
from generator.diagnostics import QicaoError
from generator.document import paragraphs_of, text_of
from tests.workspaces import YEAR, MakeWorkspace


def test_the_steps_are_told_as_they_begin(small: MakeWorkspace) -> None:
    steps: list[str] = []
    run_build(small({}), BuildRequest(YEAR, ("txt", "json")), steps.append)
    assert steps == ["读数据", "生成 txt", "生成 json"]


def test_the_same_data_give_the_same_bytes(small: MakeWorkspace, tmp_path: Path) -> None:
    workspace = small({})
    formats = ("docx", "txt", "html", "json")
    first = run_build(workspace, BuildRequest(YEAR, formats, tmp_path / "1"))
    second = run_build(workspace, BuildRequest(YEAR, formats, tmp_path / "2"))
    for one, two in zip(first.written, second.written, strict=True):
        assert one.read_bytes() == two.read_bytes(), one.name


def test_front_adds_the_title_block_to_the_text_only_when_asked(small: MakeWorkspace, tmp_path: Path) -> None:
    workspace = small({"report.yaml": "year: 2024\nplace: 某市\nfront: {speaker: 市长某某}\n"})
    plain = run_build(workspace, BuildRequest(YEAR, ("txt",), tmp_path / "1")).written[0].read_text(encoding="utf-8")
    full = run_build(workspace, BuildRequest(YEAR, ("txt",), tmp_path / "2", front=True)).written[0]
    assert plain.splitlines() == ["地区生产总值增长5.1%。"]
    lines = [line for line in full.read_text(encoding="utf-8").splitlines() if line]
    assert lines == ["政府工作报告", "市长某某", "地区生产总值增长5.1%。"]


def test_nothing_is_written_when_one_format_fails(small: MakeWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.writers import native

    def fail(document: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(native, "write", fail)
    workspace = small({})
    with pytest.raises(ZeroDivisionError):
        run_build(workspace, BuildRequest(YEAR, ("txt", "json")))
    assert not (workspace.root / "drafts/2024/out").exists()


def test_final_builds_when_every_number_is_there_and_confirmed(small: MakeWorkspace) -> None:
    assert len(run_build(small({}), BuildRequest(YEAR, ("txt",), final=True)).written) == 1


def test_a_broken_template_is_an_error_with_exit_code_one(small: MakeWorkspace) -> None:
    with pytest.raises(QicaoError) as caught:
        document_of(small({"templates/report.jinja": "{{ 没有 }}"}), YEAR)
    assert caught.value.exit_code == 1
    assert [str(d.position) for d in caught.value.diagnostics] == ["templates/report.jinja:1:1"]


def test_a_workspaces_own_phrase_replaces_the_packaged_one(small: MakeWorkspace) -> None:
    phrase = "{% macro 默认(f) %}为{{ f | amount }}{% endmacro %}"
    made = document_of(small({"templates/phrases/default.jinja": phrase}), YEAR)
    assert [text_of(runs) for runs in paragraphs_of(made.document)] == ["地区生产总值为5.1%。"]
