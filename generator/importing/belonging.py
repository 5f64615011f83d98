"""Where a number belongs: to the targets or the results, to the report's year or to five years."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from generator.importing.gathered import Section
from generator.importing.spotting import Reading
from generator.importing.structure import PartNode
from schemas.figure import Style
from schemas.outline import PartKind
from schemas.units import SCALES

_LOOKS_BACK = re.compile("去年|上年|过去一年|一年来|以来")
_FIVE_YEARS = re.compile("五年|“十.{1,2}五”|十.{0,1}五(?:规划|时期)|奋斗目标")
_OPENS_YEARS = re.compile(
    "^(?:各位代表！)?[^。！，]{0,12}(?:(?P<five>五年来|过去五年|这五年|五年，|回望“十|回顾“十|“十.{1,2}五”时期)|"
    "(?P<one>一年来|过去一年|过去的一年|刚刚过去的|20[0-9]{2}年(?!主要目标任务)))"
)
"""How a paragraph opens that speaks of five years, or of one again."""
_BY_YEAR = re.compile("到(20[0-9]{2})年")
_ATTRIBUTE = re.compile("[\u4e00-\u9fff“]")
_DONE = re.compile(
    "(?:新增|新建|新改扩?建|改造|建成|建设|完成|投资|实现|达到?|突破|超过?|造林|整治|修复|治理|种植|改建|新改建|更新|铺设|发放|投入|提供|"
    "争取|安排|开行|生产|筹集|约|近|增至|到|在|为|压减|减少|增加|盘活|供应|储备|输送|收购|引进|下达|和|、|共|累计|合计|净增|拓展|开通|打通)$"
)
_SIZES = "千伏 万千瓦 千瓦 兆瓦 英寸 纳米 微米 毫米 吨级 万吨级 吨 万吨 岁 级 分钟 小时 米 层"
"""Units that tell of what size a thing is: 750千伏电网工程, 20万吨铝材项目."""
_TIMES = ("年", "个月", "月", "天", "日", "小时", "分钟", "秒", "周年", "岁", "世纪", "周")
_STARTS = re.compile("(?:从|由)[^，。；]{0,12}$")
_GOES_TO = re.compile("(?:提高|提升|增加|增长|扩大|上调|上升|下降|降低|降|增|升)[到至]?|扩面")
_OWN_WORK = re.compile("[个大项]?(?:方面|大类|类|项重点|项任务|重点任务|大任务)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a part of the report of a year; ``five_years`` says that it tells of five."""

    year: int
    part: PartNode = field(default_factory=PartNode)
    five_years: bool = False

    def moved_to(self, part: PartNode, text: str) -> Passage:
        """The place of the next paragraph, or head."""
        return Passage(self.year, part, Passage(self.year, part, self.five_years)._in_five_years(text))

    def _in_five_years(self, text: str) -> bool:
        """Whether a paragraph, and what follows it, tells of five years; a part says so in its heading."""
        head = self.part.head
        if self.part.kind is PartKind.PLAN:
            return _FIVE_YEARS.search(head) is not None and str(self.year) not in head and "今年" not in head
        if self.part.kind is not PartKind.REVIEW:
            return False
        if text == head:
            return _FIVE_YEARS.search(head) is not None and str(self.year - 1) not in head
        if match := _OPENS_YEARS.search(text):
            return match["five"] is not None
        return self.five_years

    def is_beyond_the_year(self, before: str) -> bool:
        """Whether a number speaks of five years, gone or to come, and not of the report's own."""
        if self.part.kind is PartKind.PLAN and self._is_later(before):
            return True
        return self.five_years

    def _is_later(self, before: str) -> bool:
        clause = re.split("[。；]", before)[-1]
        return any(int(year) > self.year for year in _BY_YEAR.findall(clause))

    def section_of(self, line: str, reading: Reading) -> Section:
        """Whether a number is a target, an anniversary that can be computed, or a figure."""
        if self._is_target(line, reading):
            return Section.TARGETS
        past = str(self.year - 1) in line[: reading.start]
        this_year = self.part.kind is PartKind.PLAN or "今年" in line[: reading.start]
        whole = isinstance(reading.quantity.value, Decimal) and not reading.quantity.hedge
        if reading.quantity.unit == "周年" and whole and this_year and not past:
            return Section.DERIVED
        return Section.FIGURES

    def _is_target(self, line: str, reading: Reading) -> bool:
        """Whether a number is to be reached in the plan year: in the plan or the livelihood list, no time, no rank."""
        if self.part.kind is not PartKind.PLAN and not (self.part.annex and not self.part.glossary):
            return False
        quantity = reading.quantity
        if self.is_beyond_the_year(line[: reading.start]) or is_attribute(line, reading):
            return False
        if quantity.unit in (*_TIMES, *SCALES, "") or quantity.style is Style.ORDINAL or quantity.rank_in:
            return False
        tail = line[reading.start : reading.end + 6]
        looks_back = _LOOKS_BACK.search(line[max(0, reading.start - 14) : reading.start]) is not None
        starts_there = _STARTS.search(line[: reading.start]) and _GOES_TO.match(line, reading.end)
        return _OWN_WORK.search(tail) is None and not looks_back and not starts_there


def is_attribute(line: str, reading: Reading) -> bool:
    """Whether a number only says of what size a thing is, and is no result: 建设750千伏电网工程."""
    quantity = reading.quantity
    if quantity.unit == "大":
        return True
    if quantity.unit not in _SIZES.split() or quantity.direction or quantity.rank_in or quantity.compared_to:
        return False
    stands_before_noun = _ATTRIBUTE.match(line, reading.end) and not _GOES_TO.match(line, reading.end)
    return bool(stands_before_noun) and _DONE.search(line[: reading.start]) is None
