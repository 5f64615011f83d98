"""换了意思的词：句子没有动，只把一个要紧的词换成了意思不同的词。

“增加”换成“减少”，“竣工”换成“开工”，“进口”换成“出口”，“全年”换成“上半年”，“国务院”换成“省政府”，
“全国首个”换成“全省首个”，“首批”换成“第二批”，多了或少了一个“不”，
数没有变，说的已是另一回事。意思相同的词互换（增长、提高，竣工、建成）不报；整句改写的不报。

反例：（生成的正文：全年新增城镇就业9.5万人）上半年新增城镇就业9.5万人。
正例：（生成的正文：全年新增城镇就业9.5万人）年内新增城镇就业9.5万人。

依据：生成记录：正文原来怎么写；哪些词不能互换，登记在 senses.yaml。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import State, Stretch, Tie
from generator.alignment.edits import Change, changes_of
from generator.alignment.taken import Taken
from generator.analysis.sentences import clauses, interval_at, sentences
from generator.diagnostics import Fix, Severity
from generator.document import Kind
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.name_drift import is_drift
from generator.rules.tie_out.senses import Compared, Family, families

RULE = Rule("T115", "changed-sense", Group.TIE_OUT, Severity.WARNING, "换了意思的词", frozenset((Need.BASE,)))

_REWRITTEN = 0.7
"""Likeness of two sentences below which the sentence was rewritten, and nothing is claimed."""
_LONGEST = 9
"""Characters from which a change is a rewording."""
_INTACT = 0.6
"""Share of unchanged characters around a change from which its words are compared."""
_SIGN = Pattern("[，。；：！？]")


def check(context: CheckContext) -> Iterator[Finding]:
    """Words in otherwise unchanged sentences that were replaced by words of another sense, lost, or put in."""
    assert context.alignment is not None
    if not context.alignment.edited:
        return
    runs = Taken()
    for tie in context.alignment.ties:
        if tie.run.kind is not Kind.TERM or not _is_untold(tie):
            runs.add_span(tie.base)
    for stretch in context.alignment.edited:
        changes = changes_of(stretch)
        small = [change for change in changes if _is_small(change, stretch, runs)]
        yield from _of_stretch(context, stretch, [change for change in small if _stands(stretch, change, changes)])


def _is_untold(tie: Tie) -> bool:
    """Whether no other rule says anything of a registered name's words."""
    return tie.state is State.LOOSE or (tie.state is State.CHANGED and not is_drift(tie.run.text, tie.span.text))


def _stands(stretch: Stretch, change: Change, changes: list[Change]) -> bool:
    """Whether the sentence that a change is in was not rewritten."""
    text = stretch.base.text
    start, end = interval_at(sentences(text), min(change.start, len(text) - 1))
    here = [other for other in changes if start <= other.start < end]
    if len(here) < 2:
        return True
    removed = sum(len(other.removed) for other in here)
    added = sum(len(other.added) for other in here)
    return 2 * (end - start - removed) >= _REWRITTEN * (2 * (end - start) - removed + added)


def _is_small(change: Change, stretch: Stretch, runs: Taken) -> bool:
    """Whether a change is of a few words, and of none that the data gives."""
    start, end = stretch.base.start + change.start, stretch.base.start + change.end
    return (
        max(len(change.removed), len(change.added)) < _LONGEST
        and change.intact >= _INTACT
        and not _SIGN.search(change.removed + change.added)
        and not runs.meets(stretch.base.paragraph, start, end)
    )


def _of_stretch(context: CheckContext, stretch: Stretch, changes: list[Change]) -> Iterator[Finding]:
    open_changes = dict.fromkeys(changes)
    for family in families() if changes else ():
        compared = Compared.of(family, stretch)
        if compared.differ:
            for change in list(open_changes):
                place = compared.judged(change)
                if place is not None:
                    del open_changes[change]
                    yield _finding(context, stretch, family, place)


def _finding(context: CheckContext, stretch: Stretch, family: Family, place: Change) -> Finding:
    base, draft = stretch.base.text, stretch.draft.text
    start, end, low, high = place.start, place.end, place.to, place.to_end
    if start == end or low == high:
        left, right = min(2, start, low), min(2, len(base) - end, len(draft) - high)
        start, end, low, high = start - left, end + right, low - left, high + right
    wanted = base[start:end]
    paragraph = context.paragraphs[stretch.draft.paragraph - 1]
    span = paragraph.span(stretch.draft.start + low, stretch.draft.start + high)
    message = f"原来写的是“{wanted}”，这里写成“{span.text}”，{family.name}变了"
    tie = _datum_beside(context, stretch, start)
    return Finding(
        span,
        message,
        wanted,
        figure=tie.run.key if tie else "",
        source=tie.run.source if tie else "",
        fix=Fix(wanted),
        severity=family.severity,
    )


def _datum_beside(context: CheckContext, stretch: Stretch, offset: int) -> Tie | None:
    """The first number behind a place of the generated text in its clause, else the first in the clause."""
    assert context.alignment is not None
    text = stretch.base.text
    clause = interval_at(clauses(text), min(offset, len(text) - 1))
    ties = [
        tie
        for tie in context.alignment.ties
        if tie.run.kind in (Kind.FIGURE, Kind.TARGET)
        and tie.base.paragraph == stretch.base.paragraph
        and clause[0] <= tie.base.start - stretch.base.start < clause[1]
    ]
    behind = (tie for tie in ties if tie.base.start - stretch.base.start >= offset)
    return next(behind, ties[0] if ties else None)
