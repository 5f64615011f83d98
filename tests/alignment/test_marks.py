"""Word's marks of a datum, where people typed more into them or one datum stands twice."""

from __future__ import annotations

from dataclasses import replace

from generator.alignment.aligner import align
from generator.document import Document, FigureRun, Kind, Meta, Paragraph, Text
from generator.draft import Anchor, Draft
from generator.readers import txt
from tests.alignment.documents import told

CENSUS = FigureRun("第五次", "普查次数", Kind.FIGURE, "figures.yaml:1")
REVIEW = (CENSUS, Text("经济普查基础工作扎实推进。"))
PLAN = (Text("依法依规做好"), CENSUS, Text("经济普查工作。"))
HOUSES = (Text("新开工棚改"), FigureRun("6267套", "棚改", Kind.FIGURE, "figures.yaml:2"), Text("，惠及群众。"))


def drafted(text: str, *anchors: tuple[int, Anchor]) -> Draft:
    draft = txt.read(text.encode(), "稿.txt")
    marked = [
        replace(paragraph, anchors=tuple(anchor for number, anchor in anchors if number == paragraph.number))
        for paragraph in draft.paragraphs
    ]
    return replace(draft, paragraphs=tuple(marked))


def aligned(draft: Draft, *paragraphs: tuple[Text | FigureRun, ...]) -> list[str]:
    document = Document(tuple(Paragraph(runs) for runs in paragraphs), Meta(2024, "某市", "政府工作报告"))
    return told(align(document, draft))


def test_a_mark_where_the_datum_stands_already_is_not_that_of_a_lost_sentence() -> None:
    draft = drafted("第五次经济普查基础工作扎实推进。\n另一番话说在这里。", (1, Anchor("普查次数", 0, 3)))
    assert aligned(draft, REVIEW, PLAN) == ["第五次 一致 @1", "第五次 不见 @2"]


def test_of_a_mark_with_several_numbers_in_it_the_right_one_is_meant() -> None:
    text = "住房保障力度持续加大，保障房1459套、各类棚改项目累计6267套全部开工。"
    draft = drafted(text, (1, Anchor("棚改", 11, 33)))
    assert aligned(draft, HOUSES) == ["6267套 一致 @1"]
