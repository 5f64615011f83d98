"""The lint: silent on what the writer writes, and each fault named."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from generator.writers.docx import ROOT, write
from generator.writers.docx.lint import lint
from generator.writers.docx.package import CONTENT_TYPES, DOCUMENT, DOCUMENT_RELS, pack, unpack
from tests.writers.samples import reference, report

SOUND = write(report(), reference())


def _with_body(inner: str) -> bytes:
    parts = unpack(SOUND)
    parts[DOCUMENT] = f"{ROOT}<w:body>{inner}</w:body></w:document>".encode()
    return pack(parts)


def _changed(name: str, old: str, new: str) -> bytes:
    parts = unpack(SOUND)
    assert old.encode() in parts[name]
    parts[name] = parts[name].replace(old.encode(), new.encode(), 1)
    return pack(parts)


def _without(name: str) -> bytes:
    return pack({part: content for part, content in unpack(SOUND).items() if part != name})


def _doubled_member() -> bytes:
    buffer = BytesIO(SOUND)
    with ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(DOCUMENT, "<x/>")
    return buffer.getvalue()


def _control(number: int, tag: str = "fig:a") -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{number}"/></w:sdtPr><w:sdtContent/></w:sdt>'


def _field(*kinds: str) -> str:
    return "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)


LONG_NAME = '="' + "a" * 41 + '"'
START, END = '<w:bookmarkStart w:id="1" w:name="a"/>', '<w:bookmarkEnd w:id="1"/>'

FAULTS = {
    "text in a deletion": (
        '<w:p><w:del w:id="1"><w:r><w:t>x</w:t></w:r></w:del></w:p>',
        "删除的修订（w:id=1）里有 w:t",
    ),
    "deleted text outside": ("<w:p><w:r><w:delText>x</w:delText></w:r></w:p>", "w:delText“x”不在删除的修订里"),
    "ins and del share an id": ('<w:p><w:ins w:id="7"/><w:del w:id="7"/></w:p>', "有两处修订的 w:id 都是 7"),
    "controls share an id": (f"<w:p>{_control(5)}{_control(5)}</w:p>", "有两个内容控件的 w:id 都是 5"),
    "control id too large": (f"<w:p>{_control(2**31)}</w:p>", "不是 32 位整数"),
    "tag too long": (f"<w:p>{_control(1, 'x' * 65)}</w:p>", "超过 64 个字符"),
    "bookmark not closed": (f"<w:p>{START}</w:p>", "书签 1 没有结束"),
    "bookmark not opened": (f"<w:p>{END}</w:p>", "书签 1 没有开始"),
    "bookmarks share an id": (f"<w:p>{START}{START}{END}</w:p>", "有两个书签的 w:id 都是 1"),
    "bookmarks share a name": (f"<w:p>{START}{END}{START}{END}</w:p>", "有两个书签都叫 a"),
    "bookmark name too long": ("<w:p>" + START.replace('="a"', LONG_NAME) + END + "</w:p>", "超过 40 个字符"),
    "comment range not closed": ('<w:p><w:commentRangeStart w:id="3"/></w:p>', "批注范围 3 没有结束"),
    "comment missing": ('<w:p><w:r><w:commentReference w:id="3"/></w:r></w:p>', "没有编号为 3 的批注"),
    "unknown style": ('<w:p><w:pPr><w:pStyle w:val="Nope"/></w:pPr></w:p>', "没有样式 Nope"),
    "field not ended": (f"<w:p>{_field('begin', 'separate')}</w:p>", "有 1 个域没有结束"),
    "field ends first": (f"<w:p>{_field('end')}</w:p>", "域标记 end 不成对"),
    "field parted twice": (f"<w:p>{_field('begin', 'separate', 'separate', 'end')}</w:p>", "域标记 separate 不成对"),
    "instruction outside": ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", "域代码不在域的开头与分隔之间"),
}


@pytest.mark.parametrize(("inner", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_faults_in_the_text(inner: str, message: str) -> None:
    assert any(message in said for said in lint(_with_body(inner)))


PACKAGES = {
    "not a zip": (b"x", "不是 zip 文件"),
    "no document": (_without(DOCUMENT), "缺少 word/document.xml"),
    "broken XML": (_changed(DOCUMENT, "</w:body>", ""), "不是完整的 XML"),
    "an entity": (_changed(DOCUMENT, "政府", "&x;"), "不是完整的 XML"),
    "part missing": (_without("word/footer1.xml"), "指向的 footer1.xml 不存在"),
    "type of a missing part": (_without("word/footer1.xml"), "/word/footer1.xml 不存在"),
    "no type": (_changed(CONTENT_TYPES, 'Extension="xml"', 'Extension="bin"'), "没有写明 customXml/item1.xml 的类型"),
    "no types at all": (_without(CONTENT_TYPES), "缺少 [Content_Types].xml"),
    "relationship twice": (_changed(DOCUMENT_RELS, 'Id="rId2"', 'Id="rId1"'), "关系 rId1 写了两次"),
}


@pytest.mark.parametrize(("docx", "message"), PACKAGES.values(), ids=PACKAGES.keys())
def test_faults_in_the_package(docx: bytes, message: str) -> None:
    assert any(message in said for said in lint(docx))


def test_a_doubled_member() -> None:
    assert any("压缩包里有两个 word/document.xml" in said for said in lint(_doubled_member()))


def test_what_the_writer_writes_is_clean() -> None:
    assert lint(SOUND) == []


def test_a_field_inside_a_field_is_allowed() -> None:
    assert lint(_with_body(f"<w:p>{_field('begin', 'begin', 'separate', 'end', 'separate', 'end')}</w:p>")) == []
