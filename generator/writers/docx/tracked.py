"""Replaces characters of a Word file as tracked changes of ours, which anyone can accept or reject one by one.

Rejecting ours gives the text before, accepting them the text asked for; other people's changes stay theirs, and content
controls stay around their text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from generator.diagnostics import Span
from generator.ooxml import marks
from generator.ooxml.archive import Package
from generator.ooxml.marks import TAG_PREFIX
from generator.ooxml.names import AUTHOR, DEL, DEL_TEXT, ID, INS, NAMESPACE, RPR, RPR_CHANGE, SDT_PR, TAG, VAL, T, W
from generator.ooxml.splitting import ADDED, copied, free_ids, isolate, outward_after, outward_before, split_after
from generator.ooxml.story import ParagraphView, read_story
from generator.ooxml.walker import Element, Piece
from generator.writers.docx.xml import needs_hint, run_content

Replacement = tuple[Span, str]
_PREFIXES = {"w": NAMESPACE}
_FONTS = f"{W}rFonts"


@dataclass(frozen=True, slots=True)
class Revised:
    """A changed Word file; ``left`` are the replacements that were not made.

    Left is what does not fit the text (it says something else there), overlaps an earlier replacement, or lies in a
    ruby.
    """

    docx: bytes
    applied: tuple[Replacement, ...]
    left: tuple[Replacement, ...]


def apply_fixes(data: bytes, fixes: Sequence[Replacement], name: str = "", when: datetime | None = None) -> bytes:
    """The Word file ``data`` with each span replaced by its text as a tracked change; see :func:`revise`."""
    return revise(data, fixes, name, when).docx


def revise(data: bytes, fixes: Sequence[Replacement], name: str = "", when: datetime | None = None) -> Revised:
    """Make replacements as tracked changes, dated ``when`` (UTC).

    An empty span is an insertion, an empty text a deletion.  Offsets are those of :mod:`generator.readers.docx`.
    Raises :class:`~generator.diagnostics.CannotRunError` when ``data`` is no Word file that can be changed.
    """
    package = Package(data, name)
    root = package.tree(package.document)
    body = read_story(package, root).body
    reviser = _Reviser(free_ids(root), when)
    applied: list[Replacement] = []
    for number, wanted in _by_paragraph(fixes).items():
        if 1 <= number <= len(body):
            view = body[number - 1]
            fitting = [fix for fix in _without_overlaps(wanted) if _fits(fix[0], view)]
            reviser.revise(view, [_narrowed(span, text, view) for span, text in fitting])
            applied.extend(fitting)
    left = tuple(fix for fix in dict.fromkeys(fixes) if fix not in set(applied))
    return Revised(package.with_parts({package.document: package.written(root)}), tuple(applied), left)


def _by_paragraph(fixes: Sequence[Replacement]) -> dict[int, list[Replacement]]:
    paragraphs: dict[int, list[Replacement]] = defaultdict(list)
    for span, text in dict.fromkeys(fixes):
        paragraphs[span.paragraph].append((span, text))
    return paragraphs


def _without_overlaps(fixes: list[Replacement]) -> Iterator[Replacement]:
    """In order of the text, the first of those that overlap; two insertions at one place overlap too."""
    end, empty_at = 0, -1
    for span, text in sorted(fixes, key=lambda fix: (fix[0].start, fix[0].end)):
        if span.start >= end and not (span.start == span.end == empty_at):
            yield span, text
            end, empty_at = span.end, span.end if span.start == span.end else -1


def _fits(span: Span, view: ParagraphView) -> bool:
    if not 0 <= span.start <= span.end <= len(view.text) or view.text[span.start : span.end] != span.text:
        return False
    touched = view.pieces_in(max(span.start - (span.start == span.end), 0), max(span.end, 1))
    return not any(piece.whole for piece in touched)


_Edit = tuple[int, int, str]


def _narrowed(span: Span, text: str, view: ParagraphView) -> _Edit:
    """The edit as it is; where it reaches into or out of a control or link, without what stays the same at its ends."""
    start, end = span.start, span.end
    if len({piece.run.getparent() for piece in view.pieces_in(start, end)}) > 1:
        while start < end and text and text[0] == view.text[start]:
            start, text = start + 1, text[1:]
        while start < end and text and text[-1] == view.text[end - 1]:
            end, text = end - 1, text[:-1]
    return start, end, text


def _groups(view: ParagraphView, edit: _Edit) -> Iterator[tuple[int, int]]:
    """The parts of an edit that need runs of their own: what stands side by side, without notes or fields between."""
    start, end, _ = edit
    if start == end:
        yield (start - 1, start) if start else (0, 1)
        return
    begun, previous = start, None
    for piece in view.pieces_in(start, end):
        if previous is not None and previous.element.getnext() is not piece.element:
            yield begun, piece.start
            begun = piece.start
        previous = piece
    yield begun, end


class _Reviser:
    """Makes edits, with ids of their own and our name; what was ours and still pending is changed in place."""

    def __init__(self, ids: Iterator[int], when: datetime | None) -> None:
        self._ids = ids
        self._date = {} if when is None else {f"{W}date": when.strftime("%Y-%m-%dT%H:%M:%SZ")}

    def revise(self, view: ParagraphView, edits: list[_Edit]) -> None:
        """Make edits that stand in order and apart from one another in a paragraph."""
        isolated = isolate(view, [span for edit in edits for span in _groups(view, edit)], self._ids)
        gone: list[Element] = []
        for start, end, text in reversed(edits):  # so that an insertion finds the run before it where it was
            if start < end:
                gone += self._replace(isolated.pieces_in(start, end), text)
            elif text:
                self._insert(isolated, start, text)
        for run in gone:
            _remove(run)

    def _replace(self, pieces: tuple[Piece, ...], text: str) -> list[Element]:
        """Delete pieces and put ``text`` behind one, in a figure's control if possible; the runs still to remove."""
        target = next((piece for piece in pieces if _is_in_figure(piece)), pieces[0]).run
        new = _new_run(target, text, self._ids)
        runs = list(dict.fromkeys(piece.run for piece in pieces))
        own = [run for run in runs if _is_own(run.getparent())]
        deletions = self._deleted([run for run in runs if run not in own])
        if len(new) and target in own:
            target.addnext(new)
        elif len(new):
            node = deletions[target]
            while (parent := node.getparent()) is not None and parent.tag in ADDED:
                node = split_after(node, self._ids)
            node.addnext(self._change(INS, new))
        return own

    def _deleted(self, runs: list[Element]) -> dict[Element, Element]:
        """The deletion that each run now stands in; runs side by side share one."""
        deletions: dict[Element, Element] = {}
        made: Element | None = None
        for run in runs:
            if made is None or run.getprevious() is not made:
                made = self._change(DEL)
                run.addprevious(made)
            made.append(run)
            deletions[run] = made
            for text in list(run.iterchildren(T)):
                text.tag = DEL_TEXT
        return deletions

    def _insert(self, view: ParagraphView, offset: int, text: str) -> None:
        piece = view.at(max(offset - 1, 0)).piece
        new = self._change(INS, _new_run(piece.run, text, self._ids))
        if offset:
            outward_after(view, piece, self._ids).addnext(new)
        else:
            outward_before(view, piece, self._ids).addprevious(new)

    def _change(self, tag: str, run: Element | None = None) -> Element:
        change = etree.Element(tag, {ID: str(next(self._ids)), AUTHOR: marks.AUTHOR, **self._date}, nsmap=_PREFIXES)
        if run is not None:
            change.append(run)
        return change


