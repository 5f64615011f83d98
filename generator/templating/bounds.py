"""Limits on what a template may use up: steps of loops, length of texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MAX_STEPS = 20_000_000
MAX_TEXT = 64_000_000


class TemplateLimitError(Exception):
    """A template runs too long or makes too much text; the message is Chinese."""


@dataclass(slots=True)
class Budget:
    """What one render has left."""

    steps: int = MAX_STEPS

    def bounded(self, items: Iterable[object]) -> Iterator[object]:
        """The same items, counted against the budget."""
        for item in items:
            self.steps -= 1
            if self.steps < 0:
                raise TemplateLimitError(f"模板循环次数太多，最多 {MAX_STEPS} 次")
            yield item

    def bounded_text(self, text: str) -> str:
        """The same text, unless it is too long."""
        if len(text) > MAX_TEXT:
            raise TemplateLimitError(f"模板拼出的文字太长，最多 {MAX_TEXT} 个字符")
        return text
