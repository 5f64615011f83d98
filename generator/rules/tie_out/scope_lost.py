"""口径变了：数旁边的口径（规模以上、全市、省级以上、人均……），正文里丢了，或换成了别的口径。

“规模以上工业增加值”写成“工业增加值”，“居全省第1位”写成“居全国第1位”，说的就是另一个数。
口径挪到同一句里别处的，不算丢；整句改写得认不出的，不报。

反例：（数据：规模以上工业增加值增速，口径 规模以上）工业增加值增长6.6%。
正例：（数据：规模以上工业增加值增速，口径 规模以上）规模以上工业增加值增长6.6%。

依据：figures.yaml、targets.yaml 里登记的口径（scope），和生成的正文里数旁边的口径词。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.alignment.alignment import State, Stretch, Tie
from generator.alignment.distances import similarity
from generator.alignment.edits import TextEdit, edits_of
from generator.analysis.sentences import clauses, interval_at
from generator.diagnostics import Severity, Span
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.ties import name_ties, number_ties

RULE = Rule("T110", "scope-lost", Group.TIE_OUT, Severity.WARNING, "口径变了", frozenset((Need.BASE,)))

_WORDS = (
    "(?:国家|[省市县区镇乡部])级(?:及?以[上下])?|规模以[上下]|限额以[上下]|[规限][上下](?=工业|企业|服务业|商贸|建筑业|批发|零售)"
    "|[全我][国省市县区州]|全球|世界|亚洲|[国省市]内|中心城区|主?城区|(?<![城县])市区|城镇(?!化)|农村|城乡|同口径|可比口径|户籍|常住"
    "|人均|户均|年均|日均|月均|净(?=[增利流出入])|地级市|县级市|副省级|计划单列市|[国省市县]定(?=目标|标准|任务|指标|计划)"
)
_SAME = {
    "规上": "规模以上",
    "规下": "规模以下",
    "限上": "限额以上",
    "限下": "限额以下",
    "我市": "全市",
    "我省": "全省",
    "我国": "全国",
    "市内": "全市",
    "省内": "全省",
    "国内": "全国",
}
_SIGN = Pattern("[，；。：]")
"""A word in whose place a clause was written was not lost: the clause was written anew."""
_CLOSE = 0.5
"""Share of unchanged characters around a lost word from which its loss is told."""
_JOINTS = ("", "的")
"""What may stand between a number and a word of scope that follows it."""
_REWRITTEN = 0.7
"""Likeness of two sentences below which the sentence was rewritten, and nothing is claimed."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Words of scope that stood before a number in its clause, and are gone from the sentence."""
    assert context.alignment is not None
    if not context.alignment.edited:
        return
    pattern = _pattern(context)
    numbers = _by_paragraph(number_ties(context, State.TIED, State.CHANGED, State.MISSING))
    names = _by_paragraph(name_ties(context, *State))
    for stretch in context.alignment.edited:
        yield from _lost(context, stretch, pattern, numbers, names)


def _pattern(context: CheckContext) -> Pattern:
    """The usual words of scope, and those that the data registers."""
    registered = {word for entry in context.entries.values() for word in entry.scope}
    longest_first = sorted(registered, key=len, reverse=True)
    return Pattern("|".join([*(re.escape(word) for word in longest_first), _WORDS]))


def _by_paragraph(ties: Iterator[Tie]) -> dict[int, list[Tie]]:
    """Ties by the paragraph of the generated text that they stand in."""
    found: dict[int, list[Tie]] = {}
    for tie in ties:
        found.setdefault(tie.base.paragraph, []).append(tie)
    return found


def _lost(
    context: CheckContext,
    stretch: Stretch,
    pattern: Pattern,
    numbers: dict[int, list[Tie]],
    names: dict[int, list[Tie]],
) -> Iterator[Finding]:
    words = list(pattern.finditer(stretch.base.text))
    missing = Counter(_plain(m.group()) for m in words)
    missing.subtract(_plain(m.group()) for m in pattern.finditer(stretch.draft.text))
    if not any(count > 0 for count in missing.values()):
        return
    if similarity(stretch.base.text, stretch.draft.text) < _REWRITTEN:
        return
    edits = [edit for edit in edits_of(stretch) if edit.intact >= _CLOSE]
    intervals = clauses(stretch.base.text)
    figures = [_figure_behind(stretch, interval_at(intervals, word.start())[1], word, numbers) for word in words]
    gone = [tie is not None and tie.state is State.MISSING for tie in figures]  # lost with the number, which is told
    missing.subtract(_plain(word.group()) for word, lost in zip(words, gone, strict=True) if lost)
    for word, tie in zip(words, figures, strict=True):
        edit = next((e for e in edits if e.start < word.end() and word.start() < e.end), None)
        if edit is None or missing[_plain(word.group())] <= 0 or tie is None or tie.state is State.MISSING:
            continue
        if _SIGN.search(edit.span.text):
            continue
        if tie.span.paragraph == stretch.draft.paragraph and not _is_in_name(stretch, word, names):
            missing[_plain(word.group())] -= 1
            yield _finding(context, tie, word.group(), _whole_words(edit, stretch, pattern))


def _plain(word: str) -> str:
    word = word.replace("及以", "以")
    return _SAME.get(word, word)


def _figure_behind(stretch: Stretch, end: int, word: re.Match[str], ties: dict[int, list[Tie]]) -> Tie | None:
    """The first number behind a word in its clause, which ends at ``end``, else the one before it: 45%的规模以上…."""
    first, low, high = (stretch.base.start + offset for offset in (word.start(), word.end(), end))
    near = ties.get(stretch.base.paragraph, ())
    before = (tie for tie in near if _joint(stretch, tie.base.end, first) in _JOINTS)
    return next((tie for tie in near if low <= tie.base.start < high), next(before, None))


def _joint(stretch: Stretch, start: int, end: int) -> str | None:
    """What stands between two places of the generated text; None where they do not follow each other in the stretch."""
    low, high = start - stretch.base.start, end - stretch.base.start
    return stretch.base.text[low:high] if 0 < low <= high else None


def _is_in_name(stretch: Stretch, word: re.Match[str], ties: dict[int, list[Tie]]) -> bool:
    """Whether a word is part of a registered name, which another rule looks after."""
    low, high = stretch.base.start + word.start(), stretch.base.start + word.end()
    return any(tie.base.start < high and low < tie.base.end for tie in ties.get(stretch.base.paragraph, ()))


def _whole_words(edit: TextEdit, stretch: Stretch, pattern: Pattern) -> Span:
    """What the draft has in place of a word: the words of scope that the edit touches, whole."""
    start, end = edit.span.start - stretch.draft.start, edit.span.end - stretch.draft.start
    for match in pattern.finditer(stretch.draft.text):
        if match.start() < end and start < match.end():
            start, end = min(start, match.start()), max(end, match.end())
    text = stretch.draft.text[start:end]
    return Span(text, stretch.draft.paragraph, stretch.draft.start + start, stretch.draft.start + end)


def _finding(context: CheckContext, tie: Tie, word: str, written: Span) -> Finding:
    paragraph = context.paragraphs[tie.span.paragraph - 1]
    start = min(written.start, tie.span.start)
    span: Span = paragraph.span(start, max(tie.span.end, written.end))
    instead = f"，这里写成“{written.text}”" if written.text else "，这里丢了"
    message = f"“{tie.run.key}”的口径是“{word}”{instead}"
    return Finding(span, message, word, figure=tie.run.key, source=tie.run.source)
