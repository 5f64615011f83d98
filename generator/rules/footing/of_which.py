"""“其中”的部分比总数还大，或者几部分加起来超过总数。

“共12项，其中甲7项、乙4项”，每一部分和各部分之和都不能超过总数；“共12项：甲7项、乙4项”“分别为”的，加起来应等于总数。

反例：经营主体达1095.2万户，其中企业1380.8万户。
反例：全年办理实事12项，其中交通类7项、教育类6项。
反例：新建学校12所：小学7所、中学4所。
正例：经营主体达1095.2万户，其中企业380.8万户；固定资产投资增长4.8%，其中民间投资增长5.6%。
正例：引进项目58个、开工41个，其中亿元以上项目43个。
正例：新建学校12所：小学7所、中学5所。

依据：XBRL Calculations 1.1 的区间核算法；部分不大于整体。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.analysis.bounds import bounds_of, total
from generator.analysis.figures import PERCENT, POINTS, sentence_figures
from generator.analysis.quantities import Quantity
from generator.diagnostics import Severity
from generator.patterns import CHINESE, Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F104", "of-which", Group.FOOTING, Severity.ERROR, "部分大于总数（其中）", anywhere=True)

_OF_WHICH = Pattern(rf"[，、（；]其中[，：]?|(?<={CHINESE})中(?P<among>[，有])(?=[^，。；、]{{0,8}}[0-9])")
_NO_LEVEL = PERCENT | POINTS | frozenset(("倍", "番", "成"))
_JOINED = Pattern("(?:以上|左右|以下|以内)?(?:、|和|，)[^，。；：、0-9]{1,24}")
_IN_A_ROW = Pattern("(?:以上|左右|以下|以内)?、[^，。；：、0-9]{1,12}")
_COLON = Pattern("(?:以上|左右)?(?:：|，分别为|，分别是)[^，。；：、0-9]{0,24}")


def check(context: CheckContext) -> Iterator[Finding]:
    """Parts behind 其中 that exceed the whole before it, and complete divisions that do not add up."""
    for paragraph in context.paragraphs:
        for sentence in sentence_figures(paragraph.text, paragraph.sentences, paragraph.quantities):
            figures = sentence.figures
            for match in _OF_WHICH.finditer(paragraph.text, sentence.start, sentence.end):
                yield from _parts(paragraph, figures, match)
            yield from _division(paragraph, figures)


def _parts(paragraph: Paragraph, figures: Sequence[Quantity], match: re.Match[str]) -> Iterator[Finding]:
    behind = [i for i, q in enumerate(figures) if q.start >= match.end()]
    if not behind or not behind[0]:
        return
    first = behind[0]
    part = figures[first]
    whole = _whole(paragraph.text, figures[:first]) or part
    if whole is part or not _refers(paragraph.text, match, whole, part):
        return
    run = [part, *_joined(paragraph.text, figures, first)]
    most = min(bounds_of(whole).high, 2 * whole.magnitude)
    if bounds_of(part).low > most:
        run = [part]
    elif len(run) < 2 or total(bounds_of(q) for q in run).low <= most:
        return
    span = paragraph.span(run[0].start, run[-1].end)
    what = "其中的一部分" if len(run) == 1 else f"其中{len(run)}部分之和"
    yield Finding(span, f"{what}大于总数{whole.text}", related=(paragraph.span(whole.start, whole.end),))


def _whole(text: str, figures: Sequence[Quantity]) -> Quantity | None:
    """The level before 其中; of levels in a row (签约58个、开工41个) the highest, because any of them may be meant."""
    levels = [quantity for quantity in figures if quantity.unit not in _NO_LEVEL]
    whole = last = levels[-1] if levels else None
    for quantity in reversed(levels[:-1]):
        if last is None or whole is None or quantity.unit != whole.unit:
            break
        if not _IN_A_ROW.fullmatch(text, quantity.end, last.start - len(last.before)):
            break
        whole, last = max(whole, quantity, key=lambda q: q.magnitude), quantity
    return whole


def _refers(text: str, match: re.Match[str], whole: Quantity, part: Quantity) -> bool:
    """Whether 其中 (or 12项任务中，) relates the two figures as whole and part."""
    if (
        not _alike(whole, part)
        or re.search("[，。；：]", text[match.end() : part.start])
        or _changes(text, whole, part)
    ):
        return False
    return not match["among"] or (
        whole.unit == part.unit and re.search("[，。；：]", text[whole.end : match.start()]) is None
    )


def _alike(whole: Quantity, part: Quantity) -> bool:
    """Whether both count the same things; 80万重点群体 has only a scale."""
    same = whole.unit == part.unit if whole.unit else bool(whole.scale) and whole.scale == part.scale
    return same and part.unit not in _NO_LEVEL and whole.upper is None and part.upper is None and bool(part.unit)


_CHANGE = Pattern(
    "(?:增加|减少|增长|下降|高于|低于|提高|降低|净增|多|少)(?:了|约)?$|(?:每|平均|人均|户均|亩均|日均|年均)[^，。；、]{0,6}$"
)


def _changes(text: str, *figures: Quantity) -> bool:
    """A difference, or an amount per head, is not a part of a level."""
    return any(_CHANGE.search(text[max(0, q.start - 8) : q.start - len(q.before)]) for q in figures)


def _joined(text: str, figures: Sequence[Quantity], first: int) -> Iterator[Quantity]:
    """The parts that follow the first directly: 甲7项、乙4项."""
    for last, figure in zip(figures[first:], figures[first + 1 :], strict=False):
        gap = text[last.end : figure.start - len(figure.before)]
        if (
            not _alike(last, figure)
            or not re.fullmatch("(?:以上|左右)?(?:、|和)[^，。；：、0-9]{1,24}", gap)
            or _changes(text, figure)
        ):
            return
        yield figure


def _division(paragraph: Paragraph, figures: Sequence[Quantity]) -> Iterator[Finding]:
    """12所：小学7所、中学5所 — a colon announces all the parts."""
    for index, whole in enumerate(figures[:-2]):
        part = figures[index + 1]
        gap = paragraph.text[whole.end : part.start - len(part.before)]
        if not _alike(whole, part) or not _COLON.fullmatch(gap):
            continue
        run = [part, *_joined(paragraph.text, figures, index + 1)]
        rest = paragraph.text[run[-1].end : run[-1].end + 1]
        if len(run) > 1 and rest in ("", "。", "；") and not total(map(bounds_of, run)).meets(bounds_of(whole)):
            span = paragraph.span(run[0].start, run[-1].end)
            related = (paragraph.span(whole.start, whole.end),)
            yield Finding(span, f"{len(run)}部分之和不等于总数{whole.text}", related=related)
