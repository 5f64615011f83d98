"""The record of what was generated, found by its namespace: LibreOffice and WPS rename the parts that hold it."""

from __future__ import annotations

from generator.diagnostics import CannotRunError
from generator.document import Document
from generator.ooxml.archive import Package, in_utf8
from generator.ooxml.marks import RECORD_NAMESPACE
from generator.readers import native

_ROOT = f"{{{RECORD_NAMESPACE}}}record"
_NOTE = "文件里的生成记录已损坏，没有用它（{}）"


def read_record(package: Package) -> tuple[Document | None, str]:
    """The document that a file was generated from, if it says so, and a note (Chinese) if that cannot be read."""
    note = ""
    for part in package.names:
        if not part.startswith("customXml/") or RECORD_NAMESPACE.encode() not in in_utf8(package.beginning(part)):
            continue
        try:
            root = package.tree(part, long_texts=True)
            if root.tag == _ROOT:
                return native.read("".join(str(text) for text in root.itertext())), ""
        except native.NativeError as error:
            note = _NOTE.format(error)
        except CannotRunError as error:
            note = _NOTE.format(error.diagnostics[0].message)
    return None, note