def _new_run(like: Element, text: str, ids: Iterator[int]) -> Element:
    """A run of ``text`` that looks like another; without children if there is nothing to write."""
    run = etree.fromstring(f'<w:r xmlns:w="{NAMESPACE}">{run_content(text)}</w:r>')
    old = next(like.iterchildren(RPR), None)
    if not len(run) or (old is None and not needs_hint(text)):
        return run
    properties = etree.Element(RPR, nsmap=_PREFIXES) if old is None else copied(old, ids)
    for change in properties.findall(RPR_CHANGE):
        properties.remove(change)
    if needs_hint(text):
        _hint(properties)
    run.insert(0, properties)
    return run


def _hint(properties: Element) -> None:
    """Have Chinese quotation marks, dashes and ellipses set in the Chinese font."""
    fonts = next(properties.iterchildren(_FONTS), None)
    if fonts is None:
        fonts = etree.Element(_FONTS, nsmap=_PREFIXES)
        has_style = len(properties) and properties[0].tag == f"{W}rStyle"
        properties.insert(1 if has_style else 0, fonts)
    fonts.set(f"{W}hint", "eastAsia")


def _is_in_figure(piece: Piece) -> bool:
    tags = (control.find(f"{SDT_PR}/{TAG}") for control in piece.controls)
    return any(tag is not None and tag.get(VAL, "").startswith(TAG_PREFIX) for tag in tags)


def _is_own(parent: Element | None) -> bool:
    """Whether this is a pending insertion of ours: its text goes without a trace, as when a person mends their own."""
    return parent is not None and parent.tag == INS and parent.get(AUTHOR) == marks.AUTHOR


def _remove(run: Element) -> None:
    parent = run.getparent()
    if parent is None:
        return
    parent.remove(run)
    above = parent.getparent()
    if not len(parent) and above is not None:
        above.remove(parent)
