"""Numbers that all stand in the draft, in their order and with their words: only the words around them were edited.

实施项目1517个，完成投资2575亿元 for 1517个项目完成投资2575亿元: characters alone would pair 1517个 with what now stands
in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.alignment.alignment import State
from generator.alignment.comparing import plain
from generator.alignment.distances import kept_in_order
from generator.alignment.units import PlacedRun, Sentence
from generator.alignment.work import Place, Work
from generator.analysis.amounts import FIRST, is_first
from generator.analysis.quantities import quantities
from generator.document import Facet, Kind
from generator.patterns import Pattern

_FIRST = Pattern("|".join(FIRST))
_KEPT = 0.5
"""Share of the words beside a number from which they are taken to stand before and behind it still."""
_MOST = 3
"""A sentence is not looked for in more draft sentences than these."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in words or digits: characters of its text from 0."""

    start: int
    end: int
    text: str


def follow_order(work: Work) -> None:
    """Settle the numbers of generated sentences all of whose numbers stand in the draft as they did."""
    for i in dict.fromkeys(place[0] for place, _ in work.unsettled()):
        base, draft = work.pairing.base[i], _counterpart(work, i)
        if draft is None:
            continue
        ours, theirs = _numbers(base.text), _numbers(draft.text)
        if _same_numbers(ours, theirs) and _keep_words(base.text, draft.text, ours, theirs):
            for index, placed in enumerate(base.runs):
                number = next((n for n in range(len(ours)) if _prints(placed, ours[n])), None)
                if number is not None:
                    _settle(work, (i, index), draft, ours[number], theirs[number])


def _counterpart(work: Work, i: int) -> Sentence | None:
    """The draft sentences, as one, that the runs of a generated sentence are thought to be in."""
    spans = [work.ties[i, index].span for index in range(len(work.pairing.base[i].runs)) if (i, index) in work.ties]
    found = {work.sentence_at(span.paragraph, span.start) for span in spans}
    found |= {work.pairing.to_draft[i]} if i in work.pairing.to_draft else set()
    sentences = [work.pairing.draft[j] for j in sorted(found)]
    if not 0 < len(sentences) <= _MOST:
        return None
    if any(one.paragraph != other.paragraph or one.end != other.start for one, other in pairwise(sentences)):
        return None
    return Sentence("".join(s.text for s in sentences), sentences[0].paragraph, sentences[0].start)


def _numbers(text: str) -> list[Number]:
    found = [Number(q.start, q.end, plain(q.text)) for q in quantities(text)]
    found += [Number(*match.span(), match.group()) for match in _FIRST.finditer(text)]
    return sorted(found, key=lambda number: number.start)


def _same_numbers(ours: list[Number], theirs: list[Number]) -> bool:
    return len(ours) == len(theirs) and all(map(_same, ours, theirs))


def _same(one: Number, other: Number) -> bool:
    return one.text == other.text or (is_first(one.text) and is_first(other.text))


def _keep_words(base: str, draft: str, ours: list[Number], theirs: list[Number]) -> bool:
    """Whether the words beside each number stand in the draft, in their order: no two numbers changed owners."""
    hidden = _without(base, ours)
    kept = kept_in_order(hidden, _without(draft, theirs))
    for low, high in _words_beside(base, ours):
        flags = [kept[at] for at in range(low, high) if hidden[at].isalpha()]
        if sum(flags) < _KEPT * len(flags):
            return False
    return True


def _without(text: str, numbers: list[Number]) -> str:
    """A text with a blank for each character of some numbers in it."""
    characters = list(text)
    for number in numbers:
        characters[number.start : number.end] = " " * (number.end - number.start)
    return "".join(characters)


def _words_beside(text: str, numbers: list[Number]) -> Iterator[tuple[int, int]]:
    """For each number the characters of its clause that belong to no other: before it, and behind it to a comma."""
    for at, number in enumerate(numbers):
        floor = numbers[at - 1].end if at else 0
        ceiling = numbers[at + 1].start if at + 1 < len(numbers) else len(text)
        low = max(floor, *(text.rfind(mark, 0, number.start) + 1 for mark in "，、；。"))
        ends = [end for mark in "，、；。" if (end := text.find(mark, number.end, ceiling)) >= 0]
        yield low, min([ceiling, *ends])


def _prints(placed: PlacedRun, number: Number) -> bool:
    """Whether a run prints a number and nothing before it; a name with a number in it is more than that."""
    is_value = placed.run.facet is Facet.VALUE and placed.run.kind is not Kind.TERM
    return is_value and placed.start == number.start


def _settle(work: Work, place: Place, draft: Sentence, ours: Number, theirs: Number) -> None:
    placed = work.placed(place)
    print_ = placed.run.text
    at = theirs.start + placed.start - ours.start
    if draft.text.startswith(print_, at):
        work.tie(place, State.TIED, draft.span(at, at + len(print_)))
    else:
        work.tie(place, State.CHANGED, draft.span(theirs.start, theirs.end))
