"""Word: a Document and a reference document become a .docx in which every figure is a content control.

Nothing here imports python-docx or lxml; the reference document, which is compiled with python-docx, brings styles,
page and footers, and only the body, the properties and the record are written.
"""

from __future__ import annotations

import re
from typing import Final

from generator.document import Document
from generator.writers import native
from generator.writers.docx.body import body_xml
from generator.writers.docx.own_reference import with_known_ids
from generator.writers.docx.package import CORE, DOCUMENT, PackageError, pack, unpack, xml_part
from generator.writers.docx.properties import core_xml
from generator.writers.docx.record import add_record
from generator.writers.docx.xml import XMLNS_W

ROOT: Final = (
    f"<w:document {XMLNS_W}"
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15">'
)
"""The start tag of every document part, with each prefix that the writer and a tracked refresh use."""

_SECTION: Final = re.compile(r"<w:sectPr\b.*</w:sectPr>(?=\s*</w:body>)", re.DOTALL)


def write(document: Document, reference: bytes) -> bytes:
    """The report as a Word file that looks as the reference document says."""
    parts = with_known_ids(unpack(reference))
    section = _section_of(parts)
    body = body_xml(document, _text_width(section))
    parts[DOCUMENT] = xml_part(f"{ROOT}<w:body>{body}{section}</w:body></w:document>")
    if CORE in parts:
        parts[CORE] = xml_part(core_xml(document.meta))
    add_record(parts, native.compact(document))
    return pack(parts)


def _section_of(parts: dict[str, bytes]) -> str:
    found = _SECTION.search(parts.get(DOCUMENT, b"").decode("utf-8"))
    if found is None:
        raise PackageError("版式文件里没有页面设置（w:sectPr），请用原来的版式文件")
    section = found.group()
    return section[section.rindex("<w:sectPr") :]


def _text_width(section: str) -> int:
    """Width of the type area in twips."""
    return _twips(section, "pgSz", "w") - _twips(section, "pgMar", "left") - _twips(section, "pgMar", "right")


def _twips(section: str, element: str, name: str) -> int:
    found = re.search(rf'<w:{element}\b[^>]*\bw:{name}="(\d+)"', section)
    if found is None:
        raise PackageError(f"版式文件的页面设置缺少 w:{element} 的 {name}")
    return int(found.group(1))
