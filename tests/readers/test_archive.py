"""Files that are no Word file, damaged and hostile ones: a clear message, never a crash, never a large unpacking."""

from __future__ import annotations

import tracemalloc
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.diagnostics import CannotRunError
from generator.ooxml import archive, kinds
from generator.readers import docx
from generator.writers.docx import ROOT, write
from generator.writers.docx.package import DOCUMENT
from tests.word_grammar import docx_of_xml
from tests.writers.samples import reference, report

SOUND = write(report(), reference())
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def zipped(parts: dict[str, bytes], kind: int = ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", kind) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return buffer.getvalue()


def document(inner: str, before: str = "") -> bytes:
    return zipped({DOCUMENT: f"{before}{ROOT}<w:body>{inner}</w:body></w:document>".encode()})


def other_office_file(part: str) -> bytes:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="PART"/>'
        "</Relationships>"
    )
    return zipped({"_rels/.rels": rels.replace("PART", part).encode(), part: b"<x/>"})


def with_flag(data: bytes) -> bytes:
    """The zip with every member marked as encrypted."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(signature)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(signature, at + 4)
    return bytes(changed)


TEXT = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'

REFUSED = {
    "empty": (b"", "文件是空的"),
    "text": ("政府工作报告".encode(), "不是 Word 文件"),
    "empty zip": (zipped({}), "不是 Word 文件"),
    "zip without a document": (zipped({"a.txt": b"x"}), "没有正文"),
    "cut off": (SOUND[: len(SOUND) // 2], "已损坏"),
    "cut off at once": (SOUND[:40], "已损坏"),
    "damaged inside": (SOUND[:200] + b"\0" * 2000 + SOUND[2200:], "已损坏"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "有打开密码"),
    "password of a zip": (with_flag(document(TEXT)), "有密码"),
    "old Word": (OLE + "WordDocument".encode("utf-16-le"), "旧格式"),
    "Excel": (other_office_file("xl/workbook.xml"), "这是 Excel 文件"),
    "PowerPoint": (other_office_file("ppt/presentation.xml"), "这是 PowerPoint 文件"),
    "broken XML": (zipped({DOCUMENT: b"<w:document>"}), "不是完整的 XML"),
    "no XML": (zipped({DOCUMENT: b""}), "不是完整的 XML"),
    "entities": (document(f"<w:p><w:r><w:t>&c;</w:t></w:r></w:p>{TEXT}", LAUGHS), "不是完整的 XML"),
    "entity from outside": (document(f"<w:p><w:r><w:t>&a;</w:t></w:r></w:p>{TEXT}", OUTSIDE), "不是完整的 XML"),
    "deep": (document("<w:ins>" * 3000 + TEXT + "</w:ins>" * 3000), "不是完整的 XML"),
    "other compression": (zipped({DOCUMENT: b"<x/>"}, ZIP_BZIP2), "压缩方法"),
    "many members": (zipped({f"a{n}": b"" for n in range(archive.MOST_MEMBERS + 1)}, ZIP_STORED), "文件太多"),
    "another root": (zipped({DOCUMENT: b"<x/>"}), "没有文字"),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_with_a_message(data: bytes, message: str) -> None:
    with pytest.raises(CannotRunError, match=message) as raised:
        docx.read(data, "稿.docx")
    assert raised.value.exit_code == 2
    assert raised.value.diagnostics[0].position.file == "稿.docx"


BOMBS = {
    "too large": (archive.LARGEST_PART + 1, "展开后太大"),
    "too steep": (archive.LARGEST_PART - 1, "压缩炸弹"),
}


@pytest.mark.parametrize(("size", "message"), BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_not_unpacked(size: int, message: str) -> None:
    data = zipped({DOCUMENT: b" " * size})
    tracemalloc.start()
    with pytest.raises(CannotRunError, match=message):
        docx.read(data, "")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < kinds.MEGABYTE


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "LARGEST_FILE", len(SOUND) - 1)
    with pytest.raises(CannotRunError, match="超过了"):
        docx.read(SOUND, "")


def _in_utf_16(xml: bytes) -> bytes:
    return xml.decode().replace("UTF-8", "UTF-16").encode("utf-16")


def test_parts_in_utf_16_are_read() -> None:
    package = archive.Package(SOUND, "")
    data = package.with_parts({DOCUMENT: _in_utf_16(package.read(DOCUMENT))})
    assert docx.read(data, "").body == docx.read(SOUND, "").body


def test_parts_named_with_back_slashes_are_read() -> None:
    package = archive.Package(SOUND, "")
    data = zipped({name.replace("/", "\\"): package.read(name) for name in package.names})
    assert docx.read(data, "").body == docx.read(SOUND, "").body


def test_parts_nobody_asks_for_may_be_large_and_damaged() -> None:
    data = archive.Package(docx_of_xml(TEXT), "").with_parts({"word/media/image1.png": b"\0" * 5_000_000})
    assert [x.text for x in docx.read(data, "").body] == ["甲"]


SWAPS = st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=30)


@given(SWAPS, st.integers(0, len(SOUND)))
@example([(0, 0)], len(SOUND))
def test_damage_anywhere_in_the_zip_never_crashes(swaps: list[tuple[int, int]], length: int) -> None:
    damaged = bytearray(SOUND)
    for place, value in swaps:
        damaged[place] = value
    _read_or_refuse(bytes(damaged))
    _read_or_refuse(bytes(damaged[:length]))


BODY = archive.Package(SOUND, "").read(DOCUMENT)


@given(st.lists(st.tuples(st.integers(0, len(BODY) - 1), st.binary(max_size=4), st.integers(0, 40)), max_size=5))
def test_damage_in_the_document_never_crashes(edits: list[tuple[int, bytes, int]]) -> None:
    body = BODY
    for place, inserted, removed in edits:
        body = body[:place] + inserted + body[place + removed :]
    _read_or_refuse(archive.Package(SOUND, "").with_parts({DOCUMENT: body}))


_TOKENS = (
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>5.1%</w:t>", "<w:sdt>", "</w:sdt>", "<w:sdtContent>", "</w:sdtContent>",
    "<w:tbl/>", "<w:ins>", "</w:ins>", "<w:del/>",
    '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>',
    "<w:rPr/>", "<w:pPr/>", '<w:bookmarkEnd w:id="1"/>', "<mc:AlternateContent/>", "<!-- x -->", "<?x y?>", "<w:sym/>",
    '<w:footnoteReference w:id="1"/>', "<w:commentReference/>", "<w:drawing/>",
)  # fmt: skip


@given(st.lists(st.sampled_from(_TOKENS), max_size=25))
def test_elements_in_places_where_they_cannot_be_never_crash(tokens: list[str]) -> None:
    _read_or_refuse(document(_balanced(tokens)))


def _balanced(tokens: list[str]) -> str:
    """Some XML of these tokens: what closes nothing is left out, what stays open is closed."""
    written: list[str] = []
    opened: list[str] = []
    for token in tokens:
        if token.startswith("</"):
            if not opened or opened[-1] != token:
                continue
            opened.pop()
        elif not token.endswith("/>") and token.count("<") == 1 and token[1] == "w":
            opened.append(f"</{token[1:]}")
        written.append(token)
    return "".join([*written, *reversed(opened)])


def _read_or_refuse(data: bytes) -> None:
    try:
        draft = docx.read(data, "稿.docx")
    except CannotRunError:
        return
    assert draft.body
