"""Limits on what a template may use up: steps of loops and calls, characters of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MAX_STEPS = 20_000_000
MAX_CHARACTERS = 200_000_000
STEPS_A_CALL = 10
LARGEST_INTEGER = 10**18


class TemplateLimitError(Exception):
    """A template runs too long, makes too much text or asks for what it may not have; the message is Chinese."""


@dataclass(slots=True)
class Budget:
    """What one render has left.

    A macro call or an include costs :data:`STEPS_A_CALL` steps, one round of a loop one.  ``characters`` counts every
    text that is put together, also the parts of larger ones, so that neither one text nor many can fill the memory.
    """

    steps: int = MAX_STEPS
    characters: int = MAX_CHARACTERS

    def spend_call(self) -> None:
        """Count a call of a macro or an include."""
        self._spend(STEPS_A_CALL)

    def bounded(self, items: Iterable[object]) -> Iterator[object]:
        """The same items, counted against the budget."""
        for item in items:
            self._spend(1)
            yield item

    def joined(self, parts: Iterable[object], between: str = "") -> str:
        """The parts as one text, counted before it is made."""
        texts = [part if isinstance(part, str) else str(part) for part in parts]
        self._spend_characters(sum(map(len, texts)) + len(between) * max(0, len(texts) - 1))
        return between.join(texts)

    def replaced(self, text: str, old: str, new: str) -> str:
        """The text with every ``old`` made ``new``, counted before it is made."""
        if not old:
            raise TemplateLimitError("replace 要写出被换掉的字")
        self._spend_characters(len(text) + text.count(old) * len(new))
        return text.replace(old, new)

    def _spend(self, steps: int) -> None:
        self.steps -= steps
        if self.steps < 0:
            raise TemplateLimitError("模板循环或调用次数太多，没有尽头")

    def _spend_characters(self, count: int) -> None:
        self.characters -= count
        if self.characters < 0:
            raise TemplateLimitError("模板拼出的文字太长")
