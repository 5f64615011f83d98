"""Runs that their sentence lost, looked for elsewhere: by the words beside them, by Word's marks, by their print."""

from __future__ import annotations

from collections import defaultdict

from generator.alignment.alignment import State
from generator.alignment.comparing import plain, same_print
from generator.alignment.relocating import find_in_sentence, find_labelled, is_name, occurrences, stands_labelled
from generator.alignment.taken import Taken
from generator.alignment.units import PlacedRun
from generator.alignment.work import Place, Work
from generator.analysis.quantities import quantities
from generator.diagnostics import Span
from generator.document import Facet, Kind

REACH = 1_500
"""Characters on either side in which a run is looked for that left its place; paragraphs are seldom longer."""
BESIDE = 8
"""Characters on either side of a number in words by which it is known again."""
SURE = 3
"""Characters from which a name that stands elsewhere is taken for the one that was lost."""


def follow_moves(work: Work) -> None:
    """Runs that changed their place inside a paragraph, where no other run was found."""
    lost = work.unsettled()
    if not lost:
        return
    taken = work.taken(State.TIED)
    for place, placed in lost:
        tie = work.ties.get(place)
        left = tie.span if tie is not None else work.faded.get(place)
        if left is None:
            continue
        paragraph = work.text(left.paragraph)
        start = _moved(work, place, placed, left, taken)
        end = (start or 0) + len(placed.run.text)
        if start is not None and not taken.meets(left.paragraph, start, end):
            taken.add(left.paragraph, start, end)
            work.tie(place, State.TIED, Span(paragraph[start:end], left.paragraph, start, end))
    _make_room(work, taken)


def _make_room(work: Work, taken: Taken) -> None:
    """A number that was thought to be where another one was found is not there."""
    for place, tie in list(work.ties.items()):
        span, is_number = tie.span, tie.run.facet is Facet.VALUE and quantities(tie.run.text)
        if tie.state is State.CHANGED and is_number and taken.meets(span.paragraph, span.start, span.end):
            work.tie(place, State.MISSING, Span("", span.paragraph, span.start, span.start))


def _moved(work: Work, place: Place, placed: PlacedRun, left: Span, taken: Taken) -> int | None:
    """Where in the paragraph that it left the run stands: a name anywhere, a number beside its own words."""
    paragraph, near = work.text(left.paragraph), left.start
    low, high = max(0, near - REACH), near + REACH
    if is_name(placed):
        name = placed.run.text
        at = paragraph.find(name, low, high) if len(name) > 1 else -1
        return at if at >= 0 else None
    text = work.pairing.base[place[0]].text
    sentence = work.pairing.draft[work.sentence_at(left.paragraph, near)]
    at_hand = None
    if sentence.paragraph == left.paragraph:
        at_hand = find_in_sentence(text, placed, sentence.span(0, len(sentence.text)), left, taken)
    return at_hand if at_hand is not None else find_labelled(text, placed, paragraph, low, high)


def follow_anchors(work: Work) -> None:
    """Word's own marks decide where the text alone could not."""
    anchors: dict[str, list[Span]] = defaultdict(list)
    for paragraph in work.draft.body:
        for anchor in paragraph.anchors:
            span = Span(paragraph.text[anchor.start : anchor.end], paragraph.number, anchor.start, anchor.end)
            anchors[anchor.key].append(span)
    lost = work.open_runs() if anchors else []
    if not lost:
        return
    taken = work.taken(State.TIED, State.CHANGED)
    for place, placed in lost:
        marked = anchors.get(placed.run.key, [])
        spans = [span for span in marked if not taken.meets(span.paragraph, span.start, span.end)]
        if placed.run.facet is Facet.VALUE and len(spans) == 1 and spans[0].text:
            _follow_anchor(work, place, placed.run.text, spans[0])


