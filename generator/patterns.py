"""Regular expressions that cost nothing until a text comes which they could match.

Python takes 0.5 to 5 ms to compile an expression with Chinese character classes, and a check has some 250 of them: a
quarter of its time, though most look for slips that most drafts do not have.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator

CHINESE = r"[^\W\d_a-zA-Z]"
"""A Chinese character: a letter, and not a Latin one.

The range 一-龥 says it more plainly, but up to Python 3.11 every range in an expression is compiled a character at a
time: 1 ms for each mention of this one.
"""


class Pattern:
    """A regular expression, compiled when it is first tried; its methods are those of :class:`re.Pattern`.

    ``needs`` are words of which every match holds at least one, or has one beside it that it looks at: a text without
    any of them is not tried.  :mod:`tests.test_patterns` holds them to that.
    """

    __slots__ = ("_compiled", "_flags", "needs", "pattern")

    def __init__(self, pattern: str, flags: int = 0, *, needs: tuple[str, ...] = ()) -> None:
        self.pattern = pattern
        self.needs = needs
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression itself."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        return self._compiled

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match."""
        return self.compiled.search(text, start, end) if self._may_match(text) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins at ``start``."""
        return self.compiled.match(text, start, end) if self._may_match(text) else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match of all of the text."""
        return self.compiled.fullmatch(text, start, end) if self._may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches, in order."""
        return self.compiled.finditer(text, start, end) if self._may_match(text) else iter(())

    def findall(self, text: str) -> list[str]:
        """What all matches hold, or their one group."""
        return self.compiled.findall(text) if self._may_match(text) else []

    def split(self, text: str) -> list[str]:
        """The text between the matches."""
        return self.compiled.split(text) if self._may_match(text) else [text]

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with its matches replaced."""
        return self.compiled.sub(replacement, text) if self._may_match(text) else text

    def _may_match(self, text: str) -> bool:
        for word in self.needs:
            if word in text:
                return True
        return not self.needs
