"""Years beside the one that a part is of: a review makes ready what the next year needs, a plan ends what is left."""

from __future__ import annotations

from generator.analysis.sentences import interval_at
from generator.analysis.years import YearFound
from generator.patterns import Pattern
from generator.rules.context import Paragraph

_EVENT = Pattern(
    "^(?:[^，。；、]{0,14}?(?:片单|榜单|名单|清单|目录|台历|春晚|晚会|联欢|博览会|峰会|论坛|年会|世界杯|亚洲杯|运动会|锦标赛|冠军赛|联赛|公开赛|"
    "马拉松|奥运会|冬奥会|亚运会|亚冬会|全运会|园博会|世园会|花博会|绿博会|赛季|雪季|跨年)|元旦|新年|春节|春运|春晚|举办权|承办权)"
)
"""What is chosen or won a year ahead: its year is part of its name."""
_HELD = Pattern("(?:成功|圆满|顺利|精彩|精心)(?:举办|承办|协办|召开)了?[^，。；、]{0,8}$")
_AHEAD = Pattern(
    "储备|谋划|编制|审定|筹备|筹划|筹措|签订|预计|将[于在]|拟[于在]|提前|准备|备耕|备战|申报|争取到|开门红|(?:打下|奠定)[^，。；]{0,8}基础"
)
"""Words of a clause that makes ready what comes."""
_LEFT = Pattern("结转|结余|续建|延续|遗留|收尾|扫尾|增发|未完成|跨年")
"""Words for what a year leaves behind."""
_SETTLED = Pattern("(?:兑现|清算|结算|决算|验收|补发|补齐)[^，。；、]{0,4}$")
_MADE = Pattern(
    "^(?:度|已经?|新|集中)*(?:出台|印发|发布|下达|发行|安排|确定|部署|谋划|入库|引进|新增|开工|建成|投产|投用|签约|落地|获批|立项|批复|认定|启动|"
    "实施|竣工|完工|修订|交付|改造|新建)[^，。；、]{0,3}的"
)
"""2025年开工的42个项目: things made in a year are of it whenever they are spoken of."""


def is_made_ready(paragraph: Paragraph, found: YearFound) -> bool:
    """Whether a review speaks of the next year because something is made ready for it, or is named by it."""
    text = paragraph.text
    if _HELD.search(text, max(0, found.start - 14), found.start):
        return False
    start, end = interval_at(paragraph.clauses, found.start)
    return _EVENT.match(text[found.end : found.end + 24]) is not None or _AHEAD.search(text, start, end) is not None


def is_left_over(paragraph: Paragraph, found: YearFound) -> bool:
    """Whether a part speaks of the year before it because something of that is left or settled, or was made in it."""
    text = paragraph.text
    start, end = interval_at(paragraph.clauses, found.start)
    if _LEFT.search(text, found.end, end) or _SETTLED.search(text, start, found.start):
        return True
    return _MADE.match(text[found.end : found.end + 12]) is not None
