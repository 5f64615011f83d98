"""Projects that a sentence names, and how far they are: 甲高铁、乙机场等项目建成.  Only what is clearly one is taken.

Three forms: a list summed up as projects (甲、乙等3个项目), names behind a verb of building (开工甲水库、乙大桥), and
names before one (甲大桥建成通车).  In the last two every name must end like a building (水库, 高铁, 一期).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.project import Stage

_CLAUSE = re.compile("[^，。；：！？]+")
_END = (
    "高铁|铁路|高速公路|高速|快速路|大道|机场|航站楼|水库|灌区|水利枢纽|枢纽|电站|核电站?|电厂|风电场?|煤矿|大桥|隧道|航道|码头|港区|港池|泊位|"
    "产业园|物流园|科技园|储气库|数据中心|算力中心|智算中心|体育中心|会展中心|博物馆|图书馆|体育馆|科技馆|大剧院|水厂|污水处理厂|"
    "号线|线[一二三]期|[一二三四]期|工程|项目|生产线|综合体|段"
)
_ENDS_LIKE_ONE = re.compile(f"(?:{_END})(?:[一二三四]期)?(?:（[^（）]{{1,10}}）)?$")
_ITEM = re.compile("(?:[\u4e00-\u9fffA-Za-z0-9—·“”-]|（[^（）]{1,12}）){3,28}")
_SUMMED = re.compile(
    "等(?:[0-9]+余?|[一二三四五六七八九十两百]+|多|一批)?(?:余|多)?(?:个|项|条|座|处|家)?"
    "(?P<what>[^，。；：、等0-9]{0,8}?(?:项目|工程|铁路|高速公路|公路|高速|水库|电站|大桥|线路|机场|煤矿|大通道))"
)
_FIELDS = re.compile("(?:产业|领域|行业|类|方面|系列|民生|专项|试点|示范)[^，。；：]{0,3}$")
_PROGRAMME = re.compile("(?:传承|利用|激活|融合|示范|培育|优享|标志性|惠民|创新|强基|倍增|素养|行动)[^、]{0,2}工程$")
"""文化传承利用工程 is a programme, which nobody builds."""
_BETWEEN_PLACES = re.compile("[\u4e00-\u9fff]{2,6}[至—][\u4e00-\u9fff]{2,6}")
_LONG_NAME = 7
"""A name of so many characters may stand in a list of projects without an ending that says what it is."""
_LEAD = re.compile(
    "^(?:全力|加快|加速|加力|积极|持续|有序|扎实|全面|大力|深入|高效|高质量|高标准|提速|抓好|推动|推进|实施|谋划|启动|开工|建成|"
    "建设|投用|投运|投产|竣工|完成|开通|引进|落地|签约|力争|确保|争取|继续|做好|支持|促进|统筹|打造|启用|动工|组织|年内|全年|今年|同时|其中|一批|"
    "实现|建好|服务|保障|精心|完善|科学|布局|提升|优化|更多|构建|培育|形成|发展|推出|争创|新建|改造|扩建|续建|新改扩建)+(?:了一批|了)?"
)
_BUILT = "建成|竣工|完工|投产|投用|投运|投入|通车|开工|动工|启动建设|开通|启用|运营|落地|签约|下闸蓄水|贯通"
_VERB_FIRST = re.compile(
    "^(?P<verb>(?:全力|加快|加速|积极|持续|有序|提速|全面|推动|力争|确保)*"
    "(?:建成投用|建成投产|建成通车|建成|竣工|开工建设|开工|动工|建设|推进|启动建设|投用|投运|开通运营|开通))(?P<items>.+?)(?:建设)?$"
)
_VERB_LAST = re.compile(
    f"(?P<items>.+?)(?:项目|工程)?(?:均|已|全部|全线|全面|顺利|正式|如期|提前|相继|陆续|实现|基本|主体|分别)*(?P<verb>{_BUILT})[^、]{{0,6}}$"
)
_SPLIT = re.compile("、|(?<=[路铁速场库桥道站港园期段程目])(?:和|及|以及)")
_GENERIC = re.compile(
    "重大|重点|一批|若干|交通|水利|能源|基础设施|基础|设施|产业|示范|民生|农村|城市|城镇|高标准|新型|各类|国家级?|省级?|市级?|县级?|现代|公共|数字|"
    "重要|大型|中小型|中型|小型|骨干|配套|改造|建设|治理|提升|保障|管网|亿元以上|投资|技改|工业|在建|续建|主体|绿色|安居|惠民|电网|项目|工程|新建|生态|通用|区域|物流|"
    "国际|消费|先进|文化|体育|全民|农业|智慧|科技|数据|和|及"
)
_NO_NAME = re.compile(
    "的|了|等|[0-9]+(?:家|个|项|条|座|所|处|亿|%|元)|以上|左右|一批|若干|各类|项目建设|为|达到?|超|推进|加快|实施"
)
_STAGES = (
    (re.compile("投产|投运|投用|通车|运营|启用|投入|达产|开通"), Stage.IN_USE),
    (re.compile("竣工|建成|完工|贯通"), Stage.FINISHED),
    (re.compile("开工|启动建设|动工"), Stage.STARTED),
    (re.compile("签约"), Stage.SIGNED),
    (re.compile("落户|落地|引进"), Stage.LANDED),
    (re.compile("加快|推进|建设|进展|实施|提速"), Stage.BUILDING),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A project in a sentence: characters from 0, end exclusive.

    ``stage`` and ``verb`` say how far it is, where the sentence does.
    """

    start: int
    end: int
    stage: Stage | None
    verb: str = ""


