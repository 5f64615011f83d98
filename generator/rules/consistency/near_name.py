"""同一名称两处写法不一。

项目、机构、工程、会议、提法的名称在稿子里出现几次，其中一处错了一个字、掉了一个字、颠倒了两个字，或者末一个词换了一个。不需要登记名称：只看稿子自己前后是否一致；“一期”“二期”“省级”“市级”这类本来就不同的名称不算，一句话里并举的两个不算，多一个词、中间换一个词的也不算。

反例：推进京沪高铁辅助通道津潍段建设。全力推进京沪高铁铺助通道建设。
反例：用好“万企智配平台”，完善“万企知配平台”功能。
正例：推进京沪高铁辅助通道津潍段建设。全力推进京沪高铁辅助通道建设。
反例：实施自贸试验区提升行动。改革完成，目贸试验区形成经验。
正例：开工建设青石水利枢纽工程，加快青濂水利枢纽、沭河干流治理等工程。
正例：青啤数字化工厂一期竣工，青啤数字化工厂二期开工。潍坊学院、潍坊医学院。

依据：同一名称前后一致，是公文校对的通则；名称以批复、挂牌的为准。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity, Span
from generator.rules.consistency.meant_apart import MeantApart
from generator.rules.consistency.near_repeats import NearRepeat, name_endings, near_repeats
from generator.rules.consistency.odd_spellings import odd_spellings
from generator.rules.consistency.other_words import other_words
from generator.rules.consistency.quoted import Quoted, near_quotes
from generator.rules.consistency.text_pairs import TextPairs
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("C112", "near-name", Group.CONSISTENCY, Severity.WARNING, "同一名称两处写法不一")

_AROUND = 6
"""How many shared characters on each side are shown."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Names that stand twice but not quite alike."""
    generated = context.generated_text
    told: set[tuple[int, int]] = set()
    apart = MeantApart(context.pairs)
    for repeat in _repeats(context.pairs):
        if apart.repeat(repeat):
            continue
        odd, other = _span(context, repeat, repeat.odd), _span(context, repeat, repeat.other)
        if odd.text not in generated:
            told.add((odd.paragraph, odd.start))
            yield _finding(odd, other, repeat.mutual and other.text not in generated)
    for one, two in near_quotes(context.paragraphs):
        known = one.text in generated or apart.in_row(one.text, two.text)
        if not known and not any(p == one.span.paragraph and _within(s, one) for p, s in told):
            yield _finding(one.span, two.span, one.times == two.times)


def _repeats(pairs: TextPairs) -> Iterator[NearRepeat]:
    """Slips that make impossible words, then names that differ by whole ones; each place once."""
    slips = list(odd_spellings(pairs))
    yield from slips
    names = name_endings(pairs)
    for repeat in (*near_repeats(pairs, names), *other_words(pairs.text, names)):
        if not any(slip.odd[0] - _AROUND <= repeat.odd[0] <= slip.odd[1] + _AROUND for slip in slips):
            yield repeat


def _within(start: int, quoted: Quoted) -> bool:
    return quoted.span.start - _AROUND <= start <= quoted.span.end


def _finding(odd: Span, other: Span, mutual: bool) -> Finding:
    elsewhere = f"第{other.paragraph}段写“{other.text}”"
    if mutual:
        return Finding(odd, f"这里写“{odd.text}”，{elsewhere}，有一处不对", related=(other,))
    return Finding(odd, f"这里写“{odd.text}”，别处如{elsewhere}", other.text, related=(other,))


def _span(context: CheckContext, repeat: NearRepeat, place: tuple[int, int]) -> Span:
    left, right = min(repeat.left, _AROUND), min(repeat.right, _AROUND)
    return context.span_of(place[0] - left, place[1] + right)
