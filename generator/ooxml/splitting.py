"""Splits runs and wrappers so that given characters, and nothing else, stand in elements of their own.

A split changes neither text nor looks: the new run has the properties of the old one, the new half of an insertion its
author and date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from itertools import count

from lxml import etree

from generator.ooxml.names import ID, INS, MOVE_TO, NAMESPACE, RPR, RPR_CHANGE, SPACE, P, T
from generator.ooxml.story import ParagraphView
from generator.ooxml.walker import Element, Piece

ADDED = (INS, MOVE_TO)
_WORD_LIMIT = 2**31 - 1


def free_ids(root: Element) -> Iterator[int]:
    """Numbers for new revisions and ranges, above every w:id in use."""
    used = root.xpath("//@w:id", namespaces={"w": NAMESPACE})
    numbers = [int(value) for value in map(str, used) if value.isdecimal()] if isinstance(used, list) else []
    return count(max((number for number in numbers if number < _WORD_LIMIT - 10**6), default=0) + 1)


def isolate(view: ParagraphView, spans: Iterable[tuple[int, int]], ids: Iterator[int]) -> ParagraphView:
    """Give the characters of every span (not empty, inside the paragraph) runs of their own; the paragraph afterwards.

    A ruby or another piece that cannot be split stays whole.
    """
    cuts: dict[Piece, set[int]] = defaultdict(set)
    for start, end in spans:
        first, last = view.at(start), view.at(end - 1)
        cuts[first.piece].add(first.offset)
        cuts[last.piece].add(last.offset + 1)
    for piece in reversed(view.pieces):  # from the right, so that what is still to be cut stays in its element
        for offset in sorted(cuts.get(piece, ()), reverse=True):
            if not piece.whole:
                _cut(piece, offset, ids)
    return view.rewalked() if cuts else view


def _cut(piece: Piece, offset: int, ids: Iterator[int]) -> None:
    element = piece.element
    if offset == 0:
        _split_run(piece.run, element, ids)
    elif offset == len(piece.text):
        following = element.getnext()
        if following is not None:
            _split_run(piece.run, following, ids)
    else:
        right = etree.Element(T, {SPACE: "preserve"})
        text = element.text or ""  # what is left of the piece: its end may have been cut off already
        right.text, element.text = text[offset:], text[:offset]
        element.set(SPACE, "preserve")
        element.addnext(right)
        _split_run(piece.run, right, ids)


def _split_run(run: Element, first: Element, ids: Iterator[int]) -> None:
    """Move ``first``, a child of ``run``, and all behind it into a new run; nothing if the old one would stay empty."""
    if all(before.tag == RPR for before in first.itersiblings(preceding=True)):
        return
    new = _like(run)
    properties = next(run.iterchildren(RPR), None)
    if properties is not None:
        new.append(copied(properties, ids))
    _move_rest(first, new)
    run.addnext(new)


def _like(element: Element) -> Element:
    new = etree.Element(element.tag, nsmap={"w": NAMESPACE})
    for name, value in element.attrib.items():
        new.set(name, value)
    return new


def copied(element: Element, ids: Iterator[int]) -> Element:
    """A copy whose recorded changes have ids of their own."""
    copy = deepcopy(element)
    copy.tail = None
    for change in copy.iter(RPR_CHANGE):
        change.set(ID, str(next(ids)))
    return copy


def split_before(child: Element, ids: Iterator[int]) -> Element:
    """Split the insertion around ``child`` before it; the insertion that now begins with it."""
    wrapper = child.getparent()
    assert wrapper is not None
    if child.getprevious() is None:
        return wrapper
    new = _like(wrapper)
    new.set(ID, str(next(ids)))
    _move_rest(child, new)
    wrapper.addnext(new)
    return new


def split_after(child: Element, ids: Iterator[int]) -> Element:
    """Split the insertion around ``child`` behind it; the insertion that now ends with it."""
    wrapper = child.getparent()
    assert wrapper is not None
    following = child.getnext()
    if following is not None:
        split_before(following, ids)
    return wrapper


def _move_rest(first: Element, target: Element) -> None:
    for child in [first, *first.itersiblings()]:
        target.append(child)


def outward_before(view: ParagraphView, piece: Piece, ids: Iterator[int]) -> Element:
    """The outermost element that begins with this isolated piece: what to put before the piece goes before it.

    Insertions are split to get out of them; a control or link that holds earlier characters is not left.
    """
    return _outward(piece, view.neighbours(piece)[0], ids, split_before)


def outward_after(view: ParagraphView, piece: Piece, ids: Iterator[int]) -> Element:
    """The outermost element that ends with this isolated piece: what follows the piece goes behind it."""
    return _outward(piece, view.neighbours(piece)[1], ids, split_after)


def _outward(
    piece: Piece, neighbour: Piece | None, ids: Iterator[int], split: Callable[[Element, Iterator[int]], Element]
) -> Element:
    around_neighbour = set() if neighbour is None else set(neighbour.run.iterancestors())
    node = piece.run
    while (parent := node.getparent()) is not None and parent.tag != P:
        if parent.tag in ADDED:
            node = split(node, ids) if parent in around_neighbour else parent
        elif parent in around_neighbour:
            return node
        else:
            node = parent
    return node


def top_of(element: Element) -> Element:
    """The child of w:p that an element is or stands in."""
    node = element
    while (parent := node.getparent()) is not None and parent.tag != P:
        node = parent
    return node
