"""Faults in a Word file that public validators let pass, yet make Word repair the file or lose somebody's edit.

Each check takes the parsed parts and yields Chinese messages; it is for tests, and for files that were revised.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from lxml import etree

from generator.ooxml.marks import TAG_LIMIT
from generator.writers.docx.package import CONTENT_TYPES, DOCUMENT

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL: Final = f"{_W}val"
_ID: Final = f"{_W}id"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STYLE_REFERENCES: Final = tuple(f"{_W}{name}" for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))
_REVISIONS: Final = tuple(
    f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange")
)


@dataclass(frozen=True, slots=True)
class _Package:
    """The XML parts of a package, and the names of all of its members, doubled names included."""

    members: tuple[str, ...]
    trees: dict[str, etree._Element]

    def stories(self) -> Iterator[tuple[str, etree._Element]]:
        """Parts that hold text: the document, headers, footers, notes, comments."""
        for name, tree in self.trees.items():
            if name.startswith("word/") and tree.tag.startswith(_W) and tree.tag not in _NOT_STORIES:
                yield name, tree


_NOT_STORIES: Final = tuple(f"{_W}{name}" for name in ("styles", "settings", "fonts", "numbering", "webSettings"))


def lint(docx: bytes) -> list[str]:
    """What is wrong with a Word file, in Chinese; empty if nothing."""
    try:
        with ZipFile(BytesIO(docx)) as archive:
            members = tuple(archive.namelist())
            contents = {name: archive.read(name) for name in members}
    except BadZipFile:
        return ["不是 zip 文件"]
    trees: dict[str, etree._Element] = {}
    messages: list[str] = []
    for name, part in contents.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(part, _parser())
            except etree.XMLSyntaxError as error:
                messages.append(f"{name}：不是完整的 XML（{error}）")
    if DOCUMENT not in trees:
        return [*messages, f"缺少 {DOCUMENT}"]
    package = _Package(members, trees)
    return [*messages, *(message for check in _CHECKS for message in check(package))]


def _parser() -> etree.XMLParser:
    """A parser that fetches and expands nothing: drafts come from anywhere."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)


def _members(package: _Package) -> Iterator[str]:
    for name in _doubled(package.members):
        yield f"压缩包里有两个 {name}"


def _content_types(package: _Package) -> Iterator[str]:
    types = package.trees.get(CONTENT_TYPES)
    if types is None:
        yield f"缺少 {CONTENT_TYPES}"
        return
    extensions = {item.get("Extension", "").lower() for item in types.iter(f"{_TYPES}Default")}
    overridden = [item.get("PartName", "") for item in types.iter(f"{_TYPES}Override")]
    for name in dict.fromkeys(package.members):
        if name == CONTENT_TYPES or name.endswith("/"):
            continue
        if f"/{name}" not in overridden and name.rpartition(".")[2].lower() not in extensions:
            yield f"{CONTENT_TYPES}：没有写明 {name} 的类型"
    for part in _doubled(overridden):
        yield f"{CONTENT_TYPES}：{part} 写了两次"
    for part in overridden:
        if part.lstrip("/") not in package.members:
            yield f"{CONTENT_TYPES}：{part} 不存在"


def _relationships(package: _Package) -> Iterator[str]:
    for name, tree in package.trees.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        items = list(tree.iter(_RELATIONSHIP))
        for repeated in _doubled(item.get("Id", "") for item in items):
            yield f"{name}：关系 {repeated} 写了两次"
        for item in items:
            target = item.get("Target", "")
            path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            if item.get("TargetMode") != "External" and path not in package.members:
                yield f"{name}：关系 {item.get('Id')} 指向的 {target} 不存在"


def _styles(package: _Package) -> Iterator[str]:
    styles = package.trees.get("word/styles.xml")
    known = set() if styles is None else {style.get(f"{_W}styleId") for style in styles.iter(f"{_W}style")}
    for name, tree in package.trees.items():
        missing = {element.get(_VAL) for element in tree.iter(*_STYLE_REFERENCES)} - known
        for style in sorted(str(style) for style in missing):
            yield f"{name}：没有样式 {style}"


def _deleted_text(package: _Package) -> Iterator[str]:
    for name, tree in package.stories():
        for deletion in tree.iter(f"{_W}del"):
            if next(deletion.iter(f"{_W}t"), None) is not None:
                yield f"{name}：删除的修订（w:id={deletion.get(_ID)}）里有 w:t，应当是 w:delText"
        for text in tree.iter(f"{_W}delText"):
            if not any(parent.tag == f"{_W}del" for parent in text.iterancestors()):
                yield f"{name}：w:delText“{text.text or ''}”不在删除的修订里"


