"""What stands in a written Word file: text, styles, controls, the record, and bytes that never vary."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from lxml import etree

from generator.document import (
    AnnexHeading,
    Document,
    FigureRun,
    Front,
    FrontPart,
    Heading,
    Kind,
    Paragraph,
    Role,
    Runs,
    Table,
    Text,
    paragraphs_of,
    text_of,
)
from generator.ooxml.marks import RECORD_NAMESPACE, tag_of
from generator.readers import native as native_reader
from generator.writers.docx import write
from generator.writers.docx.lint import lint
from generator.writers.docx.package import pack, unpack
from tests.writers.docx import reading
from tests.writers.docx.reading import W15, find, part, value
from tests.writers.samples import figure, of, reference, report
from tests.writers.strategies import ANY_TEXT, documents

REFERENCE = reference()


def _body(document: Document) -> etree._Element:
    return find(part(write(document, REFERENCE), "word/document.xml"), "w:body")[0]


def _one(*runs: Text | FigureRun) -> etree._Element:
    return find(_body(of(Paragraph(runs))), "w:p")[0]


def _lines(document: Document) -> list[str]:
    return [text_of(runs) for runs in paragraphs_of(document, front=True)]


def test_the_text_is_that_of_the_document() -> None:
    assert reading.lines(write(report(), REFERENCE)) == _lines(report())


def _padded(document: Document) -> Document:
    """Rows filled up to the width of their table, which is what a Word table needs."""
    return Document(tuple(_filled(b) if isinstance(b, Table) else b for b in document.blocks), document.meta)


def _filled(table: Table) -> Table:
    width = max((len(row) for row in table.rows), default=0)
    empty: Runs = ()
    return Table(tuple(row + (empty,) * (width - len(row)) for row in table.rows), table.caption)


@given(documents())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_text_of_any_document_can_be_read_again(document: Document) -> None:
    assert reading.lines(write(document, REFERENCE)) == _lines(_padded(document))


@given(documents(ANY_TEXT))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_text_the_file_is_sound(document: Document) -> None:
    assert lint(write(document, REFERENCE)) == []


def test_equal_documents_give_equal_bytes() -> None:
    assert write(report(), REFERENCE) == write(report(), reference())


def _figures(document: Document) -> list[FigureRun]:
    runs = (run for line in paragraphs_of(document, front=True) for run in line)
    return [run for run in runs if isinstance(run, FigureRun) and run.facet.value == "value"]


def test_every_figure_is_in_a_control_of_its_own() -> None:
    body = _body(report())
    found = [(value(sdt, "w:sdtPr/w:tag"), reading.text(sdt)) for sdt in find(body, ".//w:sdt")]
    assert found == [(tag_of(run.key), run.text) for run in _figures(report())]
    assert len(found) == 5


def test_a_control_is_hidden_and_unlocked_inside_a_bookmark_of_its_own() -> None:
    _, start, sdt, end = list(_one(figure("5.1%", "增速")))
    properties = find(sdt, "w:sdtPr")[0]
    assert [etree.QName(child).localname for child in properties] == ["alias", "tag", "id", "appearance"]
    assert value(properties, "w:alias") == "增速"
    assert value(properties, "w:tag") == "fig:增速"
    assert find(properties, "w15:appearance")[0].get(f"{W15}val") == "hidden"
    assert (value(start, ".", "name"), value(start, ".", "id")) == ("_fig_1", value(end, ".", "id"))


def test_numbers_of_controls_and_bookmarks_are_unique() -> None:
    body = _body(of(*[Paragraph((figure("1", "甲"), figure("1", "甲")))] * 50))
    ids = [value(sdt, "w:sdtPr/w:id") for sdt in find(body, ".//w:sdt")]
    marks = [value(mark, ".", "name") for mark in find(body, ".//w:bookmarkStart")]
    assert len(set(ids)) == len(set(marks)) == 100
    assert all(number is not None and 0 < int(number) < 2**31 for number in ids)


def test_a_word_chosen_by_a_datum_is_a_plain_run() -> None:
    word = next(run for run in report().blocks[6].runs if isinstance(run, FigureRun))  # type: ignore[union-attr]
    assert word.text == "增长"
    assert find(_one(word), "w:sdt") == []


def test_an_empty_figure_leaves_no_control_which_word_would_fill_with_a_prompt() -> None:
    assert find(_one(figure("", "增速")), "w:sdt") == []


def test_chinese_punctuation_is_hinted_and_digits_are_not() -> None:
    hinted = {"“好”": True, "——": True, "全面…": True, "5.1%": False, "增长7%，": False, "×××": True, "阿·买买提": True}
    for words, expected in hinted.items():
        assert (value(_one(Text(words)), "w:r/w:rPr/w:rFonts", "hint") == "eastAsia") is expected, words


def test_roles_become_character_styles() -> None:
    expected = {
        Text("甲", Role.RUN_IN, 1): "RunInHead1",
        Text("甲", Role.RUN_IN, 2): "RunInHead2",
        Text("甲", Role.RUN_IN, 3): "RunInHead3",
        Text("甲", Role.RUN_IN, 9): "RunInHead3",
        Text("甲", Role.PLACEHOLDER): "ReportPlaceholder",
        Text("甲", Role.PENDING): "ReportPending",
        Text("甲", Role.PENDING, 2): "RunInHead2",
        Text("甲"): None,
    }
    for run, style in expected.items():
        assert value(_one(run), "w:r/w:rPr/w:rStyle") == style
    assert value(_one(Text("甲", Role.PENDING, 2)), "w:r/w:rPr/w:highlight") == "yellow"


def test_blocks_become_paragraph_styles_with_a_blank_line_under_the_title_block() -> None:
    styles = [value(p, "w:pPr/w:pStyle") for p in find(_body(report()), "w:p")]
    assert styles == [
        *("ReportMark", "Title", "ReportSession", "ReportSpeaker", None),
        *("Salutation", "Heading1", "ReportBody", "Heading2"),
        *("AnnexLabel", "AnnexTitle", "Caption", "Caption", None),
    ]


def test_deep_headings_take_the_deepest_style() -> None:
    assert value(_body(of(Heading(7, (Text("甲"),)))), "w:p/w:pPr/w:pStyle") == "Heading4"


def test_a_front_alone_has_no_blank_line_under_it() -> None:
    assert len(find(_body(of(Front(FrontPart.TITLE, (Text("甲"),)))), "w:p")) == 1


def test_an_annex_without_a_title_is_its_label() -> None:
    assert len(find(_body(of(AnnexHeading((Text("附件"),), ()))), "w:p")) == 1


def test_a_table_is_ruled_with_a_repeated_head_and_whole_rows() -> None:
    table = find(_body(report()), "w:tbl")[0]
    widths = [int(value(column, ".", "w") or 0) for column in find(table, "w:tblGrid/w:gridCol")]
    assert value(table, "w:tblPr/w:tblStyle") == "ReportTable"
    assert sum(widths) == 11906 - 1588 - 1474
    assert [len(find(row, "w:trPr/w:tblHeader")) for row in find(table, "w:tr")] == [1, 0]
    assert all(find(row, "w:trPr/w:cantSplit") for row in find(table, "w:tr"))


def test_two_tables_in_a_row_stay_two_tables() -> None:
    table = Table((((Text("甲"),),),))
    tags = [etree.QName(child).localname for child in _body(of(table, table))]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_tabs_and_line_breaks_are_elements_and_illegal_characters_are_left_out() -> None:
    run = find(_one(Text("甲\t乙\r\n丙\x00\x1f\ufffe丁 ")), "w:r")[0]
    assert [etree.QName(child).localname for child in run if child.tag.endswith(("t", "tab", "br"))] == [
        *("t", "tab", "t", "br", "t")
    ]
    assert reading.text(run) == "甲\t乙\n丙丁 "


def test_markup_in_data_stays_text() -> None:
    run = FigureRun("<w:p/>&\"'", "a\"<&>'", Kind.TERM, "drafts/2024/terms.yaml:1")
    paragraph = _one(run)
    assert reading.text(paragraph) == run.text
    assert value(paragraph, ".//w:tag") == "fig:a\"<&>'"


def test_the_record_is_found_by_its_namespace_and_gives_the_document_back() -> None:
    docx = write(report(), REFERENCE)
    roots = [part(docx, name) for name in reading.names(docx) if name.startswith("customXml/item")]
    records = [root for root in roots if root.tag == f"{{{RECORD_NAMESPACE}}}record"]
    assert [native_reader.read(root.text or "") for root in records] == [report()]


def test_a_reference_with_custom_xml_of_its_own_keeps_it() -> None:
    parts = unpack(REFERENCE)
    parts["customXml/item1.xml"] = b"<other/>"
    docx = write(report(), pack(parts))
    assert lint(docx) == []
    assert part(docx, "customXml/item1.xml").tag == "other"
    assert part(docx, "customXml/item2.xml").tag == f"{{{RECORD_NAMESPACE}}}record"


def test_properties_name_the_report_and_no_date() -> None:
    core = part(write(report(), REFERENCE), "docProps/core.xml")
    assert {etree.QName(child).localname: child.text for child in core} == {
        "title": "政府工作报告",
        "creator": "起草 Qicao",
        "lastModifiedBy": "起草 Qicao",
        "language": "zh-CN",
    }


def test_word_is_not_told_to_update_fields_which_makes_it_ask() -> None:
    assert find(part(write(report(), REFERENCE), "word/settings.xml"), "w:updateFields") == []