def listed_projects(text: str) -> Iterator[Listed]:
    """The projects that a sentence names, in order."""
    for clause in _CLAUSE.finditer(text):
        words = clause.group()
        summed = _SUMMED.search(words)
        if summed is not None and not _FIELDS.search(words[: summed.end()].removesuffix("项目").removesuffix("工程")):
            yield from _summed(words, clause.start(), summed)
        elif (match := _VERB_FIRST.match(words)) or (match := _VERB_LAST.match(words)):
            yield from _strict(match, clause.start())


def _summed(words: str, offset: int, match: re.Match[str]) -> Iterator[Listed]:
    lead = _LEAD.match(words)
    start = lead.end() if lead else 0
    spans = list(_spans(words, start, match.start()))
    names = [words[low:high] for low, high in spans]
    ending = [bool(_ENDS_LIKE_ONE.search(name) or _BETWEEN_PLACES.fullmatch(name)) for name in names]
    clear = 2 * sum(ending) >= len(names) and all(end or len(name) > 4 for end, name in zip(ending, names, strict=True))
    if not (clear or all(len(name) >= _LONG_NAME for name in names)):
        return
    if all(_ITEM.fullmatch(name) and not _NO_NAME.search(name) and _is_specific(name) for name in names):
        verb = lead.group() if lead else ""
        stage = _stage(words[match.start() :]) or _stage(verb)
        yield from (Listed(offset + low, offset + high, stage, verb) for low, high in spans)


def _strict(match: re.Match[str], offset: int) -> Iterator[Listed]:
    """Names that stand alone with a verb of building; each must end like a building."""
    words = match.string
    start = match.start("items")
    if match.start("verb") > start and (lead := _LEAD.match(words)):
        start = lead.end()
    spans = list(_spans(words, start, match.end("items")))
    for low, high in spans:
        name = words[low:high]
        good = _ITEM.fullmatch(name) and not _NO_NAME.search(name) and _ENDS_LIKE_ONE.search(name)
        if good and len(name) >= 4 and _is_specific(name):
            verb = match["verb"]
            yield Listed(offset + low, offset + high, _stage(words[match.start("verb") :]), verb)


def _is_specific(name: str) -> bool:
    """Whether more than general words stand in a name: 重大水利工程 is none."""
    if _PROGRAMME.search(name):
        return False
    bare = _GENERIC.sub("", _ENDS_LIKE_ONE.sub("", name))
    return len(bare) >= 2 and name[0] not in "0123456789和及与在对把将向以于—-“"


def _stage(words: str) -> Stage | None:
    return next((stage for pattern, stage in _STAGES if pattern.search(words)), None)


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    edge = start
    for sign in _SPLIT.finditer(text, start, end):
        yield _behind_verb(text, edge, sign.start()), sign.start()
        edge = sign.end()
    if edge < end:
        yield _behind_verb(text, edge, end), end


def _behind_verb(text: str, start: int, end: int) -> int:
    """Where a name of a list begins behind a verb of its own: …、建设甲综合体."""
    lead = _LEAD.match(text[start:end])
    return start + lead.end() if lead and start + lead.end() < end else start
