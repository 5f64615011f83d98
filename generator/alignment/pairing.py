"""Which sentence of the draft is which sentence of the generated text: from exact to loose.

The passes follow what was measured to matter: identical sentences first, then identical but for their numbers, both
anywhere in the text, so that moved sentences are found; then what lies in the same gap between paired sentences; then
the nearest leftover anywhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from generator.alignment.distances import similarity
from generator.alignment.units import Sentence

SAME = 0.6
"""Share of equal tokens from which two leftover sentences are taken for one, edited."""
CLEARLY = 0.02
"""By so much the nearest leftover must be nearer than the second, or nothing is claimed."""
PIECE = 3
"""Characters of the pieces by which leftovers that may be alike are found."""
COMMON = 40
"""A piece in more leftovers than this says nothing."""
CANDIDATES = 4
"""How many leftovers, those with most pieces in common, are compared in full."""


@dataclass(slots=True)
class Pairing:
    """Pairs by index, both ways; lives only while one draft is aligned."""

    base: list[Sentence]
    draft: list[Sentence]
    to_draft: dict[int, int] = field(default_factory=dict)
    to_base: dict[int, int] = field(default_factory=dict)

    def add(self, base: int, draft: int) -> None:
        """Two sentences are one."""
        self.to_draft[base] = draft
        self.to_base[draft] = base

    @property
    def free_base(self) -> list[int]:
        """Generated sentences without a partner."""
        return [i for i in range(len(self.base)) if i not in self.to_draft]

    @property
    def free_draft(self) -> list[int]:
        """Draft sentences without a partner."""
        return [j for j in range(len(self.draft)) if j not in self.to_base]


@dataclass(frozen=True, slots=True)
class Gap:
    """Neighbouring sentences without partners, between the same paired ones."""

    base: tuple[int, ...]
    draft: tuple[int, ...]


def pair_sentences(base: list[Sentence], draft: list[Sentence]) -> Pairing:
    """The certain pairs: equal, or equal but for their quantities."""
    pairing = Pairing(base, draft)
    _pair_equal(pairing, lambda sentence: sentence.bare)
    _pair_equal(pairing, lambda sentence: sentence.tokens.key)
    return pairing


def _pair_equal(pairing: Pairing, key: Callable[[Sentence], str]) -> None:
    """Pair sentences with equal keys; of several with one key those with equal neighbours first, then in order."""
    candidates: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i in pairing.free_base:
        candidates[key(pairing.base[i])][0].append(i)
    for j in pairing.free_draft:
        candidates[key(pairing.draft[j])][1].append(j)
    repeated = []
    for ours, theirs in candidates.values():
        if len(ours) == len(theirs) == 1:
            pairing.add(ours[0], theirs[0])
        elif ours and theirs:
            repeated.append((ours, theirs))
    for ours, theirs in repeated:
        _pair_repeated(pairing, ours, theirs)


def _pair_repeated(pairing: Pairing, ours: list[int], theirs: list[int]) -> None:
    open_draft = dict.fromkeys(theirs)
    for i in ours:
        for j in (pairing.to_draft.get(i - 1, -2) + 1, pairing.to_draft.get(i + 1, -2) - 1):
            if j in open_draft:
                pairing.add(i, j)
                del open_draft[j]
                break
    rest = iter(open_draft)
    for i in ours:
        if i not in pairing.to_draft and (choice := next(rest, None)) is not None:
            pairing.add(i, choice)


def gaps(pairing: Pairing) -> list[Gap]:
    """The gaps along the backbone: the longest run of pairs that keep their order."""
    backbone = _backbone(pairing)
    found = []
    edges = [(-1, -1), *backbone, (len(pairing.base), len(pairing.draft))]
    for (i0, j0), (i1, j1) in pairwise(edges):
        base = tuple(i for i in range(i0 + 1, i1) if i not in pairing.to_draft)
        draft = tuple(j for j in range(j0 + 1, j1) if j not in pairing.to_base)
        if base or draft:
            found.append(Gap(base, draft))
    return found


def _backbone(pairing: Pairing) -> list[tuple[int, int]]:
    """The longest increasing run of pairs (patience sorting)."""
    pairs = sorted(pairing.to_draft.items())
    tails: list[int] = []
    tail_pairs: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        before.append(tail_pairs[place - 1] if place else -1)
        if place == len(tails):
            tails.append(j)
            tail_pairs.append(index)
        else:
            tails[place] = j
            tail_pairs[place] = index
    chain = []
    index = tail_pairs[-1] if tail_pairs else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def pair_leftovers(pairing: Pairing, wanted: list[int], open_draft: list[int]) -> None:
    """Pair generated sentences that hold data with the nearest leftover anywhere: moved, and edited as well.

    Nothing is claimed where two leftovers are equally near.
    """
    ranked = []
    pieces = _pieces_of((j, pairing.draft[j]) for j in open_draft)
    for i in wanted:
        near = _likely(pairing.base[i], pieces)
        best = sorted(
            ((similarity(pairing.base[i].tokens.key, pairing.draft[j].tokens.key), j) for j in near), reverse=True
        )[:2]
        if best and best[0][0] >= SAME and (len(best) == 1 or best[0][0] - best[1][0] > CLEARLY):
            ranked.append((best[0][0], i, best[0][1]))
    for _, i, j in sorted(ranked, reverse=True):
        if i not in pairing.to_draft and j not in pairing.to_base:
            pairing.add(i, j)


def _pieces_of(sentences: Iterable[tuple[int, Sentence]]) -> dict[str, list[int]]:
    """Which sentences hold each piece of text; pieces that stand everywhere are left out."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, sentence in sentences:
        for piece in _pieces(sentence):
            if len(found[piece]) <= COMMON:
                found[piece].append(number)
    return {piece: numbers for piece, numbers in found.items() if len(numbers) <= COMMON}


def _likely(sentence: Sentence, pieces: dict[str, list[int]]) -> list[int]:
    votes: Counter[int] = Counter()
    for piece in _pieces(sentence):
        votes.update(pieces.get(piece, ()))
    return [number for number, _ in votes.most_common(CANDIDATES)]


def _pieces(sentence: Sentence) -> Iterator[str]:
    key = sentence.tokens.key
    yield from dict.fromkeys(key[at : at + PIECE] for at in range(max(1, len(key) - PIECE + 1)))
