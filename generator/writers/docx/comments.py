"""The comments of a Word file: ours of an earlier run taken out, new ones put in, everybody else's kept."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final

from lxml import etree

from generator.ooxml import marks
from generator.ooxml.archive import Package
from generator.ooxml.names import (
    AUTHOR,
    COMMENT,
    COMMENT_END,
    COMMENT_REFERENCE,
    COMMENT_START,
    ID,
    NAMESPACE,
    PPR,
    RPR,
    SPACE,
    VAL,
    W14,
    P,
    R,
    T,
    W,
)
from generator.ooxml.walker import Element

_STYLE_NAMES: Final = ("annotation text", "annotation reference")
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES: Final = "[Content_Types].xml"
_COMPANIONS: Final = ("commentsExtended", "commentsIds", "commentsExtensible")
"""Parts in which Word 2013 and later keep threads, states and dates of comments."""


class Comments:
    """The comments of one file while it is changed; ``root`` is its document part."""

    def __init__(self, package: Package, root: Element) -> None:
        self._package = package
        self._root = root
        self._part = package.related("comments")
        if self._part is None:
            self._comments = etree.Element(f"{W}comments", nsmap={"w": NAMESPACE})
        else:
            self._comments = package.tree(self._part)
        self._companions = {
            part: package.tree(part) for kind in _COMPANIONS if (part := package.related(kind)) is not None
        }
        self._text_style, self._reference_style = _style_ids(package)
        self._next = self._free()

    def remove_ours(self) -> None:
        """Take out what we said in an earlier run, except where somebody answered."""
        answered = {
            value for tree in self._companions.values() for item in tree for name, value in _attributes(item, "Parent")
        }
        gone: set[str] = set()
        paragraph_ids: set[str] = set()
        for comment in list(self._comments.iterchildren(COMMENT)):
            ids = {paragraph.get(f"{W14}paraId", "") for paragraph in comment.iter(P)} - {""}
            if comment.get(AUTHOR) == marks.AUTHOR and not ids & answered:
                gone.add(comment.get(ID, ""))
                paragraph_ids |= ids
                self._comments.remove(comment)
        self._forget(paragraph_ids)
        _remove_marks(self._root, gone)
        self._next = self._free()

    def add(self, lines: Sequence[str], when: datetime | None) -> tuple[Element, Element, Element]:
        """A new comment of some lines; the marks for the text: start, end, and the run that refers to it."""
        number = str(self._next)
        self._next += 1
        attributes = {ID: number, AUTHOR: marks.AUTHOR, f"{W}initials": marks.INITIALS}
        if when is not None:
            attributes[f"{W}date"] = when.strftime("%Y-%m-%dT%H:%M:%SZ")
        comment = etree.SubElement(self._comments, COMMENT, attributes)
        for index, line in enumerate(lines):
            comment.append(self._paragraph(line, index == 0))
        reference = self._reference_run(f"{W}commentReference", {ID: number})
        return etree.Element(COMMENT_START, {ID: number}), etree.Element(COMMENT_END, {ID: number}), reference

    def changed_parts(self) -> dict[str, bytes]:
        """The parts to be written, comments and what refers to them."""
        parts = {part: self._package.written(tree) for part, tree in self._companions.items()}
        if self._part is not None:
            return {**parts, self._part: self._package.written(self._comments)}
        if not len(self._comments):
            return parts
        name = posixpath.join(posixpath.dirname(self._package.document), "comments.xml")
        return {**parts, name: self._package.written(self._comments), **self._registered(name)}

    def _free(self) -> int:
        """A number above those of all comments, and of marks whose comment is lost: ours must not take its place."""
        marked = self._root.iter(COMMENT_START, COMMENT_END, COMMENT_REFERENCE)
        numbers = [item.get(ID, "") for item in (*self._comments.iterchildren(COMMENT), *marked)]
        return max((int(number) for number in numbers if number.isdecimal()), default=-1) + 1

    def _registered(self, name: str) -> dict[str, bytes]:
        """Content types and relationships with a new comments part."""
        types = self._package.tree(_TYPES)
        namespace = types.tag[: types.tag.index("}") + 1]
        etree.SubElement(types, f"{namespace}Override", {"PartName": f"/{name}", "ContentType": _TYPE})
        folder, base = posixpath.split(self._package.document)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        relationships = self._package.tree(rels)
        namespace = relationships.tag[: relationships.tag.index("}") + 1]
        taken = {item.get("Id") for item in relationships}
        identity = next(i for n in range(len(taken) + 1) if (i := f"rIdQicaoComments{n}") not in taken)
        attributes = {"Id": identity, "Type": f"{self._package.relationship_kinds}/comments", "Target": "comments.xml"}
        etree.SubElement(relationships, f"{namespace}Relationship", attributes)
        return {_TYPES: self._package.written(types), rels: self._package.written(relationships)}

    def _paragraph(self, line: str, is_first: bool) -> Element:
        paragraph = etree.Element(P)
        if self._text_style:
            properties = etree.SubElement(paragraph, PPR)
            etree.SubElement(properties, f"{W}pStyle", {VAL: self._text_style})
        if is_first:
            paragraph.append(self._reference_run(f"{W}annotationRef", {}))
        text = etree.SubElement(etree.SubElement(paragraph, R), T, {SPACE: "preserve"})
        text.text = line
        return paragraph

    def _reference_run(self, tag: str, attributes: dict[str, str]) -> Element:
        run = etree.Element(R)
        if self._reference_style:
            etree.SubElement(etree.SubElement(run, RPR), f"{W}rStyle", {VAL: self._reference_style})
        etree.SubElement(run, tag, attributes)
        return run

    def _forget(self, paragraph_ids: set[str]) -> None:
        durable: set[str] = set()
        for tree in self._companions.values():
            for item in list(tree):
                names = {value for _, value in _attributes(item, "paraId")}
                if names & paragraph_ids:
                    durable |= {value for _, value in _attributes(item, "durableId")}
                    tree.remove(item)
        for tree in self._companions.values():
            for item in list(tree):
                if {value for _, value in _attributes(item, "durableId")} & durable:
                    tree.remove(item)


def _attributes(item: Element, ending: str) -> Iterator[tuple[str, str]]:
    return ((str(name), str(value)) for name, value in item.attrib.items() if str(name).endswith(ending))


def _remove_marks(root: Element, numbers: Iterable[str]) -> None:
    gone = set(numbers)
    for mark in list(root.iter(COMMENT_START, COMMENT_END, COMMENT_REFERENCE)):
        if mark.get(ID, "") in gone:
            run = mark.getparent()
            whole = mark.tag == COMMENT_REFERENCE and run is not None and all(c is mark or c.tag == RPR for c in run)
            target = run if whole and run is not None else mark
            parent = target.getparent()
            if parent is not None:
                parent.remove(target)


def _style_ids(package: Package) -> tuple[str, str]:
    """The ids of Word's comment styles in this file; "" where it has none."""
    part = package.related("styles")
    ids: dict[str, str] = {}
    if part is not None:
        for style in package.tree(part).iterchildren(f"{W}style"):
            name = style.find(f"{W}name")
            if name is not None:
                ids[name.get(VAL, "").casefold()] = style.get(f"{W}styleId", "")
    text, reference = _STYLE_NAMES
    return ids.get(text, ""), ids.get(reference, "")
