"""A trace accounts for every numeral of the text form, with places that point into it."""

from __future__ import annotations

import pytest

from generator.diagnostics import Span
from generator.document import (
    AnnexHeading,
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
    Runs,
    Table,
    Text,
)
from generator.loading.loader import load
from generator.rendering import render
from generator.tracing import Trace, trace
from tests.workspaces import YEAR, MakeWorkspace

META = Meta(YEAR, "某市", "政府工作报告")


def _figure(text: str, facet: Facet = Facet.VALUE, role: Role = Role.BODY) -> FigureRun:
    return FigureRun(text, "某数", Kind.FIGURE, "drafts/2024/figures.yaml:3", facet, role)


def _trace(*paragraphs: Runs) -> Trace:
    return trace(Document(tuple(Paragraph(runs) for runs in paragraphs), META))


def test_paragraphs_count_from_1_and_characters_from_0() -> None:
    found = _trace((Text("开头。"),), (Text("增长"), _figure("5.1%"), Text("。")))
    assert [figure.span for figure in found.figures] == [Span("5.1%", 2, 2, 6)]
    assert (found.numerals, found.untraced) == (1, ())


def test_empty_paragraphs_and_the_title_block_do_not_count() -> None:
    blocks = (
        Front(FrontPart.TITLE, (Text("2024年报告"),)),
        Heading(1, (Text("一、回顾"),)),
        Paragraph((Text("  "),)),
        Paragraph((_figure("3家"),)),
    )
    found = trace(Document(blocks, META))
    assert [figure.span for figure in found.figures] == [Span("3家", 2, 0, 2)]
    assert found.numerals == 1


def test_a_table_gives_a_paragraph_for_its_caption_and_for_each_row() -> None:
    table = Table((((Text("指标"),), (Text("数"),)), ((Text("产值"),), (_figure("9亿元"),))), (Text("表"),))
    blocks = (table, AnnexHeading((Text("附件"),), (_figure("12件"), Text("实事"))))
    assert [figure.span for figure in trace(Document(blocks, META)).figures] == [
        Span("9亿元", 3, 3, 6),
        Span("12件", 5, 0, 3),
    ]


@pytest.mark.parametrize(
    ("runs", "untraced"),
    [
        ((Text("完成12.5亿元"),), ["12.5"]),
        ((Text("1、2和3.14"),), ["1", "2", "3.14"]),
        ((Text("第"), _figure("5"), Text("3次")), ["53"]),
        ((Text("0.5"), _figure("个百分点")), ["0.5"]),
        ((_figure("4.5%—5%"), Text("。")), []),
        ((_figure("潍麦13"), Text("等")), []),
        ((Text("三项、十二座"),), []),
    ],
    ids=str,
)
def test_a_numeral_is_traced_when_it_lies_in_one_figure_as_a_whole(runs: Runs, untraced: list[str]) -> None:
    assert [span.text for span in _trace(runs).untraced] == untraced


def test_words_that_a_value_chose_are_no_figures_unless_they_hold_a_numeral() -> None:
    found = _trace((Text("较"), _figure("2020年", Facet.WORD), _figure("下降", Facet.WORD), _figure("25%")))
    assert [figure.span.text for figure in found.figures] == ["2020年", "25%"]
    assert found.untraced == ()


def test_a_placeholder_is_traced_to_where_the_value_belongs() -> None:
    (figure,) = _trace((_figure("【待填：某数（家）】", role=Role.PLACEHOLDER),)).figures
    assert (figure.key, figure.source) == ("某数", "drafts/2024/figures.yaml:3")


def test_numerals_typed_in_prose_are_found_and_counted_marks_are_not(small: MakeWorkspace) -> None:
    workspace = small(
        {
            "outline/1.yaml": """\
part: 回顾
marks: 数字
sections:
  - head: 地区生产总值{地区生产总值}
    text: 新增企业3家。
""",
        }
    )
    document = render(load(workspace, YEAR), workspace).document
    assert document is not None
    found = trace(document)
    assert found.untraced == (Span("3", 1, 19, 20),)
    assert [(figure.key, figure.kind, figure.span.text, figure.source) for figure in found.figures] == [
        ("序号", Kind.DERIVED, "1", "drafts/2024/outline/1.yaml:4"),
        ("地区生产总值", Kind.FIGURE, "5.1%", "drafts/2024/figures.yaml:2"),
    ]
