"""A report that went through LibreOffice: its figures are still known."""

from __future__ import annotations

from generator.document import FigureRun, Paragraph, Text
from generator.libreoffice import convert
from generator.ooxml.marks import BOOKMARK_PREFIX, RECORD_NAMESPACE, TAG_PREFIX
from generator.readers import native
from generator.writers.docx import write
from tests.writers.docx.reading import find, names, part, value
from tests.writers.libreoffice import need_libreoffice
from tests.writers.samples import figure, of, reference, report


def _many() -> Paragraph:
    runs: list[Text | FigureRun] = []
    for number in range(100):
        runs += [Text("，同比增长"), figure(f"{number}.5%", f"指标{number}")]
    return Paragraph(tuple(runs))


def test_tags_bookmarks_and_the_record_survive() -> None:
    need_libreoffice()
    document = of(*report().blocks, _many())
    before = write(document, reference())
    after = convert(before, "docx")
    assert _tags(after) == _tags(before)
    assert _bookmarks(after) == _bookmarks(before)
    records = [part(after, name) for name in names(after) if name.startswith("customXml/item")]
    texts = [root.text or "" for root in records if root.tag == f"{{{RECORD_NAMESPACE}}}record"]
    assert [native.read(text) for text in texts] == [document]


def _tags(docx: bytes) -> list[str]:
    tags = (value(tag, ".") or "" for tag in find(part(docx, "word/document.xml"), ".//w:sdtPr/w:tag"))
    return [tag for tag in tags if tag.startswith(TAG_PREFIX)]


def _bookmarks(docx: bytes) -> list[str]:
    marks = (value(mark, ".", "name") or "" for mark in find(part(docx, "word/document.xml"), ".//w:bookmarkStart"))
    return [mark for mark in marks if mark.startswith(BOOKMARK_PREFIX)]
