"""Who supplied which value and when: kept beside the data, written by the program when it reads forms."""

from __future__ import annotations

from pydantic import Field

from schemas.base import Key, Model


class Supplied(Model):
    """One value that came in with a form."""

    key: Key = Field(description="指标的名称")
    value: str | None = Field(None, description="报来的数，照 YAML 的写法")
    status: str | None = Field(None, description="报来时的状态")
    department: str | None = Field(None, description="部门")
    person: str | None = Field(None, description="填报人")
    date: str | None = Field(None, description="读入的日期")
    file: str | None = Field(None, description="文件名")
    cell: str | None = Field(None, description="工作表和单元格")
    note: str | None = Field(None, description="填报人的备注")


class SuppliedFile(Model):
    """``supplied.yaml``: the values that came in with forms, in the order in which they came."""

    supplied: tuple[Supplied, ...] = Field((), description="一条一项")
