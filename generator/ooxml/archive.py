"""A Word file opened with bounds, because drafts come from anywhere: parts are read one by one, never without limit.

Nothing that was not asked for is unpacked, XML is parsed without entities, DTD or network, and every way in which a
file can be no Word file has its own Chinese message, as :class:`CannotRunError`.
"""

from __future__ import annotations

import posixpath
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from generator.diagnostics import CannotRunError
from generator.ooxml.kinds import MEGABYTE, RESAVE, check_word
from generator.ooxml.names import NAMESPACE, RELATIONSHIPS, STRICT_NAMESPACE, STRICT_RELATIONSHIPS

LARGEST_PART: Final = 40 * MEGABYTE
"""Bytes of one unpacked part that is parsed; a report a hundred times as long as usual has 25 MB."""
LARGEST_TOTAL: Final = 250 * MEGABYTE
"""Bytes that may be unpacked from one file altogether."""
MOST_MEMBERS: Final = 5000
STEEPEST: Final = 250
"""How many times larger than its compressed form a part may be; XML of Word files stays under 60."""
_SMALL: Final = 4 * MEGABYTE
"""Parts up to this size may be compressed as steeply as they like."""

_ENTRY: Final = b"PK\x01\x02"
_ENCRYPTED: Final = 0x1
_DAMAGED: Final = "文件已损坏，打不开"
_BROKEN: Final = (BadZipFile, EOFError, LookupError, OSError, RuntimeError, ValueError, struct.error, zlib.error)
"""What zipfile raises on damaged archives."""
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_OTHER_PROGRAMS: Final = {"xl": "Excel", "ppt": "PowerPoint"}


