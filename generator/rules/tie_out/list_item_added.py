"""清单里多了没有登记的项目：数据里的一串项目，正文里夹了一个别的。

添了一个、换了一个，数据里都没有：谁报的、到什么阶段都不知道。请补进 projects.yaml，或改回来。
只看两个登记过的项目之间，和最后一个之后。

反例：（清单：甲厂、乙厂、丙厂）甲厂、丁厂、丙厂等一批项目竣工投产。
正例：（清单：甲厂、乙厂、丙厂）乙厂、甲厂、丙厂等一批项目竣工投产。

依据：projects.yaml 里的清单。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.alignment.alignment import State, Tie
from generator.diagnostics import Severity, Span
from generator.document import Kind
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.ties import name_ties

RULE = Rule(
    "T119", "list-item-added", Group.TIE_OUT, Severity.WARNING, "清单里多了没有登记的项目", frozenset((Need.BASE,))
)

_COMMA = "、"
_ITEM = "[^、，。；：！？0-9的和及与]{3,30}"
_BETWEEN = Pattern(f"{_COMMA}(?:{_ITEM}{_COMMA})+")
_LAST = Pattern(f"{_COMMA}(?P<item>{_ITEM}?)(?=等)")


def check(context: CheckContext) -> Iterator[Finding]:
    """Items among the projects of a generated list that no project of the data accounts for."""
    for members in _lists(context):
        placed = sorted(
            (tie for tie in members if tie.state is State.TIED), key=lambda tie: (tie.span.paragraph, tie.span.start)
        )
        if len(placed) < 2 or len({tie.span.paragraph for tie in placed}) > 1:
            continue
        missing = [tie for tie in members if tie.state in (State.MISSING, State.LOOSE)]
        for span in _others(context, members, placed):
            is_twice = any(tie.run.text == span.text for tie in members)  # C108 says so
            if not is_twice and not any(t.span.start < span.end and span.start < t.span.end for t in members):
                yield _finding(span, missing)


def _finding(span: Span, missing: list[Tie]) -> Finding:
    lost = missing[0] if len(missing) == 1 else None
    told = f"；清单里的“{lost.run.text}”不见了" if lost is not None else ""
    return Finding(
        span,
        f"“{span.text}”在项目清单里没有登记{told}",
        expected=lost.run.text if lost is not None else "",
        figure=lost.run.key if lost is not None else "",
        source=lost.run.source if lost is not None else "",
    )


def _lists(context: CheckContext) -> Iterator[list[Tie]]:
    """The projects that the generated text lists with nothing but 、 between."""
    open_: list[Tie] = []
    for tie in name_ties(context, *State):
        if tie.run.kind is not Kind.PROJECT:
            continue
        if open_ and not _follows(open_[-1], tie):
            yield open_
            open_ = []
        open_.append(tie)
    if open_:
        yield open_


def _follows(one: Tie, other: Tie) -> bool:
    end = one.context_offset + len(one.run.text)
    return one.base.paragraph == other.base.paragraph and one.context[end : other.context_offset] == _COMMA


def _others(context: CheckContext, members: list[Tie], placed: list[Tie]) -> Iterator[Span]:
    """What stands between the projects of a list, or behind the last, like one of them."""
    paragraph = context.paragraphs[placed[0].span.paragraph - 1]
    for one, other in pairwise(placed):
        between = paragraph.text[one.span.end : other.span.start]
        if len(between) > 1 and _BETWEEN.fullmatch(between):
            at = one.span.end + 1
            for item in between.strip(_COMMA).split(_COMMA):
                yield paragraph.span(at, at + len(item))
                at += len(item) + 1
    last, generated = placed[-1], members[-1]
    if generated.context[generated.context_offset + len(generated.run.text) :].startswith(_COMMA):
        return
    behind = _LAST.match(paragraph.text, last.span.end)
    if behind is not None:
        yield paragraph.span(*behind.span("item"))
