"""Units of measure: which ones exist, and how 万亿元 falls into a scale (万亿) and a base unit (元)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

SCALES: dict[str, Decimal] = {
    "百": Decimal(10**2),
    "千": Decimal(10**3),
    "万": Decimal(10**4),
    "百万": Decimal(10**6),
    "千万": Decimal(10**7),
    "亿": Decimal(10**8),
    "百亿": Decimal(10**10),
    "千亿": Decimal(10**11),
    "万亿": Decimal(10**12),
}
"""Words for powers of ten that may stand before a unit, longest meaning first when they are looked up."""

_PERCENT = ("%", "‰", "个百分点", "百分点", "个千分点", "成", "倍", "番", "个", "位", "名")
_MONEY = ("元", "美元", "欧元")
_LENGTH_AREA = ("米", "公里", "千米", "海里", "厘米", "毫米", "平方米", "平方公里", "公顷", "亩", "立方米", "延米")
_WEIGHT = (
    "吨",
    "吨级",
    "公斤",
    "千克",
    "克",
    "斤",
    "标准箱",
    "箱",
    "吨标准煤",
    "立方",
    "升",
    "千升",
    "微克",
    "微克/立方米",
)
_ENERGY = ("千瓦", "兆瓦", "千瓦时", "度", "千伏安", "千伏", "焦耳", "卡", "兆", "比特", "G", "P", "PB", "EFLOPS")
_TIME = ("年", "个月", "月", "天", "日", "小时", "分钟", "秒", "周年", "岁", "世纪", "周", "季度", "个季度")
_PEOPLE = ("人", "人次", "户", "户次", "位", "名", "家", "户家庭", "人份")
_COUNTERS = """
个 项 件 处 所 座 条 套 张 部 辆 台 架 艘 列 班 组 批 次 届 轮 期 大 类 级 种 种类 方 国 门 例 起 宗 笔 支 只
头 羽 株 棵 片 块 栋 幢 间 层 眼 口 对 双 面 场 篇 本 册 份 卷 幅 首 集 款 枚 尊 座次 班次 架次 航次 标段 单
村 镇 街 县 区 市 省 园 家次 台次 万次 床 床位 张床位 车位 泊位 站 点 线 网 桩 把 顶 亩次 吨次 字 句 环节 步
倍次 道 关 席 艘次 列次 套次 盏 户次 公里/小时 元/吨 元/人 吨/年 千克/亩 斤/亩 公斤/亩 台/套 台（套） 人/户
字诀 连冠 强 代 维 星 A S 柜 厅 亭 孔 段 标 重 端 链 圈 带 轴 核 极 翼 廊 园区 板块 平台
"""

KNOWN_UNITS = frozenset((*_PERCENT, *_MONEY, *_LENGTH_AREA, *_WEIGHT, *_ENERGY, *_TIME, *_PEOPLE, *_COUNTERS.split()))
"""Base units that need no declaration; a workspace adds its own under ``units`` in ``report.yaml``."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit taken apart: 万亿元 is scale 万亿 and base 元; a plain 家 has an empty scale."""

    scale: str
    base: str


def split_unit(text: str, known: frozenset[str] = KNOWN_UNITS) -> Unit | None:
    """The scale and base of a unit, or None if the unit is impossible (亿%, 亿园).

    A unit that is known as a whole wins over a split (千瓦 is not a thousand 瓦).
    """
    if text in known or text == "":
        return Unit("", text)
    for scale in sorted(SCALES, key=len, reverse=True):
        base = text.removeprefix(scale)
        if base != text and (base in known or base == "") and base not in ("%", "‰", "个百分点", "百分点"):
            return Unit(scale, base)
    return None
