"""The YAML files of a year, and the whole report that they make up together."""

from __future__ import annotations

from pydantic import Field

from schemas.base import Key, Model
from schemas.derived import Derived
from schemas.figure import Figure, Target
from schemas.outline import Annex, Part
from schemas.project import Project, ProjectList
from schemas.prose import ProseField
from schemas.term import ItemList, Term


class FrontMatter(Model):
    """The title block: every line is optional and none is invented."""

    mark: str | None = Field(None, description="稿次标记，如 征求意见稿；印成（征求意见稿）", examples=["征求意见稿"])
    session: ProseField | None = Field(
        None,
        description="会议行，如 在某市第N届人民代表大会第N次会议上；前面的“——”由模板加",
        examples=["在某市第N届人民代表大会第N次会议上"],
    )
    date: ProseField | None = Field(None, description="报告日期，如 2024年1月15日", examples=["{本年}1月15日"])
    speaker: ProseField | None = Field(None, description="报告人，如 市长 ×××", examples=["市长 ×××"])


class ReportFile(Model):
    """``report.yaml``: whose report of which year this is, and how it is laid out."""

    year: int = Field(ge=1950, le=2200, description="报告年（计划年）；回顾年是它的上一年")
    place: str = Field(description="地名，如 某市")
    title: str = Field("政府工作报告", description="大标题", examples=["政府工作报告"])
    layout: str = Field(
        "gbt9704",
        pattern=r"^[\w-]+$",
        description="版式，templates/layouts/ 中的文件名",
        examples=["gbt9704-digits-fangsong"],
    )
    front: FrontMatter = Field(
        FrontMatter.model_construct(),
        description="标题下的会议行、报告人等，没有就不写",
        examples=[{"mark": "征求意见稿"}],
    )
    units: tuple[str, ...] = Field((), description="本地另外使用的单位", examples=[["标箱"]])
    annexes: tuple[Annex, ...] = Field((), description="附件", examples=[[{"kind": "名词解释", "title": "名词解释"}]])


class FiguresFile(Model):
    """``figures.yaml``: results, and every other number that prose states; and values computed from them."""

    figures: dict[Key, Figure] = Field(default_factory=dict, description="指标，名称: 内容")
    derived: dict[Key, Derived] = Field(default_factory=dict, description="算出来的数，名称: 算法")


class TargetsFile(Model):
    """``targets.yaml``: what is to be reached in the plan year."""

    targets: dict[Key, Target] = Field(default_factory=dict, description="目标，名称: 内容")


class ProjectsFile(Model):
    """``projects.yaml``: projects, and the lists of them that sentences print."""

    projects: dict[Key, Project] = Field(default_factory=dict, description="项目，名称: 内容")
    lists: dict[Key, ProjectList] = Field(default_factory=dict, description="项目清单：哪一句列哪些项目")


class TermsFile(Model):
    """``terms.yaml``: set phrases and proper names, and lists whose items are counted."""

    terms: dict[Key, Term | None] = Field(default_factory=dict, description="提法和专名")
    lists: dict[Key, ItemList] = Field(default_factory=dict, description="要数数的并列各项")


class Report(Model):
    """Everything that one year's report is made of.

    All keys share one namespace: loading refuses a key that stands in two places.
    """

    report: ReportFile
    figures: dict[Key, Figure] = Field(default_factory=dict)
    derived: dict[Key, Derived] = Field(default_factory=dict)
    targets: dict[Key, Target] = Field(default_factory=dict)
    projects: dict[Key, Project] = Field(default_factory=dict)
    project_lists: dict[Key, ProjectList] = Field(default_factory=dict)
    terms: dict[Key, Term] = Field(default_factory=dict)
    lists: dict[Key, ItemList] = Field(default_factory=dict)
    outline: tuple[Part, ...] = ()
