"""Words that cannot stand for each other: the families of ``senses.yaml``, and where they stand in a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Self

from generator.alignment.alignment import Stretch
from generator.alignment.edits import Change
from generator.analysis.sentences import clauses, interval_at
from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.registers import any_of, mappings, register, words_of

_PACKAGE = "generator.rules.tie_out"


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text: characters ``start`` to ``end`` from 0.

    Words of one ``group`` mean the same; a neutral word is in group -1.
    """

    start: int
    end: int
    text: str
    group: int


@dataclass(frozen=True, slots=True)
class Family:
    """Groups of words of which one cannot stand for another.

    ``lost`` may not be left out, ``added`` not be put in; ``near_number`` says that only clauses with a number count,
    ``near`` that only clauses with such a word do, ``lost_in_list`` that a word may not be left out of a list of such
    words.
    """

    name: str
    severity: Severity
    pattern: Pattern
    group_of: Mapping[str, int]
    lost: frozenset[str]
    added: frozenset[str]
    near_number: bool
    near: tuple[str, ...]
    lost_in_list: bool

    def words(self, text: str) -> list[Word]:
        """Its words in a text, the longest at each place."""
        return [Word(*m.span(), m.group(), self.group_of[m.group()]) for m in self.pattern.finditer(text)]


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order of the register."""
    return tuple(_family(entry) for entry in mappings(register(_PACKAGE, "senses")["families"]))


def _family(entry: Mapping[str, object]) -> Family:
    groups = entry["groups"]
    assert isinstance(groups, list)
    group_of = {word: number for number, group in enumerate(groups) for word in words_of(group)}
    others = {key: words_of(entry.get(key, [])) for key in ("neutral", "lost", "added")}
    group_of |= dict.fromkeys(others["neutral"], -1)
    for word in (*others["lost"], *others["added"]):
        group_of.setdefault(word, len(group_of) + len(groups))
    return Family(
        name=str(entry["name"]),
        severity=Severity(str(entry.get("severity", "warning"))),
        pattern=any_of(tuple(group_of)),
        group_of=group_of,
        lost=frozenset(others["lost"]),
        added=frozenset(others["added"]),
        near_number=str(entry.get("near_number", "")) == "true",
        near=tuple(words_of(entry.get("near", []))),
        lost_in_list=str(entry.get("lost_in_list", "")) == "true",
    )


@dataclass(frozen=True, slots=True)
class Compared:
    """The words of a family in both texts of a stretch; ``surplus`` counts, by group, those that the draft lacks."""

    family: Family
    stretch: Stretch
    ours: list[Word]
    theirs: list[Word]
    surplus: Counter[int]

    @classmethod
    def of(cls, family: Family, stretch: Stretch) -> Self:
        """Both texts read."""
        ours, theirs = family.words(stretch.base.text), family.words(stretch.draft.text)
        surplus = Counter(word.group for word in ours)
        surplus.subtract(word.group for word in theirs)
        return cls(family, stretch, ours, theirs, surplus)

    @property
    def differ(self) -> bool:
        """Whether the draft has other words, and not only in another order."""
        return any(self.surplus.values())

    def judged(self, change: Change) -> Change | None:
        """The change, as whole words, if it puts one sense for another, or takes out or puts in what may not be."""
        if not self._is_near(change):
            return None
        wide = self._whole_words(change)
        lost = [w for w in self.ours if _meets(w, wide.start, wide.end) and w.group >= 0 and self.surplus[w.group] > 0]
        put = [w for w in self.theirs if _meets(w, wide.to, wide.to_end) and w.group >= 0 and self.surplus[w.group] < 0]
        if lost and put:
            return wide
        if lost and not change.added:
            return wide if self._may_not_go(lost[0]) else None
        return wide if put and not change.removed and put[0].text in self.family.added else None

    def _whole_words(self, change: Change) -> Change:
        """The change with the rest of the words that it touches: what stands beside it is the same in both texts."""
        ours = [w for w in self.ours if _meets(w, change.start, change.end)]
        theirs = [w for w in self.theirs if _meets(w, change.to, change.to_end)]
        left = _most([*(change.start - w.start for w in ours), *(change.to - w.start for w in theirs)])
        right = _most([*(w.end - change.end for w in ours), *(w.end - change.to_end for w in theirs)])
        start, end = change.start - left, change.end + right
        to, to_end = change.to - left, change.to_end + right
        removed, added = self.stretch.base.text[start:end], self.stretch.draft.text[to:to_end]
        return replace(change, start=start, end=end, to=to, to_end=to_end, removed=removed, added=added)

    def _is_near(self, change: Change) -> bool:
        """Whether the clause has what the family asks for: a number, or one of some words."""
        if not self.family.near_number and not self.family.near:
            return True
        text = self.stretch.draft.text
        start, end = interval_at(clauses(text), min(change.to, len(text) - 1))
        clause = text[start:end]
        if self.family.near:
            return any(word in clause for word in self.family.near)
        return any(c.isdigit() or c in "百千万亿" for c in clause)

    def _may_not_go(self, word: Word) -> bool:
        beside = (0 < other.start - word.end <= 1 or 0 < word.start - other.end <= 1 for other in self.ours)
        return word.text in self.family.lost or (self.family.lost_in_list and any(beside))


def _meets(word: Word, start: int, end: int) -> bool:
    return word.start < end and start < word.end if end > start else word.start < start < word.end


def _most(numbers: Iterable[int]) -> int:
    return max((0, *numbers))
