"""Figures (指标值): one number each, with everything that decides how it is printed and where it comes from."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Self

from pydantic import Field, model_validator

from schemas.base import Key, Model
from schemas.number import NumberField, Range, Ratio


class Direction(StrEnum):
    """The word for a positive value; a negative one prints its opposite, zero prints 持平."""

    GROW = "增长"
    INCREASE = "增加"
    RAISE = "提高"
    LIFT = "提升"
    RISE = "上升"
    EXPAND = "扩大"
    CLIMB = "上涨"
    FALL = "下降"
    REDUCE = "减少"
    LOWER = "降低"
    NARROW = "收窄"
    CUT = "压减"
    SHRINK = "缩小"
    EASE = "回落"

    @property
    def falls(self) -> bool:
        """Whether a positive number behind it means less."""
        return self in _FALLING


_FALLING = frozenset(
    (
        Direction.FALL,
        Direction.REDUCE,
        Direction.LOWER,
        Direction.NARROW,
        Direction.CUT,
        Direction.SHRINK,
        Direction.EASE,
    )
)


class Hedge(StrEnum):
    """A word that widens or bounds a number.  Its place (before, inside, behind) is the template's business."""

    ABOUT = "左右"
    OR_MORE = "以上"
    OR_LESS = "以下"
    WITHIN = "以内"
    NEAR = "近"
    OVER = "超"
    EXCEED = "超过"
    BREAK = "突破"
    ROUGHLY = "约"
    MANY = "多"
    ODD = "余"
    AT_LEAST = "不低于"
    NOT_UNDER = "不少于"
    AT_MOST = "不高于"
    NOT_OVER = "不超过"
    EXPECTED_TO = "力争"


class Style(StrEnum):
    """How the digits are written."""

    ARABIC = "数字"  # 17, 5.1
    CHINESE = "汉字"  # 三, 十二; 两 before a measure word
    BARE_POWER = "省一"  # 千万, 百: the leading 一 is left out
    PAIR = "双"  # 双 for two
    FIRST = "首位"  # rank: 首位 for one, 第N位 otherwise
    ORDINAL = "序数"  # 第21届
    CHINESE_ORDINAL = "汉字序数"  # 第五次


class Status(StrEnum):
    """How far a department stands behind its number."""

    CONFIRMED = "确认"
    EXPECTED = "预计"
    PENDING = "待核"


class Rounding(StrEnum):
    """How a raw value is cut to its printed precision."""

    HALF_UP = "四舍五入"
    TRUNCATE = "截断"


class Printed(Model):
    """Everything about how a number is printed; shared by figures, targets, project amounts and derived values."""

    name: str | None = Field(None, description="指标的全称，用于【待填】和各种清单；不写就用它的名称（键）")
    unit: str = Field("", description="单位，如 %、亿元、万人、个百分点、家")
    scale: str | None = Field(
        None,
        description="把原始数缩小印出：万、亿、万亿。如 value: 94600、unit: 人、scale: 万 印成 9.46万人",
        examples=["万"],
    )
    precision: int | None = Field(None, ge=0, le=6, description="印出几位小数；不写就照 value 原样", examples=[1])
    rounding: Rounding = Field(Rounding.HALF_UP, description="印出时怎样取舍：四舍五入 或 截断", examples=["截断"])
    style: Style | None = Field(
        None,
        description="写法：数字（默认）、汉字（三项、两大）、省一（千万）、双、首位、序数（第21届）、汉字序数（第五次）",
    )
    direction: Direction | None = Field(
        None,
        description="数为正时用的词：增长、提高、下降……；为负自动换成反义词，为零用“持平”",
    )
    hedge: Hedge | None = Field(
        None,
        description="约数或界限：左右、以上、以下、以内、近、超、超过、突破、约、多、余……",
    )
    hedge_before_scale: bool | None = Field(
        None,
        description="“多、余”写在万、亿之前（100余万人）还是之后（100万余人）；不写时整十的数写在前，其余写在后",
        examples=[True],
    )
    range_word: Annotated[str, Field(pattern="^(—|～|~|至|到)$")] = Field(
        "—", description="区间两数之间的写法：—、～、至", examples=["至"]
    )
    ratio_sign: Annotated[str, Field(pattern="^[∶:：︰]$")] = Field(
        "∶", description="比例各数之间的符号：∶、:、：", examples=[":"]
    )
    rank_in: str | None = Field(None, description="位次的范围，如 全省、全国；数为名次")
    compared_to: str | None = Field(None, description="比较的对象，如 全省、上年；数为相差多少，正为高于，负为低于")
    share_of: str | None = Field(None, description="占比的总体，如 一般公共预算支出")
    partners: tuple[Key, ...] = Field(
        (),
        description="与它并列或配对的指标（“分别”后面的其他各数、总量与增速、起点与终点），按先后写",
    )

    @model_validator(mode="after")
    def _one_sense(self) -> Self:
        if self.rank_in and self.compared_to:
            raise ValueError("rank_in（位次）和 compared_to（比较）不能同时写：一个数只说一件事")
        if self.rank_in and self.unit not in ("", "位", "名"):
            raise ValueError(f"位次的单位只能是“位”或“名”，不能是“{self.unit}”")
        if self.style is Style.FIRST and not self.rank_in:
            raise ValueError("style: 首位 只用于位次，请写上 rank_in（在什么范围里排名）")
        if self.share_of and self.unit not in ("%", "‰", "成", ""):
            raise ValueError(f"占比的单位应是 %、‰ 或 成，不能是“{self.unit}”")
        return self


