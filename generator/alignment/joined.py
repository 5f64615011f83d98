"""Neighbouring sentences as one text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from generator.alignment.tokens import Tokens, tokenize
from generator.alignment.units import Sentence


@dataclass(slots=True)
class Joined:
    """Some sentences one behind the other; offsets are characters of the joined text from 0."""

    sentences: list[Sentence]
    text: str = field(init=False)
    tokens: Tokens = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = []
        position = 0
        for sentence in self.sentences:
            self._starts.append(position)
            position += len(sentence.text)
        self.text = "".join(sentence.text for sentence in self.sentences)
        self.tokens = tokenize(self.text)

    def at(self, number: int, offset: int) -> int:
        """The place in the joined text of an offset in one sentence."""
        return self._starts[number] + offset

    def sentence_at(self, offset: int) -> tuple[Sentence, int]:
        """The sentence that holds a place, and the offset in it."""
        number = bisect_right(self._starts, offset) - 1
        return self.sentences[number], offset - self._starts[number]
