"""The JSON Schema files that editors use: current, in Chinese, and of one mind with loading."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from pydantic import ValidationError

from generator.loading.parsing import parse_yaml
from generator.schema_files import FILES, schema_text, write_schemas
from generator.starting import start_workspace

ROOT = Path(__file__).parents[1]
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads(schema_text(name)))


def errors(name: str, text: str) -> list[str]:
    """What an editor underlines in this text."""
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(yaml.safe_load(text))]


def yaml_files(workspace: Path) -> list[Path]:
    """The data files of a workspace, by the names that loading knows."""
    years = [folder for folder in (workspace / "drafts").iterdir() if folder.is_dir()]
    named = [path for year in years for name in FILES if (path := year / f"{name}.yaml").exists()]
    return named + [path for year in years for path in sorted((year / "outline").glob("*.yaml"))]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("started") / "workspace"
    start_workspace(folder, "某县", 2031)
    return folder


@pytest.mark.parametrize("name", FILES)
def test_随程序的文件是最新的(name: str) -> None:
    shipped = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert shipped == schema_text(name), "schemas/ 改过以后要运行 qicao schema"


@pytest.mark.parametrize("name", FILES)
def test_是合格的_JSON_Schema(name: str) -> None:
    schema = json.loads(schema_text(name))
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"] == f"urn:qicao:schema:{name}"
    Draft7Validator.check_schema(schema)


def test_写到指定的文件夹(tmp_path: Path) -> None:
    paths = write_schemas(tmp_path / "schemas")
    assert [path.name for path in paths] == [f"{name}.schema.json" for name in FILES]
    assert [path.read_text(encoding="utf-8") for path in paths] == [schema_text(name) for name in FILES]


@pytest.mark.parametrize("folder", ["2024", "新建"])
def test_随程序的和新建的数据都合格(folder: str, started: Path) -> None:
    files = yaml_files(ROOT if folder == "2024" else started)
    assert len(files) >= 9
    found = {path.name: errors(_schema_of(path), path.read_text(encoding="utf-8")) for path in files}
    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.parametrize("folder", ["2024", "新建"])
def test_第一行指向自己的说明文件(folder: str, started: Path) -> None:
    for path in yaml_files(ROOT if folder == "2024" else started):
        found = MODELINE.fullmatch(path.read_text(encoding="utf-8").split("\n", 1)[0])
        assert found is not None, f"{path.name} 的第一行没有 yaml-language-server"
        target = (path.parent / found[1]).resolve()
        assert target.name == f"{_schema_of(path)}.schema.json"
        assert target.is_file()


def _schema_of(path: Path) -> str:
    return "part" if path.parent.name == "outline" else path.stem


def _schemas(node: object) -> Iterator[dict[str, object]]:
    """Every schema inside a schema: definitions and fields."""
    if isinstance(node, dict):
        for key in ("definitions", "properties"):
            for child in node.get(key, {}).values():
                yield child
                yield from _schemas(child)


@pytest.mark.parametrize("name", FILES)
def test_鼠标移上去看到的都是中文(name: str) -> None:
    root = json.loads(schema_text(name))
    for schema in (root, *_schemas(root)):
        assert re.search("[一-鿿]", str(schema.get("description"))), schema
        assert re.search("[一-鿿]|^None$", str(schema.get("title"))), schema


@pytest.mark.parametrize("name", FILES)
def test_没有的项一律不许写(name: str) -> None:
    root = json.loads(schema_text(name))
    models = [schema for schema in (root, *_schemas(root)) if "properties" in schema]
    assert models
    assert all(schema["additionalProperties"] is False for schema in models)


CASES = [
    ("figures", "figures: {甲: {value: 5.1, unit: '%'}}", True),
    ("figures", "figures: {甲: {value: , unit: 亿元}}", True),
    ("figures", "figures: {甲: {value: '4.5~5'}}", True),
    ("figures", "figures: {甲: {value: 8.7:41.2:50.1}}", True),
    ("figures", "figures: {甲: {value: 12:30}}", True),
    ("figures", "figures: {甲: {value: 1/3}}", True),
    ("figures", "figures: {甲: {value: -3}}", True),
    ("figures", "figures: {甲: {value: 5.1%}}", False),
    ("figures", "figures: {甲: {value: 约5}}", False),
    ("figures", "figures: {甲: {value: [5]}}", False),
    ("figures", "figures: {甲: {period: 2023}}", True),
    ("figures", "figures: {甲: {direction: 增长}}", True),
    ("figures", "figures: {甲: {direction: 暴涨}}", False),
    ("figures", "figures: {甲: {direction: }}", True),
    ("figures", "figures: {甲: {precision: 7}}", False),
    ("figures", "figures: {甲: {running: true}}", True),
    ("figures", "figures: {甲: {vlaue: 5}}", False),
    ("figures", "figures: {12345: {value: 5}}", True),
    ("figures", "figures: {甲.乙: {value: 5}}", False),
    ("figures", "figures: {' 甲': {value: 5}}", False),
    ("figures", "figures: {甲: }", False),
    ("figures", "derived: {甲: {difference: [乙, 丙]}}", True),
    ("figures", "derived: {甲: {difference: [乙]}}", False),
    ("figures", "targets: {甲: {value: 5}}", False),
    ("targets", "targets: {甲: {text: 稳定增长, required: true}}", True),
    ("targets", "targets: {甲: {value: 7, stretch: {value: 8}}}", True),
    ("projects", "projects: {甲: {stage: 在建, investment: {value: , unit: 亿元}}}", True),
    ("projects", "projects: {甲: {stage: 停工}}", False),
    ("projects", "lists: {甲: {items: [乙, 丙]}}", True),
    ("terms", "terms: {甲: , 乙: {full: 丙}}", True),
    ("terms", "lists: {甲: {items: []}}", False),
    ("terms", "lists: {甲: {items: [2024, 乙]}}", True),
    ("report", "{year: 2024, place: 某市}", True),
    ("report", "{year: 1900, place: 某市}", False),
    ("report", "{place: 某市}", False),
    ("report", "{year: 2024, place: 某市, layout: 本市版式}", True),
    ("report", "{year: 2024, place: 某市, annexes: [{kind: 表格, title: 表}]}", True),
    ("report", "{year: 2024, place: 某市, annexes: [{kind: 表格}]}", False),
    ("part", "{part: 回顾, sections: [{head: 甲, text: 乙, run_in: true}]}", True),
    ("part", "{part: 回顾, sections: [{text: }]}", True),
    ("part", "{part: 回顾, sections: [{table: {header: [年份, 数], rows: [[2023, 5.1]]}}]}", True),
    ("part", "{part: 回顾, sections: [{text: [甲]}]}", False),
    ("part", "{part: 回顾, marks: 一、, sections: []}", False),
    ("part", "{part: 回顾}", False),
]


@pytest.mark.parametrize(("name", "text", "is_right"), CASES, ids=[f"{name}: {text}" for name, text, _ in CASES])
def test_编辑器和程序看法一致(name: str, text: str, is_right: bool) -> None:
    root, syntax = parse_yaml(text, "测试.yaml")
    assert syntax == []
    try:
        FILES[name].model_validate(root)
    except ValidationError:
        assert not is_right
    else:
        assert is_right
    assert (errors(name, text) == []) is is_right
