"""Places of one token list in another."""

from __future__ import annotations

from dataclasses import dataclass

from generator.alignment.distances import opcodes
from generator.alignment.tokens import QUANTITY, Tokens


@dataclass(frozen=True, slots=True)
class TokenMap:
    """For each base token the draft tokens that it became.

    ``low[i]`` to ``high[i]``, end exclusive; both are equal if it is gone.

    ``kept[i]`` says that the token stands unchanged.
    """

    low: list[int]
    high: list[int]
    kept: list[bool]

    def closeness(self, first: int, last: int, around: int = 6) -> float:
        """Share of unchanged tokens among the neighbours of tokens ``first`` to ``last`` (end exclusive)."""
        near = [*range(max(0, first - around), first), *range(last, min(len(self.kept), last + around))]
        return sum(self.kept[i] for i in near) / len(near) if near else 1.0


def map_tokens(base: Tokens, draft: Tokens) -> TokenMap:
    """Align two token lists by edit distance."""
    size = len(base.key)
    low, high, kept = [0] * size, [0] * size, [False] * size
    for code in opcodes(base.key, draft.key):
        i1, i2, j1, j2 = code.src_start, code.src_end, code.dest_start, code.dest_end
        if code.tag == "equal" or (code.tag == "replace" and i2 - i1 == j2 - j1):
            for step in range(i2 - i1):
                low[i1 + step], high[i1 + step] = j1 + step, j1 + step + 1
                kept[i1 + step] = code.tag == "equal"
        elif code.tag != "insert":
            for i in range(i1, i2):
                low[i], high[i] = j1, j2
    _pair_quantities(base, draft, low, high, kept)
    return TokenMap(low, high, kept)


def _pair_quantities(base: Tokens, draft: Tokens, low: list[int], high: list[int], kept: list[bool]) -> None:
    """Edit distance may pair a number with a character beside the number it became: prefer the number."""
    taken = {low[i] for i, word in enumerate(base.key) if word == QUANTITY and kept[i]}
    for i, word in enumerate(base.key):
        if word != QUANTITY or kept[i]:
            continue
        near = range(max(0, low[i] - 2), min(len(draft.key), high[i] + 2))
        choice = next((j for j in near if draft.key[j] == QUANTITY and j not in taken), None)
        if choice is not None:
            low[i], high[i] = choice, choice + 1
            taken.add(choice)


def image(mapping: TokenMap, draft: Tokens, first: int, last: int) -> tuple[int, int]:
    """Characters of the draft that base tokens ``first`` to ``last`` became; an empty interval if they are gone."""
    parts = [(mapping.low[i], mapping.high[i]) for i in range(first, last) if mapping.high[i] > mapping.low[i]]
    if not parts:
        at = mapping.low[first] if first < len(mapping.low) else 0
        offset = draft.starts[at] if at < len(draft.starts) else (draft.ends[-1] if draft.ends else 0)
        return offset, offset
    low, high = min(p[0] for p in parts), max(p[1] for p in parts)
    return draft.starts[low], draft.ends[high - 1]
