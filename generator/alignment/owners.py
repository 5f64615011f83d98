"""Numbers that stayed where they were while the words beside them changed places.

泰山人才50人、重点人才49人 for 重点人才50人、泰山人才49人: each number is now said of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.alignment.alignment import State
from generator.alignment.work import Place, Work
from generator.analysis.quantities import quantities
from generator.document import Facet, Kind
from generator.patterns import Pattern

_EDGE = Pattern("[，。；：、！？（）“”0-9]|其中|分别")
_LEAST = 3
"""Characters of words that tell whose a number is."""
_WIDE = 24
_STANDING = (State.TIED, State.LOOSE)


def follow_owners(work: Work) -> None:
    """Runs whose words stand beside another run of their sentence, and the other's beside them, are there."""
    edited = defaultdict(list)
    for stretch in work.edited:
        edited[stretch.base.paragraph].append((stretch.base.start, stretch.base.end))
    by_sentence: dict[int, list[Place]] = defaultdict(list)
    for place, tie in work.ties.items():
        base = tie.base
        if (
            tie.state in _STANDING
            and tie.span.text
            and any(low <= base.start < high for low, high in edited.get(base.paragraph, ()))
        ):
            placed = work.placed(place)
            if placed.run.facet is Facet.VALUE and placed.run.kind is not Kind.TERM and quantities(placed.run.text):
                by_sentence[place[0]].append(place)
    for i, places in by_sentence.items():
        if len(places) > 1:
            _exchange(work, work.pairing.base[i].text, sorted(places))


def _exchange(work: Work, text: str, places: Sequence[Place]) -> None:
    spans = [work.ties[place].span for place in places]
    placed = [work.placed(place) for place in places]
    for behind in (False, True):
        ours = [_words(text, p.start, p.end, behind) for p in placed]
        theirs = [_words(work.text(s.paragraph), s.start, s.end, behind) for s in spans]
        for a, place in enumerate(places):
            for b in range(a + 1, len(places)):
                if _are_exchanged(ours, theirs, a, b, behind) and placed[a].run.text != placed[b].run.text:
                    work.tie(place, State.CHANGED, spans[b])
                    work.tie(places[b], State.CHANGED, spans[a])


def _are_exchanged(ours: list[str], theirs: list[str], a: int, b: int, behind: bool) -> bool:
    def is_own(one: int, other: int) -> bool:
        return _match(ours[one], theirs[other], behind)

    return is_own(a, b) and is_own(b, a) and not is_own(a, a) and not is_own(b, b)


def _match(one: str, other: str, behind: bool) -> bool:
    """Whether the words beside two numbers are the same, apart from others further off."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _LEAST and (long.startswith(short) if behind else long.endswith(short))


def _words(text: str, start: int, end: int, behind: bool) -> str:
    if behind:
        return _EDGE.split(text[end : end + _WIDE])[0]
    return _EDGE.split(text[max(0, start - _WIDE) : start])[-1]
