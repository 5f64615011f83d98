"""A new workspace is whole at once: it validates, builds with blanks, and nothing is ever left half-made."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import generator.starting as starting
from generator.building import BuildRequest, document_of, run_build
from generator.diagnostics import CannotRunError, QicaoError
from generator.document import Role
from generator.rendering import owed_runs
from generator.starting import start_workspace
from generator.tracing import trace
from generator.validation import validate
from generator.workspace import PACKAGED_TEMPLATES, Workspace
from generator.writers import txt

YEAR = 2031
FILES = [
    "drafts/2031/report.yaml",
    "drafts/2031/figures.yaml",
    "drafts/2031/targets.yaml",
    "drafts/2031/projects.yaml",
    "drafts/2031/terms.yaml",
    "drafts/2031/outline/1-opening.yaml",
    "drafts/2031/outline/2-review.yaml",
    "drafts/2031/outline/3-plan.yaml",
    "drafts/2031/outline/4-building.yaml",
    "templates/说明.md",
    "schemas/report.schema.json",
    "schemas/figures.schema.json",
    "schemas/targets.schema.json",
    "schemas/projects.schema.json",
    "schemas/terms.schema.json",
    "schemas/waivers.schema.json",
    "schemas/part.schema.json",
]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("started") / "某市报告"
    start_workspace(folder, "某市", YEAR)
    return Workspace(folder)


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_建哪些文件(tmp_path: Path) -> None:
    made = start_workspace(tmp_path / "新", "某市", YEAR)
    assert made == [tmp_path / "新" / name for name in FILES]
    assert files_in(tmp_path / "新") == sorted(FILES)
    assert files_in(tmp_path) == sorted(f"新/{name}" for name in FILES), "旁边不留别的东西"


def test_检查没有问题(started: Workspace) -> None:
    assert validate(started, YEAR) == ()


def test_每个数字都有来源(started: Workspace) -> None:
    found = trace(document_of(started, YEAR).document)
    assert found.numerals > 0
    assert found.untraced == ()


def test_是一份完整的报告(started: Workspace) -> None:
    text = txt.write(document_of(started, YEAR).document)
    heads = re.findall(r"^(?:[一二三]、.*|——[^。]*|（[一二三四]）[^。]*|附件|各位代表[：！])", text, re.MULTILINE)
    assert heads == [
        "各位代表：",
        "一、2030年工作回顾",
        "——经济运行稳中向好",
        "——发展动能持续增强",
        "——城乡面貌明显改善",
        "——民生福祉不断增进",
        "——政府建设全面加强",
        "各位代表！",
        "二、2031年工作安排",
        "（一）推动经济平稳增长",
        "（二）培育发展新动能",
        "（三）推进城乡融合发展",
        "（四）保障和改善民生",
        "三、加强政府自身建设",
        "各位代表！",
        "附件",
        "一、新建改建中小学、幼儿园【待填：中小学幼儿园建设目标（所）】。",
        "二、改造老旧小区【待填：老旧小区改造目标（个）】。",
    ]
    assert "主要预期目标建议为：地区生产总值增长【待填：地区生产总值增速目标（%）】左右" in text
    assert "实施稳岗扩就业、教育提质、健康惠民三项行动" in text


def test_草稿里空着的数都标出来(started: Workspace, tmp_path: Path) -> None:
    result = run_build(started, BuildRequest(YEAR, ("docx", "txt", "html"), out=tmp_path))
    word, text, page = (path.read_bytes() for path in result.written)
    assert len(result.owed) > 20
    blanks = text.decode().count("【待填：")
    assert blanks >= len(result.owed)
    assert page.decode().count('class="datum placeholder"') == blanks
    xml = zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").decode()
    assert xml.count("【待填：") >= blanks


def test_定稿时拒绝并指出每个空着的数在哪一行(started: Workspace) -> None:
    with pytest.raises(QicaoError) as refused:
        run_build(started, BuildRequest(YEAR, final=True))
    assert refused.value.exit_code == 1
    told = {(d.position.file, d.position.line) for d in refused.value.diagnostics}
    blank = {
        (path, number)
        for path in FILES[:5]
        for number, line in enumerate((started.root / path).read_text(encoding="utf-8").split("\n"), start=1)
        if re.search(r"\bvalue:\s*(?:,|$)", line)
    }
    assert told == blank


def test_填满就能定稿(tmp_path: Path) -> None:
    start_workspace(tmp_path / "新", "某市", YEAR)
    for name in FILES[:5]:
        path = tmp_path / "新" / name
        filled = re.sub(r"\bvalue: ?(?=,|$)", "value: 5", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        path.write_text(filled, encoding="utf-8")
    result = run_build(Workspace(tmp_path / "新"), BuildRequest(YEAR, ("txt",), final=True))
    assert "【" not in result.written[0].read_text(encoding="utf-8")


def test_文件夹不空就不动它(tmp_path: Path) -> None:
    (tmp_path / "有.txt").write_text("原有", encoding="utf-8")
    with pytest.raises(CannotRunError, match="不是空的"):
        start_workspace(tmp_path, "某市", YEAR)
    assert files_in(tmp_path) == ["有.txt"]
    assert (tmp_path / "有.txt").read_text(encoding="utf-8") == "原有"


def test_是文件就不动它(tmp_path: Path) -> None:
    (tmp_path / "新").write_text("原有", encoding="utf-8")
    with pytest.raises(CannotRunError, match="是一个文件"):
        start_workspace(tmp_path / "新", "某市", YEAR)
    assert (tmp_path / "新").read_text(encoding="utf-8") == "原有"


def test_空文件夹可以用而且还是那个文件夹(tmp_path: Path) -> None:
    folder = tmp_path / "空"
    folder.mkdir()
    before = folder.stat().st_ino
    start_workspace(folder, "某市", YEAR)
    assert folder.stat().st_ino == before, "命令行正停在里面时，不能换掉它"
    assert files_in(folder) == sorted(FILES)


def test_上面的文件夹没有就一起建(tmp_path: Path) -> None:
    start_workspace(tmp_path / "甲" / "乙", "某市", YEAR)
    assert files_in(tmp_path / "甲" / "乙") == sorted(FILES)


@pytest.mark.parametrize("exists", [True, False], ids=["空文件夹", "新文件夹"])
def test_中途出错什么都不留下(exists: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "甲" / "新"
    if exists:
        folder.mkdir(parents=True)

    def fail(folder: Path) -> list[Path]:
        raise OSError(28, "磁盘满了")

    monkeypatch.setattr(starting, "write_schemas", fail)
    with pytest.raises(CannotRunError, match="磁盘满了"):
        start_workspace(folder, "某市", YEAR)
    assert list(tmp_path.rglob("*")) == ([tmp_path / "甲", folder] if exists else [])


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="管理员什么都能写")
def test_不能写的地方说清楚(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(CannotRunError, match="建不了文件夹"):
            start_workspace(tmp_path / "新", "某市", YEAR)
    finally:
        tmp_path.chmod(0o755)


def test_模板里没有数字() -> None:
    templates = sorted((PACKAGED_TEMPLATES / "starter").iterdir())
    assert len(templates) == 10
    for path in templates:
        assert not re.search(r"[0-9０-９]", path.name + path.read_text(encoding="utf-8")), path.name


def test_说明里的例子真能用(started: Workspace, tmp_path: Path) -> None:
    note = (started.root / "templates/说明.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```\n(.*?)```", note, re.DOTALL)
    start_workspace(tmp_path / "新", "某市", YEAR)
    (tmp_path / "新/templates/phrases").mkdir()
    (tmp_path / "新/templates/phrases/local.jinja").write_text(example, encoding="utf-8")
    review = tmp_path / "新" / FILES[6]
    text = review.read_text(encoding="utf-8")
    assert "{高新技术企业新增}" in text
    review.write_text(text.replace("{高新技术企业新增}", "{高新技术企业新增|已达}"), encoding="utf-8")
    document = document_of(Workspace(tmp_path / "新"), YEAR).document
    assert "新增高新技术企业已达【待填：高新技术企业新增（家）】" in txt.write(document)


def test_待填的数只因为空着(started: Workspace) -> None:
    roles = {role for *_, role in owed_runs(document_of(started, YEAR).document)}
    assert roles == {Role.PLACEHOLDER}


def test_命令行从头到尾(tmp_path: Path) -> None:
    def qicao(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "generator", *arguments]
        env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=False)

    made = qicao("init", "新", "--place", "某县", "--year", "2031")
    assert (made.returncode, made.stderr) == (0, "")
    assert "qicao build 2031 --workspace 新" in made.stdout
    again = qicao("init", "新", "--place", "某县", "--year", "2031")
    assert again.returncode == 2
    assert "不是空的" in again.stderr
    final = qicao("build", "2031", "--final", "--workspace", "新")
    assert final.returncode == 1
    assert "drafts/2031/targets.yaml:" in final.stderr
