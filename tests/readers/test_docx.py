"""What the Word reader makes of everything that stands in Word files, one thing a case."""

from __future__ import annotations

from io import BytesIO

import docx as python_docx
import pytest

from generator.diagnostics import CannotRunError
from generator.document import Paragraph, Text, paragraphs_of, text_of
from generator.draft import Anchor, Place
from generator.ooxml.archive import Package
from generator.ooxml.marks import AUTHOR, RECORD_NAMESPACE
from generator.ooxml.names import NAMESPACE, STRICT_NAMESPACE
from generator.readers import docx
from generator.writers.docx import write
from tests.word_grammar import docx_of_xml
from tests.writers.samples import figure, of, reference, report


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t>{text}</w:t></w:r>"


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def choice(first: str, second: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="w14">{first}</mc:Choice>'
        f"<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>"
    )


CHARACTERS = {
    "tab": ("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>", "甲\t乙"),
    "line break": ("<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t>", "甲\n乙\n丙"),
    "page break": ('<w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t>', "甲乙"),
    "soft hyphen": ("<w:t>甲</w:t><w:softHyphen/><w:t>乙</w:t>", "甲乙"),
    "no-break hyphen": ("<w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t>", "甲-乙"),
    "symbol": ('<w:t>5</w:t><w:sym w:font="Symbol" w:char="F0B1"/><w:t>1</w:t>', "5±1"),
    "symbol of a picture font": ('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>甲</w:t>', "甲"),
    "symbol that is damaged": ('<w:sym w:font="Symbol" w:char="?"/><w:t>甲</w:t>', "甲"),
    "spaces": ('<w:t xml:space="preserve">　　甲 </w:t>', "　　甲 "),
    "ruby": (
        "<w:ruby><w:rt><w:r><w:t>wéi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>潍</w:t></w:r></w:rubyBase></w:ruby>",
        "潍",
    ),
    "choice in a run": (choice("<w:t>甲</w:t>", "<w:t>乙</w:t>"), "甲"),
    "comment reference": ('<w:t>甲</w:t><w:commentReference w:id="1"/>', "甲"),
}


@pytest.mark.parametrize(("content", "text"), CHARACTERS.values(), ids=CHARACTERS.keys())
def test_characters(content: str, text: str) -> None:
    assert [x.text for x in docx.read(docx_of_xml(p(f"<w:r>{content}</w:r>")), "").body] == [text]


def test_text_agrees_with_python_docx_where_that_sees_everything() -> None:
    inner = "".join(f"<w:r>{CHARACTERS[name][0]}</w:r>" for name in ("tab", "line break", "no-break hyphen", "spaces"))
    data = docx_of_xml(p(inner, f'<w:hyperlink w:anchor="a">{run("链接")}</w:hyperlink>') + p() + p(run("乙")))
    theirs = [x.text for x in python_docx.Document(BytesIO(data)).paragraphs if x.text.strip()]
    assert [x.text for x in docx.read(data, "").body] == theirs


TABLE = f"<w:tbl><w:tr><w:tc>{p(run('格'))}</w:tc><w:tc>{p()}</w:tc></w:tr></w:tbl>"
DELETED_ROW = TABLE.replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="90" w:author="王"/></w:trPr>')
BOX = f"<w:r><w:pict><w:txbxContent>{p(run('框'))}</w:txbxContent></w:pict></w:r>"

