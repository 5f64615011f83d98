"""Names for numbers, from the words around them: 地区生产总值增速, 新增高新技术企业."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.numerals.chinese import to_chinese
from schemas.figure import Direction
from schemas.names import BUILT_IN

LONGEST = 22
"""Characters of a name; more is no name any more."""

_ASIDE = re.compile("（[^（）]*）|[(][^()]*[)]")
_BREAK = re.compile("[，。；：、！？（）()]")
_WHOLE_AT_START = (
    "有机|有色|有效|有线|有轨|有证|等级|等额|为民|为农|在建|在校|在职|在册|在岗|在库|在园|在线|要素|要客|和美|和平|和谐|对外|对口|对接|对台|使用|"
    "共同|共享|共建|共青|均衡|都市|从业|从教|到位|到期|到账|到访|再生|再贷|再担|再融|将军|年产|年末|年度|年内|年轻|年收|与会|及时|由头|按期|"
    "平均|全部职工|以旧|以县|以工|以赛|以文|把关|让利|仅剩|是非|已建|努力|预计产|目标"
)
_WHOLE_AT_END = (
    "班列|系列|专列|序列|民居|宜居|安居|旧居|学前|产前|国有|公有|民有|特有|稀有|保有|所有|行为|作为|存在|所在|"
    "发达|通达|苏超|村超|减排|安排|成都|首都|之都|名都|公共|中共|报到|邻近|附近|改革开放以来"
)
_LEADING = re.compile(
    rf"^(?!{_WHOLE_AT_START})(?:[^\u4e00-\u9fffA-Za-z]+|年|其中|同时|并|且|又|再|也|仅|共计|共有|共|已|总共|累计|合计|全年|今年|去年|当年|每年|同比|"
    r"(?:比|较|与)(?:上年|去年)(?:同期|末)?|同期|年均|平均(?=[^\u4e00-\u9fff])|分别|均|都|全部|五年来?|"
    r"全省|全市|全区|全州|全县|全疆|以(?!旧|县|工|赛|文)|继续|持续|力争|确保|努力|实现|预计|完成|达到|做到|我省|我市|我区|我县|我们|一年来|将|要|在|把|对|"
    r"使|让|为|与|和|及|以及|等|的|了|是|有|从|由|按|到|至|认真|积极|全力|深入|扎实|大力|有序|全面|着力|切实|成功|高质量|高标准|顺利|历史性|首次|新推出|"
    r"推动|推进|加快)"
)
_TRAILING = re.compile(
    rf"(?<!{')(?<!'.join(_WHOLE_AT_END.split('|'))})"
    r"(?:[^\u4e00-\u9fffA-Za-z]+|同比|比上年|较上年|比去年|环比|年均|平均|分别|均|都|全部|已经|已|累计|合计|共计|共有|共|总计|首次|再次|继续|"
    r"历史性|一举|预计|力争|确保|努力|实现|完成|迈上|跨上|站上|迈入|跃上|再上|冲上|跨越|"
    r"达到了|达到|达|为|是|有|超过|突破|超|近|约|至|到|提高到|提高至|提升到|提升至|增加到|增加至|增长到|增长至|增至|升至|降至|下降到|下降至|降到|降低到|缩小到|"
    r"扩大到|扩大至|缩小至|上升到|压减到|稳定在|控制在|保持在|维持在|"
    r"保持|稳定|居|位居|列|位列|排名|排|跃居|进入|第|各|每|前|近|满|了|的|在|于|从|由|比上次|较上次|比上年同期|较上年同期|比去年同期|又|再|年增|不低于|"
    r"不少于|不超过|过|逾|接近|稳居|连续|比重|均为|调整为|调整|优化为|平均为|平均值为|平均值|平均达)$"
)
_VERBS = (
    "做好|加快|做强|做优|做大|壮大|盯紧|抓实|抓好|办好|深化|强化|巩固|优化|提升|加强|扩大|拓展|设立|创办|培优|举办|承办|新创|创成|新晋|新招|招收|招录|招聘|选派|"
    "选树|救助|资助|补助|发展|建立|健全|搭建|"
    "升级|提质|统筹|规划|谋划|储备|更新|构建|打通|新改建|优选|遴选|支撑|服务|保障|覆盖|制修订|受理|督办|推出|发布|集中|实现|推动|推进|实施|开展|支持|组织|"
    "落实|出台|争取|引进|引导|发放|举办|建设|建成|新建|改建|新建改建|改造|新增|培育|打造|完成|启动|开通|投用|实现|办理|办结|帮助|惠及|带动|拉动|"
    "吸引|聚集|集聚|盘活|压减|减少|增加|提供|配备|培训|招引|签约|落地|开工|竣工|整治|治理|修复|获批|获评|入选|获得|荣获|新认定|认定|新培育|净增|新设|新签|"
    "安排|下达|筹集|归集|拨付|投入|查处|化解|处置|解决|创建|形成|布局|制定|修订"
)
_FIRST_VERB = re.compile(f"(?:{_VERBS})+")
LEADING_VERBS = re.compile(f"(?:全力|加快|积极|持续|有序|扎实|全面|大力|深入|统筹|抓好|{_VERBS})+")
"""Verbs that open a clause, before its object."""
_FROM = re.compile("(?P<what>.{3,}?)(?:从|由)(?:每|原|去年|上年|20|$)")
_NOUN = re.compile(
    r"(?:的)?(?P<noun>[A-Za-z\u4e00-\u9fff]{2,14}?)(?=[，。；：、！？（）《》0-9]|$|[和及](?=[0-9])|有序|稳步|相继|"
    r"陆续|有力|高效|纳入|入选|获|得到|建成|开工|竣工|投产|投入|完成|实现|达到|超过|顺利|全部|落户|落地|进入|加快|累计|分别|均|居|位|上市|通过|融入|列入|"
    r"占|已|开通|启用|投用|带动|以上|左右)"
)
_SOME_WORDS = re.compile("(?P<noun>[\u4e00-\u9fff]{4,10})")
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_REFUSED = re.compile(r"[\s{}|.｛｝“”‘’《》（）()\[\]#:：,，、；;\"'`&*!%@/\\+×∶-]")
_ORDINALS = {"届": "届次", "次": "次数", "批": "批次", "轮": "轮次", "期": "期次"}
_SHARES = ("率", "比重", "占比", "比例", "涨幅", "增幅", "增速", "强度", "度")
"""Ends of indicators that are a percentage by their name."""
_RATES = ("%", "％", "‰")
_YEARLY = re.compile("年均[^，。；]{0,6}$")
_RISES = {"上涨": "涨幅", "回落": "降幅", "下滑": "降幅", "上浮": "涨幅"}
_STARTS_AT = re.compile("(?:从|由)(?:[^，。；、]{0,8}的)?$")


@dataclass(slots=True)
class Names:
    """The names given so far; all data of a report share them."""

    taken: set[str] = field(default_factory=lambda: set(BUILT_IN))
    _last: dict[str, int] = field(default_factory=dict)
    """The number behind the newest of the names that were wanted alike."""

    def unique(self, wanted: str, qualified: str = "") -> str:
        """The wanted name, or if that is taken the ``qualified`` one, or one of them with 二, 三, … behind it."""
        if wanted in self.taken and qualified:
            wanted = qualified
        name, number = wanted, self._last.get(wanted, 1)
        while name in self.taken:
            number += 1
            name = f"{wanted}{to_chinese(number)}"
        self._last[wanted] = number
        self.taken.add(name)
        return name


@dataclass(frozen=True, slots=True)
class Context:
    """Where a number stands: the words of its clause before and behind it, and what the clause before was about."""

    before: str
    behind: str
    subject: str
    unit: str
    direction: str = ""
    ranked: bool = False
    compared: bool = False
    ordinal: bool = False
    place: int = 0
    """How many numbers of the same list of 分别 stand before it."""


def key_of(text: str) -> str:
    """A text as a name: digits in Chinese, without signs that have another use."""
    name = _REFUSED.sub("", text.translate(_DIGITS))
    return name or "数"


def subject_of(before: str) -> str:
    """What a clause is about, from its words before the number; empty where they are only a verb or nothing."""
    words = _BREAK.split(_ASIDE.sub("", before))[-1]
    words = re.sub(r"[“”《》\s]", "", words)
    words = _strip_end(_strip_start(words))
    if match := _FROM.match(words):
        words = _strip_end(match["what"])
    if len(words) > LONGEST:
        words = _shortened(words)
    return words


def indicator(context: Context) -> tuple[str, str]:
    """The name of a number and the subject that the next one may continue."""
    subject = _of_list(context) or subject_of(context.before)
    says_more = context.direction or context.ranked or context.ordinal or context.compared
    noun = "" if says_more else _noun_behind(context.behind)
    if noun and _counts(context.unit):
        subject = _verb_of(subject) + noun
    elif not subject or len(subject) < 2:
        subject = context.subject or noun
    elif _FIRST_VERB.fullmatch(subject):
        subject += noun or _FIRST_VERB.sub("", context.subject, count=1)
    fresh = subject
    if subject.startswith("占") and context.subject:
        subject, fresh = context.subject + subject, context.subject
    subject = _rise(subject) or "未命名数"
    if _STARTS_AT.search(context.before):
        return key_of(subject)[:LONGEST] + "原值", fresh
    return key_of(subject)[:LONGEST] + _kind(subject, context), fresh


def _of_list(context: Context) -> str:
    """The item that a number belongs to in 甲、乙分别增长…、…; empty where there is no such list."""
    clause = re.split("[，。；：]", context.before)[-1]
    head, found, _ = clause.rpartition("分别")
    if not found:
        return ""
    items = [item for item in re.split("、|和|及|与|以及", head) if item]
    if context.place >= len(items) or len(items) < 2:
        return ""
    item, last = items[context.place], items[-1]
    return subject_of(item if len(item) > _SHORT_ITEM else item + last[len(item) :])


_SHORT_ITEM = 3
"""An item of so few characters leaves its end to the last one: 城镇、农村居民人均可支配收入."""


_MEASURES = ("元", "百分点", "倍", "位", "米", "吨", "里", "亩", "斤", "年", "天", "时", "钟")


def _counts(unit: str) -> bool:
    """Whether a unit counts things, so that what is counted may stand behind it."""
    return bool(unit) and "/" not in unit and not unit.endswith((*_RATES, *_MEASURES))


def _verb_of(subject: str) -> str:
    """The verb that governs a number: at the end of the words before it, else at their beginning."""
    ends = [match for match in _FIRST_VERB.finditer(subject) if match.end() == len(subject)]
    match = ends[0] if ends else _FIRST_VERB.match(subject)
    return match.group() if match else ""


def _rise(subject: str) -> str:
    """居民消费价格上涨 is the indicator 居民消费价格涨幅."""
    for verb, noun in _RISES.items():
        if subject.endswith(verb):
            return subject.removesuffix(verb) + noun
    return subject


def _kind(subject: str, context: Context) -> str:
    """What sort of number it is, where that is not the indicator itself."""
    if context.ordinal:
        return _ORDINALS.get(context.unit, "位次" if context.unit in ("", "位", "名") else "序次")
    if context.ranked:
        return "位次"
    if context.compared:
        return "比较"
    if context.direction:
        if context.unit.endswith(_RATES):
            rate = "" if subject.endswith(("增速", "增幅", "涨幅", "降幅")) else _rate(context.direction)
            return f"年均{rate}" if rate and _YEARLY.search(context.before) else rate
        return "" if subject.endswith(context.direction) else "变化"
    if "占" in subject and context.unit.endswith(_RATES) and not subject.endswith(("占比", "比重")):
        return "比重"
    if context.unit.endswith(_RATES) and not subject.endswith(_SHARES):
        return "比例"
    return ""


def _rate(direction: str) -> str:
    if direction == Direction.CLIMB:
        return "涨幅"
    return "降幅" if Direction(direction).falls else "增速"


def _strip_start(words: str) -> str:
    while (stripped := _LEADING.sub("", words)) != words:
        words = stripped
    return words


def _strip_end(words: str) -> str:
    while (stripped := _TRAILING.sub("", words)) != words:
        words = stripped
    return words


def _shortened(words: str) -> str:
    """The end of a long subject, from its last verb on where that leaves enough."""
    starts = [match.start() for match in _FIRST_VERB.finditer(words)]
    for start in starts:
        if 4 <= len(words) - start <= LONGEST:
            return words[start:]
    tail = words[-LONGEST:]
    for sign in ("的", "和", "等"):
        _, found, rest = tail.partition(sign)
        if found and len(rest) >= 4:
            tail = rest
    return tail


_MEASURED = re.compile(
    "^[0-9.]+(?:万亿|[百千万亿])*(?:千伏|千瓦|千瓦时|公里|元|吨|平方米|立方米|英寸|兆瓦|岁|级)?(?:以上|左右)?"
)
_TWO_NOUNS = re.compile("(?<=项目|工程|企业|基地|园区|机构|平台|公路|铁路)[和及与]")


def _noun_behind(behind: str) -> str:
    words = re.sub("[“”]", "", re.sub("^“[^”]*[0-9][^”]*”", "", _ASIDE.sub("", behind)))
    words = _MEASURED.sub("", words)
    match = _NOUN.match(words) or _SOME_WORDS.match(words)
    noun = _TWO_NOUNS.split(match["noun"].removeprefix("的"))[0].removesuffix("等") if match else ""
    return "" if noun.endswith(("万元", "亿元")) or _CHANGE.match(noun) else noun


_CHANGE = re.compile("提高|提升|增加|增长|增至|下降|降低|降至|上升|扩大|缩小|压缩|调整")
