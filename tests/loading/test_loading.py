"""Loading a year: which files there must be, that broken ones never stop the rest, and nothing outside is read."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import workspace as workspace_module
from generator.diagnostics import CannotRunError, QicaoError
from generator.loading.loader import DATA_SECTIONS, load
from generator.loading.plain import parse_plain
from schemas.figure import Direction
from tests.workspaces import SMALL, YEAR, MakeWorkspace, write_workspace


def test_the_smallest_report_loads(small: MakeWorkspace) -> None:
    loaded = load(small({}), YEAR)
    figure = loaded.require().figures["地区生产总值"]
    assert (figure.value, figure.unit, figure.direction) == (Decimal("5.1"), "%", Direction.GROW)
    assert loaded.sources.source("figures", ("地区生产总值", "value")) == "drafts/2024/figures.yaml:2"


def test_parts_come_in_the_order_of_their_file_names(small: MakeWorkspace) -> None:
    part = "part: 其他\nheading: {}\nsections: []\n"
    loaded = load(small({"outline/3.yaml": part.format("丙"), "outline/2.yaml": part.format("乙")}), YEAR)
    headings = [part.heading.text for part in loaded.require().outline if part.heading is not None]
    assert headings == ["乙", "丙"]


def test_require_gives_everything_that_is_wrong(small: MakeWorkspace) -> None:
    loaded = load(small({"figures.yaml": "figures: {甲: {uint: 个}, 乙: {uint: 个}}\n"}), YEAR)
    with pytest.raises(QicaoError) as caught:
        loaded.require()
    assert caught.value.exit_code == 1
    assert caught.value.diagnostics == loaded.diagnostics
    assert [d.code for d in loaded.diagnostics] == ["D102", "D102", "D202"]


def test_a_year_without_a_folder_cannot_be_loaded(small: MakeWorkspace) -> None:
    with pytest.raises(CannotRunError, match="没有 2023 年的数据"):
        load(small({}), 2023)


def test_the_hash_depends_on_every_file(tmp_path: Path) -> None:
    hashes = [load(write_workspace(tmp_path / "same", SMALL), YEAR).data_hash]
    for number, name in enumerate(SMALL):
        changed = {**SMALL, name: f"{SMALL[name]}# 注\n"}
        hashes.append(load(write_workspace(tmp_path / str(number), changed), YEAR).data_hash)
    assert len(set(hashes)) == len(SMALL) + 1
    assert load(write_workspace(tmp_path / "again", SMALL), YEAR).data_hash == hashes[0]


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_and_byte_order_marks_of_other_systems_do_not_matter(tmp_path: Path, ends: str) -> None:
    other = {name: "\ufeff" + text.replace("\n", ends) for name, text in SMALL.items()}
    loaded = load(write_workspace(tmp_path, other), YEAR)
    assert loaded.diagnostics == ()


def test_a_file_that_is_not_utf8_is_named_with_its_line(small: MakeWorkspace) -> None:
    workspace = small({})
    path = workspace.root / "drafts/2024/figures.yaml"
    path.write_bytes("# 甲乙\nfigures:\n  甲: {unit: 亿元}\n".encode("gbk"))
    found = load(workspace, YEAR).diagnostics
    assert [(d.position.file, d.message) for d in found] == [("drafts/2024/figures.yaml", "第 1 行不是 UTF-8 文字")]
    assert found[0].hint == "请在编辑器里另存为 UTF-8 编码"


def test_too_large_a_file_is_refused(small: MakeWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = small({})
    monkeypatch.setattr(workspace_module, "MAX_FILE_BYTES", 40)
    found = load(workspace, YEAR).diagnostics
    assert {d.position.file for d in found} == {"drafts/2024/figures.yaml", "drafts/2024/outline/1.yaml"}
    assert all("文件太大" in d.message for d in found)


@pytest.mark.parametrize("name", ["figures.yaml", "report.yaml", "outline/1.yaml"])
def test_a_link_that_leads_out_of_the_workspace_is_not_followed(
    small: MakeWorkspace, tmp_path: Path, name: str
) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(SMALL[name], encoding="utf-8")
    workspace = small({})
    path = workspace.root / "drafts/2024" / name
    path.unlink()
    try:
        path.symlink_to(outside)
    except OSError:
        pytest.skip("this system does not let tests make links")
    messages = [d.message for d in load(workspace, YEAR).diagnostics]
    assert "这个文件（或它指向的文件）在工作文件夹之外，不读取" in messages


def test_a_folder_in_the_place_of_a_file_is_told(small: MakeWorkspace) -> None:
    workspace = small({})
    path = workspace.root / "drafts/2024/figures.yaml"
    path.unlink()
    path.mkdir()
    assert [d.code for d in load(workspace, YEAR).diagnostics] == ["Q001"]


SECTIONS = ["figures", "derived", "targets", "projects", "lists", "terms", "front", "annexes", "sections", "table"]
FIELDS = ["year", "place", "units", "part", "head", "text", "header", "rows", "value", "unit", "partners", "direction"]
OTHERS = ["stage", "items", "sum", "count", "investment", "甲", "{甲}", "5.1", "亿元", "在建", "增长", "回顾", "2024"]
WORDS = st.sampled_from([*SECTIONS, *FIELDS, *OTHERS])
JUNK = st.recursive(
    WORDS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["report.yaml", *DATA_SECTIONS, "outline/1.yaml", "outline/2.yaml"]), JUNK))
def test_no_data_whatever_makes_loading_fail(tmp_path: Path, junk: dict[str, object]) -> None:
    texts = {name: yaml.safe_dump(value, allow_unicode=True) for name, value in junk.items()}
    loaded = load(write_workspace(tmp_path / str(abs(hash(str(texts)))), {**SMALL, **texts}), YEAR)
    for diagnostic in loaded.diagnostics:
        assert diagnostic.message
        assert not diagnostic.message.isascii()


def test_settings_files_are_mappings() -> None:
    assert parse_plain("甲: [1, {乙: 二}]\n空:\n".encode(), "x.yaml") == {"甲": ["1", {"乙": "二"}], "空": None}
    with pytest.raises(CannotRunError, match="应是“名称: 内容”的形式"):
        parse_plain(b"- 1\n", "x.yaml")
    with pytest.raises(QicaoError) as caught:
        parse_plain("甲: 1\n甲: 2\n".encode(), "x.yaml")
    assert [(d.code, d.source_line) for d in caught.value.diagnostics] == [("D103", "甲: 2")]
