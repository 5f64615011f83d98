"""Where something stands in a file, so that every message can point at it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text file.

    ``file`` is relative to the workspace with forward slashes.  ``line`` and ``column`` count from 1, columns in
    characters (not bytes, not display cells).  ``length`` is how many characters of that line are meant; 0 means only
    the place.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def source(self) -> str:
        """The short form that readers of a report see: ``drafts/2024/figures.yaml:17``."""
        return f"{self.file}:{self.line}"
