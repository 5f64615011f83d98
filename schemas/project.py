"""Projects: what is built, how far it is, and the lists of them that sentences print."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from schemas.base import Key, Model
from schemas.figure import Quantity, Status


class Stage(StrEnum):
    """How far a project is, in order."""

    PLANNED = "谋划"
    SIGNED = "签约"
    LANDED = "落地"
    STARTED = "开工"
    BUILDING = "在建"
    FINISHED = "竣工"
    IN_USE = "投产"


class Project(Model):
    """One project, named once and printed the same everywhere."""

    name: str | None = Field(None, description="印出的名称；不写就用它的键")
    full: str | None = Field(None, description="全称")
    stage: Stage | None = Field(None, description="目前阶段：谋划、签约、落地、开工、在建、竣工、投产")
    plan: str | None = Field(None, description="今年打算做什么，如 加快建设、建成；按它列入计划部分的清单")
    investment: Quantity | None = Field(None, description="投资额，如 {value: 120, unit: 亿元}")
    capacity: Quantity | None = Field(None, description="产能或规模，如 {value: 100, unit: 万千升}")
    place: str | None = Field(None, description="所在县市区或园区")
    sector: str | None = Field(None, description="行业或领域，如 制造业、交通；按它列入清单")
    department: str | None = Field(None, description="牵头部门")
    status: Status = Field(
        Status.CONFIRMED,
        description="名称和阶段是否核实过：确认、预计 或 待核；待核的在 Word 中标黄",
        examples=["待核"],
    )
    note: str | None = Field(None, description="备注，不印出", examples=["名称以立项批复为准"])


class ProjectList(Model):
    """The projects that one sentence names: those that match every condition given, in the order of the file."""

    stage: Stage | None = Field(None, description="阶段等于")
    plan: str | None = Field(None, description="今年打算等于")
    sector: str | None = Field(None, description="行业等于")
    place: str | None = Field(None, description="地点等于", examples=["潍坊港"])
    items: tuple[Key, ...] | None = Field(None, description="直接点名，按这里的先后印出（与上面的条件二选一）")
