"""Which characters are taken for each other in typing."""

from __future__ import annotations

import pytest

from generator.rules.homophones import sound_alike


@pytest.mark.parametrize("pair", ["州洲", "向相", "为违", "鸿宏", "啊阿", "座做", "踔绰", "潍维"])
def test_alike(pair: str) -> None:
    assert sound_alike(*pair)


@pytest.mark.parametrize("pair", ["州市", "中下", "的地", "做作", "a阿", "教族"])
def test_not_alike_or_either_is_right(pair: str) -> None:
    assert not sound_alike(*pair)


def test_only_single_characters() -> None:
    assert not sound_alike("青州", "青洲")
    assert not sound_alike("", "洲")
