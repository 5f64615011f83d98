"""“由100亿元增至115亿元，增长12%”：前后两个数和所说的变化对不上。

按印出来的精度核算：每个数代表四舍五入前的一个区间，区间怎样取都凑不上才报。地区生产总值、增加值、居民收入、投资等按可比口径计算增速的，放宽每年3个百分点。

反例：进出口总额由100亿元增至115亿元，增长12%。
反例：数字化率从56.1%提高到58.2%、提高3.1个百分点。
反例：企业由300家增加到280家。
反例：产量由20万吨增加到50万吨，实现翻番。
反例：省级园区达248个，比上年增加36个、增长27%。
正例：进出口总额由100亿元增至115亿元，增长15%；数字化率从56.1%提高到58.2%、提高2.1个百分点。
正例：产量由20万吨增加到41万吨，翻一番；企业由280家增加到300家、增加20家；省级园区达248个，比上年增加36个、增长17%。
正例：在全球城市指数中的排名由120位上升到96位、提升24位。

依据：XBRL Calculations 1.1 的区间核算法；《中国统计年鉴》关于增长速度、百分点的说明。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.analysis.bounds import INFINITE, Bounds, bounds_of, scale_of
from generator.analysis.comparisons import Claim, Measure, Movement, movements
from generator.analysis.figures import sentence_figures
from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F107", "growth-and-levels", Group.FOOTING, Severity.ERROR, "增长幅度与前后两数不符", anywhere=True)

_COMPARABLE = Pattern("生产总值|GDP|增加值|同口径|可比|不变价")
_REVISED = Pattern("收入|投资|零售|产值|消费|支出|营收")
"""What is measured at current prices, but whose level of the year before is revised."""
_SLACK, _LITTLE_SLACK = Decimal(3), Decimal(1)
_HUNDRED = Decimal(100)


def check(context: CheckContext) -> Iterator[Finding]:
    """Changes that do not follow from the levels beside them, and levels that move against their verb."""
    for paragraph in context.paragraphs:
        for sentence in sentence_figures(paragraph.text, paragraph.sentences, paragraph.quantities):
            slack = _points(paragraph.text, sentence.start, sentence.end)
            for movement in movements(paragraph.text, sentence):
                yield from _direction(paragraph, movement)
                yield from _amounts(paragraph, movement, slack)


def _direction(paragraph: Paragraph, movement: Movement) -> Iterator[Finding]:
    before, after = bounds_of(movement.before), bounds_of(movement.after)
    smaller = None if movement.down is None else movement.down != movement.rank
    wrong = (smaller is False and after.high < before.low) or (smaller is True and after.low > before.high)
    if wrong and movement.before.start != movement.after.start:
        span = paragraph.span(movement.before.start, movement.after.end)
        yield Finding(span, f"写的是“{movement.verb}”，数却是从{movement.before.text}到{movement.after.text}")


def _amounts(paragraph: Paragraph, movement: Movement, points: Decimal) -> Iterator[Finding]:
    for claim in movement.claims:
        found = _implied(movement, claim)
        if found is None:
            continue
        slack = _slack(movement, claim, points)
        if not found.widened(slack).meets(_said(claim)):
            span = paragraph.span(*claim.span)
            worked = f"从{movement.before.text or movement.before.value}到{movement.after.text}"
            yield Finding(span, f"{worked}应{_in_words(found, claim)}，这里写“{span.text}”")


def _points(text: str, start: int, end: int) -> Decimal:
    """How far a sentence's yearly rates may be from what its levels say, in points."""
    if _COMPARABLE.search(text, start, end):
        return _SLACK
    return _LITTLE_SLACK if _REVISED.search(text, start, end) else Decimal(0)


def _slack(movement: Movement, claim: Claim, points: Decimal) -> Decimal:
    """How far a rate may be from what the levels say: so much for each year that lies between them."""
    match claim.measure:
        case Measure.RATE:
            return points * max(movement.years, 1)
        case Measure.YEARLY:
            return points
        case _:
            return Decimal(0)


def _implied(movement: Movement, claim: Claim) -> Bounds | None:
    """The change that the levels imply, in the claim's own measure and direction."""
    before, after = bounds_of(movement.before), bounds_of(movement.after)
    if claim.measure in (Measure.POINTS, Measure.DIFFERENCE):
        return before.minus(after) if claim.down != movement.rank else after.minus(before)
    ratio = after.over(before)
    if ratio is None:
        return None
    match claim.measure:
        case Measure.DOUBLINGS:
            return ratio
        case Measure.TIMES_MORE:
            return Bounds(ratio.low - 1, ratio.high - 1)
        case Measure.YEARLY:
            return _yearly(ratio, movement.years)
        case _:
            low, high = (ratio.low - 1) * _HUNDRED, (ratio.high - 1) * _HUNDRED
            return Bounds(-high, -low) if claim.down else Bounds(low, high)


def _yearly(ratio: Bounds, years: int) -> Bounds | None:
    if years < 2 or ratio.high == INFINITE or ratio.low <= 0:
        return None
    power = Decimal(1) / years
    return Bounds((ratio.low**power - 1) * _HUNDRED, (ratio.high**power - 1) * _HUNDRED)


def _said(claim: Claim) -> Bounds:
    """What the claim allows; 翻番 is said of anything from a little under double."""
    if claim.quantity is None:
        return Bounds(Decimal("0.95") * 2**claim.doublings, Decimal("1.2") * 2**claim.doublings)
    return bounds_of(claim.quantity)


def _in_words(found: Bounds, claim: Claim) -> str:
    if claim.quantity is None:
        return f"是{(found.low + found.high) / 2:.2f}倍"
    places = claim.quantity.precision + 1
    scale = scale_of(claim.quantity)
    low, high = (_plain(round(value / scale, places)) for value in (found.low, found.high))
    unit = claim.quantity.scale + claim.quantity.unit
    verb = "下降" if claim.down else "增长"
    return f"{verb}{low}{unit}" if low == high else f"{verb}{low}—{high}{unit}"


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
