"""The page says what the document says, shows where every datum comes from, and cannot be broken by any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from generator.document import (
    Block,
    Document,
    Facet,
    FigureRun,
    Front,
    FrontPart,
    Heading,
    Kind,
    Meta,
    Paragraph,
    Role,
    Run,
    Table,
    Text,
    paragraphs_of,
    text_of,
)
from generator.writers import html
from tests.writers.html_reading import data, read, report_lines
from tests.writers.samples import figure, of, report
from tests.writers.strategies import ANY_TEXT, documents

HOSTILE = (
    "</style><script>alert('x')</script>",
    "<!-- <b>",
    "]]> & &amp; &#60;",
    '"\' onmouseover="alert(1)',
    "</p></article></body>",
    "javascript:alert(1)",
    "a\r\nb",
)


def data_of(document: Document) -> list[FigureRun]:
    return [r for runs in paragraphs_of(document, front=True) for r in runs if isinstance(r, FigureRun) and r.text]


def test_全文与文档一致() -> None:
    expected = [text_of(runs).replace("\t", "") for runs in paragraphs_of(report(), front=True)]
    assert report_lines(html.write(report())) == expected


def as_read(text: str) -> str:
    """A line as a browser gives it: what HTML cannot hold is replaced."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", text)


@given(documents(ANY_TEXT))
def test_任何文字都原样读回(document: Document) -> None:
    page = html.write(document)
    page.encode()
    expected = [as_read(text_of(runs)).replace("\t", "") for runs in paragraphs_of(document, front=True)]
    if not any(isinstance(block, Front) and block.part is FrontPart.TITLE for block in document.blocks):
        expected.insert(0, as_read(document.meta.title).replace("\t", ""))
    read_back = [line.replace("\t", "") for line in report_lines(page)]
    assert [line for line in read_back if line.strip()] == [line for line in expected if line.strip()]


@given(documents())
def test_每个数据都有名称类别和来源(document: Document) -> None:
    shown = [(e.attributes["data-key"], e.attributes["data-source"], e.text) for e in data(html.write(document))]
    wanted = [(as_read(run.key), run.source, run.text) for run in data_of(document)]
    in_rows = {id(run) for block in document.blocks if isinstance(block, Table) for run in _runs_in_rows(block)}
    if not in_rows:  # a row of blanks is no paragraph, but it is a row of the table
        assert shown == wanted
    assert set(wanted) <= set(shown)


def _runs_in_rows(table: Table) -> list[Run]:
    return [run for row in table.rows for cell in row for run in cell]


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (figure("5.1%", "增速"), ("span", "datum", "指标", "0")),
        (figure("5%左右", "增速目标", Kind.TARGET), ("span", "datum", "目标", "0")),
        (figure("某大桥", "大桥", Kind.PROJECT), ("span", "datum", "项目", "0")),
        (figure("两个确立", "两个确立", Kind.TERM), ("span", "datum", "提法", "0")),
        (figure("三项", "项数", Kind.DERIVED), ("span", "datum", "算出的数", "0")),
        (figure("增长", "增速", facet=Facet.WORD), ("span", "word", "随指标而变的词", None)),
        (figure("【待填：增速】", "增速", role=Role.PLACEHOLDER), ("mark", "datum placeholder", "指标，待填", "0")),
        (figure("9%", "增速", role=Role.PENDING), ("mark", "datum pending", "指标，待核", "0")),
    ],
    ids=lambda value: value.text if isinstance(value, FigureRun) else "",
)
def test_数据怎样标明(run: FigureRun, expected: tuple[str, str, str, str | None]) -> None:
    (shown,) = data(html.write(of(Paragraph((Text("同比"), run)))))
    at = shown.attributes
    assert (shown.name, at["class"], at["data-kind"], at.get("tabindex")) == expected
    assert (shown.text, at["data-key"], at["data-source"]) == (run.text, run.key, run.source)


