"""A report that was imported rolls forward like any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.building import document_of
from generator.importing.placing import place_import
from generator.rolling.writing import RollRequest, run_roll
from generator.tracing import trace
from generator.validation import validate
from generator.workspace import Workspace
from generator.writers import txt

PUBLISHED = """\
各位代表：
现在，我代表县人民政府向大会报告工作，请予审议。
一、2024年工作回顾
过去的一年，极不平凡。地区生产总值增长5.1%，新增高新技术企业39家。
——民生持续改善。城镇新增就业9.5万人，建成幼儿园12所。
二、2025年工作安排
主要预期目标是：地区生产总值增长5.5%左右，城镇新增就业9万人以上。
（一）聚力创新驱动。力争新增高新技术企业30家以上，建设产业平台4个。
（二）改善民生。坚持尽力而为、量力而行。
"""


@pytest.mark.parametrize("drop_narrative", [False, True])
def test_it_rolls(tmp_path: Path, drop_narrative: bool) -> None:
    source = tmp_path / "某县.txt"
    source.write_text(PUBLISHED, "utf-8")
    list(place_import(source, 2025, "某县", tmp_path / "某县"))
    workspace = Workspace(tmp_path / "某县")
    run_roll(workspace, RollRequest(2025, drop_narrative=drop_narrative))
    assert validate(workspace, 2026) == ()
    document = document_of(workspace, 2026).document
    text = txt.write(document)
    assert trace(document).untraced == ()
    assert ("待改" in text) is not drop_narrative
    for words in (
        "一、2025年工作回顾",
        "二、2026年工作安排",
        "地区生产总值增长【待填：%；目标5.5%左右】",
        "城镇新增就业【待填：万人；目标9万人以上】",
        "建设产业平台【待填：个；目标4个】",
    ):
        assert words in text
