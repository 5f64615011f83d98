"""Paragraphs to parts and sections: which marks the template can count, and which must stay as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.analysis.headings import headings
from generator.analysis.parts import PartFound, part_of
from generator.numerals.chinese import to_chinese
from generator.numerals.reading import read_chinese
from schemas.outline import Marks, PartKind

_CN = "[一二三四五六七八九十]{1,3}"
_PART = re.compile(rf"(?P<number>{_CN})、(?P<words>[^。；]{{2,45}})")
_SALUTATION = re.compile(r"(?:各位|尊敬的)[^，。！]{0,12}[：:]")
_SECTION_MARKS = (
    (Marks.CHINESE, re.compile(rf"（(?P<number>{_CN})）(?=[^\s，。；：、])")),
    (Marks.DASH, re.compile(r"——(?=[^\s—])")),
    (Marks.FIRSTLY, re.compile(rf"(?P<number>{_CN})是(?=[^\s，。；：、])")),
    (Marks.ARABIC, re.compile(r"(?P<number>[1-9][0-9]?)\.(?![0-9])")),
)
_RANK = {Marks.CHINESE: 1, Marks.DASH: 2, Marks.FIRSTLY: 3, Marks.ARABIC: 4, Marks.NONE: 9}
_ENTRY_MARK = (Marks.ARABIC, re.compile(r"(?P<number>[1-9][0-9]?)[.]"))
"""In a glossary the number may be followed by a digit of the term: 8.6个重大科技专项."""
_STOP = re.compile("[。！？；：]")
_CLOSING_SIGNS = "”’）》】"
_LONGEST_HEAD = {Marks.DASH: 45}
_LONGEST_COUNTED_HEAD = 80
_LEAD = re.compile("[^，。！？；：、“”0-9]{4,18}(?:[，、][^，。！？；：“”0-9]{2,14})?。(?=.)")
_ALONE = re.compile("[^，。！？；：0-9]{4,24}")
_LEAVES = re.compile(
    "各位代表|一年来|过去一年|五年来|过去五年|回顾|与此同时|总的看|在看到|今年要|重点(?:抓好|做好|要)|主要(?:抓|做)|具体要|"
    "做好(?:今年|上述)|以上|(?:认真)?抓好"
)
"""With these a paragraph speaks of the whole part again, and no longer of the section before it."""
_FAREWELL = re.compile("各位代表[！，!：]")
_KINDS = {
    PartFound.OPENING: PartKind.OPENING,
    PartFound.REVIEW: PartKind.REVIEW,
    PartFound.PLAN: PartKind.PLAN,
    PartFound.BUILDING: PartKind.BUILDING,
    PartFound.ANNEX: PartKind.OTHER,
}


@dataclass(slots=True)
class Node:
    """A section in the making: ``head`` without mark and stop, ``text`` by paragraphs, ``marks`` of its ``nodes``."""

    head: str = ""
    text: list[str] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    marks: Marks = Marks.NONE
    alone: bool = False
    rows: list[str] = field(default_factory=list)
    """A table, a line a row, the cells parted by tabs."""


@dataclass(slots=True)
class PartNode(Node):
    """A part in the making; ``glossary`` says that its sections are terms with what they mean."""

    kind: PartKind = PartKind.OTHER
    numbered: bool = True
    salutation: str = ""
    annex: bool = False
    glossary: bool = False


@dataclass(frozen=True, slots=True)
class _Marked:
    """A paragraph that opens with a mark the template can print; ``number`` from 1, 0 for a dash."""

    marks: Marks
    number: int
    node: Node


def parts_of(paragraphs: tuple[str, ...], plain: frozenset[str] = frozenset()) -> tuple[PartNode, ...]:
    """The parts of a report, in order; together they hold every character of the paragraphs.

    Paragraphs in ``plain`` are text, whatever they look like.
    """
    parts = list(_split(paragraphs, plain))
    _part_from_closing(parts)
    return tuple(part for part in parts if part.head or part.salutation or part.nodes)


def _split(paragraphs: tuple[str, ...], plain: frozenset[str]) -> Iterator[PartNode]:
    part, found, lines = PartNode(kind=PartKind.OPENING), PartFound.OPENING, list[str]()
    counted = 0
    for number, text in enumerate(paragraphs, start=1):
        heading = None if text in plain or "\t" in text else _part_heading(text, number, counted, found)
        opens = found is PartFound.OPENING and not part.salutation and not lines
        if heading is None and opens and _SALUTATION.fullmatch(text):
            part.salutation = text
        elif heading is None:
            lines.append(text)
        else:
            yield _filled(part, lines, plain)
            part, found, lines = *heading, []
            counted += part.numbered
    yield _filled(part, lines, plain)


def _part_heading(text: str, number: int, counted: int, before: PartFound) -> tuple[PartNode, PartFound] | None:
    """The part that a paragraph opens, if it is a heading of the first level that stands alone."""
    match = _PART.fullmatch(text)
    bare = next((h for h in headings(text, number) if h.level == 1 and h.alone and h.number is None), None)
    if before is PartFound.ANNEX:
        match = None
    if match is None and bare is None:
        return None
    heading = next((h for h in headings(text, number) if h.level == 1), None)
    found = part_of(heading, before) if heading else before
    regular = match is not None and match["number"] == to_chinese(counted + 1)
    words = match["words"] if match and regular else text
    annex = found is PartFound.ANNEX
    part = PartNode(words, kind=_KINDS[found], numbered=regular, annex=annex, glossary=annex and "名词" in text)
    return part, found


def _filled(part: PartNode, lines: list[str], plain: frozenset[str]) -> PartNode:
    """The part with its paragraphs put into sections."""
    _Builder(part).build(lines, plain)
    return part


@dataclass(slots=True)
class _Group:
    """Sections that are counted together; ``last`` is the number of the newest."""

    owner: Node
    marks: Marks
    last: int


class _Builder:
    """Puts the paragraphs of one part into a tree; a mark that cannot be counted on stays in the text."""

    def __init__(self, part: PartNode) -> None:
        self._part = part
        self._groups: list[_Group] = []

    def build(self, lines: list[str], plain: frozenset[str]) -> None:
        """Take the paragraphs in order."""
        marked = [None if line in plain or "\t" in line else _marked(line, self._part.glossary) for line in lines]
        first = _main_marks([found.marks for found in marked if found is not None])
        for number, (line, found) in enumerate(zip(lines, marked, strict=True), start=1):
            if "\t" in line and line not in plain:
                self._row(line)
            elif found is None or not self._place(found, first):
                self._plain(line, leads=first is Marks.NONE and line not in plain, more=self._goes_on(marked[number:]))

    def _goes_on(self, later: list[_Marked | None]) -> bool:
        """Whether one of the counts that are open is continued by a later paragraph."""
        wanted = {(group.marks, group.last + 1) for group in self._groups if group.last}
        return any(found is not None and (found.marks, found.number) in wanted for found in later)

    def _place(self, found: _Marked, first: Marks) -> bool:
        """Put a marked paragraph where its number fits; False if it fits nowhere."""
        for depth in range(len(self._groups) - 1, -1, -1):
            group = self._groups[depth]
            if group.marks is found.marks and found.number == (group.last + 1 if found.number else 0):
                del self._groups[depth + 1 :]
                group.owner.nodes.append(found.node)
                group.last = found.number
                return True
        if found.number > 1:
            return False
        while self._groups and _RANK[self._groups[-1].marks] >= _RANK[found.marks]:
            self._groups.pop()
        owner = self._owner(found.marks, first)
        owner.marks = found.marks
        owner.nodes.append(found.node)
        self._groups.append(_Group(owner, found.marks, found.number))
        return True

    def _owner(self, marks: Marks, first: Marks) -> Node:
        """Where a new count begins: the part, the section it is in, the paragraph before, or a section of its own."""
        if self._groups:
            parent = self._groups[-1].owner.nodes[-1]
            if parent.marks is Marks.NONE and not any(node.head for node in parent.nodes):
                if not parent.nodes:
                    return parent
                last = parent.nodes[-1]
                if not last.nodes:
                    return last
            box = Node()
            parent.nodes.append(box)
            return box
        if marks is first and self._part.marks is Marks.NONE:
            return self._part
        if self._part.nodes and not self._part.nodes[-1].head and not self._part.nodes[-1].nodes:
            return self._part.nodes[-1]
        box = Node()
        self._part.nodes.append(box)
        return box

    def _plain(self, line: str, *, leads: bool, more: bool) -> None:
        if self._groups and (self._part.annex or more or not _LEAVES.match(line)):
            self._attach(self._innermost(), line)
            return
        self._groups.clear()
        self._part.nodes.append(_led(line) if leads else Node(text=[line]))

    def _row(self, line: str) -> None:
        """A row of a table, behind the row before it or in a section of its own."""
        owner: Node = self._innermost() if self._groups else self._part
        while owner.nodes and owner.marks is not Marks.NONE and owner is not self._part:
            owner = owner.nodes[-1]
        if not (owner.nodes and owner.nodes[-1].rows):
            owner.nodes.append(Node())
        owner.nodes[-1].rows.append(line)

    def _innermost(self) -> Node:
        return self._groups[-1].owner.nodes[-1]

    def _attach(self, node: Node, line: str) -> None:
        if node.marks is not Marks.NONE and node.nodes:
            self._attach(node.nodes[-1], line)
            return
        child = _led(line)
        if child.head or node.nodes or (node.head and not node.text):
            node.nodes.append(child)
        else:
            node.text.append(line)


def _main_marks(kinds: list[Marks]) -> Marks:
    """The marks of a part's own sections: （一）, or the first used; 一是 where it only begins behind the dashes."""
    if Marks.CHINESE in kinds or not kinds:
        return Marks.CHINESE if kinds else Marks.NONE
    if kinds[0] is Marks.DASH and Marks.FIRSTLY in kinds:
        behind = kinds[kinds.index(Marks.FIRSTLY) :]
        return Marks.DASH if Marks.DASH in behind else Marks.FIRSTLY
    return kinds[0]


