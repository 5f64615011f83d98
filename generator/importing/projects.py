"""Projects that a sentence lists by name: 甲高铁、乙机场等项目建成.  Only what is clearly one is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.importing.naming import LEADING_VERBS
from schemas.project import Stage

_ITEM = r"[\u4e00-\u9fffA-Za-z“”（）]{3,20}"
_END = (
    "高铁|铁路|高速公路|高速|机场|水库|电站|大桥|产业园|码头|港区|隧道|枢纽|示范工程|基地|储气库|抽水蓄能|抽蓄电站|核电|数据中心|"
    "一期|二期|三期|工程|项目|生产线|综合体"
)
_NAME = re.compile(rf"{_ITEM}?(?:{_END})(?:[一二三]期)?")
_LIST = re.compile(rf"(?<![\u4e00-\u9fff“”])(?P<items>{_ITEM}(?:、{_ITEM})+?)等(?P<rest>[^，。；、]{{0,20}})")
_SUMMED = re.compile("(?:[\u4e00-\u9fff]{0,8})(?:项目|工程|线路)")
_NO_NAME = re.compile("建设|推进|加快|实施|重大|重点|一批|若干|各类|配套|项目等|的|和|与|及")
_STAGES = (
    (re.compile("投产|投运|投用|通车|运营|启用|投入使用|达产"), Stage.IN_USE),
    (re.compile("竣工|建成|完工"), Stage.FINISHED),
    (re.compile("开工|启动建设|动工"), Stage.STARTED),
    (re.compile("签约"), Stage.SIGNED),
    (re.compile("落户|落地"), Stage.LANDED),
    (re.compile("加快|推进|建设|进展|实施"), Stage.BUILDING),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A project in a sentence: characters from 0, end exclusive; ``stage`` where the sentence says how far it is."""

    start: int
    end: int
    stage: Stage | None


def listed_projects(text: str) -> Iterator[Listed]:
    """The projects that a sentence lists, if it sums them up as projects and every item ends like one."""
    for match in _LIST.finditer(text):
        if _SUMMED.match(match["rest"]) is None:
            continue
        start = match.start("items")
        verb = LEADING_VERBS.match(match["items"])
        start += verb.end() if verb else 0
        spans = list(_spans(text, start, match.end("items")))
        names = [text[low:high] for low, high in spans]
        if len(names) > 1 and all(_NAME.fullmatch(name) and not _NO_NAME.search(name) for name in names):
            words = text[match.start() : match.end("items")][: start - match.start()] + match["rest"]
            stage = next((stage for pattern, stage in _STAGES if pattern.search(words)), None)
            yield from (Listed(low, high, stage) for low, high in spans)


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for item in re.finditer("[^、]+", text[start:end]):
        yield start + item.start(), start + item.end()
