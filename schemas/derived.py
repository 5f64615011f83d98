"""Values that are computed from others and never typed."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from schemas.base import Key
from schemas.figure import Printed

SOURCES = ("count", "years_since", "sum", "difference", "quotient")


class Derived(Printed):
    """A number that follows from the rest of the data; exactly one way of computing it is given."""

    count: Key | None = Field(None, description="数一数：清单（lists）或项目清单里有几项")
    years_since: int | None = Field(None, description="从某年到报告年有几年，如 1949 → 75（周年）")
    sum: tuple[Key, ...] | None = Field(
        None, description="相加的各指标", examples=[["国家级重点人才新入选", "泰山系列人才新入选"]]
    )
    difference: tuple[Key, Key] | None = Field(
        None, description="相减的两个指标：前减后", examples=[["省市县重点项目数目标", "省市县重点项目数"]]
    )
    quotient: tuple[Key, Key] | None = Field(
        None, description="前一个占后一个的比例；单位为 % 时自动乘 100", examples=[["落地开工项目数", "新签约项目数"]]
    )

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        given = [name for name in SOURCES if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"计算方法要写且只写一个（{'、'.join(SOURCES)}），现在写了 {len(given)} 个")
        return self