@dataclass(frozen=True, slots=True)
class Relationship:
    """One line of a relationship part; ``target`` is a member's name, or an address if ``external``."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """A Word file; raises :class:`CannotRunError` (file ``name``) for whatever cannot be used."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the zip and check its directory; nothing is unpacked yet."""
        self.name = name
        self._left = LARGEST_TOTAL
        check_word(data, name)
        if data.count(_ENTRY) > MOST_MEMBERS:
            raise self._refusal(f"压缩包里的文件太多（超过 {MOST_MEMBERS} 个）")
        try:
            self._archive = ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise self._refusal(_DAMAGED, "多半是没有传完，请重新取一份") from error
        self._members = {_part_name(info): info for info in self._archive.infolist() if not info.is_dir()}
        self.document = self._find_document()

    @property
    def names(self) -> tuple[str, ...]:
        """The members, in the order of the file."""
        return tuple(self._members)

    def has(self, part: str) -> bool:
        """Whether there is such a member."""
        return part in self._members

    def read(self, part: str) -> bytes:
        """A member's bytes, within the bounds."""
        info = self._members[part]
        if info.flag_bits & _ENCRYPTED:
            raise self._refusal("文件有密码", "请去掉密码再试")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self._refusal(f"压缩包里的 {part} 用了 Word 不用的压缩方法", RESAVE)
        self._bound(info)
        try:
            with self._archive.open(info) as stream:
                return stream.read(info.file_size + 1)
        except _BROKEN as error:
            raise self._refusal(_DAMAGED, f"压缩包里的 {part} 不完整，请重新取一份") from error

    def beginning(self, part: str, size: int = 2048) -> bytes:
        """The first ``size`` bytes of a member, without unpacking the rest; empty if it cannot be read."""
        try:
            with self._archive.open(self._members[part]) as stream:
                return stream.read(size)
        except _BROKEN:
            return b""

    def tree(self, part: str, *, long_texts: bool = False) -> etree._Element:
        """A member as XML, the names of “Strict” files made ordinary; ``long_texts`` allows texts over 10 MB."""
        data = in_utf8(self.read(part))
        if STRICT_NAMESPACE.encode() in data[:4096]:
            data = data.replace(STRICT_NAMESPACE.encode(), NAMESPACE.encode())
        try:
            return parse(data, long_texts=long_texts)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._refusal(f"{_DAMAGED}：{part} 不是完整的 XML", RESAVE) from error

    @cached_property
    def is_strict(self) -> bool:
        """Whether this is a “Strict Open XML” file, whose names differ."""
        return STRICT_NAMESPACE.encode() in in_utf8(self.beginning(self.document, 4096))

    def written(self, root: etree._Element) -> bytes:
        """A part that was read by :meth:`tree`, or made like one, as this file writes it: “Strict” if it is."""
        data = serialized(root)
        return data.replace(NAMESPACE.encode(), STRICT_NAMESPACE.encode()) if self.is_strict else data

    @property
    def relationship_kinds(self) -> str:
        """What the kinds of relationships between parts begin with in this file."""
        return STRICT_RELATIONSHIPS if self.is_strict else RELATIONSHIPS

    def relationships(self, part: str) -> Iterator[Relationship]:
        """What ``part`` ("" for the package) refers to; empty if that cannot be read."""
        rels = posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")
        if rels not in self._members:
            return
        for item in self.tree(rels).iter("{*}Relationship"):
            external = item.get("TargetMode") == "External"
            target = item.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
            yield Relationship(item.get("Id", ""), item.get("Type", ""), target, external)

    def related(self, kind: str) -> str | None:
        """The member that the document relates to as ``kind`` (``comments``, ``styles``, ...), if there is one."""
        for relationship in self.relationships(self.document):
            if relationship.kind.endswith(f"/{kind}") and self.has(relationship.target):
                return relationship.target
        return None

    def with_parts(self, changed: Mapping[str, bytes]) -> bytes:
        """The file with some parts changed or added; all others keep their bytes, order and dates."""
        buffer = BytesIO()
        with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
            for part, info in self._members.items():
                kind = info.compress_type if info.compress_type in (ZIP_STORED, ZIP_DEFLATED) else ZIP_DEFLATED
                archive.writestr(_like(info), changed[part] if part in changed else self.read(part), kind)
            for part in sorted(changed.keys() - self._members.keys()):
                archive.writestr(ZipInfo(part, (1980, 1, 1, 0, 0, 0)), changed[part], ZIP_DEFLATED)
        return buffer.getvalue()

    def _find_document(self) -> str:
        for relationship in self.relationships(""):
            if relationship.kind.endswith("/officeDocument") and self.has(relationship.target):
                return self._word_part(relationship.target)
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise self._refusal("这不是 Word 文件：压缩包里没有正文（word/document.xml）", RESAVE)

    def _word_part(self, part: str) -> str:
        other = _OTHER_PROGRAMS.get(part.partition("/")[0])
        if other is not None:
            raise self._refusal(f"这是 {other} 文件，不是 Word 文件")
        return part

    def _bound(self, info: ZipInfo) -> None:
        if info.file_size > LARGEST_PART or info.file_size > self._left:
            raise self._refusal(f"{info.filename} 展开后太大，没有打开", "正常的报告不会这样，请确认文件来历")
        if info.file_size > _SMALL and info.file_size > STEEPEST * max(info.compress_size, 1):
            raise self._refusal(f"{info.filename} 压缩得不正常，像是压缩炸弹，没有打开", "请确认文件来历")
        self._left -= info.file_size

    def _refusal(self, message: str, hint: str = "") -> CannotRunError:
        return CannotRunError(message, hint, file=self.name)


def in_utf8(data: bytes) -> bytes:
    """An XML part in UTF-8; some programs write UTF-16, which the standard allows too (ECMA-376 part 2, 8.1.4)."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    return _DECLARATION.sub("", data.decode("utf-16", "replace"), count=1).encode("utf-8", "replace")


def parse(data: bytes, *, long_texts: bool = False) -> etree._Element:
    """An XML part; raises ValueError if it has a DTD, XMLSyntaxError if it is malformed.

    ``long_texts`` lifts libxml2's bounds on one text (10 MB) and on depth, for parts that are walked without recursion.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=long_texts, strip_cdata=False
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a DTD in a Word file")
    return root


def serialized(root: etree._Element) -> bytes:
    """A part as Word writes it: UTF-8 with a declaration in double quotes."""
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    return head + etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)


def _part_name(info: ZipInfo) -> str:
    """A member's name; some programs for Windows write back slashes, against the standard."""
    return info.filename.replace("\\", "/")


def _like(info: ZipInfo) -> ZipInfo:
    copy = ZipInfo(_part_name(info), info.date_time)
    copy.create_system, copy.external_attr = info.create_system, info.external_attr
    return copy
