"""The record of what was generated, kept inside the Word file as a customXml part that Word carries along unread."""

from __future__ import annotations

from typing import Final

from generator.ooxml.marks import RECORD_NAMESPACE
from generator.writers.docx.names import RECORD_ITEM_ID
from generator.writers.docx.package import DOCUMENT_RELS, add_content_type, add_relationship, xml_part
from generator.writers.docx.xml import content

_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def add_record(parts: dict[str, bytes], record: str) -> None:
    """Add the native JSON form ``record`` under the first item number that is free."""
    number = 1
    while f"customXml/item{number}.xml" in parts or f"customXml/itemProps{number}.xml" in parts:
        number += 1
    parts[f"customXml/item{number}.xml"] = xml_part(f'<record xmlns="{RECORD_NAMESPACE}">{content(record)}</record>')
    parts[f"customXml/itemProps{number}.xml"] = xml_part(
        f'<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"'
        f' ds:itemID="{RECORD_ITEM_ID}"><ds:schemaRefs><ds:schemaRef ds:uri="{RECORD_NAMESPACE}"/>'
        "</ds:schemaRefs></ds:datastoreItem>"
    )
    rels = f"customXml/_rels/item{number}.xml.rels"
    parts[rels] = xml_part(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    )
    add_relationship(parts, rels, f"{_RELATIONSHIPS}/customXmlProps", f"itemProps{number}.xml")
    add_relationship(parts, DOCUMENT_RELS, f"{_RELATIONSHIPS}/customXml", f"../customXml/item{number}.xml")
    add_content_type(parts, f"customXml/itemProps{number}.xml", _PROPERTIES_TYPE)
