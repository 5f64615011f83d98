"""Runs into XML: roles become character styles, figures become content controls inside hidden bookmarks."""

from __future__ import annotations

from itertools import count
from typing import Final

from generator.document import Facet, FigureRun, Role, Run, Runs, Text
from generator.ooxml.marks import BOOKMARK_PREFIX, alias_of, tag_of
from generator.writers.docx.names import RUN_INS, StyleId
from generator.writers.docx.xml import attribute, needs_hint, run_content

_HINT: Final = '<w:rFonts w:hint="eastAsia"/>'
_MARK_STYLES: Final = {Role.PLACEHOLDER: StyleId.PLACEHOLDER, Role.PENDING: StyleId.PENDING}
_DEEPEST: Final = len(RUN_INS)


def _opening(role: Role, level: int, hinted: bool) -> str:
    marked = role is Role.PLACEHOLDER or role is Role.PENDING
    style, highlight = None, ""
    if role is Role.RUN_IN or (marked and level):
        style = RUN_INS[max(level, 1) - 1]
        highlight = '<w:highlight w:val="yellow"/>' if marked else ""  # a run has one style; the head keeps it
    elif marked:
        style = _MARK_STYLES[role]
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties += (_HINT if hinted else "") + highlight
    return f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"


_OPENINGS: Final = {
    (role, level, hinted): _opening(role, level, hinted)
    for role in Role
    for level in range(_DEEPEST + 1)
    for hinted in (False, True)
}


class RunWriter:
    """Writes runs and hands out the numbers of controls and bookmarks, which are unique in one document."""

    __slots__ = ("_numbers", "_tags")

    def __init__(self) -> None:
        self._numbers = count(1)
        self._tags: dict[str, str] = {}

    def written(self, runs: Runs) -> str:
        """The XML of some runs, in order."""
        return "".join([self._run(run) for run in runs])

    def _run(self, run: Run) -> str:
        inner = run_content(run.text)
        if not inner:
            return ""  # Word shows a prompt of its own in an empty control
        level = run.level if 0 <= run.level <= _DEEPEST else _DEEPEST
        xml = f"{_OPENINGS[run.role, level, needs_hint(run.text)]}{inner}</w:r>"
        if isinstance(run, Text) or run.facet is Facet.WORD:
            return xml
        return self._controlled(run, xml)

    def _controlled(self, run: FigureRun, xml: str) -> str:
        number = next(self._numbers)
        names = self._tags.get(run.key) or self._named(run.key)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{BOOKMARK_PREFIX}{number}"/><w:sdt><w:sdtPr>{names}'
            f'<w:id w:val="{number}"/><w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtContent>{xml}</w:sdtContent>'
            f'</w:sdt><w:bookmarkEnd w:id="{number}"/>'
        )

    def _named(self, key: str) -> str:
        names = f'<w:alias w:val="{attribute(alias_of(key))}"/><w:tag w:val="{attribute(tag_of(key))}"/>'
        self._tags[key] = names
        return names
