"""The zip that a Word file is: unpacked to parts, packed again to bytes that depend on nothing but the parts."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from generator.diagnostics import CannotRunError

CONTENT_TYPES: Final = "[Content_Types].xml"
PACKAGE_RELS: Final = "_rels/.rels"
DOCUMENT: Final = "word/document.xml"
STYLES: Final = "word/styles.xml"
DOCUMENT_RELS: Final = "word/_rels/document.xml.rels"
CORE: Final = "docProps/core.xml"

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_LEVEL: Final = 6
_FIRST: Final = (CONTENT_TYPES, PACKAGE_RELS, DOCUMENT)
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class PackageError(CannotRunError):
    """Bytes are not a Word file that can be used; the message says why in Chinese."""


def unpack(package: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name, without directories."""
    try:
        with ZipFile(BytesIO(package)) as archive:
            return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise PackageError(f"这不是 Word 文件（.docx），或者文件已损坏：{error}") from error


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A Word file of these parts: fixed order and dates, so equal parts give equal bytes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name in sorted(parts, key=_place):
            archive.writestr(_member(name), parts[name], ZIP_DEFLATED, _LEVEL)
    return buffer.getvalue()


def xml_part(xml: str) -> bytes:
    """An XML part with its declaration."""
    return (_DECLARATION + xml).encode("utf-8")


def add_content_type(parts: dict[str, bytes], part: str, content_type: str) -> None:
    """Declare the type of a part that was added."""
    _append(parts, CONTENT_TYPES, "</Types>", f'<Override PartName="/{part}" ContentType="{content_type}"/>')


def add_relationship(parts: dict[str, bytes], rels: str, kind: str, target: str) -> None:
    """Relate the owner of ``rels`` to ``target`` under an id that is free."""
    taken, number = parts[rels], 1
    while f'"rIdQicao{number}"'.encode() in taken:
        number += 1
    _append(
        parts,
        rels,
        "</Relationships>",
        f'<Relationship Id="rIdQicao{number}" Type="{kind}" Target="{target}"/>',
    )


def _append(parts: dict[str, bytes], part: str, closing: str, xml: str) -> None:
    before, found, after = parts[part].rpartition(closing.encode())
    if not found:
        raise PackageError(f"版式文件的 {part} 不完整，请用原来的版式文件")
    parts[part] = before + xml.encode("utf-8") + found + after


def _place(name: str) -> tuple[int, str]:
    return (_FIRST.index(name), name) if name in _FIRST else (len(_FIRST), name)


def _member(name: str) -> ZipInfo:
    info = ZipInfo(name, _EPOCH)
    info.create_system = 0  # the same bytes on every platform
    info.compress_type = ZIP_DEFLATED
    return info
