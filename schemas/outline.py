"""The report's skeleton: parts (一、二、三、), sections and the prose in them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from schemas.base import Model
from schemas.prose import ProseField


class PartKind(StrEnum):
    """What a part of the report is about; checks and roll-forward go by it."""

    OPENING = "开篇"
    REVIEW = "回顾"
    PLAN = "安排"
    BUILDING = "自身建设"
    OTHER = "其他"
    CLOSING = "结尾"


class Marks(StrEnum):
    """What stands before the heads of a part's sections; the numbers are counted, never typed."""

    NONE = "无"
    CHINESE = "（一）"
    DASH = "——"
    FIRSTLY = "一是"
    ARABIC = "数字"


class TableData(Model):
    """A small table; every cell is prose."""

    caption: ProseField | None = Field(None, description="表题", examples=["主要预期目标"])
    header: tuple[ProseField, ...] = Field(description="表头各格", examples=[["指标", "目标"]])
    rows: tuple[tuple[ProseField, ...], ...] = Field(
        description="各行，每行的格数与表头相同", examples=[[["地区生产总值", "{地区生产总值增速目标}"]]]
    )


class Section(Model):
    """A head with its text, and the sections below it.

    In ``text`` every line is one sentence (or several); lines are joined, an empty line starts a new paragraph.
    """

    head: ProseField | None = Field(None, description="段首标题，如 聚力推动经济平稳增长；末尾的句号由模板加")
    text: ProseField | None = Field(None, description="正文：一行一句，空行另起一段；指标写成 {名称}")
    alone: bool = Field(
        False,
        description="标题是否单独成行：末尾不加句号；这一节不写 text，正文写在下一级",
        examples=[True],
    )
    run_in: bool = Field(False, description="下一级标题是否接排在同一段里（默认各自另起一段）")
    standing: bool = Field(False, description="年年相同的话（致谢、结束语）：下一年起草时照样带过去，不标待改")
    marks: Marks | None = Field(
        None, description="下一级标题前的序号：无（默认）、（一）、——、一是、数字", examples=["一是"]
    )
    table: TableData | None = Field(
        None,
        description="正文之后的表格",
        examples=[{"header": ["指标", "目标"], "rows": [["地区生产总值", "{地区生产总值增速目标}"]]}],
    )
    sections: tuple[Section, ...] = Field((), description="下一级各节")


class Part(Model):
    """One file under ``outline/``: a part of the report, in the order of the file names."""

    part: PartKind = Field(description="这一部分是什么：开篇、回顾、安排、自身建设、其他、结尾")
    heading: ProseField | None = Field(None, description="一级标题，如 {上年}工作回顾；序号“一、”由模板加")
    numbered: bool = Field(True, description="一级标题前是否加序号“一、”；不加的也不占号", examples=[False])
    salutation: ProseField | None = Field(None, description="称呼，如 各位代表：（顶格）")
    marks: Marks = Field(Marks.NONE, description="各节标题前的序号：无、（一）、——、一是、数字")
    standing: bool = Field(False, description="整个部分年年相同：下一年起草时照样带过去，不标待改")
    sections: Annotated[tuple[Section, ...], Field(description="各节；没有标题的节就是普通段落")]


class AnnexKind(StrEnum):
    """What an annex holds."""

    LIVELIHOOD = "民生实事"
    GLOSSARY = "名词解释"
    TABLE = "表格"
    ATTAINMENT = "目标完成情况"


class AnnexMarks(StrEnum):
    """What stands before the items of an annex, or the entries of a glossary; the numbers are counted."""

    NONE = "无"
    CHINESE = "一、"
    BRACKETS = "（一）"
    ARABIC = "1."
    ARABIC_COMMA = "1、"


class Annex(Model):
    """An annex, printed after the report on a new page."""

    kind: AnnexKind = Field(
        description="民生实事、名词解释、表格 或 目标完成情况（上年目标与今年结果的对照表，自动生成）",
        examples=["民生实事"],
    )
    title: ProseField = Field(description="附件标题", examples=["{本年}民生实事"])
    labelled: bool = Field(True, description="标题上面是否印“附件”；有几个印的才编号（附件1、附件2）", examples=[False])
    marks: AnnexMarks | None = Field(
        None,
        description="各条前的序号：无、一、 （一） 1. 1、；不写时民生实事用 一、，名词解释不用",
        examples=["1."],
    )
    intro: ProseField | None = Field(None, description="开头一段", examples=["{本年}，集中力量办好以下实事："])
    items: tuple[ProseField, ...] = Field(
        (),
        description="民生实事各条；序号由模板加。名词解释自动取自 terms.yaml",
        examples=[["新建{供销社流通服务网点目标}供销社流通服务网点。"]],
    )
    table: TableData | None = Field(
        None,
        description="表格",
        examples=[{"header": ["指标", "目标"], "rows": [["地区生产总值", "{地区生产总值增速目标}"]]}],
    )
