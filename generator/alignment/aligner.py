"""A draft against the document it was generated from: what became of every run, and which numbers are new."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

from generator.alignment.alignment import Alignment, State, Stretch
from generator.alignment.following import follow_gaps, follow_leftovers, follow_pairs
from generator.alignment.in_order import follow_order
from generator.alignment.moving import follow_anchors, follow_moves, follow_names, follow_prints
from generator.alignment.owners import follow_owners
from generator.alignment.pairing import pair_sentences
from generator.alignment.units import base_sentences, draft_sentences
from generator.alignment.work import Work
from generator.diagnostics import Span
from generator.document import Document
from generator.draft import Draft


def align(document: Document, draft: Draft) -> Alignment:
    """Pair every run of the generated text with its place in the draft."""
    work = Work(draft, pair_sentences(base_sentences(document), draft_sentences(draft)))
    follow_pairs(work)
    follow_gaps(work)
    follow_leftovers(work)
    follow_order(work)
    follow_moves(work)
    follow_anchors(work)
    follow_names(work)
    follow_prints(work)
    follow_owners(work)
    _give_up(work)
    found = [work.ties[place] for place in sorted(work.ties)]
    return Alignment(
        ties=tuple(tie for tie in found if tie.run.key),
        unaccounted=tuple(work.unaccounted()),
        paired_paragraphs=_paired_paragraphs(work),
        edited=_in_order(work.edited),
        typed=tuple(tie for tie in found if not tie.run.key),
    )


def _in_order(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    return tuple(sorted(stretches, key=lambda stretch: (stretch.draft.paragraph, stretch.draft.start)))


def _give_up(work: Work) -> None:
    """What was found nowhere is missing, and stood behind what was before it."""
    lost = work.open_runs()
    if lost:
        neighbours = _Neighbours(work)
        tied = work.taken(State.TIED)
        for place, _ in lost:
            span = work.faded.get(place) or work.hints.get(place) or neighbours.where_it_should_stand(place[0])
            others = tied.meets(span.paragraph, span.start, span.end)  # 广佛城际、广州机场 without the first: 广州机场
            state = State.LOOSE if place in work.faded and not others else State.MISSING
            work.tie(place, state, Span("", span.paragraph, span.start, span.start))


class _Neighbours:
    """The nearest paired sentence before and behind each generated one."""

    def __init__(self, work: Work) -> None:
        self._work = work
        size = len(work.pairing.base)
        own = [i if i in work.pairing.to_draft else -1 for i in range(size)]
        self._before = list(accumulate(own, _latest))
        self._behind = list(accumulate(reversed(own), _latest))[::-1]

    def where_it_should_stand(self, i: int) -> Span:
        """Behind the sentence before it in the same paragraph, else before the one after it, else in its section."""
        before, behind = self._before[i], self._behind[i]
        base = self._work.pairing.base
        beside = [k for k in (before, behind) if k >= 0 and base[k].paragraph == base[i].paragraph]
        choice = beside[0] if beside else before
        if choice < 0:
            return Span("", 1, 0, 0)
        neighbour = self._work.pairing.draft[self._work.pairing.to_draft[choice]]
        offset = neighbour.end if choice < i else neighbour.start
        return Span("", neighbour.paragraph, offset, offset)


def _latest(last: int, i: int) -> int:
    return i if i >= 0 else last


def _paired_paragraphs(work: Work) -> dict[int, int]:
    """Draft paragraph to the generated paragraph that most of its sentences come from."""
    votes: dict[int, Counter[int]] = {}
    for i, j in work.pairing.to_draft.items():
        votes.setdefault(work.pairing.draft[j].paragraph, Counter())[work.pairing.base[i].paragraph] += 1
    return {paragraph: count.most_common(1)[0][0] for paragraph, count in sorted(votes.items())}
