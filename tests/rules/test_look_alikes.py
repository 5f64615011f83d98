"""Which characters are taken for each other in reading."""

from __future__ import annotations

import pytest

from generator.rules.look_alikes import look_alike


@pytest.mark.parametrize("pair", ["园圆", "圆园", "管菅", "未末", "己巳", "货贷", "兰三"])
def test_alike(pair: str) -> None:
    assert look_alike(*pair)


@pytest.mark.parametrize("pair", ["园区", "管理", "未未", "a未"])
def test_not_alike(pair: str) -> None:
    assert not look_alike(*pair)
