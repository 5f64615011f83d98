"""Forms that were saved by other programs come back whole; needs LibreOffice with Calc."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import CannotRunError
from generator.libreoffice import convert, find_libreoffice
from tests.forms.years import FIGURES, Cell, answer, codes, figures, fill, issued, two_years

ANSWERS: dict[str, Cell] = {"G5": 5.3, "H5": "确认", "I5": "张三", "G6": "９０", "H6": "预计", "G7": "约3"}


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_a_form_saved_by_libreoffice_comes_back_whole(suffix: str, tmp_path: Path) -> None:
    if find_libreoffice() is None:
        pytest.skip("没有安装 LibreOffice")
    workspace = two_years(tmp_path)
    path = answer(issued(workspace, tmp_path / "out")["统计局"], ANSWERS)
    try:
        data = convert(path.read_bytes(), suffix, source_suffix="xlsx")
    except CannotRunError:
        pytest.skip("LibreOffice 没有装电子表格（Calc）")
    returned = tmp_path / f"returned.{suffix}"
    returned.write_bytes(data)
    filled = fill(workspace, returned)
    assert codes(filled) == ["E106 G7", "E112 G6"]
    assert {change.good.key: change.after for change in filled.changes} == {"地区生产总值增速": "5.3", "粮食产量": "90"}
    assert "value: 5.3          # 统计局年底报" in figures(workspace)


def test_an_old_excel_file_needs_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.libreoffice.find_libreoffice", lambda: None)
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    workspace = two_years(tmp_path)
    [finding] = fill(workspace, path).findings
    assert finding.message == "这台电脑上找不到 LibreOffice，不能转换 .xls 文件"
    assert "另存为 .xlsx" in finding.hint
    assert figures(workspace) == FIGURES
