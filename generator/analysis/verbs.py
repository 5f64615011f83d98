"""Verbs of report prose that tell a count of a list (甲、乙、丙三项) from the object of a verb (甲、乙建设三个基地)."""

from __future__ import annotations

from generator.patterns import Pattern

NEVER_ENDS_ITEM = (
    "新增|实施|开展|打造|形成|推出|入选|入围|获评|获批|获得|建成|开通|援助|争取|引进|设立|成立|制定|出台|完成|达到|突破|实现|做到|践行|打好|"
    "办好|抓好|做好|缩小|坚定|举办|承办|深入|继续|连续|分别|累计|拥有|增至|达|超|超过|有|为|是|在|居|列|近|约|第|前|每|各|均|都|到|至|从|比|"
    "较|与|和|及|用|按|以|被|把|将|支持|申报|承担|划分|提供|纳入|覆盖|扩大到|实有|现有|位列|增加|减少|下降|压减|新建|新改建|新认定|认定|坚持|"
    "推动|推进|启动|创建|新设|组建|建立|构建|聚焦|围绕|落实|出具|编制|发布|选派|派出|遴选|确定|上升|下达|办理|办结|净增|增长|强化|增强|提高|连|"
    "全国|全省|全市|全区|排名|位居|其他|其余|另|再|又|也|并|仅|共有|合作|打通|培育|举行|召开|签订|签署|执行|查处|整治|改造|提升|提出|印发|建设|荣获|斩获|摘得|夺得|捧得|发挥|做实|稳住"
)
"""Words after which a number is an object or a measure, not the sum of the list before it."""

AMBIGUOUS_ENDS = frozenset(
    ("建设", "培育", "提升", "改造", "提高", "增加", "增长", "强化", "增强", "合作", "推进", "实施", "构建", "整治")
)
"""Of those, the ones that also end a noun (城市更新、老旧小区改造两项)."""

NOMINAL_ENDS = AMBIGUOUS_ENDS | frozenset(
    (
        "发展",
        "创新",
        "升级",
        "深化",
        "优化",
        "攻坚",
        "治理",
        "提质",
        "保障",
        "服务",
        "管理",
        "改革",
        "转型",
        "更新",
        "突破",
        "赋能",
        "培优",
        "增效",
        "扩容",
        "增量",
        "赶超",
        "强基",
        "安全",
        "教育",
        "养老",
        "保护",
        "修复",
        "监管",
        "执法",
        "救援",
        "评估",
        "支撑",
        "牵引",
        "引领",
        "带动",
        "加速",
        "减排",
        "化解",
        "排查",
        "防控",
        "防治",
        "帮扶",
        "应用",
        "普及",
        "监测",
        "降碳",
        "取暖",
        "加快",
        "推广",
        "融合",
        "联动",
        "扩面",
        "拓展",
        "完善",
        "健全",
        "建立",
    )
)
"""Ends of items that are verbs used as nouns."""

INNER = Pattern(
    "实施|开展|打造|抓好|办好|打好|做好|围绕|聚焦|构建|启动|建成|新增|入选|获评|推出|设立|争取|引进|支持|推动|推进|深化|强化|完善|"
    "加强|加快|坚持|落实|健全|建立|形成|带动|促进|实现|完成|援助|依托|通过|按照|面向|针对|用于|位于|在|把|将|为|由|向"
)
"""Words that, inside an item, show that the list may begin only behind them."""

LEADING = Pattern(
    "^(?:(?:全面|深入|扎实|大力|积极|加快|持续|着力|重点|稳步|有序|统筹|进一步|全力|用心|切实|主要|认真|更好|完整|创新|联合|继续|分别|集中|精心|做优|做强)*"
    "(?:推进|实施|开展|打造|发放|促进|推动|加强|发展|建设|培育|支持|办好|抓好|做好|打好|聚焦|围绕|构建|启动|新增|完善|健全|建立|强化|深化|提升|提高|"
    "提振|优化|落实|坚持|保障|巩固|增强|扩大|加大|突出|组织|举办|引进|推广|拓展|做强|壮大|整合|利用|依托|覆盖|包括|涉及|涵盖|形成|规范|整治|"
    "在|把|将|对|向|以|从|与|和|为|让|使|抢抓|布局|加快|实现|创建|改造|建成|迭代升级|用好|用足|防范|化解|严厉打击|打击|惠及|配备|提供))"
)
"""Verbs with which the first item of a list begins, because the clause does."""

_NEVER_ENDS = Pattern(f"(?:{NEVER_ENDS_ITEM})$")
_NOUN_ENDS = Pattern(
    "(?:赶超|系列|序列|行为|国有|公有|民有|发达|平均|大连|人均|户均|存在|外在|内在|到达|直达|以前|当前|目前|所有|共有)$"
)


def ends_in_verb(item: str) -> str:
    """The verb or particle at the end of an item, with the number behind it as its object; empty if there is none."""
    match = None if _NOUN_ENDS.search(item[-2:]) else _NEVER_ENDS.search(item[-4:])
    return match.group() if match else ""
