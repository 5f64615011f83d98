"""Honest rewording of a registered phrase, told from a slip of the pen.

A slip puts characters side by side that no report has (推进稳中求近); whoever rewords puts in a particle or leaves one
out between words (稳健货币政策), joins with another word, adds or exchanges a whole word (一般公共预算总收入,
“晋江经验” for “枫桥经验”), or writes a list in another order where the order means nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from generator.rules.characters import is_han
from generator.rules.consistency.usual_pairs import is_usual
from generator.rules.wording.drift import Drift

_JOINTS = str.maketrans("与及同、", "和和和和")
_PARTICLES = frozenset("的、和与及等好了更也再各")
_LEFT_OUT = frozenset("的、和与及等了")
_ADVERBS = frozenset("共已又还均都将仍正")
"""What is put before a verb without touching the phrase: 城镇共新增就业."""
_LEVELS = frozenset("国省市县区州盟旗乡镇村街")
_WORD = 2


@dataclass(frozen=True, slots=True)
class _Change:
    """``lost`` of the phrase stands as ``found``; ``before`` and ``after`` are the characters beside it.

    ``head`` and ``tail`` are the rest of the phrase.
    """

    lost: str
    found: str
    before: str
    after: str
    head: str
    tail: str


def is_variant(drift: Drift) -> bool:
    """Whether a place that is nearly a phrase is as likely meant to be what it is."""
    written = drift.paragraph.text[drift.start : drift.end]
    right = drift.phrase.text
    if written.translate(_JOINTS) == right.translate(_JOINTS):
        return True
    if not drift.phrase.ordered and sorted(written.split("、")) == sorted(right.split("、")):
        return True
    change = _change(drift, written, right)
    if not change.lost:
        return _is_added_word(change)
    if not change.found:
        return _is_left_out(change)
    if change.found in ("“", "”"):
        return True
    if max(len(change.lost), len(change.found)) == 1 or sorted(change.lost) == sorted(change.found):
        return False
    same_items = "、" not in right or change.head.endswith("、")
    return change.before == "“" or (same_items and "“" not in right and _reads_well(change))


def is_particle_added(drift: Drift) -> bool:
    """Whether only a particle was put in: 牢记的“国之大者”."""
    written = drift.paragraph.text[drift.start : drift.end]
    change = _change(drift, written, drift.phrase.text)
    return not change.lost and change.found == "的"


def _change(drift: Drift, written: str, right: str) -> _Change:
    text, start = drift.paragraph.text, _alike(written, right)
    end = _alike(written[start:][::-1], right[start:][::-1])
    stop = drift.end - end
    before = text[drift.start + start - 1 : drift.start + start] if drift.start + start else ""
    found = text[drift.start + start : stop]
    lost = right[start : len(right) - end]
    return _Change(lost, found, before, text[stop : stop + 1], right[:start], right[len(right) - end :])


def _alike(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _is_left_out(change: _Change) -> bool:
    """Whether only a particle is left out, and words of two and more characters meet, as they do without one."""
    beside = change.head[-_WORD:], change.tail[:_WORD]
    return set(change.lost) <= _LEFT_OUT and all(len(word) == _WORD and _LEFT_OUT.isdisjoint(word) for word in beside)


def _is_added_word(change: _Change) -> bool:
    found = change.found
    if found and (found[0] == change.before or found[-1] == change.after):
        return False
    return set(found) <= _PARTICLES or set(found) <= _ADVERBS or set(found) <= _LEVELS or _reads_well(change)


def _reads_well(change: _Change) -> bool:
    """Whether all characters stand side by side as in other reports."""
    return all(_is_usual(one + two) for one, two in pairwise(change.before + change.found + change.after))


def _is_usual(pair: str) -> bool:
    """Whether other reports have a pair, as they have anything beside 的 and the like."""
    if len(pair) < _WORD or not all(map(is_han, pair)) or pair[0] in _PARTICLES:
        return True
    return is_usual(*pair)
