"""Comments on exactly the characters of each finding, and nothing else changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from generator.diagnostics import CannotRunError, Diagnostic, Fix, Severity, Span
from generator.ooxml.archive import Package
from generator.ooxml.marks import AUTHOR
from generator.ooxml.names import NAMESPACE, STRICT_NAMESPACE, STRICT_RELATIONSHIPS
from generator.positions import Position
from generator.readers import docx as reader
from generator.writers.docx import write
from generator.writers.docx.annotate import annotate
from generator.writers.docx.lint import lint
from tests.word_grammar import LINES, Line, accepted_paragraphs, docx_of, docx_of_xml
from tests.writers.docx.reading import W, find, part, text, value
from tests.writers.docx.revisions import characters, commented
from tests.writers.docx.test_validators import NOT_A_FAULT
from tests.writers.samples import reference, report


def finding(paragraph: int, start: int, end: int, message: str = "与数据不符", **more: str) -> Diagnostic:
    return Diagnostic(
        "T101", "figure-changed", message, Position("稿.docx", paragraph, start + 1), Severity.ERROR,
        span=Span("", paragraph, start, end), expected=more.get("expected", ""), source=more.get("source", ""),
        figure=more.get("figure", ""),
    )  # fmt: skip


def comments(docx: bytes) -> list[str]:
    return ["\n".join(text(p) for p in find(c, "w:p")) for c in find(part(docx, "word/comments.xml"), "w:comment")]


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


@st.composite
def drafts_and_spans(draw: st.DrawFn) -> tuple[tuple[Line, ...], list[Span]]:
    lines = draw(LINES)
    texts = accepted_paragraphs(lines)
    assume(texts)
    spans = []
    for _ in range(draw(st.integers(1, 5))):
        number = draw(st.integers(1, len(texts)))
        here = texts[number - 1]
        start = draw(st.integers(0, len(here) - 1))
        end = draw(st.integers(start + 1, len(here)))
        spans.append(Span(here[start:end], number, start, end))
    return lines, spans


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], deadline=None)
@given(drafts_and_spans())
def test_any_characters_anywhere(drawn: tuple[tuple[Line, ...], list[Span]]) -> None:
    lines, spans = drawn
    before = docx_of(lines)
    after = annotate(before, [finding(span.paragraph, span.start, span.end) for span in spans])
    assert characters(after) == characters(before)
    assert sorted(commented(after).values()) == sorted(span.text for span in set(spans))
    assert lint(after) == lint(before)
    references = find(part(after, "word/document.xml"), "//w:commentReference/../..")
    assert {element.tag for element in references} == {f"{W}p"}


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], deadline=None, max_examples=30)
@given(drafts_and_spans())
def test_a_second_run_replaces_the_first(drawn: tuple[tuple[Line, ...], list[Span]]) -> None:
    lines, spans = drawn
    found = [finding(span.paragraph, span.start, span.end) for span in spans]
    once = annotate(docx_of(lines), found)
    assert annotate(once, found) == once
    cleared = annotate(once, [])
    assert comments(cleared) == []
    assert find(part(cleared, "word/document.xml"), "//w:commentReference") == []


def test_the_comment_says_what_is_wrong_and_where_the_right_value_stands() -> None:
    found = finding(1, 4, 8, "总值写成5.2%", expected="5.1%", source="drafts/2024/figures.yaml:17", figure="总值")
    after = annotate(docx_of_xml(paragraph("总值增长5.2%。")), [found])
    assert comments(after) == [
        "【错误】总值写成5.2%\n应为：5.1%\n数据：总值（drafts/2024/figures.yaml:17）\n规则：T101"
    ]
    assert commented(after) == {"0": "5.2%"}
    comment = find(part(after, "word/comments.xml"), "w:comment")[0]
    assert (comment.get(f"{W}author"), comment.get(f"{W}initials")) == (AUTHOR, "QC")


def test_a_fix_that_is_not_the_expected_text_is_told() -> None:
    found = Diagnostic(
        "P101", "half-width", "半角逗号", Position("", 1, 3), Severity.WARNING, span=Span(",", 1, 2, 3), fix=Fix("，")
    )
    after = annotate(docx_of_xml(paragraph("稳定,向好")), [found])
    assert comments(after) == ["【警告】半角逗号\n改法：改为“，”\n规则：P101"]


def test_several_findings_on_one_span_are_one_comment() -> None:
    found = [finding(1, 0, 2, "甲"), finding(1, 0, 2, "乙"), finding(1, 1, 2, "丙")]
    after = annotate(docx_of_xml(paragraph("总值")), found)
    assert comments(after) == ["【错误】甲\n规则：T101\n【错误】乙\n规则：T101", "【错误】丙\n规则：T101"]


@pytest.mark.parametrize(("start", "character"), [(0, "总"), (1, "值"), (2, "值")])
def test_what_is_missing_is_said_at_the_nearest_character(start: int, character: str) -> None:
    after = annotate(docx_of_xml(paragraph("总值")), [finding(1, start, start)])
    assert list(commented(after).values()) == [character]


def test_comments_of_others_stay() -> None:
    ours = annotate(docx_of_xml(paragraph("总值增长")), [finding(1, 0, 2)])
    parts = _with_comment_of(ours, "王处长")
    after = annotate(parts, [finding(1, 2, 4, "新的")])
    assert comments(after) == ["请核", "【错误】新的\n规则：T101"]
    assert lint(after) == []


def _with_comment_of(docx: bytes, author: str) -> bytes:
    """The file with a second comment, on the same characters, by somebody else."""
    package = Package(docx, "")
    comment = f'<w:comment w:id="7" w:author="{author}"><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment></w:comments>'
    marks = {
        b'<w:commentRangeStart w:id="0"/>': b'<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="7"/>',
        b'<w:commentRangeEnd w:id="0"/>': b'<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
        b'<w:commentRangeEnd w:id="0"/>',
    }
    document = package.read("word/document.xml")
    for old, new in marks.items():
        assert old in document
        document = document.replace(old, new)
    changed = package.read("word/comments.xml").replace(b"</w:comments>", comment.encode())
    return package.with_parts({"word/document.xml": document, "word/comments.xml": changed})


def test_a_mark_whose_comment_is_lost_does_not_become_ours() -> None:
    lost = '<w:commentRangeStart w:id="0"/><w:r><w:t>总值</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    before = docx_of_xml(f'<w:p>{lost}<w:r><w:commentReference w:id="0"/></w:r></w:p>')
    once = annotate(before, [finding(1, 0, 1)])
    assert [c.get(f"{W}id") for c in find(part(once, "word/comments.xml"), "w:comment")] == ["1"]
    assert annotate(once, [finding(1, 0, 1)]) == once


def test_a_whole_figure_is_commented_around_its_control() -> None:
    content = "<w:sdtContent><w:r><w:t>5.2%</w:t></w:r></w:sdtContent>"
    control = f'<w:sdt><w:sdtPr><w:tag w:val="fig:a"/></w:sdtPr>{content}</w:sdt>'
    after = annotate(docx_of_xml(f"<w:p><w:r><w:t>增长</w:t></w:r>{control}</w:p>"), [finding(1, 2, 6)])
    found = find(part(after, "word/document.xml"), "//w:p/*")
    children = [value(child, "w:sdtPr/w:tag") or child.tag[len(W) :] for child in found]
    assert children == ["r", "commentRangeStart", "fig:a", "commentRangeEnd", "r"]


def test_every_other_part_keeps_its_bytes() -> None:
    before = write(report(), reference())
    after = annotate(before, [finding(1, 0, 2)])
    old, new = Package(before, ""), Package(after, "")
    changed = {name for name in new.names if not old.has(name) or old.read(name) != new.read(name)}
    assert changed == {
        "word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
    }  # fmt: skip
    assert reader.read(after, "").body == reader.read(before, "").body


def test_the_result_is_valid(tmp_path: Path) -> None:
    before = write(report(), reference())
    found = [finding(p.number, n, n + 2) for p in reader.read(before, "").body for n in range(0, len(p.text) - 2, 3)]
    path = tmp_path / "annotated.docx"
    path.write_bytes(annotate(before, found))
    assert lint(path.read_bytes()) == []
    errors = [str(error) for error in OpenXmlValidator().validate(path).errors]
    assert [error for error in errors if NOT_A_FAULT not in error] == []


def test_a_strict_file_stays_strict() -> None:
    package = Package(docx_of_xml(paragraph("总值增长5.2%。")), "")
    strict = package.with_parts(
        {
            name: package.read(name).replace(NAMESPACE.encode(), STRICT_NAMESPACE.encode())
            for name in package.names
            if name.startswith("word/")
        }
    )
    after = Package(annotate(strict, [finding(1, 4, 8)]), "")
    assert NAMESPACE.encode() not in b"".join(after.read(n) for n in ("word/document.xml", "word/comments.xml"))
    assert f'Type="{STRICT_RELATIONSHIPS}/comments"'.encode() in after.read("word/_rels/document.xml.rels")
    assert commented(_as_usual(after)) == {"0": "5.2%"}


def _as_usual(package: Package) -> bytes:
    """A “Strict” file with the names of other files."""
    return package.with_parts(
        {name: package.read(name).replace(STRICT_NAMESPACE.encode(), NAMESPACE.encode()) for name in package.names}
    )


def test_what_is_no_word_file_is_said() -> None:
    with pytest.raises(CannotRunError, match="不是 Word 文件"):
        annotate("文本".encode(), [])
