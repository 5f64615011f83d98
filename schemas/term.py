"""Terms (提法、专名) that are registered once, and lists whose items can be counted."""

from __future__ import annotations

from pydantic import Field

from schemas.base import Model


class Term(Model):
    """A set phrase or proper name: printed the same everywhere, explained once."""

    text: str | None = Field(None, description="印出的字样；不写就用它的键")
    full: str | None = Field(None, description="全称或释义，印在名词解释里")
    entry: str | None = Field(
        None, description="名词解释里印的词条，如带引号或定语的；不写就印 text", examples=["“双百双千”工程"]
    )
    category: str | None = Field(None, description="类别：政治提法、机构、工程、品种、标准……")
    glossary: bool = Field(False, description="是否列入名词解释附件", examples=[True])
    note: str | None = Field(None, description="备注，不印出")


class ItemList(Model):
    """Things that a sentence lists, so that their number can be counted instead of typed."""

    items: tuple[str, ...] = Field(min_length=1, description="各项，按印出的先后")
    note: str | None = Field(None, description="备注，不印出", examples=["先后次序照文件原文"])
