"""A Word file read with lxml, independently of the writer, so that tests can say what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
NAMESPACES = {"w": W[1:-1], "w15": W15[1:-1]}


def part(docx: bytes, name: str) -> etree._Element:
    """The root of an XML part."""
    with ZipFile(BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(name))


def names(docx: bytes) -> list[str]:
    """The members of the zip, in order."""
    with ZipFile(BytesIO(docx)) as archive:
        return archive.namelist()


def find(element: etree._Element, path: str) -> list[etree._Element]:
    """Elements by an XPath with the prefixes w and w15."""
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [item for item in found if isinstance(item, etree._Element)]


def value(element: etree._Element, path: str, attribute: str = "val") -> str | None:
    """An attribute in w: of the first element at ``path``; None where there is no such element."""
    found = find(element, path)
    return found[0].get(W + attribute) if found else None


def text(element: etree._Element) -> str:
    """The characters under an element; tabs and line breaks as such."""
    return "".join(_characters(element))


def _characters(element: etree._Element) -> Iterator[str]:
    for item in element.iter(f"{W}t", f"{W}tab", f"{W}br"):
        yield (item.text or "") if item.tag == f"{W}t" else "\t" if item.tag == f"{W}tab" else "\n"


def lines(docx: bytes) -> list[str]:
    """The non-empty paragraphs of the body; a table row is one line, its cells parted by tabs."""
    body = find(part(docx, "word/document.xml"), "w:body")[0]
    found: list[str] = []
    for element in body:
        if element.tag == f"{W}tbl":
            found.extend("\t".join(text(cell) for cell in find(row, "w:tc")) for row in find(element, "w:tr"))
        elif element.tag == f"{W}p":
            found.append(text(element))
    return [line for line in found if line.strip()]


def style(docx: bytes, style_id: str) -> etree._Element:
    """A style by its id."""
    return find(part(docx, "word/styles.xml"), f"w:style[@w:styleId='{style_id}']")[0]