def _revisions(package: _Package) -> Iterator[str]:
    for name, tree in package.stories():
        for repeated in _doubled(element.get(_ID, "") for element in tree.iter(*_REVISIONS)):
            yield f"{name}：有两处修订的 w:id 都是 {repeated}"


def _controls(package: _Package) -> Iterator[str]:
    for name, tree in package.stories():
        properties = list(tree.iter(f"{_W}sdtPr"))
        ids = [_value(element.find(_ID)) for element in properties]
        for repeated in _doubled(number for number in ids if number):
            yield f"{name}：有两个内容控件的 w:id 都是 {repeated}"
        for number in ids:
            if number and not _is_id(number):
                yield f"{name}：内容控件的 w:id {number} 不是 32 位整数"
        for element in properties:
            for child in (element.find(f"{_W}tag"), element.find(f"{_W}alias")):
                if len(_value(child).encode("utf-16-le")) // 2 > TAG_LIMIT:
                    yield f"{name}：内容控件的标记“{_value(child)}”超过 {TAG_LIMIT} 个字符"


def _bookmarks(package: _Package) -> Iterator[str]:
    names: list[str] = []
    for part, tree in package.stories():
        starts = list(tree.iter(f"{_W}bookmarkStart"))
        names.extend(start.get(f"{_W}name", "") for start in starts)
        yield from _pairs(part, "书签", [start.get(_ID, "") for start in starts], _ids(tree, "bookmarkEnd"))
    for repeated in _doubled(names):
        yield f"有两个书签都叫 {repeated}"
    for name in names:
        if len(name) > 40:
            yield f"书签名 {name} 超过 40 个字符"


def _comments(package: _Package) -> Iterator[str]:
    comments = package.trees.get("word/comments.xml")
    known = [] if comments is None else _ids(comments, "comment")
    for repeated in _doubled(known):
        yield f"word/comments.xml：有两条批注的 w:id 都是 {repeated}"
    for name, tree in package.stories():
        yield from _pairs(name, "批注范围", _ids(tree, "commentRangeStart"), _ids(tree, "commentRangeEnd"))
        for number in sorted({*_ids(tree, "commentRangeStart"), *_ids(tree, "commentReference")} - set(known)):
            yield f"{name}：没有编号为 {number} 的批注"


def _fields(package: _Package) -> Iterator[str]:
    """begin, instruction, separate, result, end: each in the order that Word reads, and closed in its own story."""
    for name, tree in package.stories():
        open_fields: list[str] = []
        for element in tree.iter(f"{_W}fldChar", f"{_W}instrText"):
            problem = _field_step(element, open_fields)
            if problem:
                yield f"{name}：{problem}"
        if open_fields:
            yield f"{name}：有 {len(open_fields)} 个域没有结束"


def _field_step(element: etree._Element, open_fields: list[str]) -> str:
    """Move on by one mark of a field; ``open_fields`` holds the state of each open one, innermost last."""
    if element.tag == f"{_W}instrText":
        return "" if open_fields and open_fields[-1] == "begin" else "域代码不在域的开头与分隔之间"
    kind = element.get(f"{_W}fldCharType", "")
    if kind == "begin":
        open_fields.append(kind)
    elif kind == "separate" and open_fields and open_fields[-1] == "begin":
        open_fields[-1] = kind
    elif kind == "end" and open_fields:
        open_fields.pop()
    else:
        return f"域标记 {kind} 不成对"
    return ""


_CHECKS: Final[tuple[Callable[[_Package], Iterator[str]], ...]] = (
    _members,
    _content_types,
    _relationships,
    _styles,
    _deleted_text,
    _revisions,
    _controls,
    _bookmarks,
    _comments,
    _fields,
)


def _pairs(part: str, what: str, starts: list[str], ends: list[str]) -> Iterator[str]:
    for repeated in _doubled(starts):
        yield f"{part}：有两个{what}的 w:id 都是 {repeated}"
    for number in sorted(set(starts) - set(ends)):
        yield f"{part}：{what} {number} 没有结束"
    for number in sorted(set(ends) - set(starts)):
        yield f"{part}：{what} {number} 没有开始"


def _ids(tree: etree._Element, name: str) -> list[str]:
    return [element.get(_ID, "") for element in tree.iter(f"{_W}{name}")]


def _doubled(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(_VAL, "")


def _is_id(number: str) -> bool:
    return number.lstrip("-").isdigit() and -(2**31) <= int(number) < 2**31
