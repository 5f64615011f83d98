"""How a damaged text comes back: as text, on one line, or in Word, edited as people and programs edit it."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from benchmarks.damage import Edit, edited, places
from generator.diagnostics import Span
from generator.document import Document, paragraphs_of, text_of
from generator.draft import Draft
from generator.libreoffice import convert
from generator.ooxml.marks import AUTHOR
from generator.readers import docx as docx_reader
from generator.readers import txt
from generator.writers import docx as docx_writer
from generator.writers.docx.tracked import revise

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART = "word/document.xml"
_OTHER = "张三"


@dataclass(frozen=True, slots=True)
class Carried:
    """A draft and, for each group of edits made in it, where they are now."""

    draft: Draft
    places: list[list[Span]]


Groups = Sequence[Sequence[Edit]]
Carrier = Callable[[Groups], Carried]


class Carriers:
    """All carriers for one report."""

    def __init__(self, document: Document, reference: bytes) -> None:
        self._paragraphs = tuple(text_of(runs) for runs in paragraphs_of(document))
        self._docx = docx_writer.write(document, reference)
        with zipfile.ZipFile(io.BytesIO(self._docx)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        body = docx_reader.read(self._docx, "report.docx").body
        self._shift = len(body) - len(self._paragraphs)
        if tuple(p.text for p in body[self._shift :]) != self._paragraphs:
            raise ValueError("the Word file does not hold the paragraphs of the text")

    def all(self) -> dict[str, Carrier]:
        """Every carrier by its name."""
        return {
            "text": self.text,
            "one_line": self.one_line,
            "runs": self.runs,
            "tracked": self.tracked,
            "unwrapped": self.unwrapped,
            "libreoffice": self.libreoffice,
        }

    def text(self, groups: Groups) -> Carried:
        """One paragraph a line."""
        made = edited(self._paragraphs, _all(groups))
        return Carried(txt.read(("\n".join(made) + "\n").encode(), "damaged.txt"), _places(groups))

    def one_line(self, groups: Groups) -> Carried:
        """Without line breaks."""
        made = edited(self._paragraphs, _all(groups))
        starts, text = [], ""
        for paragraph in made:
            starts.append(len(text))
            text += paragraph if paragraph.endswith(("。", "！", "？", "：")) else f"{paragraph} "
        found = [
            [
                replace(s, paragraph=1, start=starts[s.paragraph - 1] + s.start, end=starts[s.paragraph - 1] + s.end)
                for s in group
            ]
            for group in _places(groups)
        ]
        return Carried(txt.read(text.encode(), "line.txt"), found)

    def runs(self, groups: Groups) -> Carried:
        """Word, typed over inside its runs."""
        return self._word(self._typed(groups), groups)

    def tracked(self, groups: Groups) -> Carried:
        """Word, as another person's tracked changes."""
        fixes = []
        for edit in _all(groups):
            text = self._paragraphs[edit.paragraph - 1][edit.start : edit.end]
            fixes.append((Span(text, edit.paragraph + self._shift, edit.start, edit.end), edit.replacement))
        revised = revise(self._docx, fixes)
        if revised.left:
            raise ValueError(f"not made: {revised.left}")
        with zipfile.ZipFile(io.BytesIO(revised.docx)) as archive:
            xml = archive.read(_PART).decode().replace(f'w:author="{AUTHOR}"', f'w:author="{_OTHER}"')
        return self._word(xml.encode(), groups)

    def unwrapped(self, groups: Groups) -> Carried:
        """Word, with content controls and bookmarks lost."""
        root = etree.fromstring(self._typed(groups))
        for control in list(root.iter(f"{W}sdt")):
            content = control.find(f"{W}sdtContent")
            for child in list(content if content is not None else ()):
                control.addprevious(child)
            _drop(control)
        for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            _drop(mark)
        return self._word(etree.tostring(root), groups)

    def libreoffice(self, groups: Groups) -> Carried:
        """Word, opened and saved by LibreOffice."""
        made = self._packed(self._typed(groups))
        return self._read(convert(made, "docx"), groups)

    def _typed(self, groups: Groups) -> bytes:
        """The document part with the edits made in its runs, the replacement in the first run that they touch."""
        root = copy.deepcopy(etree.fromstring(self._parts[_PART]))
        filled = [p for p in root.iter(f"{W}p") if "".join(t.text or "" for t in p.iter(f"{W}t")).strip()]
        for edit in sorted(_all(groups), key=lambda e: (e.paragraph, e.start, e.end), reverse=True):
            _type_over(list(filled[edit.paragraph - 1 + self._shift].iter(f"{W}t")), edit)
        return bytes(etree.tostring(root))

    def _word(self, xml: bytes, groups: Groups) -> Carried:
        return self._read(self._packed(xml), groups)

    def _packed(self, xml: bytes) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, data in self._parts.items():
                archive.writestr(name, xml if name == _PART else data)
        return target.getvalue()

    def _read(self, data: bytes, groups: Groups) -> Carried:
        moved = [[replace(s, paragraph=s.paragraph + self._shift) for s in group] for group in _places(groups)]
        return Carried(docx_reader.read(data, "damaged.docx"), moved)


def _type_over(texts: list[etree._Element], edit: Edit) -> None:
    position, pending = 0, edit.replacement
    for element in texts:
        text = element.text or ""
        start, end = edit.start - position, edit.end - position
        position += len(text)
        touches = (
            (start < len(text) and end > 0) if edit.start < edit.end else (0 < start <= len(text) or start == end == 0)
        )
        if touches:
            element.text = text[: max(0, start)] + pending + text[min(len(text), max(0, end)) :]
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            pending = ""
            if edit.start == edit.end:
                return


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _all(groups: Groups) -> list[Edit]:
    return [edit for group in groups for edit in group]


def _places(groups: Groups) -> list[list[Span]]:
    everything = _all(groups)
    return [places(group, everything) for group in groups]


def batches(groups: Groups, size: int) -> Iterator[list[int]]:
    """Indices of groups that can be made in one draft: no two in one paragraph, at most ``size``."""
    open_ = list(range(len(groups)))
    while open_:
        taken: list[int] = []
        used: set[int] = set()
        for index in open_:
            here = {edit.paragraph for edit in groups[index]}
            if len(taken) < size and not here & used:
                taken.append(index)
                used |= here
        chosen = set(taken)
        open_ = [index for index in open_ if index not in chosen]
        yield taken