def _follow_anchor(work: Work, place: Place, print_: str, marked: Span) -> None:
    """A mark says which number stands in it, unless people typed other numbers into it as well."""
    if same_print(print_, marked.text, 0, marked.text):
        work.tie(place, State.TIED, marked)
    elif len(found := quantities(marked.text)) < 2:
        work.tie(place, State.CHANGED, marked)
    elif [plain(q.text) for q in found].count(plain(print_)) == 1:
        at = next(q.start for q in found if plain(q.text) == plain(print_)) + marked.start
        work.tie(place, State.TIED, Span(print_, marked.paragraph, at, at + len(print_)))


def follow_names(work: Work) -> None:
    """Names and numbers in words that moved to another paragraph with their clause, where no run was found.

    A name is its own label; of a number in words (百亿元) that stands by some of its own words nothing is claimed but
    that it is there.
    """
    lost = defaultdict(list)
    for place, placed in work.unsettled():
        if is_name(placed) or not quantities(placed.run.text) or placed.run.kind is Kind.TERM:
            lost[placed.run.text].append((place, placed))
    if not lost:
        return
    taken = work.taken(State.TIED)
    for j in work.pairing.free_draft:
        sentence = work.pairing.draft[j]
        for name, start in occurrences(lost, sentence.text):
            span = sentence.span(start, start + len(name))
            fitting = (n for n, (place, _) in enumerate(lost[name]) if _may_be(work, place, sentence.text))
            number = None if taken.meets(span.paragraph, span.start, span.end) else next(fitting, None)
            if number is not None:
                place, placed = lost[name].pop(number)
                is_sure = placed.run.kind in (Kind.TERM, Kind.PROJECT) and len(name) >= SURE
                taken.add_span(span)
                work.tie(place, State.TIED if is_sure else State.LOOSE, span)


def _may_be(work: Work, place: Place, sentence: str) -> bool:
    """Whether a draft sentence may speak of a run: it names it, or has a number or some of the words beside it."""
    placed = work.placed(place)
    if is_name(placed) or placed.run.kind in (Kind.TERM, Kind.PROJECT):
        return True
    base = work.pairing.base[place[0]]
    if any(other.run.text in sentence for other in base.runs if other is not placed and quantities(other.run.text)):
        return True
    text = base.text
    beside = (text[max(0, placed.start - BESIDE) : placed.start], text[placed.end : placed.end + BESIDE])
    pairs = {words[at : at + 2] for words in beside for at in range(len(words) - 1) if words[at : at + 2].isalpha()}
    return sum(pair in sentence for pair in pairs) >= min(2, len(pairs))


def follow_prints(work: Work) -> None:
    """A number that its sentence lost stands elsewhere, in text that nothing accounts for.

    Beside its own words it is the same number, moved; in its own paragraph, and only once there, the same number
    reworded around; else nothing is claimed.
    """
    lost = work.unsettled()
    if not lost:
        return
    free: dict[str, list[Span]] = defaultdict(list)
    for span in work.unaccounted():
        free[plain(span.text)].append(span)
    for place, placed in lost:
        prints = free.get(plain(placed.run.text), [])
        if prints and (choice := _choice(work, place, placed, prints)) is not None:
            work.tie(place, *choice)
            prints.remove(choice[1])


def _choice(work: Work, place: Place, placed: PlacedRun, prints: list[Span]) -> tuple[State, Span] | None:
    """Which of some prints in text that nothing accounts for is the run, and how sure that is."""
    context = work.pairing.base[place[0]].text
    own = (span for span in prints if stands_labelled(context, placed, work.text(span.paragraph), span.start))
    labelled = next(own, None)
    if labelled is not None:
        return State.TIED, labelled
    tie = work.ties.get(place)
    if tie is not None and tie.state is State.CHANGED:
        return None
    near = [span for span in prints if tie is not None and _is_near(span, tie.span)]
    return (State.TIED, near[0]) if len(near) == 1 else (State.LOOSE, prints[0])


def _is_near(span: Span, other: Span) -> bool:
    return span.paragraph == other.paragraph and abs(span.start - other.start) < REACH
