"""Findings that the office has decided to let stand (豁免), kept beside the draft's data."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from schemas.base import Model

_FINGERPRINT = "[0-9a-f]{16}"


def _read_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise ValueError(f"“{value}”不是日期，请写成 2024-12-31 的样子") from None


def _check_fingerprint(value: str) -> str:
    if re.fullmatch(_FINGERPRINT, value) is None:
        raise ValueError(f"“{value}”不是指纹：指纹是 16 位，由 0—9、a—f 组成，qicao check --format json 里有")
    return value


class Waiver(Model):
    """One finding that shall not be reported, and who says so."""

    rule: str = Field(min_length=1, description="规则的代码，如 N101", examples=["N101"])
    fingerprint: Annotated[str, AfterValidator(_check_fingerprint)] = Field(
        description="问题的指纹，16 位；qicao check --format json 里有",
        examples=["0123456789abcdef"],
        json_schema_extra={"pattern": f"^{_FINGERPRINT}$"},
    )
    reason: str = Field(min_length=1, description="为什么不改", examples=["中央文件原文如此"])
    who: str | None = Field(None, description="谁同意的", examples=["办公室 张三"])
    until: Annotated[date, BeforeValidator(_read_date)] | None = Field(
        None, description="到哪一天为止（含这一天）；不写就一直有效", examples=["2024-12-31"]
    )


class WaiversFile(Model):
    """``waivers.yaml``: findings in drafts of this year's report that are let stand."""

    waivers: tuple[Waiver, ...] = Field(
        (),
        description="豁免，一条一项",
        examples=[[{"rule": "N101", "fingerprint": "0123456789abcdef", "reason": "中央文件原文如此"}]],
    )
