"""Two forms that are meant to be two, however alike they are: in one sentence, or quoted in a row."""

from __future__ import annotations

from generator.rules.consistency.near_repeats import NearRepeat, Place
from generator.rules.consistency.text_pairs import TextPairs
from generator.rules.pen_slips import is_pen_slip

_JOINTS = ("", "、", "和", "与", "及", "，")
_OPEN, _CLOSED = "“《", "”》"
_STOPS = "。！？\n"
_LONGEST = 24
"""Characters of what stands in one pair of marks."""
_BESIDE = 2
"""Shared characters on each side by which the other form is known in a sentence."""


class MeantApart:
    """What a text says on purpose of two things that are called nearly alike."""

    def __init__(self, pairs: TextPairs) -> None:
        self._pairs = pairs
        self._text = pairs.text

    def repeat(self, repeat: NearRepeat) -> bool:
        """Whether the two forms of a near repeat are two names."""
        first, second = self._quoted(repeat.odd[0]), self._quoted(repeat.other[0])
        if first != "" != second != first and self.in_row(first, second):
            return True
        return not self._is_evident(repeat) and self._in_sentence(repeat)

    def in_row(self, one: str, other: str) -> bool:
        """Whether two quoted things stand in a row anywhere: “你点我检”“你送我检”."""
        return any(
            f"{first}{_CLOSED[i]}{joint}{_OPEN[i]}{second}" in self._text
            for first, second in ((one, other), (other, one))
            for joint in _JOINTS
            for i in range(len(_OPEN))
        )

    def _is_evident(self, repeat: NearRepeat) -> bool:
        """Whether it must be a slip even so: of the pen, or one that makes no word of what stands twice elsewhere."""
        (start, end), other = repeat.odd, repeat.other
        form = self._text[start:end]
        if form and other[0] == other[1]:
            return form == self._text[start - len(form) : start]
        if is_pen_slip(form, self._text[slice(*other)]):
            return True
        usual = self._pairs.unusual_in(other[0] - 1, other[1]) == 0
        broken = self._pairs.unusual_in(start - 1, end) == end - start + 1
        return repeat.times > 1 and usual and broken and min(repeat.left, repeat.right) >= _BESIDE

    def _in_sentence(self, repeat: NearRepeat) -> bool:
        """Whether the other form stands in the sentence of the odd one: who writes both there means both."""
        text, (start, end) = self._text, repeat.odd
        left, right = min(repeat.left, _BESIDE), min(repeat.right, _BESIDE)
        other = f"{text[start - left : start]}{text[slice(*repeat.other)]}{text[end : end + right]}"
        first, last = self._sentence((start, end))
        return text.find(other, first, last) >= 0

    def _sentence(self, place: Place) -> tuple[int, int]:
        start, end = place
        first = max(self._text.rfind(stop, 0, start) for stop in _STOPS) + 1
        ends = [at for stop in _STOPS if (at := self._text.find(stop, end)) >= 0]
        return first, min(ends, default=len(self._text))

    def _quoted(self, place: int) -> str:
        before = self._text[max(0, place - _LONGEST) : place]
        behind = self._text[place : place + _LONGEST]
        start = max(before.rfind(mark) for mark in _OPEN)
        end = min((at for mark in _CLOSED if (at := behind.find(mark)) >= 0), default=-1)
        words = before[start + 1 :] + behind[: max(end, 0)]
        return words if start >= 0 <= end and not set(words) & set(_OPEN + _CLOSED + "\n") else ""
