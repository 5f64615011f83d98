"""What a check keeps of the data: the same as made anew, and never older than the data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import building
from generator.checking.base import Base, base_of_year
from generator.diagnostics import QicaoError
from generator.document import Document, paragraphs_of, text_of
from generator.workspace import Workspace
from tests.workspaces import MakeWorkspace

FILES = {
    "report.yaml": "year: 2024\nplace: 某市\n",
    "figures.yaml": """figures:
  工业增加值增速: {value: 6.6, unit: '%', direction: 增长, scope: 规模以上、同口径, department: 统计局}
  连续年数: {value: 3, unit: 年, fixed: true}
  地区生产总值: {value: 1.2, unit: 万亿元, status: 预计}
  位次: {value: 2, rank_in: 全省}
  结构: {value: '8.7:41.2:50.1'}
derived:
  在建个数: {count: 在建项目, unit: 个}
""",
    "targets.yaml": "targets:\n  工业增速目标: {value: 6, unit: '%', direction: 增长, figure: 工业增加值增速}\n",
    "projects.yaml": "projects:\n"
    "  东西高铁: {stage: 在建, full: 东城至西城高速铁路, investment: {value: 12, unit: 亿元}}\n"
    "lists:\n  在建项目: {stage: 在建}\n",
    "terms.yaml": "terms:\n  万企智配平台: {}\n",
    "outline/1.yaml": "part: 回顾\nheading: 2023年工作回顾\nsections:\n"
    "  - text: 规模以上工业增加值{工业增加值增速}，{在建项目}加快建设，用好{万企智配平台}。\n",
    "outline/2.yaml": "part: 安排\nheading: 2024年工作安排\nsections:\n  - text: 工业增加值{工业增速目标}。\n",
}


@pytest.fixture
def workspace(workspace_of: MakeWorkspace) -> Workspace:
    return workspace_of(FILES)


@pytest.fixture
def never_made(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From when it is called on, making a report is a failure."""

    def refuse(*_: object) -> None:
        raise AssertionError("made anew")

    return lambda: monkeypatch.setattr(building, "document_of", refuse)


def text(base: Base) -> str:
    assert base.document is not None
    return "\n".join(text_of(runs) for runs in paragraphs_of(base.document))


def kept_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own-cache"))
    return lambda: next((tmp_path / "own-cache" / "qicao" / "bases").iterdir())


def test_what_was_kept_is_what_would_be_made(workspace: Workspace, never_made: Callable[[], None]) -> None:
    first = base_of_year(workspace, 2024)
    never_made()
    assert base_of_year(workspace, 2024) == first


def test_a_changed_figure_is_seen(workspace: Workspace) -> None:
    assert "增长6.6%" in text(base_of_year(workspace, 2024))
    file = workspace.year_folder(2024) / "figures.yaml"
    file.write_text(file.read_text("utf-8").replace("6.6", "7.7"), "utf-8")
    assert "增长7.7%" in text(base_of_year(workspace, 2024))


def test_a_changed_sentence_is_seen(workspace: Workspace) -> None:
    base_of_year(workspace, 2024)
    file = workspace.year_folder(2024) / "outline" / "1.yaml"
    file.write_text(file.read_text("utf-8").replace("用好", "建好"), "utf-8")
    assert "建好万企智配平台" in text(base_of_year(workspace, 2024))


def test_a_template_of_ones_own_is_seen(workspace: Workspace) -> None:
    base_of_year(workspace, 2024)
    own = workspace.root / "templates" / "sections.jinja"
    packaged = workspace.read_template("sections.jinja")
    assert packaged is not None
    own.parent.mkdir()
    own.write_bytes(packaged + b"{# changed #}")
    assert hash_of(base_of_year(workspace, 2024)) != hash_of(base_of_year(Workspace(Path()), 2024))


def hash_of(base: Base) -> str:
    assert isinstance(base.document, Document)
    return base.document.meta.template_hash


def test_data_with_errors_are_refused_each_time(workspace: Workspace) -> None:
    base_of_year(workspace, 2024)
    (workspace.year_folder(2024) / "figures.yaml").write_text("figures: [", "utf-8")
    for _ in range(2):
        with pytest.raises(QicaoError):
            base_of_year(workspace, 2024)


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-40], lambda data: b"", lambda data: data.replace("万企".encode(), "千企".encode())]
)
def test_a_damaged_file_is_made_anew(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[bytes], bytes]
) -> None:
    file = kept_file(tmp_path, monkeypatch)
    first = base_of_year(workspace, 2024)
    file().write_bytes(damage(file().read_bytes()))
    assert base_of_year(workspace, 2024) == first


def test_a_workspace_keeps_one_file_a_year(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = kept_file(tmp_path, monkeypatch)
    for value in ("6.6", "7.7", "8.8"):
        data = workspace.year_folder(2024) / "figures.yaml"
        data.write_text(FILES["figures.yaml"].replace("6.6", value), "utf-8")
        base_of_year(workspace, 2024)
    assert len(list(file().parent.iterdir())) == 1


def test_without_a_folder_of_its_own_nothing_is_kept(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    (shared / "qicao" / "bases").mkdir(parents=True)
    (shared / "qicao" / "bases").chmod(0o777)
    monkeypatch.setenv("XDG_CACHE_HOME", str(shared))
    assert "增长6.6%" in text(base_of_year(workspace, 2024))
    assert list((shared / "qicao" / "bases").iterdir()) == []
