"""What all models share: unknown fields are refused, and nothing changes after it was read."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

_FORBIDDEN_IN_KEYS = "{}|.\n"


class Model(BaseModel):
    """Base of every model in a YAML file."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def is_private_use(character: str) -> bool:
    """Whether a character is in one of Unicode's private use areas, which the renderer keeps for its own marks."""
    return "\ue000" <= character <= "\uf8ff" or "\U000f0000" <= character <= "\U0010ffff"


def _check_key(key: str) -> str:
    if not key.strip():
        raise ValueError("名称不能为空")
    if key != key.strip():
        raise ValueError(f"名称“{key}”前后有空格，请删去")
    for character in _FORBIDDEN_IN_KEYS:
        if character in key:
            shown = key.replace("\n", "↵")
            raise ValueError(f"名称“{shown}”里不能有“{character.strip() or '换行'}”，它在正文引用中另有用途")
    return key


Key = Annotated[str, AfterValidator(_check_key)]
"""The name by which prose refers to a datum; usually Chinese.  Must not contain ``{ } | .`` or line breaks."""
