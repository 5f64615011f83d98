"""Names for numbers, from the words around them: 地区生产总值增速, 新增高新技术企业."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from schemas.names import BUILT_IN

LONGEST = 16
"""Characters of a name; more is no name any more."""

_BREAK = re.compile("[，。；：、！？（）()]")
_LEADING = re.compile(
    r"^(?:[^\u4e00-\u9fffA-Za-z]+|其中|同时|并|且|又|再|也|仅|约|近|超|共计|共有|共|已|总共|累计|合计|全年|今年|去年|当年|同比|比上年|较上年|年均|平均|分别|均|都|全部|"
    r"继续|持续|力争|确保|努力|实现|预计|完成|达到|做到|我省|我市|我们|一年来|将|要|在|把|对|使|让|为|与|和|及|以及|等|的|中|上|了|是|有|从|由|按|到|至|内|后)+"
)
_TRAILING = re.compile(
    r"(?:[^\u4e00-\u9fffA-Za-z]+|同比|比上年|较上年|比去年|环比|年均|平均|分别|均|都|全部|已经|已|累计|合计|共计|共有|共|总计|首次|再次|历史性|一举|预计|力争|确保|努力|实现|完成|"
    r"达到了|达到|达|为|是|有|超过|突破|超|近|约|至|到|提高到|提高至|提升到|提升至|增加到|增加至|增长到|增长至|增至|升至|降至|下降到|下降至|降到|扩大到|扩大至|稳定在|控制在|保持在|维持在|"
    r"保持|稳定|居|位居|列|位列|排名|排|跃居|进入|第|各|每|前|近|满|了|的|在|于|从|由|比|较|又|再|年增|不低于|不少于|不超过|过|逾|接近|稳居|连续|比重)+$"
)
_VERBS = (
    "推动|推进|实施|开展|支持|组织|落实|出台|争取|引进|引导|发放|举办|建设|建成|新建|改建|新建改建|改造|新增|培育|打造|完成|启动|开通|投用|实现|办理|办结|帮助|惠及|带动|拉动|"
    "吸引|聚集|集聚|盘活|压减|减少|增加|提供|配备|培训|招引|签约|落地|开工|竣工|整治|治理|修复|获批|获评|入选|获得|荣获|新认定|认定|新培育|净增|新设|新签|安排|下达|筹集|归集|拨付|投入|查处|化解|处置|解决|创建|形成|布局|制定|修订"
)
_FIRST_VERB = re.compile(f"(?:{_VERBS})+")
_NOUN = re.compile(
    r"(?:的)?(?P<noun>[A-Za-z\u4e00-\u9fff]{2,14}?)(?=[，。；：、！？“”（）《》0-9]|$|纳入|入选|获|得到|建成|开工|竣工|投产|投入|完成|实现|达到|超过|顺利|全部|落户|落地|进入|加快|累计|分别|均|居|位|上市|通过|融入|列入|占|已|开通|启用|投用|带动|以上|左右)"
)
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_REFUSED = re.compile(r"[\s{}|.｛｝“”‘’《》（）()\[\]#:：,，、；;\"'`&*!%@/\\+×∶-]")
_SUFFIXES = "二三四五六七八九"
_RATES = ("%", "％", "‰")


@dataclass(slots=True)
class Names:
    """The names given so far; all data of a report share them."""

    taken: set[str] = field(default_factory=lambda: set(BUILT_IN))

    def unique(self, wanted: str) -> str:
        """The wanted name, or it with 二, 三, … behind it."""
        name = wanted
        number = 2
        while name in self.taken:
            name = f"{wanted}{_ordinal(number)}"
            number += 1
        self.taken.add(name)
        return name


def _ordinal(number: int) -> str:
    from generator.numerals.chinese import to_chinese

    return to_chinese(number)


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


def key_of(text: str) -> str:
    """A text as a name: digits in Chinese, without signs that have another use."""
    name = _REFUSED.sub("", text.translate(_DIGITS))
    return name or "数"


def subject_of(before: str) -> str:
    """What a clause is about, from its words before the number; empty where they are only a verb or nothing."""
    words = _BREAK.split(before)[-1].replace("“", "").replace("”", "")
    words = re.sub(r"[《》\s]", "", words)
    words = _LEADING.sub("", words)
    words = _strip_end(words)
    if len(words) > LONGEST:
        words = _shortened(words)
    return words


def indicator(context: Context) -> tuple[str, str]:
    """The name of a number and the subject that the next one may continue."""
    subject = subject_of(context.before)
    fresh = subject
    verb_only = bool(subject) and _FIRST_VERB.fullmatch(subject) is not None
    if not subject or verb_only or len(subject) < 2:
        noun = _noun_behind(context.behind) if not context.direction and not context.ranked else ""
        if verb_only or (noun and not context.subject):
            subject = subject + noun if noun else subject + _object_of(context.subject)
        elif noun and context.unit and not context.unit.endswith(_RATES):
            subject = noun
        else:
            subject = context.subject or noun
        fresh = subject
    subject = subject or "未命名数"
    return key_of(subject)[:LONGEST] + _kind(subject, context), fresh


def _object_of(subject: str) -> str:
    return _FIRST_VERB.sub("", subject, count=1) if _FIRST_VERB.match(subject) else subject


def _kind(subject: str, context: Context) -> str:
    """What sort of number it is, where that is not the indicator itself."""
    if context.ranked:
        return "位次"
    if context.compared:
        return "比较"
    if context.direction:
        if context.unit.endswith(_RATES):
            return "" if subject.endswith(("增速", "增幅", "涨幅", "降幅")) else _rate(context.direction)
        return "" if subject.endswith(context.direction) else "变化"
    if context.unit.endswith(_RATES) and not subject.endswith(("率", "比重", "占比", "比例", "涨幅", "增幅", "增速", "强度", "度")):
        return "比例"
    return ""


def _rate(direction: str) -> str:
    return "降幅" if direction in ("下降", "减少", "降低", "收窄", "压减") else "增速"


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
        head, found, rest = tail.partition(sign)
        if found and len(rest) >= 4:
            tail = rest
    return tail


def _noun_behind(behind: str) -> str:
    match = _NOUN.match(behind)
    return match["noun"].removeprefix("的")[:10] if match else ""
