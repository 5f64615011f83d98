"""去年已经建成的，今年又说开工。

回顾部分说某项目竣工、投产、通车、启用，安排部分却说今年启动、开工、新建同一个项目，或者还在做前期工作，多半有一处是旧稿。
一期、主体、首批建成的不算；后面跟着几处、几公里的，是年年都有的一类事，也不算。

反例：一、2023年工作回顾　潍坊港滚装泊位建成投用。　二、2024年工作安排　今年要启动潍坊港滚装泊位建设。
反例：一、2023年工作回顾　建成白浪河湿地公园。　二、2024年工作安排　实施白浪河湿地公园项目，年内开工。
正例：一、2023年工作回顾　潍坊港滚装泊位建成投用。　二、2024年工作安排　今年要启动潍坊港通用泊位建设。
正例：一、2023年工作回顾　建成体育公园5处。　二、2024年工作安排　新建体育公园8处。

依据：项目先开工、后竣工的常理；以立项批复和竣工验收为准。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.parts import PartFound
from generator.analysis.sentences import interval_at
from generator.diagnostics import Severity, Span
from generator.patterns import Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule
from generator.rules.stale.years import has_both_parts

RULE = Rule("S107", "started-again", Group.STALE, Severity.WARNING, "去年已经建成，今年又说开工")

_BEGIN = Pattern("(?:启动|新?开工|动工|开建|筹建|新建|规划(?=建设)|谋划(?=建设)|前期工作)(?:实施|建设)?")
_STOP = Pattern(r"[^\w·“”、]")
_STOP_OF_CLAUSE = Pattern("[，。；：！？]")
_DONE_FIRST = Pattern("(?:建成|完成|启用|开通|投用|投产|交付)(?:了|投用|启用|投运|使用|投入使用|通车)*[“]?$")
_DONE = Pattern(
    "竣工|投产|建成|通车|投用|完工|投入使用|投入运营|投入运行|全线贯通|启用|投运|并网发电|交付使用|开园|开馆|开放运营"
)
_NOT_YET = Pattern("力争|争取|即将|预计|计划|将于|有望|推动|加快|确保|促进")
_PARTLY = Pattern("主体|[一二三四五]期|阶段|部分|先行|试[点行运通]|首批|首段|单项|配套|附属|连接线|扩建|续建")
_LEAD = Pattern(
    "^(?:今年|年内|全面|加快|继续|持续|积极|重点|推动|推进|实施|支持|确保|力争|争取|做好|抓好|开展|促进|启动|规划|谋划|建设|要|将|和|及|以及|抓紧|全力|开工)+"
)
_WHEN = Pattern(
    "(?:[0-9一二三四五六七八九十]{1,2}月(?:份|底|上旬|中旬|下旬)?前?|年内|年底前|上半年|下半年|尽早|尽快|早日|如期|顺利|全面|正式|争取|力争|确保|实现|完成|要|将|[一二三四]季度|破土)+$"
)
_TAIL = Pattern("(?:等.*|(?:项目|工程)?(?:建设|前期工作|改造|施工|立项|报批|核准)*)$")
_COUNTED = Pattern(
    "^(?:项目|工程|建设|改造)*[一二三四五六七八九十两数多]|[0-9](?:余|多|万|亿)?(?:家|个|处|所|条|座|户|套|项|辆|台|公里|亩|平方米)"
)
_KINDS = Pattern("^(?:国家级|省级|市级|县级|城镇|农村|城市|城乡)")
"""Beginnings of what there are many of and some are built every year."""
_SHORTEST = 4
_BUILDINGS = "学校院桥路园库场心港站厂馆楼线渠坝闸塔谷城道"


def check(context: CheckContext) -> Iterator[Finding]:
    """Names of what the plan will begin that the review has finished, word for word."""
    if not has_both_parts(context):
        return
    review = [p for p in context.paragraphs if _in(context, p, PartFound.REVIEW)]
    told: set[Span] = set()
    for paragraph in context.paragraphs:
        for start, name in _begun(context, paragraph):
            done, span = _finished(context, review, name), paragraph.span(start, start + len(name))
            if done is not None and span not in told:
                told.add(span)
                yield Finding(span, f"“{name}”在第{done.paragraph}段已经说建成，这里又说开工", related=(done,))


def _in(context: CheckContext, paragraph: Paragraph, part: PartFound) -> bool:
    """Whether any of a paragraph belongs to a part."""
    return context.part_at(paragraph.number) is part or any(
        s.part is part and s.paragraph == paragraph.number for s in context.parts
    )


def _begun(context: CheckContext, paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    """The names of what the plan says to begin, with the places where they stand."""
    for match in _BEGIN.finditer(paragraph.text):
        if context.part_at(paragraph.number, match.start()) is PartFound.PLAN:
            start, words = _object(paragraph, *match.span())
            yield from _names(paragraph.text, words, start)


def _object(paragraph: Paragraph, start: int, end: int) -> tuple[int, str]:
    """What a verb of beginning is about: the words behind it, or before it, or those of the clause before."""
    begin, stop = interval_at(paragraph.clauses, start)
    behind = _STOP.split(paragraph.text[end:stop])[0]
    if len(behind) >= _SHORTEST:
        return end, behind
    before = _WHEN.sub("", paragraph.text[begin:start])
    if _LEAD.sub("", before):
        return begin, before
    if not begin or paragraph.text[begin - 1] not in "，,":
        return begin, ""
    earlier, _ = interval_at(paragraph.clauses, begin - 1)  # 实施某工程，年内开工
    return earlier, paragraph.text[earlier : begin - 1]


def _names(text: str, words: str, start: int) -> Iterator[tuple[int, str]]:
    """The single projects in a list of words that begins at ``start``; not what is counted."""
    at = start
    for piece in words.split("、"):
        bare = _LEAD.sub("", piece)
        offset = at + len(piece) - len(bare)
        name = _TAIL.sub("", bare)
        at += len(piece) + 1
        behind = _STOP_OF_CLAUSE.split(text[offset + len(name) :])[0]
        if _is_single(name) and not _PARTLY.search(name) and not _COUNTED.search(behind):
            yield offset, name


def _is_single(name: str) -> bool:
    """Whether a name is one project's; a short one only if it ends like a building's."""
    is_short = len(name) < _SHORTEST or (len(name) == _SHORTEST and name[-1] not in _BUILDINGS)
    return not is_short and not _KINDS.match(name)


def _finished(context: CheckContext, review: list[Paragraph], name: str) -> Span | None:
    """Where the review says that something was finished, in the clause of its name or with the verb right before it."""
    for paragraph in review:
        start = paragraph.text.find(name)
        while start >= 0:
            if context.part_at(paragraph.number, start) is PartFound.REVIEW:
                begin, end = interval_at(paragraph.clauses, start)
                if _is_done(paragraph.text[begin:start], paragraph.text[start + len(name) : end]):
                    return paragraph.span(start, end)
            start = paragraph.text.find(name, start + 1)
    return None


def _is_done(before: str, behind: str) -> bool:
    """Whether a clause, around a name, says that it was finished; not what goes on behind the name as another name."""
    if _COUNTED.search(behind) or _NOT_YET.search(before):
        return False
    verb = _DONE.search(behind)
    if verb is not None:
        return not _PARTLY.search(behind[: verb.start()]) and not _NOT_YET.search(behind[: verb.start()])
    return _DONE_FIRST.search(before) is not None and not _TAIL.sub("", behind.strip("，。；！”"))
