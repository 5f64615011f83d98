"""A draft against the document it was generated from: what became of every run, and which numbers are new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.alignment.alignment import Alignment, State, Tie
from generator.alignment.comparing import same_print
from generator.alignment.mapping import TokenMap, image, map_tokens, token_range
from generator.alignment.pairing import Gap, Pairing, gaps, pair_leftovers, pair_sentences
from generator.alignment.relocating import find_labelled, find_name, widened
from generator.alignment.tokens import Tokens, tokenize
from generator.alignment.units import PlacedRun, Sentence, base_sentences, draft_sentences
from generator.analysis.quantities import quantities
from generator.diagnostics import Span
from generator.document import Document, Facet, Kind
from generator.draft import Draft

CLOSE = 0.5
"""Share of unchanged neighbours from which a place in a reworded gap is believed."""
MAX_GAP = 4_000
"""Tokens of a gap that are aligned as one piece; longer gaps are only compared sentence by sentence."""


def align(document: Document, draft: Draft) -> Alignment:
    """Pair every run of the generated text with its place in the draft."""
    work = _Work(draft, pair_sentences(base_sentences(document), draft_sentences(draft)))
    work.follow_pairs()
    work.follow_gaps()
    work.follow_leftovers()
    work.follow_moves()
    work.follow_anchors()
    work.follow_prints()
    work.give_up()
    ties = tuple(work.ties[place] for place in sorted(work.ties))
    return Alignment(ties, tuple(work.unaccounted()), work.paired_paragraphs())


@dataclass(slots=True)
class _Work:
    """The state of one alignment; ``ties`` and ``hints`` are keyed by sentence index and run index.

    A hint is where a run would be if its reworded gap were believed.
    """

    draft: Draft
    pairing: Pairing
    ties: dict[tuple[int, int], Tie] = field(default_factory=dict)
    done: set[int] = field(default_factory=set)
    hints: dict[tuple[int, int], Span] = field(default_factory=dict)

    def follow_pairs(self) -> None:
        """Paired sentences: tokens correspond one to one, or nearly."""
        for i, j in self.pairing.to_draft.items():
            self._follow(i, j)

    def _follow(self, i: int, j: int) -> None:
        base, draft = self.pairing.base[i], self.pairing.draft[j]
        self.done.add(i)
        if not base.runs:
            return
        if base.text == draft.text:
            for index, placed in enumerate(base.runs):
                self._tie(i, index, State.TIED, _span(draft, placed.start, placed.end))
            return
        mapping = map_tokens(base.tokens, draft.tokens)
        for index, placed in enumerate(base.runs):
            start, end = image(mapping, draft.tokens, *token_range(base.tokens, placed.start, placed.end))
            self._judge(i, index, placed, _span(draft, start, end))

    def _judge(self, i: int, index: int, placed: PlacedRun, span: Span) -> None:
        paragraph = self.draft.body[span.paragraph - 1].text
        if same_print(placed.run.text, paragraph, span.start, span.text):
            self._tie(i, index, State.TIED, span)
        elif span.text:
            self._tie(i, index, State.CHANGED, widened(span, paragraph))
        else:
            self._tie(i, index, State.MISSING, span)

    def follow_moves(self) -> None:
        """Runs that changed their place inside a paragraph, where no other run was found."""
        taken = self._taken(State.TIED)
        for (i, index), tie in list(self.ties.items()):
            if tie.state in (State.TIED, State.LOOSE) or tie.run.facet is Facet.WORD:
                continue
            placed = self.pairing.base[i].runs[index]
            paragraph = self.draft.body[tie.span.paragraph - 1].text
            start = self._moved(i, placed, paragraph)
            end = (start or 0) + len(placed.run.text)
            spans = taken.setdefault(tie.span.paragraph, [])
            if start is not None and not any(a < end and start < b for a, b in spans):
                spans.append((start, end))
                self._tie(i, index, State.TIED, Span(paragraph[start:end], tie.span.paragraph, start, end))

    def _moved(self, i: int, placed: PlacedRun, paragraph: str) -> int | None:
        """Where in the same paragraph the run stands beside its own words."""
        if placed.run.kind in (Kind.TERM, Kind.PROJECT) and not quantities(placed.run.text):
            return find_name(placed.run.text, paragraph)
        return find_labelled(self.pairing.base[i].text, placed, paragraph)

    def _taken(self, *states: State) -> dict[int, list[tuple[int, int]]]:
        """The places in the draft that runs of these states hold, by paragraph."""
        taken: dict[int, list[tuple[int, int]]] = {}
        for tie in self.ties.values():
            if tie.state in states:
                taken.setdefault(tie.span.paragraph, []).append((tie.span.start, tie.span.end))
        return taken

    def follow_gaps(self) -> None:
        """Sentences reworded, split or joined where they stood: align the whole gap at once."""
        for gap in gaps(self.pairing):
            if gap.base and gap.draft and any(self.pairing.base[i].runs for i in gap.base):
                self._follow_gap(gap)

    def _follow_gap(self, gap: Gap) -> None:
        base = _Joined([self.pairing.base[i] for i in gap.base])
        draft = _Joined([self.pairing.draft[j] for j in gap.draft])
        if len(base.tokens.words) + len(draft.tokens.words) > MAX_GAP:
            return
        mapping = map_tokens(base.tokens, draft.tokens)
        for number, i in enumerate(gap.base):
            believed = self._believable(base, number, mapping)
            for index, placed in enumerate(self.pairing.base[i].runs):
                first, last = token_range(base.tokens, base.at(number, placed.start), base.at(number, placed.end))
                start, end = image(mapping, draft.tokens, first, last)
                sentence, local = draft.sentence_at(start)
                if not believed and mapping.closeness(first, last) < CLOSE:
                    self.hints[i, index] = _span(sentence, local, local)
                    continue
                self.done.add(i)
                length = min(end - start, len(sentence.text) - local)
                self._judge(i, index, placed, _span(sentence, local, local + length))

    def _believable(self, base: _Joined, number: int, mapping: TokenMap) -> bool:
        """Whether most of a sentence survived in the gap."""
        first, last = token_range(base.tokens, base.at(number, 0), base.at(number, len(base.sentences[number].text)))
        return sum(mapping.kept[first:last]) >= 0.6 * max(1, last - first)

    def follow_leftovers(self) -> None:
        """Sentences moved and edited."""
        before = dict(self.pairing.to_draft)
        wanted = [i for i in self.pairing.free_base if i not in self.done and self.pairing.base[i].runs]
        used = {(t.span.paragraph, t.span.start) for t in self.ties.values()}
        open_draft = [
            j for j in self.pairing.free_draft
            if not any(p == self.pairing.draft[j].paragraph and self._holds(j, s) for p, s in used)
        ] if wanted else []
        pair_leftovers(self.pairing, wanted, open_draft)
        for i, j in self.pairing.to_draft.items():
            if i not in before:
                self._follow(i, j)

    def _holds(self, j: int, offset: int) -> bool:
        sentence = self.pairing.draft[j]
        return sentence.start <= offset < sentence.start + len(sentence.text)

    def follow_anchors(self) -> None:
        """Word's own marks decide where the text alone could not."""
        anchors: dict[str, list[Span]] = {}
        for paragraph in self.draft.body:
            for anchor in paragraph.anchors:
                span = Span(paragraph.text[anchor.start : anchor.end], paragraph.number, anchor.start, anchor.end)
                anchors.setdefault(anchor.key, []).append(span)
        if not anchors:
            return
        for i, index, placed in self._open_runs():
            spans = anchors.get(placed.run.key, [])
            if placed.run.facet is Facet.VALUE and len(spans) == 1 and spans[0].text:
                state = State.TIED if same_print(placed.run.text, spans[0].text, 0, spans[0].text) else State.CHANGED
                self._tie(i, index, state, spans[0])

    def _open_runs(self) -> Iterable[tuple[int, int, PlacedRun]]:
        for i, sentence in enumerate(self.pairing.base):
            for index, placed in enumerate(sentence.runs):
                if (i, index) not in self.ties:
                    yield i, index, placed

    def follow_prints(self) -> None:
        """A number that its sentence lost stands elsewhere in the same paragraph, or in text that nothing accounts for.

        In the same paragraph, and only once, it is the same number reworded around; elsewhere nothing is claimed.
        """
        free = self.unaccounted()
        for i, index, placed in list(self._lost_runs()):
            lost = self.ties.get((i, index))
            prints = [span for span in free if same_print(placed.run.text, span.text, 0, span.text)]
            near = [span for span in prints if lost is not None and span.paragraph == lost.span.paragraph]
            if len(near) == 1:
                self._tie(i, index, State.TIED, near[0])
                free.remove(near[0])
            elif prints:
                self._tie(i, index, State.LOOSE, prints[0])
                free.remove(prints[0])

    def _lost_runs(self) -> Iterator[tuple[int, int, PlacedRun]]:
        for i, sentence in enumerate(self.pairing.base):
            for index, placed in enumerate(sentence.runs):
                tie = self.ties.get((i, index))
                if placed.run.facet is Facet.VALUE and (tie is None or tie.state is State.MISSING):
                    yield i, index, placed

    def give_up(self) -> None:
        """What was found nowhere is missing."""
        for i, index, _ in list(self._open_runs()):
            self._tie(i, index, State.MISSING, self.hints.get((i, index)) or self._where_it_should_stand(i))

    def _where_it_should_stand(self, i: int) -> Span:
        """Behind the sentence before it in the same paragraph, else before the one after it, else in its section."""
        base = self.pairing.base
        for step in (-1, 1):
            k = i + step
            while 0 <= k < len(base) and base[k].paragraph == base[i].paragraph:
                if k in self.pairing.to_draft:
                    neighbour = self.pairing.draft[self.pairing.to_draft[k]]
                    offset = neighbour.start + (len(neighbour.text) if step < 0 else 0)
                    return Span("", neighbour.paragraph, offset, offset)
                k += step
        for k in range(i - 1, -1, -1):
            if k in self.pairing.to_draft:
                neighbour = self.pairing.draft[self.pairing.to_draft[k]]
                offset = neighbour.start + len(neighbour.text)
                return Span("", neighbour.paragraph, offset, offset)
        return Span("", 1, 0, 0)

    def unaccounted(self) -> list[Span]:
        """Arabic quantities of the draft that no run was found at."""
        taken = self._taken(*State)
        for j in self._copies():
            copy = self.pairing.draft[j]
            taken.setdefault(copy.paragraph, []).append((copy.start, copy.start + len(copy.text)))
        found = []
        for paragraph in self.draft.body:
            spans = taken.get(paragraph.number, [])
            for q in quantities(paragraph.text):
                if not any(start < q.end and q.start < end for start, end in spans):
                    found.append(Span(q.text, paragraph.number, q.start, q.end))
        return found

    def _copies(self) -> list[int]:
        """Draft sentences that repeat a generated one word for word: their numbers are accounted for."""
        known = {sentence.bare for sentence in self.pairing.base}
        return [j for j in self.pairing.free_draft if self.pairing.draft[j].bare in known]

    def paired_paragraphs(self) -> dict[int, int]:
        """Draft paragraph to the generated paragraph that most of its sentences come from."""
        votes: dict[int, Counter[int]] = {}
        for i, j in self.pairing.to_draft.items():
            votes.setdefault(self.pairing.draft[j].paragraph, Counter())[self.pairing.base[i].paragraph] += 1
        return {paragraph: count.most_common(1)[0][0] for paragraph, count in sorted(votes.items())}

    def _tie(self, i: int, index: int, state: State, span: Span) -> None:
        sentence = self.pairing.base[i]
        placed = sentence.runs[index]
        base = Span(placed.run.text, sentence.paragraph, sentence.start + placed.start, sentence.start + placed.end)
        self.ties[i, index] = Tie(placed.run, base, state, span, sentence.text, placed.start)


@dataclass(slots=True)
class _Joined:
    """Neighbouring sentences as one text."""

    sentences: list[Sentence]
    starts: list[int] = field(init=False)
    tokens: Tokens = field(init=False)

    def __post_init__(self) -> None:
        self.starts = []
        text = ""
        for sentence in self.sentences:
            self.starts.append(len(text))
            text += sentence.text
        self.tokens = tokenize(text)

    def at(self, number: int, offset: int) -> int:
        """The place in the joined text of an offset in one sentence."""
        return self.starts[number] + offset

    def sentence_at(self, offset: int) -> tuple[Sentence, int]:
        """The sentence that holds a place, and the offset in it."""
        number = max(k for k, start in enumerate(self.starts) if start <= offset)
        return self.sentences[number], offset - self.starts[number]


def _span(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.text[start:end], sentence.paragraph, sentence.start + start, sentence.start + end)
