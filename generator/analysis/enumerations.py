"""Lists and the counts that sum them up.

甲、乙、丙三项 · 甲、乙“两大行动” · 甲、乙等5个 · 甲、乙“双下降” · 三大工程：甲、乙、丙 · 三个园区（甲、乙、丙）

A list whose shape leaves doubt (its number may be the object of a verb, 和 may join or not) is reported as not
checkable, or with every size that it may have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.analysis.chinese_quantities import NUMERAL, Count, counts, whole
from generator.analysis.enumeration import Closing, Enumeration
from generator.analysis.list_sizes import begins_inside, has_figure, sizes
from generator.analysis.lists_ahead import announced, bracketed
from generator.analysis.sentences import Interval
from generator.analysis.stretches import Stretch, items, stretches
from generator.analysis.verbs import AMBIGUOUS_ENDS, DEED, HONOURED, LEADING, NOMINAL_ENDS, ends_in_verb
from generator.patterns import Pattern

_NUMBERED_NAMES = Pattern("八项规定|四项基本原则|两项补贴|三大球|三大件|[两二三四五六七八九]个一(?![级线类流等体])")
"""Names that begin with a number: it counts nothing that stands before it."""
_FILLER = Pattern("(?:(?P<open>等)(?:共计|共|这)?|这|共计|共有|共|合计|总共|以上|上述)$")
_CHANGE = Pattern(
    rf"“?(?P<number>双|{NUMERAL})(?:提升|下降|增长|达标|丰收|突破|提高|促进|清零|优化|到位|过半|回升|改善|降低|减少|增|降|升|减)(?:”|(?=[，。；、]|$))"
)
_BRIDGE = Pattern("(?:连续[^，。、]{1,4}年)?(?:均|全部|都|再次|继续|持续)?(?:实现|做到|取得|保持|达到|呈现|迎来)?了?$")
_SHORT_LABEL = Pattern(
    rf"“(?P<number>{NUMERAL})(?P<noun>[^”“]{{1,2}}?)(?:融合|联动|协同|并进|互动|共建|齐抓|合一|贯通|同步)?”"
)


_LONGEST = 1000
"""Characters of a clause that may be a list; what runs on longer has lost its punctuation."""


@lru_cache(maxsize=8192)
def enumerations(text: str) -> tuple[Enumeration, ...]:
    """The lists of a text that are summed up by a number, in order."""
    found: list[Enumeration] = []
    clauses = stretches(text)
    for index, clause in enumerate(clauses):
        if clause.end - clause.start > _LONGEST:
            continue
        if clause.breaks or "和" in text[clause.start : clause.end]:
            found.extend(_summed(text, clause))
        if clause.nested:
            found.extend(bracketed(text, clause))
        if index + 1 < len(clauses) and clause.closer and clause.closer in "：，":
            found.extend(announced(text, clause, clauses[index + 1]))
    return tuple(found)


def _summed(text: str, clause: Stretch) -> Iterator[Enumeration]:
    floor = clause.start
    for count in counts(text, clause.start, clause.end):
        found = _before(text, clause, count, floor)
        if found is not None:
            floor = count.end
            yield found
    if clause.breaks:
        yield from _changes(text, clause)
        yield from _short_labels(text, clause)
        yield from _batches(text, clause)


def _before(text: str, clause: Stretch, count: Count, floor: int) -> Enumeration | None:
    """The list before a count, if there is one."""
    quoted = text[count.start - 1 : count.start] == "“" and not _deep(clause, count.start - 1)
    if (clause.inside(count.start) and not quoted) or _NUMBERED_NAMES.match(text, count.start):
        return None
    left = count.start - quoted
    filler = _FILLER.search(text, max(floor, left - 4), left)
    opened = bool(filler and filler["open"])
    end = filler.start() if filler else left
    closing = Closing.OPEN if opened else Closing.LABEL if quoted else Closing.COUNT
    if not opened and not quoted:
        tail = _postposed(text, clause, count, floor)
        if tail is not None:
            return tail
        if not count.words and _at_end(text, clause, count):
            return None
    parts = items(clause, floor, end)
    if parts[-1][0] >= parts[-1][1] or (not opened and "等" in text[slice(*parts[-1])]):
        return None
    return _made(text, clause, closing, parts, count)


def _made(text: str, clause: Stretch, closing: Closing, parts: list[Interval], count: Count) -> Enumeration | None:
    if len(parts) == 1 and not _and_only(text[slice(*parts[0])], count.number):
        return None
    found = sizes(text, clause, parts, opened=closing is Closing.OPEN)
    if found is None and (len(parts) == 1 or _has_digits(text, parts)):
        return None
    if len(parts) > 1 and (_only_verbs(text, parts, count) or _letters(text[slice(*parts[-1])], count)):
        return None
    if closing is not Closing.OPEN and (
        _stand_where_named(text, parts, found, count)
        or _object_of_verb(text, parts, closing)
        or _goes_on(text, clause, count)
        or _is_quoted_alone(text, count)
        or _belongs_to_last(found, count)
        or any(_counts_itself(text, part) for part in parts)
    ):
        found = None
    return Enumeration(closing, tuple(parts), (count.start, count.end), count.number, found or frozenset())


_PLACES = frozenset("京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新港澳台成深穗莞杭甬锡常株潭厦漳泉")
_LEVELS = frozenset("国部省市县区乡镇街村")


def _letters(last: str, count: Count) -> bool:
    """重庆、宜宾、成渝两地: the number sums up the letters before it, not the list."""
    letters = (
        _PLACES
        if count.classifier in ("地", "省", "市")
        else _LEVELS
        if count.classifier in ("级", "方")
        else frozenset()
    )
    tail = last[-count.number :]
    return 1 < len(tail) == count.number and letters.issuperset(tail)


def _only_verbs(text: str, parts: list[Interval], count: Count) -> bool:
    """增强“四个意识”、坚定“四个自信”、做到…: clauses, not names; 改建、扩建5所: deeds that share an object.

    A number in words may sum up deeds (签约、开工、投产三个环节).
    """
    first, last = text[slice(*parts[0])], text[slice(*parts[-1])]
    verb = ends_in_verb(last)
    if not count.words and DEED.fullmatch(last):
        return True
    short = bool(verb) and (last == verb or (verb not in AMBIGUOUS_ENDS and len(last) <= 4))
    return short or LEADING.fullmatch(first) is not None or LEADING.fullmatch(last) is not None


def _and_only(item: str, number: int) -> bool:
    """A list without 、: only 甲和乙两项 is common enough to be one."""
    return number <= 3 and "和" in item and len(item) <= 24


def _has_digits(text: str, parts: list[Interval]) -> bool:
    return any(has_figure(text[start:end]) for start, end in parts)


def _deep(clause: Stretch, offset: int) -> bool:
    """Whether a quotation mark stands inside other marks."""
    return any(start < offset < end for start, end in clause.nested)


def _at_end(text: str, clause: Stretch, count: Count) -> bool:
    """新增甲、乙120个: a number behind its noun measures the last item or all of them, nobody can tell."""
    rest = text[count.end : _next_break(clause, count.end)]
    return not rest or bool(re.match("以上|以下|左右|以内|多|余|（", rest)) or rest in ("以上", "左右")


def _next_break(clause: Stretch, offset: int) -> int:
    return next((cut[0] for cut in clause.breaks if cut[0] >= offset), clause.end)


_OWN_COUNT = Pattern(
    r"(?<![第十百千万亿])(?:[两二三四五六七八九十]|[0-9]+)(?:大|个|项|条|件|张|类|批|支|方面)(?!型|学|家)"
)
_OPEN_END = Pattern("^[^、，。]{0,8}等")
_LONG = 4
_RESULT = Pattern("总数|总量|累计|居|位居|升至|均|数量|高于|低于|同比|增长|提高")


def _goes_on(text: str, clause: Stretch, count: Count) -> bool:
    """甲、乙“两大行动”、丙: the count may belong to one item of a longer list."""
    joint = _next_break(clause, count.end)
    rest = text[count.end : joint]
    if _OWN_COUNT.search(rest) or (joint == clause.end and _OPEN_END.search(rest)):
        return True
    return joint < clause.end and len(rest) <= 6 and not _RESULT.match(text, joint + 1)


def _is_quoted_alone(text: str, count: Count) -> bool:
    """残疾人“两项”补贴、打造“三个”中心: a number and its classifier in marks are a name that everybody knows."""
    return text[count.start - 1 : count.start] == "“" and text[count.end : count.end + 1] == "”"


def _belongs_to_last(found: frozenset[int] | None, count: Count) -> bool:
    """甲、乙标准和残疾人“两项补贴”: 和 may join the last item with its count, which is less than all of them."""
    return found is not None and len(found) > 1 and count.number < min(found)


_ENDS_IN_COUNT = Pattern("[两二三四五六七八九十](?:级|市|县|区|省|国|地|方|城|镇|村|州)$")


def _counts_itself(text: str, item: Interval) -> bool:
    """做实“两大定位”、发挥“三个作用”, 横跨两省、连接五市: where an item has a count of its own, so has the last."""
    return _OWN_COUNT.search(text, *item) is not None or _ENDS_IN_COUNT.search(text, *item) is not None


_SIZED = Pattern("[0-9]")
_TOTALS = ("共", "共计", "合计")
_DEEDS = ("完成", "启动", "建成", "开工", "投产", "投用", "关停", "淘汰", "改造", "新建", "扩建", "引进", "签约")


def _stand_where_named(text: str, parts: list[Interval], found: frozenset[int] | None, count: Count) -> bool:
    """甲、乙3座35万千瓦电站: things told by their size alone stand in the places named, in each one or more.

    So do those that are summed up behind deeds: 启动甲电厂、完成乙电厂共6台机组替代.
    """
    if not found or count.number <= max(found):
        return False
    if _SIZED.match(text, count.end) is not None:
        return True
    return text.endswith(_TOTALS, 0, count.start) and any(text.startswith(_DEEDS, start) for start, _ in parts[1:])


def _object_of_verb(text: str, parts: list[Interval], closing: Closing) -> bool:
    """甲、乙建设三个基地: the number is what is built; behind 的 it is what does this (扩大内需的十项措施)."""
    last = text[slice(*parts[-1])]
    if begins_inside(last) or last.endswith("的") or (len(parts) > 1 and HONOURED.match(last)):
        return True
    verb = ends_in_verb(last)
    if not verb:
        return False
    if closing is Closing.LABEL and verb in AMBIGUOUS_ENDS and len(last) > _LONG:
        return False
    others = {text[start:end][-2:] for start, end in parts[:-1]}
    return not (verb in AMBIGUOUS_ENDS and len(last) > 2 and others & NOMINAL_ENDS)


_NOUN_BETWEEN = Pattern("等(?P<noun>[^、，和与及0-9]{2,16})$")


def _postposed(text: str, clause: Stretch, count: Count, floor: int) -> Enumeration | None:
    """甲、乙等先进制造业集群4个."""
    match = _NOUN_BETWEEN.search(text, max(floor, count.start - 18), count.start)
    if match is None or not _at_end(text, clause, count) or ends_in_verb(match["noun"]) or clause.inside(match.start()):
        return None
    parts = items(clause, floor, match.start())
    return _made(text, clause, Closing.OPEN, parts, count) if len(parts) > 1 else None


def _changes(text: str, clause: Stretch) -> Iterator[Enumeration]:
    """事故起数、死亡人数实现“双下降”."""
    for match in _CHANGE.finditer(text, clause.start, clause.end):
        number = whole(match["number"])
        bridge = _BRIDGE.search(text, clause.start, match.start())
        end = bridge.start() if bridge else match.start()
        parts = items(clause, clause.start, end)
        if number is None or len(parts) < 2 or parts[-1][0] >= parts[-1][1] or _has_digits(text, parts):
            continue
        found = sizes(text, clause, parts) or frozenset()
        yield Enumeration(Closing.CHANGE, tuple(parts), match.span("number"), number, found)


def _short_labels(text: str, clause: Stretch) -> Iterator[Enumeration]:
    """创新链、产业链、资金链“三链融合”: every item ends in what is counted."""
    for match in _SHORT_LABEL.finditer(text, clause.start, clause.end):
        number, noun = whole(match["number"]), match["noun"]
        parts = items(clause, clause.start, match.start())
        if number is None or len(parts) < 2 or not all(text[start:end].endswith(noun) for start, end in parts):
            continue
        found = frozenset((len(parts),))
        yield Enumeration(Closing.LABEL, tuple(parts), (match.start("number"), match.end("noun")), number, found)


_BATCHES = Pattern(f"“(?P<number>{NUMERAL})(?P<noun>个一批)”", needs=("个一批”",))
_FEWEST = 3
_VERB = 2


def _batches(text: str, clause: Stretch) -> Iterator[Enumeration]:
    """签约、开工、投产“三个一批”: deeds of equal length, each of which makes a batch."""
    for match in _BATCHES.finditer(text, clause.start, clause.end):
        parts = items(clause, clause.start, match.start())
        number = whole(match["number"])
        if number is not None and len(parts) >= _FEWEST and _equally_long(text, parts):
            span = (match.start("number"), match.end("noun"))
            yield Enumeration(Closing.LABEL, tuple(parts), span, number, frozenset((len(parts),)))


def _equally_long(text: str, parts: list[Interval]) -> bool:
    """Whether the items have one length; the first may begin with the verb of its clause."""
    lengths = {end - start for start, end in parts[1:]}
    start, end = parts[0]
    verb = end - min(lengths) - start
    return len(lengths) == 1 and (0 <= verb <= _VERB or LEADING.fullmatch(text, start, start + verb) is not None)