def test_样式表把来源显示出来() -> None:
    sheet = html.packaged_style()
    rule = re.search(r"\.datum:hover::after, \.datum:focus::after[^{]*\{([^}]*)\}", sheet)
    assert rule is not None
    assert all(f"attr(data-{name})" in rule[1] for name in ("key", "kind", "source"))


@pytest.mark.parametrize("text", HOSTILE)
def test_文字不会变成标签(text: str) -> None:
    plain = _page_with("某")
    page = _page_with(text)
    assert "\r" not in page, "浏览器会把回车读成换行"
    assert [e.name for e in read(page)] == [e.name for e in read(plain)]
    assert [sorted(e.attributes) for e in read(page)] == [sorted(e.attributes) for e in read(plain)]


def _page_with(text: str) -> str:
    """A page that has this text wherever a text can stand."""
    run = FigureRun(text, text, Kind.FIGURE, text, role=Role.PLACEHOLDER)
    blocks: tuple[Block, ...] = (
        Front(FrontPart.SESSION, (Text(text),)),
        Heading(1, (Text(text),)),
        Paragraph((Text(text, Role.RUN_IN, 1), run)),
        Table((((Text(text),), (run,)),), (Text(text),)),
    )
    return html.write(Document(blocks, Meta(2024, text, text, text, text)))


def test_样式表不能提前结束() -> None:
    page = html.write(report(), "p::before { content: '</style><script>x</script>' }")
    assert [e.name for e in read(page) if e.name in ("style", "script")] == ["style"]


def test_可以换成自己的样式表() -> None:
    (style,) = [e for e in read(html.write(report(), "p { color: red }")) if e.name == "style"]
    assert style.text.strip() == "p { color: red }"


def test_不用外来的东西也没有脚本() -> None:
    page = html.write(report())
    assert not {e.name for e in read(page)} & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"https?:|//|@import|url\(", page)
    assert all(e.attributes["href"].startswith("#") for e in read(page) if "href" in e.attributes)


def test_总有标题() -> None:
    without = Document((Paragraph((Text("各位代表"),)),), Meta(2024, "某市", "政府工作报告"))
    for document in (without, report()):
        assert [e.text for e in read(html.write(document)) if e.name == "h1"] == ["政府工作报告"]


def test_结构() -> None:
    elements = [e for e in read(html.write(report())) if "article" in e.parents]
    wanted = ("h2", "h3", "b", "caption")
    described = [(e.name, e.attributes.get("class"), e.text) for e in elements if e.name in wanted]
    assert described == [
        ("h2", None, "一、2023年工作回顾"),
        ("b", "run-in-1", "——经济运行稳中向好。"),
        ("b", "run-in-2", "精准服务企业。"),
        ("h3", None, "（一）推动新增长"),
        ("h2", "annex-title", "主要目标"),
        ("caption", None, "表1　主要目标"),
        ("caption", None, "表1　主要目标"),
    ]
    head = [e for e in elements if e.name == "th"]
    assert {e.attributes["scope"] for e in head} == {"col"}
    assert all("section" in e.parents for e in elements if e.name == "table")


def test_页首的统计() -> None:
    (summary,) = [e for e in read(html.write(report())) if e.name == "aside"]
    assert "全文引用数据 5 处，出自 4 项数据（指标 2、目标 1、项目 1）；待填 1 个，待核 1 个。" in summary.text
    (settled,) = [e for e in read(html.write(of(Paragraph((figure("5%", "增速"),))))) if e.name == "aside"]
    assert "没有待填、待核的数" in settled.text


def test_从统计可以跳到每个待填待核的数() -> None:
    missing = figure("【待填：减税】", "减税", role=Role.PLACEHOLDER)
    elements = read(html.write(of(Paragraph((missing, Text("，"), missing)), *report().blocks)))
    links = [e.attributes["href"].removeprefix("#") for e in elements if e.name == "a"]
    targets = [e.attributes["id"] for e in elements if "id" in e.attributes]
    assert links == targets == ["owed-1", "owed-2"]


def test_同样的内容总是同样的页() -> None:
    assert html.write(report()) == html.write(report())
