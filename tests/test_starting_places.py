"""Which places and years a new workspace takes, and how each sort of place is spoken of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.building import document_of
from generator.diagnostics import CannotRunError
from generator.starting import start_workspace
from generator.validation import validate
from generator.workspace import Workspace
from generator.writers import txt

YEAR = 2031


def text_for(place: str, folder: Path) -> str:
    start_workspace(folder, place, YEAR)
    return txt.write(document_of(Workspace(folder), YEAR).document)


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("某市", ["我代表市人民政府向", "请市政协委员", "和市委工作安排", "全市上下", "市人大、市政协", "谱写某市"]),
        ("某县", ["我代表县人民政府向", "请县政协委员", "和县委工作安排", "全县上下", "县人大、县政协", "谱写某县"]),
        ("某省", ["我代表省人民政府向", "请省政协委员", "和省委工作安排", "全省上下"]),
        ("某区", ["我代表区人民政府向", "请区政协委员", "和区委工作安排", "全区上下"]),
        ("某族自治州", ["我代表州人民政府向", "和州委工作安排", "全州上下"]),
        ("某族自治县", ["我代表县人民政府向", "全县上下"]),
        ("某族自治区", ["我代表自治区人民政府向", "请自治区政协委员", "和自治区党委工作安排", "全区上下"]),
        ("某盟", ["我代表盟行政公署向", "和盟委工作安排", "全盟上下"]),
        ("某旗", ["我代表旗人民政府向", "和旗委工作安排", "全旗上下"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_各级地方各有各的说法(place: str, wanted: list[str], tmp_path: Path) -> None:
    text = text_for(place, tmp_path / "新")
    assert [words for words in wanted if words not in text] == []
    others = "".join(set("省市县州盟旗") - set(place))
    assert re.findall(f"[{others}](?:人民政府|委|政协|人大)|全[{others}](?:上下|人民)", text) == []
    assert validate(Workspace(tmp_path / "新"), YEAR) == ()


@pytest.mark.parametrize(
    ("place", "year", "message"),
    [
        ("某{市", YEAR, "地名里不能有“{”"),
        ("某}市", YEAR, "地名里不能有“}”"),
        ("某\n市", YEAR, "换行"),
        ("某\x00市", YEAR, "看不见的字符"),
        ("某\ue000市", YEAR, "看不见的字符"),
        ("某: 市", YEAR, "不能有“:”"),
        ("某#市", YEAR, "不能有“#”"),
        ('"某市', YEAR, '不能有“"”'),
        ("../某市", YEAR, "不能有“.”"),
        (" 某市", YEAR, "不能有“ ”"),
        ("某" * 20 + "市", YEAR, "太长"),
        ("", YEAR, "没有写地名"),
        ("某地", YEAR, "哪一级"),
        ("某市", 1949, "年份不能是 1949"),
        ("某市", 2201, "年份不能是 2201"),
        ("某市", -1, "年份不能是 -1"),
    ],
)
def test_地名和年份不对就不建(place: str, year: int, message: str, tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match=re.escape(message)):
        start_workspace(tmp_path / "新", place, year)
    assert list(tmp_path.iterdir()) == []


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=25))
def test_任何地名要么拒绝要么原样写进数据(tmp_path_factory: pytest.TempPathFactory, place: str) -> None:
    folder = tmp_path_factory.mktemp("任何") / "新"
    try:
        start_workspace(folder, f"{place}县", YEAR)
    except CannotRunError:
        assert not folder.exists()
    else:
        made = document_of(Workspace(folder), YEAR)
        assert made.report.report.place == f"{place}县"
        assert validate(Workspace(folder), YEAR) == ()


@pytest.mark.parametrize(
    ("place", "year"), [("某市", 1950), ("某市", 2200), ("某" * 19 + "市", YEAR), ("某·某县", YEAR)]
)
def test_两头的年份和最长的地名都行(place: str, year: int, tmp_path: Path) -> None:
    start_workspace(tmp_path / "新", place, year)
    assert validate(Workspace(tmp_path / "新"), year) == ()
