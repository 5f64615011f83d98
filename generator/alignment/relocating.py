"""Runs that moved: found by their print together with the words beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.alignment.taken import Taken
from generator.alignment.units import PlacedRun
from generator.analysis.quantities import SUFFIXES, quantities
from generator.diagnostics import Span
from generator.document import Kind
from generator.patterns import Pattern

_EDGE = Pattern(r"[，。；：、！？（）\s]")
_HEDGES = Pattern("|".join(SUFFIXES))
_END = Pattern(r"[。；！？]")
LABEL = 8
"""Characters beside a figure, in its clause, that say whose figure it is."""
SHORT = 4
WIDE = 16
"""As many, back into the clauses before."""
_NUMBER_SIGNS = frozenset("0123456789０１２３４５６７８９.．-－")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A longer print that can only be one run: ``text`` with the run at ``inside`` (characters from 0)."""

    text: str
    inside: int
    label: str


def labelled_forms(text: str, placed: PlacedRun) -> list[Labelled]:
    """Prints with the words before the run or, where there are none, behind it; the surest first.

    A hedge behind a number is nobody's label.
    """
    print_ = text[placed.start : placed.end]
    wide = _END.split(text[max(0, placed.start - WIDE) : placed.start])[-1]
    before = _EDGE.split(wide)[-1][-LABEL:]
    behind = _EDGE.split(text[placed.end : placed.end + LABEL])[0]
    labels = [wide, before, before[-SHORT:]] if len(before) >= 2 else [wide] if len(wide) >= LABEL else []
    forms = [Labelled(label + print_, len(label), label) for label in dict.fromkeys(labels)]
    if len(before) < 2:
        for label in dict.fromkeys((behind, behind[:SHORT])):
            if len(_HEDGES.sub("", label)) >= 2:
                forms.append(Labelled(print_ + label, 0, label))
    return forms


def find_labelled(text: str, placed: PlacedRun, draft: str, low: int = 0, high: int | None = None) -> int | None:
    """Where in a draft text, from ``low`` to ``high``, the run stands beside its own words.

    None if it does not, and where those words stand several times: 同比增长 may be anyone's.
    """
    end = len(draft) if high is None else high
    for form in labelled_forms(text, placed):
        at = _only(form.text, draft, low, end)
        if at >= 0 and _only(form.label, draft, low, end) >= 0:
            at += form.inside
            if _is_whole(draft, at, at + placed.end - placed.start):
                return at
    return None


def find_in_sentence(text: str, placed: PlacedRun, sentence: Span, left: Span, taken: Taken) -> int | None:
    """Where in one sentence of a draft the run stands beside its own words; characters of the paragraph from 0.

    Inside a sentence fewer words tell whose a number is, and they may have changed sides: 5家企业, 企业5家.  Words
    that stand in the sentence several times tell it only if they do not stand at ``left``, where the run was thought
    to be: there a number was changed, not moved.
    """
    length = placed.end - placed.start
    for form in _short_forms(text, placed):
        places = [at + form.inside for at in _all(form.text, sentence.text)]
        free = [at for at in places if not _is_taken(sentence.start + at, length, sentence, taken)]
        is_own = len(_all(form.label, sentence.text)) == 1 or not _is_labelled(form, sentence, left)
        if len(free) == 1 and is_own and _is_whole(sentence.text, free[0], free[0] + length):
            return sentence.start + free[0]
    return None


def _is_taken(start: int, length: int, sentence: Span, taken: Taken) -> bool:
    return taken.meets(sentence.paragraph, start, start + length)


def _is_labelled(form: Labelled, sentence: Span, left: Span) -> bool:
    """Whether the words of a form stand beside a place of the sentence, on their side of it."""
    if form.inside:
        return sentence.text[: left.start - sentence.start].endswith(form.label)
    return sentence.text.startswith(form.label, left.end - sentence.start)


def _all(words: str, text: str) -> list[int]:
    places, at = [], text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _short_forms(text: str, placed: PlacedRun) -> Iterator[Labelled]:
    """Prints with two and more characters of the words beside the run, the longest first."""
    print_ = text[placed.start : placed.end]
    before = _EDGE.split(text[max(0, placed.start - LABEL) : placed.start])[-1]
    behind = _HEDGES.sub("", _EDGE.split(text[placed.end : placed.end + LABEL])[0])
    for size in range(len(before), 1, -1):
        yield Labelled(before[-size:] + print_, size, before[-size:])
    for size in range(len(behind), 1, -1):
        yield Labelled(print_ + behind[:size], 0, behind[:size])
    for size in range(min(SHORT, len(behind)), 1, -1):
        yield Labelled(behind[:size] + print_, size, behind[:size])


def _only(words: str, text: str, low: int, high: int) -> int:
    """Where words stand between two places; -1 if nowhere or twice."""
    first = text.find(words, low, high)
    return first if first >= 0 and text.find(words, first + 1, high) < 0 else -1


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a number does not go on to the left or right of these characters."""
    left = text[start : start + 1] in _NUMBER_SIGNS and text[start - 1 : start] in _NUMBER_SIGNS and start > 0
    right = text[end - 1 : end] in _NUMBER_SIGNS and text[end : end + 1] in _NUMBER_SIGNS and end < len(text)
    return not left and not right


def stands_labelled(text: str, placed: PlacedRun, draft: str, at: int) -> bool:
    """Whether the run's own words stand beside a place of a draft text where its print stands."""
    forms = labelled_forms(text, placed)
    return any(at >= form.inside and draft.startswith(form.text, at - form.inside) for form in forms)


def is_name(placed: PlacedRun) -> bool:
    """Whether a run prints a name without a number in it, which is its own label."""
    return placed.run.kind in (Kind.TERM, Kind.PROJECT) and not quantities(placed.run.text)


def occurrences(names: Iterable[str], text: str) -> Iterator[tuple[str, int]]:
    """Where some names (of two and more characters) stand in a text, in one pass over it; the longest at each place."""
    by_pair: dict[str, list[str]] = {}
    for name in sorted(set(names), key=len, reverse=True):
        if len(name) >= 2:
            by_pair.setdefault(name[:2], []).append(name)
    for start in range(len(text) - 1 if by_pair else 0):
        for name in by_pair.get(text[start : start + 2], ()):
            if text.startswith(name, start):
                yield name, start
                break


_COUNTING = frozenset("第首零〇一二两三四五六七八九十百千万亿双半几数多余若倍")
_NUMBER_WORDS = frozenset("第首零〇一二两三四五六七八九十百千万亿")


def widened(span: Span, paragraph: str) -> Span:
    """The span with the Chinese number words before it: a figure rewritten as 九项 is all of it, not only 项."""
    start = span.start
    while start > 0 and paragraph[start - 1] in _NUMBER_WORDS and span.text[:1] not in "0123456789第":
        start -= 1
    return Span(paragraph[start : span.end], span.paragraph, start, span.end)


def is_of_words(text: str) -> bool:
    """Whether a text has Chinese characters only, and none that counts: no number was written there."""
    return all("一" <= c <= "龥" for c in text) and _COUNTING.isdisjoint(text)
