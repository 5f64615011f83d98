"""Forms that a person fills in with LibreOffice Calc, key by key; needs LibreOffice with its Python bridge."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path

import pytest

from generator.libreoffice import find_libreoffice
from tests.forms.years import codes, fill, issued, two_years

PYTHON = "/usr/bin/python3"
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8", "et": "MS Excel 97"}


@cache
def can_type() -> bool:
    """Whether there is a LibreOffice that can be typed into."""
    if find_libreoffice() is None or not Path(PYTHON).is_file():
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


def typed(form: Path, target: Path, actions: dict[str, str | int]) -> Path:
    """The form with some things typed into it, saved as its suffix says."""
    if not can_type():
        pytest.skip("没有装 LibreOffice 或它的 Python 接口（python3-uno）")
    script = Path(__file__).with_name("calc_typist.py")
    command = [PYTHON, str(script), str(form), str(target), FILTERS[target.suffix[1:]], json.dumps(actions)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target


@pytest.mark.parametrize("suffix", ["ods", "et"])
def test_values_names_and_states_arrive(suffix: str, tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    actions: dict[str, str | int] = {"G5": "5.1%", "H5": "确认", "I5": "张三", "G7": "3", "H7": "预计"}
    form = issued(workspace, tmp_path / "out")["统计局"]
    filled = fill(workspace, typed(form, tmp_path / f"returned.{suffix}", {**actions, "G6": "90", "H6": "预计"}))
    assert codes(filled) == ["E112 G5"]
    assert [(c.good.key, c.after, c.good.person, str(c.good.status)) for c in filled.changes] == [
        ("地区生产总值增速", "5.1", "张三", "确认"),
        ("粮食产量", "90", "张三", "预计"),
        ("全省位次", "3", "张三", "预计"),
    ]


def test_only_the_answer_cells_can_be_typed_into(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    form = issued(workspace, tmp_path / "out")["统计局"]
    cells = {
        "A5": "别的键",
        "B5": "别的指标",
        "D5": "万元",
        "E5": "9",
        "F5": "9",
        "G5": "5.2",
        "H5": "确认",
        "I5": "张三",
    }
    filled = fill(workspace, typed(form, tmp_path / "returned.xlsx", dict(cells)))
    assert codes(filled) == []
    assert [change.after for change in filled.changes] == ["5.2"]


def test_rows_deleted_inserted_and_renamed_after_unprotecting_are_told(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    form = issued(workspace, tmp_path / "out")["统计局"]
    actions: dict[str, str | int] = {"G5": "5.2", "H5": "确认", "I5": "张三", "G6": "88", "H6": "确认"}
    actions |= {"@unprotect": 1, "D6": "万吨", "@delete": 7, "@insert": 6, "@rename": "我们填的"}
    filled = fill(workspace, typed(form, tmp_path / "returned.ods", actions))
    assert codes(filled) == ["E103", "E107 D7"]
    assert filled.findings[0].position.file.endswith("[我们填的!D7]")
    assert [change.after for change in filled.changes] == ["5.2"]


def test_what_calc_makes_of_a_date_or_a_formula_is_not_read(tmp_path: Path) -> None:
    workspace = two_years(tmp_path)
    form = issued(workspace, tmp_path / "out")["统计局"]
    actions: dict[str, str | int] = {"G5": "=3+2", "H5": "确认", "I5": "张三", "G6": "2024-01-05", "H6": "确认"}
    filled = fill(workspace, typed(form, tmp_path / "returned.xls", actions))
    assert (codes(filled), filled.changes) == (["E106 G6", "E113 G5"], ())
