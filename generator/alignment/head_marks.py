"""Headings that stand in the draft without the marks that the generated text has: 聚力增强… for （四）聚力增强…."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from generator.alignment.heads import DamagedHead, Head
from generator.diagnostics import Span

_ENDS_MARK = frozenset("）)、.．—–－―─-：:")
_BEGINS = frozenset(("", "\n", "。", "！", "？", "”"))
_BEHIND = frozenset(("", "\n", "。", "！", "：", ":", "；", "，", "？", " ", "　"))


def lost_marks(heads: Sequence[Head], draft: Sequence[str]) -> list[DamagedHead]:
    """The headings whose mark alone is gone, where most of their kind have theirs; their spans are empty."""
    marked = [head for head in heads if head.mark]
    whole = "\n".join(draft)
    bare = [(head, at) for head in marked if (at := _bare_place(head.words, whole)) >= 0]
    total, lost = Counter(_kind(head) for head in marked), Counter(_kind(head) for head, _ in bare)
    starts = list(accumulate((len(text) + 1 for text in draft), initial=0))
    return [DamagedHead(head, _span(at, starts)) for head, at in bare if lost[_kind(head)] * 2 < total[_kind(head)]]


def _kind(head: Head) -> str:
    """Marks of one kind: 一、, （一）, 1., ——."""
    return head.mark[0] if head.mark[0] in "（(—" else head.mark[-1]


def _bare_place(words: str, whole: str) -> int:
    """Where a heading begins a line or a sentence with no mark before it; -1 if it has one anywhere."""
    bare = -1
    for at in _places(words, whole):
        before = whole[:at].rstrip(" 　")[-1:] if whole[at - 1 : at] in (" ", "　") else whole[max(0, at - 1) : at]
        if before in _ENDS_MARK:
            return -1
        if before in _BEGINS and bare < 0:
            bare = at
    return bare


def _places(words: str, whole: str) -> Iterator[int]:
    """Where the words of a heading stand like one: before the end of a line or sentence."""
    at = whole.find(words)
    while at >= 0:
        end = at + len(words)
        if whole[end : end + 1] in _BEHIND:
            yield at
        at = whole.find(words, end)


def _span(at: int, starts: Sequence[int]) -> Span:
    paragraph = bisect_right(starts, at)
    offset = at - starts[paragraph - 1]
    return Span("", paragraph, offset, offset)
