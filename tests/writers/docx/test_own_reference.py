"""A reference document that went through somebody's Word still works; one that cannot is refused in Chinese."""

from __future__ import annotations

import pytest

from generator.diagnostics import CannotRunError
from generator.writers.docx import write
from generator.writers.docx.lint import lint
from generator.writers.docx.names import STYLE_NAMES
from generator.writers.docx.package import DOCUMENT, DOCUMENT_RELS, STYLES, pack, unpack
from tests.writers.docx.reading import find, part, style, value
from tests.writers.samples import reference, report

REFERENCE = reference()


def _changed(name: str, *pairs: tuple[str, str]) -> bytes:
    parts = unpack(REFERENCE)
    for old, new in pairs:
        assert old.encode() in parts[name]
        parts[name] = parts[name].replace(old.encode(), new.encode())
    return pack(parts)


def _saved_by_chinese_word() -> bytes:
    """Style ids as a Chinese Word gives them."""
    parts = unpack(REFERENCE)
    for old, new in (("Normal", "a"), ("Title", "a3"), ("Heading1", "1"), ("Footer", "a5")):
        for name in (STYLES, "word/footer1.xml", "word/footer2.xml"):
            for attribute in ("styleId", "val"):
                before, after = f'w:{attribute}="{old}"', f'w:{attribute}="{new}"'
                parts[name] = parts[name].replace(before.encode(), after.encode())
    parts[STYLES] = parts[STYLES].replace(b'<w:name w:val="a"/>', b'<w:name w:val="Normal"/>')
    parts[STYLES] = parts[STYLES].replace(b'<w:name w:val="a3"/>', b'<w:name w:val="Title"/>')
    return pack(parts)


def test_styles_are_found_by_name_where_word_renumbered_them() -> None:
    docx = write(report(), _saved_by_chinese_word())
    assert lint(docx) == []
    assert value(style(docx, "Title"), "w:basedOn") == "Normal"
    assert value(part(docx, "word/footer1.xml"), ".//w:pStyle") == "Footer"
    assert find(part(docx, STYLES), "w:style[@w:styleId='a3']") == []


def test_the_shipped_names_are_the_known_ones() -> None:
    for style_id, name in STYLE_NAMES.items():
        assert value(style(REFERENCE, style_id), "w:name") == name


FAULTS = {
    "not a Word file": (b"x", "这不是 Word 文件"),
    "a style is gone": (_changed(STYLES, ("AnnexTitle", "x"), ("附件标题", "别的")), "没有这些样式：附件标题"),
    "no section": (_changed(DOCUMENT, ("sectPr", "sectPx")), "没有页面设置"),
    "no page size": (_changed(DOCUMENT, ("<w:pgSz", "<w:pgSx")), "缺少 w:pgSz 的 w"),
    "relationships cut": (_changed(DOCUMENT_RELS, ("</Relationships>", "")), "word/_rels/document.xml.rels 不完整"),
}


@pytest.mark.parametrize(("docx", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_an_unusable_reference_is_refused_in_chinese(docx: bytes, message: str) -> None:
    with pytest.raises(CannotRunError) as raised:
        write(report(), docx)
    assert message in raised.value.diagnostics[0].message
