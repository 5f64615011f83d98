"""Which characters sound alike: what an input method offers in place of each other."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

_FIRSTS = (
    "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹春戳疵聪凑粗蹿摧村磋"
    "搭大耽当刀德蹬堤颠碉跌丁丢东兜都端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该干冈篙哥给根耕工钩辜刮乖棺光瑰辊锅哈骸酣夯壕呵"
    "嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾劲炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡亏坤括垃莱蓝琅捞勒雷棱厘俩联粮"
    "撩列琳拎溜龙楼芦驴峦掠抡萝妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇拿氖南囊挠呢馁嫩能妮蔫娘鸟捏您柠牛脓奴女暖虐挪哦欧"
    "啪拍攀乓抛呸喷砰坯篇飘撇拼聘坡扑期掐牵枪橇切钦青琼秋趋圈缺裙然瓤饶惹壬扔日戎揉肉软蕊闰若撒腮三桑搔瑟森僧莎筛珊墒梢奢"
    "砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸虽孙蓑塌胎坍汤掏特藤梯天挑贴厅通偷凸湍推吞拖挖歪豌汪威瘟嗡挝巫昔瞎掀相萧楔薪星兄休"
    "墟轩靴勋压焉殃邀椰一茵英哟拥幽迂鸳曰耘匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠抓拽专桩椎谆捉兹鬃邹租钻嘴尊昨"
)
"""The first character of each syllable in the 3,755 common characters of GB/T 2312, in the order of sounds."""
_LAST_COMMON = "座".encode("gb2312")
_EITHER = frozenset(
    frozenset(pair) for pair in ("的地", "的得", "地得", "做作", "像象", "他它", "她它", "他她", "须需", "订定", "份分")
)
"""Pairs of which either may be right."""


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters are taken for each other in typing.

    A rare character has no known sound here; in fixed words and names it is not replaced on purpose, so any is taken
    for a slip.
    """
    if len(one) != 1 or len(other) != 1 or frozenset((one, other)) in _EITHER:
        return False
    sound = _syllable(one)
    return sound < 0 or sound == _syllable(other)


@cache
def _starts() -> list[bytes]:
    return [character.encode("gb2312") for character in _FIRSTS]


def _syllable(character: str) -> int:
    """The number of a common character's syllable; -1 for all others."""
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return -1
    return bisect_right(_starts(), code) if code <= _LAST_COMMON else -1
