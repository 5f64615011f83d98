"""Word: a .docx that people edited, in Word, WPS or LibreOffice, becomes a Draft with tracked changes accepted.

Paragraph numbers count the paragraphs with visible characters that stand in the body itself (also inside wrappers
such as a block-level content control), from 1; tables, text boxes and notes follow the paragraph where they are met,
and headers and footers are not read.  What counts as a character is said in :mod:`generator.ooxml.walker`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.diagnostics import CannotRunError
from generator.draft import ASIDES, Anchor, Draft, DraftParagraph, Place
from generator.ooxml.archive import Package
from generator.ooxml.names import W
from generator.ooxml.story import ParagraphView, StoryReader
from generator.ooxml.walker import Element
from generator.readers.docx.anchors import AnchorReader
from generator.readers.docx.findings import WordFinder
from generator.readers.docx.record import read_record
from generator.readers.docx.styles import Styles

_DRAWINGS = (f"{W}drawing", f"{W}pict", f"{W}object")
_FOREIGN = (f"{W}altChunk", f"{W}subDoc")


def read(data: bytes, name: str) -> Draft:
    """The draft in a Word file; ``name`` stands in messages.

    Raises :class:`CannotRunError` when it is no Word file, is damaged or protected, would unpack to too much, or holds
    no text.
    """
    package = Package(data, name)
    story = StoryReader(package, package.tree(package.document))
    styles = Styles(package)
    record, record_note = read_record(package)
    anchors = AnchorReader(record)
    finder = WordFinder(package, story.root, styles)
    paragraphs: list[DraftParagraph] = []
    for view in story.views():
        style = styles.name_of(view.style)
        found = anchors.anchors_of(view)
        paragraphs.append(_paragraph(view, found, style))
        if view.place is Place.BODY:
            finder.see(view)
    if not any(paragraph.place is Place.BODY for paragraph in paragraphs):
        raise _without_text(story.root, bool(paragraphs), name)
    notes = tuple(filter(None, (record_note, *_notes(package, story.root), *_apart(paragraphs))))
    return Draft(name, tuple(paragraphs), record, finder.found(story.empty), notes)


def _paragraph(view: ParagraphView, anchors: tuple[Anchor, ...], style: str) -> DraftParagraph:
    return DraftParagraph(
        text=view.text,
        number=view.number,
        place=view.place,
        anchors=anchors,
        style=style,
        cell=view.cell,
        ordinal=view.ordinal,
        hangs_at=view.hangs_at,
    )


def _notes(package: Package, root: Element) -> Iterator[str]:
    if any(part.endswith("vbaProject.bin") for part in package.names):
        yield "文件带有宏，没有运行，也没有检查"
    if next(root.iter(*_FOREIGN), None) is not None:
        yield "文件里嵌有别的文件，其中的文字没有检查"
    numbered = sum(1 for _ in root.iter(f"{W}numPr"))
    if numbered:
        yield f"有 {numbered} 段用了 Word 的自动编号，序号不是正文里的字，没有检查"


def _apart(paragraphs: list[DraftParagraph]) -> Iterator[str]:
    """What stands outside the body: looked at by the rules that need no more than a few words, or not at all."""
    counts = Counter(paragraph.place for paragraph in paragraphs)
    told = [f"{name}里有 {counts[place]} 段" for place, name in ASIDES.items() if counts[place]]
    if told:
        yield f"{'，'.join(told)}文字，只查了数、标点、用词，不查结构和前后一致"
    if counts[Place.CONTENTS]:
        yield f"目录里有 {counts[Place.CONTENTS]} 段文字，没有核对"


def _without_text(root: Element, has_other_text: bool, name: str) -> CannotRunError:
    if has_other_text:
        return CannotRunError("正文里没有文字，文字都在表格、文本框或脚注里", "请把正文移到表格外面再试", file=name)
    has_pictures = next(root.iter(*_DRAWINGS), None) is not None
    hint = "里面只有图片，请先识别成文字" if has_pictures else ""
    return CannotRunError("文件里没有文字", hint, file=name)