PLACES: dict[str, tuple[str, list[tuple[int, Place, str]]]] = {
    "empty paragraphs": (
        p(run("甲")) + p() + p(run("　 ")) + p(run("乙")),
        [(1, Place.BODY, "甲"), (2, Place.BODY, "乙")],
    ),
    "table": (
        p(run("甲")) + TABLE + p(run("乙")),
        [(1, Place.BODY, "甲"), (1, Place.TABLE, "格"), (2, Place.BODY, "乙")],
    ),
    "deleted row": (p(run("甲")) + DELETED_ROW, [(1, Place.BODY, "甲")]),
    "text box": (
        p(run("甲"), BOX) + p(run("乙")),
        [(1, Place.BODY, "甲"), (1, Place.TEXT_BOX, "框"), (2, Place.BODY, "乙")],
    ),
    "text box written twice": (
        p(run("甲"), choice(BOX, BOX)),
        [(1, Place.BODY, "甲"), (1, Place.TEXT_BOX, "框")],
    ),
    "block-level control": (
        f"<w:sdt><w:sdtContent>{p(run('甲'))}{TABLE}{p(run('乙'))}</w:sdtContent></w:sdt>",
        [(1, Place.BODY, "甲"), (1, Place.TABLE, "格"), (2, Place.BODY, "乙")],
    ),
    "block-level insertion": (f'<w:ins w:id="91" w:author="王">{p(run("甲"))}</w:ins>', [(1, Place.BODY, "甲")]),
    "deleted paragraph mark before a table": (
        '<w:p><w:pPr><w:rPr><w:del w:id="92" w:author="王"/></w:rPr></w:pPr>'
        + run("甲")
        + "</w:p>"
        + TABLE
        + p(run("乙")),
        [(1, Place.BODY, "甲"), (1, Place.TABLE, "格"), (2, Place.BODY, "乙")],
    ),
    "field over two paragraphs": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            run("目"),
        )
        + p(run("录"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        [(1, Place.BODY, "目"), (2, Place.BODY, "录")],
    ),
    "field that never ends": (
        p(run("甲"), '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p(run("乙")),
        [(1, Place.BODY, "甲"), (2, Place.BODY, "乙")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), PLACES.values(), ids=PLACES.keys())
def test_places_and_numbers(body: str, expected: list[tuple[int, Place, str]]) -> None:
    paragraphs = docx.read(docx_of_xml(body), "").paragraphs
    assert [(x.number, x.place, x.text) for x in paragraphs] == expected


def with_part(data: bytes, name: str, kind: str, content: str) -> bytes:
    """A Word file with one more part that its document relates to."""
    package = Package(data, "")
    rels = package.read("word/_rels/document.xml.rels").decode()
    relationship = f'<Relationship Id="rIdTest" Type="http://x/{kind}" Target="{name}"/></Relationships>'
    return package.with_parts(
        {
            f"word/{name}": content.encode(),
            "word/_rels/document.xml.rels": rels.replace("</Relationships>", relationship).encode(),
        }
    )


def test_a_list_of_contents_is_no_part_of_the_body() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    contents = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p(run('一、回顾 1'))}</w:sdtContent></w:sdt>"
    draft = docx.read(docx_of_xml(contents + p(run("一、回顾"))), "")
    assert [(x.number, x.place) for x in draft.paragraphs] == [(0, Place.CONTENTS), (1, Place.BODY)]
    assert draft.notes == ("目录里有 1 段文字，没有核对",)


def test_notes_follow_the_paragraph_that_refers_to_them() -> None:
    reference_run = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    deleted = '<w:del w:id="93" w:author="王"><w:r><w:footnoteReference w:id="3"/></w:r></w:del>'
    data = docx_of_xml(p(run("甲"), reference_run, run("子"), deleted) + p(run("乙")))
    notes = "".join(f'<w:footnote w:id="{n}">{p(run(f"注{n}"))}</w:footnote>' for n in (1, 2, 3))
    data = with_part(data, "footnotes.xml", "footnotes", f'<w:footnotes xmlns:w="{NAMESPACE}">{notes}</w:footnotes>')
    found = [(x.number, x.place, x.text) for x in docx.read(data, "").paragraphs]
    assert found == [(1, Place.BODY, "甲子"), (1, Place.FOOTNOTE, "注2"), (2, Place.BODY, "乙")]


def test_what_the_writer_wrote_is_read_back() -> None:
    document = report()
    draft = docx.read(write(document, reference()), "稿.docx")
    assert draft.record == document
    assert draft.notes == ("表格里有 8 段文字，只查了数、标点、用词，不查结构和前后一致",)
    lines = [text_of(runs) for runs in paragraphs_of(document, front=True)]
    assert [x.text for x in draft.paragraphs if x.place is Place.BODY] == [x for x in lines if "\t" not in x]
    anchors = {(a.key, x.text[a.start : a.end]) for x in draft.paragraphs for a in x.anchors}
    assert anchors == {
        ("地区生产总值", "5.1%"), ("重点项目投资", "2575亿元"), ("减税", "【待填：减税】"), ("增速目标", "5%以上")
    }  # fmt: skip
    assert [x.style for x in draft.body[:2]] == ["报告稿次", "Title"]


LONG_KEY = "规模以上工业企业" * 12


def changed(data: bytes, old: str, new: str) -> bytes:
    package = Package(data, "")
    document = package.read(package.document).decode()
    assert old in document
    return package.with_parts({package.document: document.replace(old, new).encode()})


def one_figure(key: str = "总值") -> bytes:
    return write(of(Paragraph((Text("增长"), figure("5.1%", key), Text("。")))), reference())


def test_a_key_too_long_for_a_tag_is_known_from_the_record() -> None:
    assert docx.read(one_figure(LONG_KEY), "").body[0].anchors == (Anchor(LONG_KEY, 2, 6),)


def test_a_lost_control_is_replaced_by_its_bookmark() -> None:
    data = changed(one_figure(), '<w:tag w:val="fig:总值"/>', "")
    assert docx.read(data, "").body[0].anchors == (Anchor("总值", 2, 6),)


def test_controls_of_other_programs_are_no_anchors() -> None:
    control = (
        f'<w:sdt><w:sdtPr><w:tag w:val="reviewtag_7"/></w:sdtPr><w:sdtContent>{run("5.1%")}</w:sdtContent></w:sdt>'
    )
    assert docx.read(docx_of_xml(p(control)), "").body[0].anchors == ()


def test_a_figure_that_was_deleted_leaves_no_anchor() -> None:
    data = one_figure()
    before = Package(data, "").read("word/document.xml").decode()
    content = before[before.index("<w:sdtContent>") + 14 : before.index("</w:sdtContent>")]
    gone = content.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    after = docx.read(changed(data, content, f'<w:del w:id="70" w:author="王">{gone}</w:del>'), "").body[0]
    assert (after.text, after.anchors) == ("增长。", ())


@pytest.mark.parametrize("record", ["不是 JSON", "{}", ""])
def test_a_damaged_record_is_a_note(record: str) -> None:
    data = Package(one_figure(), "").with_parts(
        {"customXml/item1.xml": f'<record xmlns="{RECORD_NAMESPACE}">{record}</record>'.encode()}
    )
    draft = docx.read(data, "")
    assert draft.record is None
    assert [note[:12] for note in draft.notes] == ["文件里的生成记录已损坏，"]
    assert draft.body[0].anchors == (Anchor("总值", 2, 6),)


def test_what_only_word_knows() -> None:
    changes = (
        '<w:ins w:id="1" w:author="王"><w:r><w:t>新</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="王"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    )
    body = p(run("甲")) + p(changes) + p() + p(run("藏", "<w:vanish/>"), run("露", '<w:vanish w:val="0"/>'))
    authors = "".join(f'<w:comment w:id="{n}" w:author="{name}"/>' for n, name in enumerate(("王", AUTHOR, "李")))
    comments = f'<w:comments xmlns:w="{NAMESPACE}">{authors}</w:comments>'
    word = docx.read(with_part(docx_of_xml(body), "comments.xml", "comments", comments), "").word
    assert word is not None
    assert (word.insertions, word.deletions, word.comments, word.hidden, word.empty_paragraphs) == (1, 1, 2, (3,), 1)


WESTERN = {
    "hint": ('<w:rFonts w:hint="eastAsia"/>', False),
    "no hint": ("", True),
    "western font": ('<w:rFonts w:hAnsi="Times New Roman" w:eastAsia="仿宋"/>', True),
    "Chinese font": ('<w:rFonts w:hAnsi="仿宋_GB2312"/>', False),
    "Chinese font by its English name": ('<w:rFonts w:hAnsi="FangSong_GB2312"/>', False),
    "theme font for Chinese": ('<w:rFonts w:hAnsiTheme="minorEastAsia"/>', False),
    "theme font": ('<w:rFonts w:hAnsiTheme="minorHAnsi"/>', True),
}


@pytest.mark.parametrize(("properties", "is_western"), WESTERN.values(), ids=WESTERN.keys())
def test_marks_in_a_western_font(properties: str, is_western: bool) -> None:
    word = docx.read(docx_of_xml(p(run("两个", ""), run("“确立”——", properties))), "").word
    assert word is not None
    assert word.western_marks == (((1, 2, 3), (1, 5, 6), (1, 6, 8)) if is_western else ())


NOTES = {
    "numbering": ('<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>' + run("甲") + "</w:p>", "自动编号"),
    "another file": (p(run("甲")) + "<w:altChunk/>", "嵌有别的文件"),
}


@pytest.mark.parametrize(("body", "note"), NOTES.values(), ids=NOTES.keys())
def test_notes_say_what_was_not_checked(body: str, note: str) -> None:
    notes = docx.read(docx_of_xml(body), "").notes
    assert len(notes) == 1
    assert note in notes[0]


def test_macros_are_noted_and_ignored() -> None:
    data = Package(docx_of_xml(p(run("甲"))), "").with_parts({"word/vbaProject.bin": b"\0"})
    draft = docx.read(data, "稿.docm")
    assert [x.text for x in draft.body] == ["甲"]
    assert "宏" in draft.notes[0]


def test_strict_files_are_read() -> None:
    data = changed(docx_of_xml(p(run("甲"))), NAMESPACE, STRICT_NAMESPACE)
    assert [x.text for x in docx.read(data, "").body] == ["甲"]


WITHOUT_TEXT = {
    "nothing": ("", "文件里没有文字", ""),
    "pictures only": (p("<w:r><w:drawing/></w:r>"), "文件里没有文字", "只有图片"),
    "table only": (TABLE, "正文里没有文字", "表格"),
}


@pytest.mark.parametrize(("body", "message", "hint"), WITHOUT_TEXT.values(), ids=WITHOUT_TEXT.keys())
def test_files_without_text_are_refused(body: str, message: str, hint: str) -> None:
    with pytest.raises(CannotRunError, match=message) as raised:
        docx.read(docx_of_xml(body), "稿.docx")
    assert raised.value.exit_code == 2
    assert hint in raised.value.diagnostics[0].hint
    assert raised.value.diagnostics[0].position.file == "稿.docx"
