"""Tracked changes settled by an own small oracle, and Word files described character by character."""

from __future__ import annotations

from lxml import etree

from generator.ooxml.archive import Package, serialized
from generator.ooxml.story import read_story
from generator.ooxml.walker import Piece
from tests.writers.docx.reading import W

_ADDED, _REMOVED = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")


def settled(docx: bytes, accept: bool, author: str = "") -> bytes:
    """The file with the changes of an author (of everybody, if "") accepted or rejected; paragraph marks stay."""
    package = Package(docx, "")
    root = package.tree(package.document)
    unwrapped, dropped = (_ADDED, _REMOVED) if accept else (_REMOVED, _ADDED)
    for change in list(root.iter(*_ADDED, *_REMOVED)):
        parent = change.getparent()
        if parent is None or parent.tag == f"{W}rPr" or author not in ("", change.get(f"{W}author")):
            continue
        if change.tag in unwrapped:
            for text in list(change.iter(f"{W}delText")):
                text.tag = f"{W}t"
            for child in list(change):
                change.addprevious(child)
        assert change.tag in unwrapped or change.tag in dropped
        parent.remove(change)
    return package.with_parts({package.document: serialized(root)})


def texts(docx: bytes) -> list[str]:
    """The texts of all paragraphs with characters."""
    return [view.text for view in read_story(Package(docx, "")).paragraphs]


def characters(docx: bytes) -> list[tuple[object, ...]]:
    """Every character with its looks and everything around it, numbers of changes left out."""
    story = read_story(Package(docx, ""))
    return [
        (character, *_surroundings(piece))
        for view in story.paragraphs
        for piece in view.pieces
        for character in piece.text
    ]


def _surroundings(piece: Piece) -> tuple[object, ...]:
    properties = piece.run.find(f"{W}rPr")
    looks = b"" if properties is None else etree.tostring(_without_ids(properties), method="c14n")
    around = [(e.tag, e.get(f"{W}author"), e.get(f"{W}anchor")) for e in piece.run.iterancestors()]
    tags = [tag.get(f"{W}val") for control in piece.controls for tag in control.iter(f"{W}tag")]
    return looks, tuple(around), tuple(tags)


def _without_ids(properties: etree._Element) -> etree._Element:
    copy = etree.fromstring(etree.tostring(properties))
    for element in copy.iter():
        if f"{W}id" in element.attrib:
            del element.attrib[f"{W}id"]
    return copy


def commented(docx: bytes) -> dict[str, str]:
    """The accepted characters inside the range of each comment, by its id."""
    story = read_story(Package(docx, ""))
    pieces = {piece.element: piece.text for view in story.paragraphs for piece in view.pieces}
    found: dict[str, str] = {}
    open_ranges: set[str] = set()
    for element in story.root.iter():
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_ranges.add(number)
            found[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_ranges.remove(number)
        else:
            for opened in open_ranges:
                found[opened] += pieces.get(element, "")
    assert not open_ranges
    return found
