"""开头结尾的套话少了：致谢漏了一方，“并请……提出意见”丢了，段首的“各位代表！”丢了。

致谢的对象、列席的人员一个也漏不得，漏了不看原稿很难发现。整句改写的、换个次序的不报；
“请予审议”和整句致谢没有了，由“缺少该有的部分”（R106）来报。

反例：（生成的正文：向各位老领导、老同志，向驻军部队，表示衷心感谢！）向驻军部队，表示衷心感谢！
正例：（生成的正文：向各位老领导、老同志，向驻军部队，表示衷心感谢！）向驻军部队，向各位老领导、老同志，表示衷心感谢！

依据：生成记录：正文原来怎么写。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import Stretch
from generator.alignment.distances import similarity
from generator.diagnostics import Severity, Span
from generator.document import paragraphs_of, text_of
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule("T118", "set-words-lost", Group.TIE_OUT, Severity.WARNING, "开头结尾的套话少了", frozenset((Need.BASE,)))

_THANKS = Pattern("感谢|敬意|致敬|谢意", needs=("感谢", "敬意", "致敬", "谢意"))
_TOWARDS = "向"
_SUBMITTED = "审议"
_COMMENTS = "提出意见"
_ITEM = Pattern("[^，、；。！？：]+?(?=并致|提出意见|[和及与]|[，、；。！？：]|$)")
_FILLER = Pattern("向|各位|各界|广大|所有|一切|其他|并|请|人员|同志|表示|致以|衷心的?|诚挚的?|崇高的?|[和及与各的]")
_ADDRESS = Pattern("各位代表[！：，]", needs=("各位代表",))
_CALL = "各位代表"
_OPENING = 8
_CHANGED = 0.6
"""Likeness from which an item stands in other words, which are other rules' business."""
_LEAST_KEPT = 0.5
"""Share of the items that stand, below which the sentence was written anew."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Those thanked or asked for comments that the draft leaves out, and addresses that are gone."""
    assert context.alignment is not None
    for stretch in context.alignment.edited:
        text = stretch.base.text
        if (_THANKS.search(text) and text.count(_TOWARDS) > 1) or _COMMENTS in text:
            yield from _items_lost(context, stretch)
    yield from _addresses_lost(context)


def _items_lost(context: CheckContext, stretch: Stretch) -> Iterator[Finding]:
    base, draft = stretch.base.text, stretch.draft.text
    begin = max(0, base.find(_TOWARDS))
    items = [match.span() for match in _ITEM.finditer(base)]
    known = {base[start:end] for start, end in items}
    new = [match.group() for match in _ITEM.finditer(draft) if match.group() not in known]
    lost = [end > begin and not _stands(base[start:end], draft, new) for start, end in items]
    if sum(lost) > len(items) * (1 - _LEAST_KEPT):
        return
    offset = 0
    for number, (start, end) in enumerate(items):
        if not lost[number]:
            offset = max(offset, draft.find(base[start:end]) + end - start)
        elif not (number and lost[number - 1]):
            last = next((n for n in range(number, len(items)) if not lost[n]), len(items))
            words = base[start : items[last - 1][1]]
            place = context.paragraphs[stretch.draft.paragraph - 1].span(
                stretch.draft.start + offset, stretch.draft.start + offset
            )
            yield Finding(place, f"原来有“{words}”，这里没有了", words)


def _stands(item: str, draft: str, new: list[str]) -> bool:
    """Whether a draft has an item, if as one of ``new`` or in other words; what R106 looks after is not asked for."""
    if any(similarity(item, other, _CHANGED) >= _CHANGED for other in new):
        return True
    if _SUBMITTED in item or (_THANKS.search(item) and not _THANKS.search(draft)):
        return True
    core = _FILLER.sub("", item)
    pairs = [core[at : at + 2] for at in range(len(core) - 1)]
    return not pairs or sum(pair in draft for pair in pairs) * 2 >= len(pairs)


def _addresses_lost(context: CheckContext) -> Iterator[Finding]:
    """Paragraphs that began with 各位代表！ and stand without it."""
    assert context.base is not None
    assert context.alignment is not None
    partner = {base: draft for draft, base in reversed(context.alignment.paired_paragraphs.items())}
    for number, runs in enumerate(paragraphs_of(context.base), start=1):
        text = text_of(runs)
        address = _ADDRESS.match(text)
        if address is None or number not in partner or address.end() == len(text) or address.group()[-1] == "，":
            continue
        paragraph = context.paragraphs[partner[number] - 1]
        above = context.paragraphs[paragraph.number - 2].text if paragraph.number > 1 else ""
        at = paragraph.text.find(text[address.end() :][:_OPENING])
        if at >= 0 and _CALL not in above[-_OPENING:] + paragraph.text[:at][-_OPENING:]:
            yield Finding(Span("", paragraph.number, at, at), f"原来有“{address.group()}”，这里没有了", address.group())