def _led(line: str) -> Node:
    """A paragraph that opens with a short sentence as its head, or one without."""
    if _ALONE.fullmatch(line):
        return Node(line, alone=True)
    match = _LEAD.match(line)
    if match is None:
        return Node(text=[line])
    return Node(line[: match.end() - 1], [line[match.end() :].strip()])


def _marked(line: str, glossary: bool) -> _Marked | None:
    """The mark, the head and the text of a paragraph; None if it has no mark, or its head would be too long."""
    for marks, pattern in (_ENTRY_MARK,) if glossary else _SECTION_MARKS:
        match = pattern.match(line)
        if match is None:
            continue
        number = 0 if marks is Marks.DASH else _number(match["number"])
        if number is None:
            return None
        node = _headed(line[match.end() :], glossary)
        limit = _LONGEST_HEAD.get(marks, _LONGEST_COUNTED_HEAD)
        return _Marked(marks, number, node) if 0 < len(node.head) <= limit else None
    return None


def _number(words: str) -> int | None:
    number = int(words) if words.isdigit() else read_chinese(words)
    if number is None or (not words.isdigit() and to_chinese(number) != words):
        return None
    return number


def _headed(rest: str, glossary: bool) -> Node:
    """Head and text of what follows a mark."""
    match = re.search("[：。]" if glossary else _STOP, rest)
    if match is None:
        return Node(rest, alone=True)
    end = match.end()
    while end < len(rest) and rest[end] in _CLOSING_SIGNS:
        end += 1
    stop = rest[end - 1]
    head = rest[: end - 1] if stop == "。" else rest[:end]
    text = rest[end:].strip()
    if head.rstrip().endswith(tuple("。：！？；")) == (stop == "。") or (stop in _CLOSING_SIGNS):
        return Node()
    return Node(head.strip(), [text] if text else [])


def _part_from_closing(parts: list[PartNode]) -> None:
    """The last words (各位代表！…) become a part of their own, since they are much the same every year."""
    body = [part for part in parts if not part.annex]
    if not body:
        return
    last = body[-1]
    start = next(
        (i for i in range(len(last.nodes) - 1, 0, -1) if _is_farewell(last.nodes[i]) and len(last.nodes) - i <= 3), None
    )
    if start is None or last.nodes[start].nodes:
        return
    closing = PartNode(nodes=last.nodes[start:], kind=PartKind.CLOSING, numbered=False)
    if any(node.head for node in closing.nodes):
        return
    del last.nodes[start:]
    parts.insert(parts.index(last) + 1, closing)


def _is_farewell(node: Node) -> bool:
    return not node.head and bool(node.text) and _FAREWELL.match(node.text[0]) is not None
