"""标题序号要连续。

一、二、三、和（一）（二）（三）从一数起，中间不缺、不重、不颠倒；移动、增删一节之后最容易忘记改序号。

反例：（一）稳增长。全力以赴稳住经济运行。（二）调结构。加快转型升级。（四）惠民生。办好民生实事。
正例：（一）稳增长。全力以赴稳住经济运行。（二）调结构。加快转型升级。（三）惠民生。办好民生实事。

依据：《党政机关公文格式》（GB/T 9704-2012）7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.analysis.headings import HeadingFound
from generator.analysis.numbering import Break, Fault, breaks
from generator.analysis.parts import PartFound, part_of
from generator.diagnostics import Fix, Severity
from generator.numerals.chinese import to_chinese
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("R101", "numbering", Group.STRUCTURE, Severity.ERROR, "标题序号不连续")

_MIN_RUN = 3
"""Arabic numbers at the beginning of so few paragraphs are taken for prose, not for a list."""
_EXCERPT = 200
"""With less text before the first heading (characters), the draft is an excerpt that may begin with any number."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Numbers of headings that do not run on, level by level."""
    for scope in _scopes(context):
        numbers = [heading.number or 0 for heading in scope]
        for found in breaks(numbers):
            if not _explained(context, scope, found):
                yield _finding(context, scope, found)
    yield from _unnumbered(context)


def _unnumbered(context: CheckContext) -> Iterator[Finding]:
    """Part headings without a number beside numbered ones."""
    parts = [h for h in context.headings if h.level == 1 and part_of(h, PartFound.OPENING) is not PartFound.ANNEX]
    for heading, number in _lost_numbers(parts):
        span = context.paragraphs[heading.paragraph - 1].span(heading.start, heading.end)
        wanted = f"{to_chinese(number)}、{heading.text}"
        yield Finding(span, f"标题“{heading.text}”前面缺序号", wanted, fix=Fix(wanted))


def _lost_numbers(parts: list[HeadingFound]) -> Iterator[tuple[HeadingFound, int]]:
    """Bare headings that fill a gap between numbers; where the numbers begin anew behind them, they stand above."""
    bare = sum(heading.number is None for heading in parts)
    for is_bare, run in groupby(enumerate(parts), key=lambda part: part[1].number is None):
        if is_bare:
            headings = list(run)
            first, last = headings[0][0], headings[-1][0]
            before = (parts[first - 1].number or 0) if first else 0
            after = parts[last + 1].number if last + 1 < len(parts) else None
            at_end = after is None and before > 0 and bare == 1
            if at_end or after == before + len(headings) + 1:
                yield from ((heading, before + count) for count, (_, heading) in enumerate(headings, start=1))


def _scopes(context: CheckContext) -> Iterator[list[HeadingFound]]:
    """Runs of headings of one level that should count from one: closed by a heading above them, or by a new 1."""
    open_scopes: dict[int, list[HeadingFound]] = {}
    numbered = [heading for heading in context.headings if heading.number is not None or heading.level == 1]
    following = _following(numbered)
    for index, heading in enumerate(numbered):
        for level in [level for level in open_scopes if level > heading.level]:
            yield from _worthy(open_scopes.pop(level))
        if heading.number is None:
            yield from _worthy(open_scopes.pop(heading.level, []))
            continue
        scope = open_scopes.setdefault(heading.level, [])
        if scope and heading.number == 1 and following.get(index) == 2 and len(scope) > 1:
            yield from _worthy(scope)
            scope = open_scopes[heading.level] = []
        scope.append(heading)
    for scope in open_scopes.values():
        yield from _worthy(scope)


def _following(numbered: list[HeadingFound]) -> dict[int, int | None]:
    """For each heading the number of the next one of its level."""
    after: dict[int, int | None] = {}
    following: dict[int, int | None] = {}
    for index in range(len(numbered) - 1, -1, -1):
        following[index] = after.get(numbered[index].level)
        after[numbered[index].level] = numbered[index].number
    return following


