"""引号、括号、书名号成对，嵌套正确。

少一个后引号，后面整段话都成了引文；引号里再用引号，里面用单引号。

反例：主动“遍访企业，搭建平台。
反例：设立粤港澳大湾区菜篮子”便利区。
反例：深化中国（潍坊跨境电商综试区建设。
反例：贯彻《行政复议法”。
反例：打造“潍坊“夜经济”品牌”。
正例：主动“遍访企业”，学习《“十四五”规划》，打造“潍坊‘夜经济’品牌”，1）加快建设。

依据：《标点符号用法》（GB/T 15834-2011）4.8.3、4.9.3、4.15.3。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.alignment.edits import edits_of
from generator.diagnostics import Severity, Span
from generator.patterns import Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("P101", "unpaired-mark", Group.PUNCTUATION, Severity.ERROR, "引号、括号、书名号不成对", anywhere=True)

_CLOSERS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "《": "》",
    "〈": "〉",
    "〔": "〕",
    "【": "】",
    "[": "]",
    "「": "」",
    "『": "』",
}
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()}
_MARK = Pattern(f'[{"".join(re.escape(c) for pair in _CLOSERS.items() for c in pair)}()"]')
_FULL = {"(": "（", ")": "）"}
_LIST_MARK = Pattern(r"(?:^|[。；：，、\s])(?:[0-9]{1,2}|[A-Za-z])$")
_MIXED = frozenset(("《〉", "〈》", "（〕", "〔）", "【]", "[】", "「』", "『」", "‘”", "“’"))
_APOSTROPHE = Pattern(r"[A-Za-z0-9]$")
_STOP = Pattern("[。；！？]")
_LONGEST = 200
"""Characters that a quotation may be expected to have at most."""
_FARTHEST = 1000
"""Characters in which the end of a sentence is looked for."""
_AFTER_QUOTE = tuple("，。；、：！？）》的等和及与")

Mark = tuple[str, int]


def check(context: CheckContext) -> Iterator[Finding]:
    """Opening marks without closing ones and the reverse, and “ inside “ ”."""
    for paragraph in context.paragraphs:
        yield from (_placed(context, finding) for finding in _unpaired(paragraph, _marks(paragraph.text)))


def _marks(text: str) -> list[Mark]:
    """The marks of pairs; half-width ones, which P103 looks after, as what they stand for."""
    found = [(_FULL.get(m.group(), m.group()), m.start()) for m in _MARK.finditer(text)]
    if '"' not in text:
        return found
    marks: list[Mark] = []
    quote = ""
    for index, (mark, at) in enumerate(found):
        if mark == '"' and quote == "“":
            quote = "”"
        elif mark == '"' and _next_quote(found, index) == "”":
            quote = "“"
        elif mark in "“”":
            quote = mark
        elif mark == '"':
            continue
        marks.append((quote if mark in '“”"' else mark, at))
    return marks


def _placed(context: CheckContext, finding: Finding) -> Finding:
    """The finding where the generated text has the lost mark, if there is one and it says so."""
    span = finding.span
    for stretch in context.alignment.edited_at(span) if context.alignment is not None else ():
        for edit in edits_of(stretch):
            if finding.expected in edit.removed and finding.expected not in edit.span.text and _meet(edit.span, span):
                around = context.paragraphs[span.paragraph - 1].span(max(0, edit.span.start - 1), edit.span.end + 1)
                return replace(finding, span=around)
    return finding


def _meet(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _unpaired(paragraph: Paragraph, marks: list[Mark]) -> Iterator[Finding]:
    stack: list[Mark] = []
    for index, mark in enumerate(marks):
        if mark[0] in _CLOSERS:
            if mark[0] == "“" and any(opener == "“" for opener, _ in stack):
                if _is_reversed(paragraph.text, marks, index):
                    yield Finding(_at(paragraph, mark), "引号的方向反了，应为“””", "”")
                    _popped(stack, "“")
                    continue
                if _closes_twice(marks, index):
                    yield Finding(
                        _at(paragraph, mark), "引号里再用引号，里面用单引号‘’", "‘", severity=Severity.WARNING
                    )
                else:
                    yield from _unclosed(paragraph, _popped(stack, "“"), mark[1])
            stack.append(mark)
        elif any(opener == _OPENERS[mark[0]] for opener, _ in stack):
            yield from _unclosed(paragraph, _popped(stack, _OPENERS[mark[0]])[:-1], mark[1])
        elif mark[0] == "”" and _next_quote(marks, index) == "”":
            yield Finding(_at(paragraph, mark), "引号的方向反了，应为““”", "“")
            stack.append(("“", mark[1]))
        elif stack and stack[-1][0] + mark[0] in _MIXED and not _stands_alone(paragraph.text, mark):
            opener = stack.pop()[0]
            wanted = _CLOSERS[opener]
            yield Finding(_at(paragraph, mark), f"“{mark[0]}”与前面的“{opener}”不成对，应为“{wanted}”", wanted)
        elif not _stands_alone(paragraph.text, mark):
            opener = _OPENERS[mark[0]]
            yield Finding(_before(paragraph, marks, index), f"“{mark[0]}”前面没有与它成对的“{opener}”", opener)
    yield from _unclosed(paragraph, stack, len(paragraph.text))


def _is_reversed(text: str, marks: list[Mark], index: int) -> bool:
    """Whether an opening mark stands where a quotation ends: before a mark or a joint, and no ” follows it."""
    at = marks[index][1]
    return _next_quote(marks, index) != "”" and text[at + 1 : at + 2] in _AFTER_QUOTE


def _next_quote(marks: list[Mark], index: int) -> str:
    return next((mark for mark, _ in marks[index + 1 : index + 12] if mark in "“”"), "")


def _popped(stack: list[Mark], opener: str) -> list[Mark]:
    """Take marks off the stack down to the last such opener, which comes last."""
    popped = []
    while True:
        popped.append(stack.pop())
        if popped[-1][0] == opener:
            return popped


def _closes_twice(marks: list[Mark], index: int) -> bool:
    """Whether two closing quotation marks follow before another opening one."""
    following = (m for m, _ in marks[index + 1 : index + 12] if m in "“”")
    return (next(following, ""), next(following, "")) == ("”", "”")


def _unclosed(paragraph: Paragraph, marks: list[Mark], limit: int) -> Iterator[Finding]:
    """From each mark to where at the latest its partner should stand: the end of its sentence, or ``limit``."""
    for mark in marks:
        closer = _CLOSERS[mark[0]]
        end = min(limit, mark[1] + _FARTHEST)
        stop = _STOP.search(paragraph.text, mark[1], end)
        span = paragraph.span(mark[1], stop.start() if stop else end)
        yield Finding(span, f"“{mark[0]}”后面没有与它成对的“{closer}”", closer)


def _before(paragraph: Paragraph, marks: list[Mark], index: int) -> Span:
    """The earliest place for a closing mark's partner: the sentence's beginning, or the end of the last pair."""
    sign, at = marks[index]
    same = (sign, _OPENERS[sign])
    floor = next((place + 1 for mark, place in reversed(marks[max(0, index - 12) : index]) if mark in same), 0)
    stops = [stop.end() for stop in _STOP.finditer(paragraph.text, max(floor, at - _LONGEST), at)]
    return paragraph.span(max(stops[-1] if stops else 0, floor, at - _LONGEST), at + 1)


def _stands_alone(text: str, mark: Mark) -> bool:
    """The ） of 1） in a list, the ’ of an apostrophe."""
    before = text[max(0, mark[1] - 4) : mark[1]]
    return (mark[0] == "）" and bool(_LIST_MARK.search(before))) or (
        mark[0] == "’" and bool(_APOSTROPHE.search(before))
    )


def _at(paragraph: Paragraph, mark: Mark) -> Span:
    return paragraph.span(mark[1], mark[1] + 1)
