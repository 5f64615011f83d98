"""Runs followed into sentences that were paired: one to one, in a reworded gap, or moved and edited."""

from __future__ import annotations

from generator.alignment.alignment import State, Stretch
from generator.alignment.distances import similarity
from generator.alignment.joined import Joined
from generator.alignment.mapping import TokenMap, image, map_tokens
from generator.alignment.pairing import SAME, Gap, gaps, pair_leftovers
from generator.alignment.units import Sentence
from generator.alignment.work import Work
from generator.diagnostics import Span

CLOSE = 0.5
"""Share of unchanged neighbours from which a place in a reworded gap is believed."""
BELIEVED = 0.6
"""Share of unchanged tokens from which a sentence of a gap is believed to be all there."""
MAX_GAP = 4_000
"""Tokens of a gap that are aligned as one piece; longer gaps are only compared sentence by sentence."""


def follow_pairs(work: Work) -> None:
    """Paired sentences: tokens correspond one to one, or nearly."""
    for i, j in work.pairing.to_draft.items():
        _follow(work, i, j)


def _follow(work: Work, i: int, j: int) -> None:
    base, draft = work.pairing.base[i], work.pairing.draft[j]
    work.done.add(i)
    if base.text == draft.text:
        for index, placed in enumerate(base.runs):
            work.tie((i, index), State.TIED, draft.span(placed.start, placed.end))
        return
    if base.bare != draft.bare:
        work.edited.append(Stretch(base.span(0, len(base.text)), draft.span(0, len(draft.text))))
    if not base.runs:
        return
    mapping = map_tokens(base.tokens, draft.tokens)
    for index, placed in enumerate(base.runs):
        start, end = image(mapping, draft.tokens, *base.tokens.range_of(placed.start, placed.end))
        work.judge((i, index), draft.span(start, end))


def follow_gaps(work: Work) -> None:
    """Sentences reworded, split or joined where they stood: align the whole gap at once."""
    for gap in gaps(work.pairing):
        if gap.base and gap.draft:
            _follow_gap(work, gap)


def _follow_gap(work: Work, gap: Gap) -> None:
    ours = [work.pairing.base[i] for i in gap.base]
    theirs = [work.pairing.draft[j] for j in gap.draft]
    if sum(len(sentence.text) for sentence in (*ours, *theirs)) > MAX_GAP:
        return
    _remember(work, ours, theirs)
    base, draft = Joined(ours), Joined(theirs)
    mapping = map_tokens(base.tokens, draft.tokens)
    for number, i in enumerate(gap.base):
        believed = _believable(base, number, mapping)
        for index, placed in enumerate(ours[number].runs):
            first, last = base.tokens.range_of(base.at(number, placed.start), base.at(number, placed.end))
            start, end = image(mapping, draft.tokens, first, last)
            sentence, local = draft.sentence_at(start)
            if not believed and mapping.closeness(first, last) < CLOSE:
                work.hints[i, index] = sentence.span(local, local)
                continue
            work.done.add(i)
            length = min(end - start, len(sentence.text) - local)
            work.judge((i, index), sentence.span(local, local + length))


def _remember(work: Work, ours: list[Sentence], theirs: list[Sentence]) -> None:
    """Keep what stands in place of what: as one stretch, or over several paragraphs sentence by sentence."""
    base, draft = _stretch(ours), _stretch(theirs)
    if base is not None and draft is not None:
        work.edited.append(Stretch(base, draft))
        return
    left = list(theirs)
    for one in ours:
        likeness = [similarity(one.tokens.key, other.tokens.key, SAME) for other in left]
        best = max(range(len(left)), key=likeness.__getitem__, default=-1)
        if best >= 0 and likeness[best] >= SAME:
            other = left.pop(best)
            work.edited.append(Stretch(one.span(0, len(one.text)), other.span(0, len(other.text))))


def _stretch(sentences: list[Sentence]) -> Span | None:
    first, last = sentences[0], sentences[-1]
    text = "".join(sentence.text for sentence in sentences)
    if first.paragraph != last.paragraph or last.end - first.start != len(text):
        return None
    return Span(text, first.paragraph, first.start, last.end)


def _believable(base: Joined, number: int, mapping: TokenMap) -> bool:
    """Whether most of a sentence survived in the gap."""
    first, last = base.tokens.range_of(base.at(number, 0), base.at(number, len(base.sentences[number].text)))
    return sum(mapping.kept[first:last]) >= BELIEVED * max(1, last - first)


def follow_leftovers(work: Work) -> None:
    """Sentences moved and edited."""
    pairing = work.pairing
    wanted = [i for i in pairing.free_base if i not in work.done and pairing.base[i].runs]
    if not wanted:
        return
    before = set(pairing.to_draft)
    used = {work.sentence_at(tie.span.paragraph, tie.span.start) for tie in work.ties.values()}
    pair_leftovers(pairing, wanted, [j for j in pairing.free_draft if j not in used])
    for i, j in pairing.to_draft.items():
        if i not in before:
            _follow(work, i, j)
