"""A draft as it reads, its figures coloured by what became of them, its findings as links to what is said of them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Generic, TypeVar

from generator.alignment.alignment import State, Tie
from generator.diagnostics import Severity, Span
from generator.draft import DraftParagraph, Place
from generator.formatters.checks_html.noting import Note, NotedDraft
from generator.rules.context import CheckContext
from generator.rules.rule import Group
from generator.writers.html.markup import element, escape

T = TypeVar("T")
_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_TIE_STATES = {State.TIED: "tied", State.CHANGED: "differs", State.LOOSE: "loose", State.MISSING: ""}
_CONTENTS = "目录"


@dataclass(slots=True)
class _Marks:
    """What there is to mark in one paragraph."""

    ties: list[Tie] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    others: list[Span] = field(default_factory=list)

    def cuts(self, length: int) -> list[int]:
        """Where one mark begins or ends (characters from 0), with both ends of the paragraph."""
        spans = [*(t.span for t in self.ties), *(n.diagnostic.own_span for n in self.notes), *self.others]
        places = {place for span in spans if span is not None for place in (span.start, span.end)}
        return sorted({0, length, *(place for place in places if place < length)})


def text_of_draft(draft: NotedDraft) -> str:
    """A draft's paragraphs under its name."""
    marks = _marks_of(draft)
    levels = {h.paragraph: h.level for h in draft.checked.context.headings if h.alone}
    asides = count(1)
    lines = [
        _paragraph(p, marks[False, p.number], levels.get(p.number, 0))
        if p.place is Place.BODY
        else _aside(p, marks[True, next(asides)] if p.where else _Marks())
        for p in draft.checked.draft.paragraphs
    ]
    title = element("h1", escape(draft.checked.draft.name))
    return element("article", f"\n{title}\n{''.join(lines)}", id=f"d{draft.number}") + "\n"


def _marks_of(draft: NotedDraft) -> dict[tuple[bool, int], _Marks]:
    """The marks of each paragraph by whether it stands beside the body, and its number there."""
    marks: dict[tuple[bool, int], _Marks] = defaultdict(_Marks)
    for is_beside, context in ((False, draft.checked.context), (True, draft.checked.beside)):
        alignment = context.alignment if context is not None else None
        for tie in alignment.ties if alignment is not None else ():
            if tie.span.text and tie.state is not State.MISSING:
                marks[is_beside, tie.span.paragraph].ties.append(tie)
    for note in draft.notes:
        span = note.diagnostic.own_span
        if span is not None:
            marks[note.diagnostic.aside is not None, span.paragraph].notes.append(note)
    for span in _not_data(draft.checked.context):
        marks[False, span.paragraph].others.append(span)
    return marks


def _not_data(context: CheckContext) -> Sequence[Span]:
    """The numbers that no datum accounts for; without data, all numbers."""
    if context.alignment is not None:
        return context.alignment.unaccounted
    return [paragraph.span(q.start, q.end) for paragraph in context.paragraphs for q in paragraph.quantities]


def _aside(paragraph: DraftParagraph, marks: _Marks) -> str:
    content = "".join(_pieces(paragraph.text, marks))
    return element("p", content, class_="aside", data_place=paragraph.where or _CONTENTS) + "\n"


def _paragraph(paragraph: DraftParagraph, marks: _Marks, level: int) -> str:
    content = "".join(_pieces(paragraph.text, marks))
    number = str(paragraph.number)
    return element("p", content, class_=f"h{level}" if level else "", data_p=number) + "\n"


def _pieces(text: str, marks: _Marks) -> Iterator[str]:
    """The text cut where marks begin and end; every piece says all that is marked there."""
    cuts = marks.cuts(len(text))
    places = [(span, n) for n in marks.notes if (span := n.diagnostic.own_span) is not None]
    gaps: dict[int, list[Note]] = defaultdict(list)
    for span, note in places:
        if span.start == span.end:
            gaps[min(span.start, len(text))].append(note)
    notes = _Sweep([(span, note) for span, note in places if span.start < span.end])
    ties = _Sweep([(tie.span, tie) for tie in marks.ties])
    others = _Sweep([(span, span) for span in marks.others])
    shown: set[int] = set()
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        for note in gaps.get(start, ()):
            yield _link("", [note], "gap", shown, "")
        if start < end:
            yield _piece(text[start:end], notes.at(start), ties.at(start), bool(others.at(start)), shown)


class _Sweep(Generic[T]):
    """What covers a place, asked for from left to right."""

    def __init__(self, marked: Iterable[tuple[Span, T]]) -> None:
        self._waiting = deque(sorted(marked, key=lambda pair: pair[0].start))
        self._open: list[tuple[int, T]] = []

    def at(self, offset: int) -> list[T]:
        """All marks that begin at or before an offset and end behind it."""
        while self._waiting and self._waiting[0][0].start <= offset:
            span, mark = self._waiting.popleft()
            self._open.append((span.end, mark))
        self._open = [(end, mark) for end, mark in self._open if end > offset]
        return [mark for _, mark in self._open]


def _piece(text: str, notes: list[Note], ties: list[Tie], is_other: bool, shown: set[int]) -> str:
    tie = ties[0] if ties else None
    state = _state(tie, notes, is_other)
    title = f"{tie.run.key}：{tie.run.text}（{tie.run.source}）" if tie is not None else ""
    if notes:
        return _link(text, notes, state, shown, title)
    return element("span", escape(text), class_=f"fig {state}", title=title) if state else escape(text)


def _link(text: str, notes: list[Note], state: str, shown: set[int], title: str) -> str:
    """A piece of text that leads to what was found in it; the first piece of a finding has its id."""
    first = next((n for n in notes if n.number not in shown), None)
    shown.update(n.number for n in notes)
    worst = min((_SEVERITIES.index(n.diagnostic.severity) for n in notes if n.waived is None), default=None)
    severity = _SEVERITIES[worst].value if worst is not None else "let-stand"
    return element(
        "a",
        escape(text),
        id=f"m{first.number}" if first is not None else "",
        class_=f"found {severity} {state}".strip(),
        href=f"#n{notes[0].number}",
        data_n=" ".join(str(n.number) for n in notes),
        data_first=" ".join(str(n.number) for n in notes) if first is not None else "",
        title=title,
        aria_label="这里少了内容" if not text else "",
    )


def _state(tie: Tie | None, notes: list[Note], is_other: bool) -> str:
    """What became of the figure in a piece: what was found says more than how it was aligned."""
    if any(n.waived is not None for n in notes) and all(n.waived is not None for n in notes):
        return "waived"
    open_notes = [n for n in notes if n.waived is None]
    if any(n.group is Group.STALE for n in open_notes):
        return "stale"
    if any(n.diagnostic.rule == "no-source" for n in open_notes):
        return "no-source"
    if any(n.group is Group.TIE_OUT and n.diagnostic.severity is not Severity.INFO for n in open_notes):
        return "differs"
    if tie is not None:
        return "tied" if tie.state is State.CHANGED else _TIE_STATES[tie.state]
    return "not-data" if is_other else ""