def _worthy(scope: list[HeadingFound]) -> Iterator[list[HeadingFound]]:
    if scope and (scope[0].level < 3 or (len(scope) >= _MIN_RUN and scope[0].number == 1)):
        yield scope


def _explained(context: CheckContext, scope: list[HeadingFound], found: Break) -> bool:
    """Whether the missing heads are there, only not seen as heads, or lie before what was sent to be checked."""
    heading = scope[found.index]
    if context.part_at(heading.paragraph, heading.start) is PartFound.ANNEX and heading.level == 1 and found.index == 0:
        return True
    if found.fault is Fault.REPEAT and found.index and scope[found.index - 1].text == heading.text:
        return True  # the heading stands twice, which R108 tells
    if found.fault is not Fault.GAP:
        return False
    if found.index == 0:
        above = [h for h in context.headings if h.level < heading.level and _place(h) < _place(heading)]
        if not above:
            return _characters_before(context, heading) < _EXCERPT
        return _stands_between(context, above[-1], above[-1].start, heading, found.expected)
    before = scope[found.index - 1]
    return _stands_between(context, before, before.end, heading, found.expected)


def _stands_between(
    context: CheckContext, before: HeadingFound, since: int, heading: HeadingFound, number: int
) -> bool:
    """Whether a number's mark stands in the text between two headings, from a place in the paragraph of the first."""
    words = to_chinese(number)
    chinese, arabic = (f"（{words}）", f"({words})"), (f"（{number}）", f"({number})")
    marks = {1: (f"{words}、",), 2: chinese, 3: (f"{number}.",), 4: arabic}
    for paragraph in context.paragraphs[before.paragraph - 1 : heading.paragraph]:
        start = since if paragraph.number == before.paragraph else 0
        end = heading.start if paragraph.number == heading.paragraph else len(paragraph.text)
        if any(mark in paragraph.text[start:end] for mark in marks[heading.level]):
            return True
    return False


def _characters_before(context: CheckContext, heading: HeadingFound) -> int:
    return sum(len(p.text) for p in context.paragraphs[: heading.paragraph - 1]) + heading.start


def _place(heading: HeadingFound) -> tuple[int, int]:
    return heading.paragraph, heading.start


def _finding(context: CheckContext, scope: list[HeadingFound], found: Break) -> Finding:
    heading = scope[found.index]
    paragraph = context.paragraphs[heading.paragraph - 1]
    span = paragraph.span(heading.start, heading.start + len(heading.mark))
    wanted = heading.mark.replace(*_numbers(heading, found.expected), 1)
    before = scope[found.index - 1] if found.index else _above(context, heading)
    related = (context.paragraphs[before.paragraph - 1].span(before.start, before.end),) if before is not None else ()
    return Finding(span, _message(heading, found, wanted), wanted, fix=Fix(wanted), related=related)


def _above(context: CheckContext, heading: HeadingFound) -> HeadingFound | None:
    """The heading whose section a heading belongs to."""
    above = (h for h in context.headings if h.level < heading.level and _place(h) < _place(heading))
    return max(above, key=_place, default=None)


def _numbers(heading: HeadingFound, expected: int) -> tuple[str, str]:
    if heading.level <= 2:
        return to_chinese(heading.number or 0), to_chinese(expected)
    return str(heading.number), str(expected)


def _message(heading: HeadingFound, found: Break, wanted: str) -> str:
    match found.fault:
        case Fault.GAP:
            return f"标题序号不连续：“{heading.mark}{heading.text}”前面缺“{wanted}”"
        case Fault.REPEAT:
            return f"标题序号重复：“{heading.mark}{heading.text}”前面已有同样的序号，这里应为“{wanted}”"
        case Fault.SWAPPED:
            return f"标题次序颠倒：“{heading.mark}{heading.text}”前面应先有“{wanted}”"
        case _:
            return f"标题序号不连续：“{heading.mark}{heading.text}”应为“{wanted}”"
