"""Which characters our own content controls, or failing that our bookmarks, still claim as which datum."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.document import AnnexHeading, Block, Document, Facet, FigureRun, Front, Heading, Paragraph, Runs, Table
from generator.draft import Anchor
from generator.ooxml.marks import BOOKMARK_PREFIX, TAG_PREFIX, tag_of
from generator.ooxml.names import SDT_PR, TAG, VAL
from generator.ooxml.story import ParagraphView
from generator.ooxml.walker import Element
from generator.patterns import Pattern

_BOOKMARK: Final = Pattern(rf"{BOOKMARK_PREFIX}([0-9]{{1,9}})(?:_Copy_[0-9]+)?")
"""Ours, or the name that LibreOffice gives to a pasted copy of ours."""


class AnchorReader:
    """Knows the tags and bookmarks of one file; without its record long keys stay as their tags shorten them."""

    def __init__(self, record: Document | None) -> None:
        keys = [run.key for run in _controlled(record)] if record is not None else []
        self._by_tag = {tag_of(key): key for key in dict.fromkeys(keys)}
        self._by_number = dict(enumerate(keys, start=1))

    def anchors_of(self, view: ParagraphView) -> tuple[Anchor, ...]:
        """The anchors in a paragraph, in order; those that lost all their characters are left out."""
        spans: dict[Element, tuple[int, int]] = {}
        for piece in view.pieces:
            for control in piece.controls:
                spans[control] = (spans.get(control, (piece.start, 0))[0], piece.end)
        anchors = [Anchor(key, *span) for control, span in spans.items() if (key := self._key(control))]
        if view.bookmarks:
            anchors.extend(self._from_bookmarks(view, anchors))
            anchors.sort(key=lambda anchor: anchor.start)
        return tuple(anchors)

    def _key(self, control: Element) -> str:
        tag = _tag_of(control)
        return self._by_tag.get(tag, tag[len(TAG_PREFIX) :]) if tag.startswith(TAG_PREFIX) else ""

    def _from_bookmarks(self, view: ParagraphView, anchors: list[Anchor]) -> list[Anchor]:
        """Anchors of bookmarks whose control is gone."""
        taken = {(anchor.start, anchor.end) for anchor in anchors}
        found = []
        for name, start, end in view.bookmarks:
            match = None if start >= end or (start, end) in taken else _BOOKMARK.fullmatch(name)
            key = self._by_number.get(int(match[1])) if match else None
            if key is not None and not any(a.start < end and start < a.end for a in anchors):
                found.append(Anchor(key, start, end))
        return found


def _tag_of(control: Element) -> str:
    properties = control[0] if control[0].tag == SDT_PR else next(control.iterchildren(SDT_PR), None)
    tag = None if properties is None else next(properties.iterchildren(TAG), None)
    return "" if tag is None else tag.get(VAL, "")


def _controlled(document: Document) -> Iterator[FigureRun]:
    """The runs for which the writer made a control, in the order in which it numbered them."""
    for block in document.blocks:
        for runs in _runs_of(block):
            for run in runs:
                if isinstance(run, FigureRun) and run.facet is not Facet.WORD and run.text:
                    yield run


def _runs_of(block: Block) -> Iterator[Runs]:
    match block:
        case Front(runs=runs) | Heading(runs=runs) | Paragraph(runs=runs):
            yield runs
        case AnnexHeading(label=label, title=title):
            yield label
            yield title
        case Table(rows=rows, caption=caption):
            yield caption
            for row in rows:
                yield from row
