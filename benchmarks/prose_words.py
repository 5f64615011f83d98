"""Damage to set phrases, titles, order of organs and common words; leftovers and doubled words."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage import Damage, Maker, Material
from benchmarks.prose_shared import at, chosen, planted, replaced, times
from benchmarks.prose_slips import SLIPS

_PHRASES = (
    "习近平新时代中国特色社会主义思想",
    "以习近平同志为核心的党中央",
    "习近平总书记",
    "习近平生态文明思想",
    "习近平文化思想",
    "习近平法治思想",
    "习近平经济思想",
    "新发展理念",
    "新发展格局",
    "高质量发展",
    "稳中求进工作总基调",
    "完整、准确、全面贯彻新发展理念",
    "完整准确全面贯彻新发展理念",
    "“五位一体”总体布局",
    "“四个全面”战略布局",
    "统筹发展和安全",
    "中国式现代化",
    "党的二十大和二十届",
    "中央经济工作会议",
    "以人民为中心",
    "以人民为中心的发展思想",
    "全过程人民民主",
    "供给侧结构性改革",
    "新质生产力",
    "高水平对外开放",
    "粤港澳大湾区",
    "长江经济带",
    "京津冀协同发展",
    "长三角一体化",
    "黄河流域生态保护和高质量发展",
    "西部陆海新通道",
    "共建“一带一路”",
    "中华民族共同体意识",
    "社会主义核心价值观",
    "人类命运共同体",
    "绿水青山就是金山银山",
    "人与自然和谐共生",
    "中央八项规定精神",
    "中央八项规定及其实施细则精神",
    "全面从严治党",
    "国家治理体系和治理能力现代化",
    "质的有效提升和量的合理增长",
    "高水平科技自立自强",
    "社会主义现代化国家",
    "中华民族伟大复兴",
    "“两个确立”的决定性意义",
    "党中央、国务院决策部署",
    "创新驱动发展战略",
    "乡村振兴战略",
    "区域协调发展战略",
    "积极应对人口老龄化",
    "总体国家安全观",
    "新时代“枫桥经验”",
    "高质量发展首要任务",
    "巩固拓展脱贫攻坚成果",
    "“高效办成一件事”",
    "大规模设备更新",
    "消费品以旧换新",
    "全国统一大市场",
    "“两个毫不动摇”",
    "现代化产业体系",
    "京津冀",
    "党风廉政建设",
    "人大代表",
    "政协委员",
    "民主党派",
    "工商联",
    "无党派人士",
    "人民解放军",
    "武警部队",
    "香港特别行政区",
    "澳门特别行政区",
    "“十四五”规划",
    "国民经济和社会发展",
    "一般公共预算收入",
    "规模以上工业增加值",
    "社会消费品零售总额",
    "固定资产投资",
    "居民人均可支配收入",
    "城镇调查失业率",
    "居民消费价格",
    "地区生产总值",
    "常住人口城镇化率",
)


def _present(material: Material, rng: Random) -> tuple[int, re.Match[str]] | None:
    phrases = [phrase for phrase in _PHRASES if times(material, phrase)]
    return chosen(material, re.escape(rng.choice(phrases)), rng) if phrases else None


def phrase_changed(material: Material, rng: Random) -> Damage | None:
    """One character of a set phrase changed."""
    place = _present(material, rng)
    if place is None:
        return None
    number, match = place
    han = [i for i, c in enumerate(match.group()) if "一" <= c <= "龥"]
    where = match.start() + rng.choice(han)
    old = material.text(number)[where]
    return at(number, where, where + 1, rng.choice([c for c in "新大高工和特力发进中" if c != old]))


def phrase_lost(material: Material, rng: Random) -> Damage | None:
    """One character of a set phrase dropped."""
    place = _present(material, rng)
    if place is None:
        return None
    number, match = place
    han = [i for i, c in enumerate(match.group()) if "一" <= c <= "龥"]
    where = match.start() + rng.choice(han)
    return at(number, where, where + 1, "")


def phrase_turned(material: Material, rng: Random) -> Damage | None:
    """Two characters of a set phrase exchanged."""
    place = _present(material, rng)
    if place is None:
        return None
    number, match = place
    words = match.group()
    pairs = [i for i in range(len(words) - 1) if words[i] != words[i + 1] and words[i : i + 2].isalpha()]
    where = rng.choice(pairs)
    start = match.start() + where
    return at(number, start, start + 2, words[where + 1] + words[where])


_WRONG = (
    ("两个确立", "两个维护"),
    ("“四个意识”", "“五个意识”"),
    ("“四个自信”", "“三个自信”"),
    ("“两个维护”", "“四个维护”"),
    ("以习近平同志为核心", "以习近平同志为中心"),
    ("稳中求进工作总基调", "稳中求进总基调工作"),
    ("稳中求进、以进促稳", "以进促稳、稳中求进"),
    ("守正创新、先立后破", "先立后破、守正创新"),
    ("完整准确全面", "准确完整全面"),
    ("完整、准确、全面", "全面、准确、完整"),
    ("党中央、国务院", "国务院、党中央"),
    ("“五位一体”总体布局", "“五位一体”战略布局"),
    ("“四个全面”战略布局", "“四个全面”总体布局"),
    ("党的二十大", "党的20大"),
    ("二十届三中", "二十届3中"),
    ("二十届二中、三中", "二十届三中、二中"),
    ("二十届二中、三中", "20届二中、三中"),
    ("系统集成、协同配合", "协同配合、系统集成"),
    ("增强“四个意识”、坚定“四个自信”", "坚定“四个意识”、增强“四个自信”"),
    ("质的有效提升和量的合理增长", "量的有效提升和质的合理增长"),
    ("统筹高质量发展和高水平安全", "统筹高水平发展和高质量安全"),
    ("习近平新时代中国特色社会主义思想", "习近平新时代特色社会主义思想"),
    ("高质量发展", "高量质发展"),
    ("中国式现代化", "中国现代式化"),
)
_ORGANS = (
    ("人大代表、政协委员", "政协委员、人大代表"),
    ("党中央、国务院", "国务院、党中央"),
    ("省委、省政府", "省政府、省委"),
    ("市委、市政府", "市政府、市委"),
    ("市人大、市政协", "市政协、市人大"),
    ("省人大、省政协", "省政协、省人大"),
    ("民主党派、工商联", "工商联、民主党派"),
    ("工商联、无党派人士", "无党派人士、工商联"),
    ("工商联和无党派人士", "无党派人士和工商联"),
    ("省委", "省政府和省委"),
    ("人大及其常委会", "政协和人大及其常委会"),
)


def phrase_wrong(material: Material, rng: Random) -> Damage | None:
    """A set phrase as people get it wrong."""
    fitting = [pair for pair in _WRONG if times(material, pair[0])]
    return replaced(material, rng, *rng.choice(fitting)) if fitting else None


def organs(material: Material, rng: Random) -> Damage | None:
    """Organs in another order."""
    fitting = [pair for pair in _ORGANS[:9] if times(material, pair[0])]
    return replaced(material, rng, *rng.choice(fitting)) if fitting else None


def slip(material: Material, rng: Random) -> Damage | None:
    """A common wrong character, in a word of the report or in a sentence planted."""
    wrong, right = rng.choice(SLIPS)
    if times(material, right):
        return replaced(material, rng, right, wrong)
    return planted(material, rng, f"全市上下{wrong}，各项工作有序展开。")


_LEFTOVERS = (
    "XX",
    "××",
    "【待核】",
    "（待核实）",
    "【待定】",
    "（待定）",
    "TODO",
    "???",
    "？？",
    "{{ gdp }}",
    "〔〕",
    "（此处补充项目情况）",
    "（请发改委核实）",
    "[此处插入数据]",
    "批注：数据再核",
    "（数据待补充）",
    "xxx",
    "___",
    "【请农业局补充】",
    "（删）",
    "（原稿为9%）",
    "【删除】",
    "<待补>",
    "（备注：口径待统一）",
    "XXX",
    "○○",
    "（需核实）",
    "（暂定）",
    "待补充",
    "#REF!",
    "（同上）",
    "（拟删）",
)


def leftover(material: Material, rng: Random) -> Damage | None:
    """A note to oneself left in the text."""
    place = chosen(material, "(?<=[一-鿿]{3}|[0-9%]元亿|.[0-9]%)(?=[，。；])", rng)
    return at(place[0], place[1].start(), place[1].start(), rng.choice(_LEFTOVERS)) if place else None


def placeholder(material: Material, rng: Random) -> Damage | None:
    """A figure that was never filled in."""
    place = chosen(material, r"[0-9]+(?:\.[0-9]+)?(?=%|亿元|万|个|家)", rng)
    return (
        at(place[0], *place[1].span(), rng.choice(["XX", "X", "××", "xx.x", "__", "○○", "？", "X.X", "*", "□□"]))
        if place
        else None
    )


_WORDS = (
    *("推进", "建设", "加快", "发展", "实施", "项目", "提升", "企业", "开展", "完成", "工作", "服务", "经济"),
    *("产业", "全面", "加强", "深入", "持续", "改革", "创新", "重点", "我们", "生态", "环境", "安全"),
)


def word_twice(material: Material, rng: Random) -> Damage | None:
    """A word of two characters typed twice."""
    word = rng.choice(_WORDS)
    place = chosen(material, word, rng)
    return at(place[0], place[1].start(), place[1].start(), word) if place else None


def particle_twice(material: Material, rng: Random) -> Damage | None:
    """的的, 了了 and the like."""
    place = chosen(material, "(?<=[一-鿿])[的了和与在对为以等将](?=[一-鿿])", rng)
    return at(place[0], place[1].start(), place[1].start(), place[1].group()) if place else None


CLASSES: tuple[Maker, ...] = (
    phrase_changed,
    phrase_lost,
    phrase_turned,
    phrase_wrong,
    organs,
    slip,
    leftover,
    placeholder,
    word_twice,
    particle_twice,
)
