"""Two levels and what is said of their change: 由100亿元增至115亿元，增长15% · 从56%提高到58%、提高2个百分点 · 翻一番.

Also the form that gives level, difference and rate: 达248个，比上年增加36个、增长17%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.analysis.bounds import scale_of
from generator.analysis.figures import PERCENT, POINTS, Sentence
from generator.analysis.quantities import Quantity
from generator.analysis.sentences import Interval
from generator.patterns import Pattern


class Measure(StrEnum):
    """How a change is measured."""

    RATE = "rate"  # 增长15%
    YEARLY = "yearly"  # 年均增长5%
    POINTS = "points"  # 提高2个百分点
    DIFFERENCE = "difference"  # 增加20个
    TIMES_MORE = "times-more"  # 增长1.5倍
    DOUBLINGS = "doublings"  # 翻一番


@dataclass(frozen=True, slots=True)
class Claim:
    """What the text says of the change: by how much, and ``down`` for a decrease; ``span`` in characters from 0."""

    measure: Measure
    down: bool
    span: Interval
    quantity: Quantity | None = None
    doublings: int = 0


@dataclass(frozen=True, slots=True)
class Movement:
    """A level before and after; ``years`` lie between them if the text says so, else 0.

    ``down`` is None where the verb has no direction (达到, 到); ``rank`` says that the levels are places in an order,
    of which the smaller is the higher.
    """

    before: Quantity
    after: Quantity
    verb: str
    down: bool | None
    years: int
    claims: tuple[Claim, ...]
    rank: bool = False


_UP = "增长|增加|提高|提升|上升|扩大|扩展|拓展|攀升|跃升|增|升"
_DOWN = "下降|降低|减少|缩小|压减|压缩|缩减|回落|降|减"
_FROM = Pattern("(?:由|从)[^，；。、由从]{0,24}$")
_TO = Pattern(
    rf"(?:（[^）]*）)?(?P<verb>{_UP}|{_DOWN}|发展|调整|调|达)?(?:到了?|至)(?:[^，。；、0-9]{{0,8}})(?:[0-9]{{4}}年(?:底|末)?的?)?"
)
_NOUNS = "(?:同比|累计|总共|总计|共|净|实际|五年间?|三年间?|十年间?|比上年|较上年|总量|规模|幅度)*"
_CLAIM = Pattern(
    rf"(?:（[^）]*）)?[，、]?{_NOUNS}(?P<yearly>年均|年平均|平均每年)?(?:(?P<up>{_UP}|净增|新增|增幅|涨幅)|(?P<down>{_DOWN}|降幅))(?:了|达到|达|为)?"
)
_DOUBLED = Pattern("[，、](?:实现了?|基本|总量|规模)*翻了?(?P<number>[一两二三])?番")
_PLACES = frozenset(("位", "名"))
_ORDER = Pattern("排名|位次|名次|排位|排行|位列|位居|榜")
_YEAR = Pattern("(?<![0-9])(?:19|20)[0-9]{2}(?=年)")
_BY = Pattern(
    r"[，、]?(?:同比|比上年|较上年|比去年|较去年|比上年末|较上年末)净?(?:(?P<up>增加|增长|增)|(?P<down>减少|下降|减))了?"
)


def movements(text: str, sentence: Sentence) -> Iterator[Movement]:
    """The movements in a sentence, in order."""
    figures = _split_ranges(text, sentence.figures)
    for index in range(len(figures) - 1):
        found = _from_to(text, sentence, figures, index) or _by(text, figures, index)
        if found is not None:
            yield found


def _split_ranges(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """由56%至58% reads as a range; behind 由 it is two levels."""
    result: list[Quantity] = []
    for figure in figures:
        joint = re.search("[至到]", figure.text)
        if figure.upper is not None and joint and _FROM.search(text, max(0, figure.start - 26), figure.start):
            cut = figure.start + joint.start()
            result.append(replace(figure, end=cut, text=text[figure.start : cut], upper=None, behind=""))
            result.append(
                replace(
                    figure, start=cut + 1, text=text[cut + 1 : figure.end], value=figure.upper, upper=None, before=""
                )
            )
        else:
            result.append(figure)
    return result


def _from_to(text: str, sentence: Sentence, figures: Sequence[Quantity], index: int) -> Movement | None:
    before, after = figures[index], figures[index + 1]
    floor = figures[index - 1].end if index else sentence.start
    lead = _FROM.search(text, max(floor, before.start - 26), before.start - len(before.before))
    to = _TO.fullmatch(text, before.end + len(before.behind), after.start - len(after.before))
    if lead is None or to is None or not _same_unit(before, after):
        return None
    verb = to["verb"] or ""
    down = None if verb in ("", "发展", "调整", "调", "达") else bool(re.fullmatch(_DOWN, verb))
    years = [int(y) for y in _YEAR.findall(text[max(floor, before.start - 26) : after.start])]
    span = years[1] - years[0] if len(years) == 2 else 0
    if not before.unit:
        before = replace(before, unit=after.unit, scale=before.scale or after.scale)
    claims = tuple(_claims(text, sentence, figures, index + 2))
    rank = after.unit in _PLACES and _ORDER.search(text, floor, before.start) is not None
    return Movement(before, after, verb, down, max(span, 0), claims, rank)


def _same_unit(before: Quantity, after: Quantity) -> bool:
    return before.unit == after.unit or (not before.unit and bool(after.unit)) or {before.unit, after.unit} <= PERCENT


def _claims(text: str, sentence: Sentence, figures: Sequence[Quantity], index: int) -> Iterator[Claim]:
    """What directly follows two levels."""
    last = figures[index - 1]
    doubled = _DOUBLED.match(text, last.end, sentence.end)
    if doubled:
        number = {"两": 2, "二": 2, "三": 3}.get(doubled["number"] or "", 1)
        yield Claim(Measure.DOUBLINGS, False, doubled.span(), doublings=number)
    for figure in figures[index : index + 3]:
        match = _CLAIM.fullmatch(text, last.end + len(last.behind), figure.start - len(figure.before))
        measure = _measure(figure, bool(match and match["yearly"]), last)
        if match is None or measure is None:
            return
        yield Claim(measure, bool(match["down"]), (figure.start, figure.end), figure)
        last = figure


def _measure(figure: Quantity, yearly: bool, level: Quantity) -> Measure | None:
    if figure.unit in PERCENT:
        return Measure.YEARLY if yearly else Measure.RATE
    if yearly:
        return None
    if figure.unit in POINTS:
        return Measure.POINTS
    if figure.unit == "倍":
        return Measure.TIMES_MORE
    return Measure.DIFFERENCE if figure.unit == level.unit else None


def _by(text: str, figures: Sequence[Quantity], index: int) -> Movement | None:
    """达248个，比上年增加36个、增长17%: the level before is worked out from the difference."""
    level, difference = figures[index], figures[index + 1]
    match = _BY.fullmatch(text, level.end + len(level.behind), difference.start - len(difference.before))
    if (
        match is None
        or level.unit != difference.unit
        or level.unit in PERCENT | POINTS
        or _hedged(level)
        or _hedged(difference)
    ):
        return None
    rate = figures[index + 2] if index + 2 < len(figures) else None
    if rate is None or rate.unit not in PERCENT:
        return None
    said = _CLAIM.fullmatch(text, difference.end, rate.start - len(rate.before))
    if said is None or said["yearly"] or bool(said["down"]) != bool(match["down"]):
        return None
    sign = -1 if match["down"] else 1
    before = replace(
        level,
        value=level.value - sign * difference.magnitude / scale_of(level),
        precision=min(level.precision, difference.precision),
    )
    claim = Claim(Measure.RATE, bool(said["down"]), (rate.start, rate.end), rate)
    return Movement(before, level, match.group(), bool(match["down"]), 0, (claim,)) if before.value > 0 else None


def _hedged(figure: Quantity) -> bool:
    return figure.hedge not in ("", "达")