class Quantity(Printed):
    """A number that belongs to something else, such as a project's investment."""

    value: NumberField | None = Field(
        None,
        description="数值；还没有就留空。可写 5.1、4.5~5（区间）、8.7:41.2:50.1（比例）、1/3（分数）",
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if isinstance(self.value, Ratio) and self.direction:
            raise ValueError("比例（a:b:c）没有增减方向，请删去 direction")
        if isinstance(self.value, Range | Ratio | Fraction) and self.rank_in:
            raise ValueError("位次只能是一个整数")
        return self


class Sourced(Quantity):
    """A number that a department answers for."""

    period: str | None = Field(
        None, description="所属时期，如 2023年、1—11月份；不写就是回顾年（目标为计划年）", examples=["1—11月份"]
    )
    scope: str | None = Field(None, description="口径，如 规模以上、全市、同口径；核对时要求正文保留这些字")
    department: str | None = Field(None, description="提供数据的部门")
    status: Status = Field(
        Status.CONFIRMED, description="确认、预计 或 待核；待核的数在 Word 中标黄，--final 时拒绝", examples=["待核"]
    )
    evidence: str | None = Field(
        None, description="依据：文件、公报、通报的名称或文号", examples=["国民经济和社会发展统计公报"]
    )
    note: str | None = Field(None, description="备注，不印出")
    running: bool = Field(
        False, description="逐年递增的数（连续23年、第21届）；下一年起草（qicao roll）时加一并标为待核"
    )
    fixed: bool = Field(
        False, description="不随年份变的数（门槛、三年行动的“三”、届次的名称）；下一年起草时照原数带过去"
    )


class Figure(Sourced):
    """A result: one number of the year under review, or any other number that prose states."""

    aim: str | None = Field(
        None, description="年初目标，照印出的样子写；空着的数印成【待填：家；目标300家以上】", examples=["300家以上"]
    )
    text: str | None = Field(None, description="不带数的结果，如 稳定增长；有它就不写 value", examples=["稳定增长"])

    @model_validator(mode="after")
    def _text_or_value(self) -> Self:
        if self.text is not None and self.value is not None:
            raise ValueError("text 和 value 只能写一个：不带数的结果写 text，带数的写 value")
        return self


class Target(Sourced):
    """A number to be reached in the plan year."""

    figure: Key | None = Field(
        None,
        description="明年用哪个指标来汇报完成情况（figures.yaml 中的名称，可以是明年才有的）",
    )
    stretch: Quantity | None = Field(
        None, description="力争目标：增长7%以上、力争达到8%", examples=[{"value": "8", "unit": "%"}]
    )
    text: str | None = Field(None, description="不带数的目标，如 与经济增长同步；有它就不写 value")
    required: bool = Field(False, description="是否为主要预期目标，正文里不能缺")

    @model_validator(mode="after")
    def _text_or_value(self) -> Self:
        if self.text is not None and self.value is not None:
            raise ValueError("text 和 value 只能写一个：不带数的目标写 text，带数的写 value")
        if self.stretch is not None and self.text is not None:
            raise ValueError("不带数的目标（text）没有力争目标，请删去 stretch 或改写成 value")
        if self.stretch is not None and self.stretch.hedge is Hedge.EXPECTED_TO:
            raise ValueError("stretch 本来就印“力争”，它的 hedge 不用再写 力争")
        return self
