"""Marks that travel inside rendered text: which characters came from which datum, and where blocks begin.

They are private use characters, which loading refuses in data, so no text can forge one.  Because they are part of the
string they survive every include, macro, call block and ``~``.
"""

from __future__ import annotations

import re

from generator.document import Facet, Kind, Role

FIGURE = "\ue000"
FIELD = "\ue001"
BODY = "\ue002"
END = "\ue003"
RUN_IN = "\ue004"
BLOCK = "\ue005"
CELL = "\ue006"
TOKEN = re.compile("([\ue000-\ue006])")


def figure_mark(text: str, key: str, kind: Kind, source: str, facet: Facet, role: Role = Role.BODY) -> str:
    """Text that a datum produced, as :class:`~generator.document.FigureRun` will say it."""
    return f"{FIGURE}{key}{FIELD}{kind}{FIELD}{source}{FIELD}{facet}{FIELD}{role}{BODY}{text}{END}"


def run_in_mark(text: str, level: int) -> str:
    """A head that opens a paragraph; ``text`` may hold figure marks."""
    return f"{RUN_IN}{level}{BODY}{text}{RUN_IN}"


def block_mark(name: str) -> str:
    """The beginning of a block; it ends where the next one begins."""
    return f"{BLOCK}{name}{BODY}"


BLOCK_NAMES = (
    "mark",
    "title",
    "session",
    "speaker",
    "heading",
    "salutation",
    "paragraph",
    "annex_label",
    "annex_title",
    "table",
    "row",
)
"""What a template may begin: ``{{ begin.paragraph }}``."""

BEGIN = {name: block_mark(name) for name in BLOCK_NAMES} | {"cell": CELL}
