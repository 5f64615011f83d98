"""What stands beside the body of a Word file: found in tables, text boxes and notes, told at the place they hang on."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ooxml.archive import Package
from generator.ooxml.names import NAMESPACE
from generator.readers import docx
from tests.checking.drafts import TEXT
from tests.checking.running import Qicao
from tests.word_grammar import docx_of_xml

_ANNEX = """\
year: 2024
place: 某市
annexes:
  - kind: 表格
    title: 主要指标
    table:
      caption: 主要指标完成情况
      header: [指标, 数]
      rows: [[地区生产总值, "{地区生产总值}"], [减税, "{减税}"], [水库, "{水库}"]]
"""
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def p(text: str, *inner: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r>{"".join(inner)}</w:p>'


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def box(text: str) -> str:
    return (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        f"<w:txbxContent>{p(text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def word_of(body: str, note: str = "") -> bytes:
    """A Word file with this body and one footnote."""
    data = docx_of_xml(body)
    if not note:
        return data
    package = Package(data, "")
    rels = package.read("word/_rels/document.xml.rels").decode()
    one = '<Relationship Id="rIdNote" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>'
    footnotes = f'<w:footnotes xmlns:w="{NAMESPACE}"><w:footnote w:id="2">{p(note)}</w:footnote></w:footnotes>'
    return package.with_parts(
        {
            "word/footnotes.xml": footnotes.encode(),
            "word/_rels/document.xml.rels": rels.replace("</Relationships>", one).encode(),
        }
    )


def report(*inner: str, behind: str = "") -> str:
    """The report of the workspace, with something in its second paragraph and something behind that."""
    first, second, third = TEXT.splitlines()
    return p(first) + p(second, *inner) + behind + p(third)


Places = list[tuple[object, ...]]


def found(qicao: Qicao, *arguments: str) -> Places:
    """Of each finding its code, its place in the body, where it stands beside it, its words and what was expected."""
    [draft] = qicao("check", *arguments, "--format", "json").json["drafts"]
    diagnostics = draft["diagnostics"]
    assert isinstance(diagnostics, list)
    return [
        (d["code"], (d["paragraph"], d["start"], d["end"], d["text"]), d["where"], d["where_text"], d["expected"])
        if d["where"]
        else (d["code"], d["message"])
        for d in diagnostics
        if d["code"] not in ("R106",) and not d["code"].startswith("L")
    ]


BEHIND = len(TEXT.splitlines()[1])

CASES = {
    "nothing": (report(NOTE, box("按部就班"), behind=table(("甲", "12座"))), "见附表。", []),
    "slips of the pen in a cell": (
        report(behind=table(("项目", "说明"), ("甲", "按步就班推进"))),
        "",
        [("W105", (2, BEHIND, BEHIND, ""), "表1第2行第2列", "按步就班", "按部就班")],
    ),
    "a placeholder in a text box": (
        report(box("完成投资XX亿元")),
        "",
        [("R120", (2, BEHIND, BEHIND, ""), "文本框1", "XX", None)],
    ),
    "a sum in a note": (
        report(NOTE),
        "新增甲类3处、乙类4处，共8处。",
        [("F105", (2, BEHIND, BEHIND, ""), "脚注1", "8处", None)],
    ),
    "a note says again what the data know otherwise": (
        report(NOTE),
        "过去一年，地区生产总值增长5.7%。",
        [("T101", (2, BEHIND, BEHIND, ""), "脚注1", "5.7%", "5.1%")],
    ),
    "a note says something else": (report(NOTE), "全省地区生产总值增长5.7%，减税较多。", []),
    "a table made by hand names a figure and its year": (
        report(behind=table(("指标", "单位", "2023年", "2022年"), ("地区生产总值增速", "%", "5.4", "3.9"))),
        "",
        [("T101", (2, BEHIND, BEHIND, ""), "表1第2行第3列", "5.4", "5.1%")],
    ),
    "a table whose total is wrong": (
        report(behind=table(("县市", "学校（所）"), ("甲县", "3"), ("乙县", "4"), ("合计", "8"))),
        "",
        [("F116", (2, BEHIND, BEHIND, ""), "表1第4行第2列", "8", None)],
    ),
    "a table of other places": (
        report(behind=table(("县市", "地区生产总值增速"), ("甲县", "5.4%"), ("乙县", "6%"))),
        "",
        [],
    ),
    "a table with heads in two rows": (
        report(behind=table(("指标", "2023年"), ("", "全市", "甲县"), ("地区生产总值增速", "5.1%", "5.4%"))),
        "",
        [],
    ),
}


@pytest.mark.parametrize(("body", "note", "expected"), CASES.values(), ids=CASES.keys())
def test_findings_are_told_where_they_hang(qicao: Qicao, folder: Path, body: str, note: str, expected: Places) -> None:
    (folder / "draft.docx").write_bytes(word_of(body, note))
    assert found(qicao, "draft.docx", "--year", "2024") == expected


@pytest.fixture
def built(qicao: Qicao, folder: Path) -> Path:
    """The report with a table of its figures, as Word."""
    (folder / "drafts/2024/report.yaml").write_text(_ANNEX, encoding="utf-8")
    assert qicao("build", "2024", "--out", ".").code == 0
    return folder / "work-report-2024.docx"


def changed(file: Path, old: str, new: str) -> None:
    """Change the last place where something stands in the text of a Word file."""
    package = Package(file.read_bytes(), "")
    before, _, after = package.read(package.document).decode().rpartition(old)
    assert before
    file.write_bytes(package.with_parts({package.document: f"{before}{new}{after}".encode()}))


@pytest.mark.parametrize("year", [("--year", "2024"), ()], ids=["with-data", "by-its-record"])
def test_a_table_that_was_generated_ties(qicao: Qicao, built: Path, year: tuple[str, ...]) -> None:
    assert found(qicao, built.name, *year) == []
    [draft] = qicao("check", built.name, *year, "--format", "json").json["drafts"]
    coverage = draft["coverage"]
    assert isinstance(coverage, dict)
    assert coverage["figures"] == {"tied": 7, "not_data": 0, "loose": 0, "missing": 0}
    assert coverage["beside"] == {"paragraphs": 8, "loose": 0}
    assert found(qicao, "work-report-2024.txt", *year) == []


def test_a_figure_changed_in_its_cell_is_found_there(qicao: Qicao, built: Path) -> None:
    changed(built, "127.4亿元", "172.4亿元")
    [(code, _, where, text, expected)] = found(qicao, built.name)
    assert (code, where, text, expected) == ("T101", "表1第3行第2列", "172.4亿元", "127.4亿元")


def test_a_table_that_was_taken_out_is_missed(qicao: Qicao, built: Path) -> None:
    package = Package(built.read_bytes(), "")
    before, _, rest = package.read(package.document).decode().rpartition("<w:tbl>")
    built.write_bytes(package.with_parts({package.document: (before + rest.partition("</w:tbl>")[2]).encode()}))
    assert [code for code, *_ in found(qicao, built.name)] == ["T102", "T102", "T102"]


def test_the_line_with_the_caret_is_that_of_the_cell(qicao: Qicao, built: Path) -> None:
    changed(built, "127.4亿元", "172.4亿元")
    lines = qicao("check", built.name, "--year", "2024").out.splitlines()
    assert lines[0].startswith("work-report-2024.docx:7:9 T101 错误 表1第3行第2列：“减税”应为“127.4亿元”")
    assert lines[1:3] == ["    172.4亿元", "    ^^^^^^^^^"]


def test_comments_stand_in_cells_and_at_the_reference_of_a_note(qicao: Qicao, folder: Path) -> None:
    body = report(NOTE, behind=table(("项目", "说明"), ("甲", "按步就班推进")))
    before = word_of(body, "按步就班推进。")
    (folder / "draft.docx").write_bytes(before)
    ran = qicao("check", "draft.docx", "--select", "W105", "--annotate", "out.docx")
    assert "2 处加了批注" in ran.err
    package = Package((folder / "out.docx").read_bytes(), "")
    xml = package.read(package.document).decode()
    cell = xml[xml.index("<w:tbl>") : xml.index("</w:tbl>")]
    assert cell.count("commentReference") == 1
    assert xml.count("commentReference") == 2
    assert (
        docx.read((folder / "out.docx").read_bytes(), "").asides
        == docx.read(word_of(body, "按步就班推进。"), "").asides
    )


def test_nothing_beside_the_body_is_changed_without_asking(qicao: Qicao, folder: Path) -> None:
    (folder / "draft.docx").write_bytes(word_of(report(behind=table(("说明",), ("按步就班,推进",)))))
    ran = qicao("check", "draft.docx", "--year", "2024", "--fix", "out.docx")
    assert "改好 0 处" in ran.err
    assert "--fix 会改" not in ran.out


def test_a_finding_beside_the_body_can_be_waived(qicao: Qicao, folder: Path) -> None:
    (folder / "draft.docx").write_bytes(word_of(report(behind=table(("说明",), ("按步就班推进",)))))
    told = qicao("waive", "2024", "draft.docx", "--rule", "W105", "--reason", "原文如此", "--who", "张三")
    assert "第2段：表1第2行第1列：" in told.out
    assert found(qicao, "draft.docx", "--year", "2024") == []


FORMATS = [("html", 'data-place="表1第2行第1列"'), ("sarif", '"name": "表1第2行第1列"')]


@pytest.mark.parametrize(("format", "told"), FORMATS)
def test_other_formats_say_where_too(qicao: Qicao, folder: Path, format: str, told: str) -> None:
    (folder / "draft.docx").write_bytes(word_of(report(behind=table(("说明",), ("按步就班推进",)))))
    assert told in qicao("check", "draft.docx", "--format", format).out


def test_several_processes_say_the_same(qicao: Qicao, built: Path) -> None:
    changed(built, "127.4亿元", "172.4亿元")
    built.with_name("b.docx").write_bytes(built.read_bytes())
    arguments = ("check", built.name, "b.docx", "--year", "2024", "--format", "html")
    assert qicao(*arguments, "--jobs", "2").out == qicao(*arguments).out
