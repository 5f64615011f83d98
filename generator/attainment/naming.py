"""What the figure that reports on a target is called, where the target does not say."""

from __future__ import annotations

_ENDINGS = ("目标值", "目标数", "目标")


def result_name(target: str) -> str:
    """企业新增 for 企业新增目标; 连冠完成 for 连冠."""
    shorter = next((target.removesuffix(end) for end in _ENDINGS if target.endswith(end)), "")
    return shorter or f"{target}完成"
