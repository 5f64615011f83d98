"""The native form: nothing is lost, and nothing else is accepted."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from generator.document import Document, FigureRun, Kind, Paragraph, Text
from generator.readers import native as reader
from generator.writers import native as writer
from generator.writers.docx.xml import content
from tests.writers.samples import of, report
from tests.writers.strategies import ANY_TEXT, documents


@given(documents(ANY_TEXT))
def test_what_is_written_is_read_back(document: Document) -> None:
    assert reader.read(writer.write(document)) == document
    assert reader.read(writer.compact(document)) == document


@given(documents(ANY_TEXT))
def test_the_compact_form_can_stand_in_xml_unchanged(document: Document) -> None:
    compact = writer.compact(document)
    escaped = content(compact)
    assert escaped.replace("&quot;", '"').replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&") == compact


def test_text_that_utf8_cannot_hold_is_read_back() -> None:
    document = of(Paragraph((Text("\ud800\ufffe\x00"),)))
    written = writer.write(document)
    assert reader.read(written.encode().decode()) == document


def test_a_plain_run_is_a_bare_string_and_chinese_stays_readable() -> None:
    run = FigureRun("5.1%", "地区生产总值", Kind.FIGURE, "drafts/2024/figures.yaml:17")
    parsed = json.loads(writer.write(of(Paragraph((Text("增长"), run)))))
    assert parsed["blocks"] == [
        {
            "block": "paragraph",
            "runs": [
                "增长",
                {"t": "5.1%", "key": "地区生产总值", "kind": "figure", "src": "drafts/2024/figures.yaml:17"},
            ],
        }
    ]
    assert "地区生产总值" in writer.write(report())


def test_writing_twice_gives_the_same_text() -> None:
    assert writer.write(report()) == writer.write(report())


def _with(**changed: object) -> str:
    return json.dumps({**json.loads(writer.write(of())), **changed})


def _block(**fields: object) -> str:
    return _with(blocks=[fields])


META = {"year": 2024, "place": "", "title": "", "data_hash": "", "template_hash": ""}

MALFORMED = {
    "not JSON": ("{", "不是完整的 JSON"),
    "not an object": ("[]", "整体：应当是一个对象"),
    "nothing inside": ("{}", "缺少 blocks、format、meta、version"),
    "another format": (_with(format="pandoc"), "format：应当是“qicao-document”"),
    "a later version": (_with(version=2), "version：本程序读第 1 版，这是第 2 版"),
    "version is true": (_with(version=True), "version：应当是整数"),
    "unknown field": (_with(extra=1), "整体：多出了 extra"),
    "year is text": (_with(meta={**META, "year": "2024"}), "meta.year：应当是整数"),
    "place is missing": (_with(meta={"year": 1}), "meta：缺少 data_hash、place、template_hash、title"),
    "blocks is text": (_with(blocks="x"), "blocks：应当是一个列表"),
    "unknown block": (_block(block="image"), "blocks[0]：block 应当是"),
    "a block without a kind": (_with(blocks=["x"]), "blocks[0]：block 应当是"),
    "kind is a list": (_block(block=[]), "blocks[0]：block 应当是"),
    "heading without level": (_block(block="heading", runs=[]), "blocks[0]：缺少 level"),
    "unknown part": (_block(block="front", part="logo", runs=[]), "blocks[0].part：“logo”不是 mark、title"),
    "role is a number": (_block(block="paragraph", runs=[], role=1), "blocks[0].role：应当是文字"),
    "run is a number": (_block(block="paragraph", runs=[1]), "blocks[0].runs[0]：应当是一个对象"),
    "figure without source": (
        _block(block="paragraph", runs=[{"t": "", "key": "", "kind": "figure"}]),
        "blocks[0].runs[0]：缺少 src",
    ),
    "a cell is text": (_block(block="table", rows=[["x"]]), "blocks[0].rows[0][0]：应当是一个列表"),
    "too deep": ("[" * 100_000, "不是完整的 JSON"),
}


@pytest.mark.parametrize(("text", "message"), MALFORMED.values(), ids=MALFORMED.keys())
def test_malformed_input_is_refused_in_chinese(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="生成记录有误") as raised:
        reader.read(text)
    assert message in str(raised.value)
