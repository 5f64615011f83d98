"""Headings, parts and the report's year, read from drafts of many makes."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.headings import headings
from generator.analysis.numbering import Fault, breaks
from generator.analysis.parts import PartFound
from generator.analysis.series import series, series_marks
from generator.analysis.years import report_year_of, years_in
from generator.readers import txt
from generator.rules.context import CheckContext

HEADS = [
    ("一、2023年工作回顾", (1, 1, "2023年工作回顾", True)),
    ("（十二）加强自身建设。当好人民公仆。", (2, 12, "加强自身建设", False)),
    ("(三)惠民生", (2, 3, "惠民生", True)),
    ("——经济运行稳中向好。全市生产总值增长。", (2, None, "经济运行稳中向好", False)),
    ("3.“两重”：国家重大战略实施。", (3, 3, "“两重”", False)),
    ("（2）新建学校", (4, 2, "新建学校", True)),
    ("2024年工作安排建议", (1, None, "2024年工作安排建议", True)),
    ("附件2 名词解释", (1, None, "附件2 名词解释", True)),
]
NONE = [
    "一、二、三产业融合发展。",
    "三是深化改革。",
    "5.1%的增速来之不易。",
    "一般公共预算收入增长4%。",
    "（见附件）的说明。",
    "2024年工作安排如下，请审议。",
]


@pytest.mark.parametrize(("line", "expected"), HEADS)
def test_a_heading_is_read(line: str, expected: tuple[int, int | None, str, bool]) -> None:
    (heading,) = headings(line, 1)
    assert (heading.level, heading.number, heading.text, heading.alone) == expected
    assert line[heading.start : heading.start + len(heading.mark)] == heading.mark


@pytest.mark.parametrize("line", NONE)
def test_prose_is_no_heading(line: str) -> None:
    assert headings(line, 1) == []


STRUCTURES = {
    "three parts": (
        "各位代表：\n一、2023年工作回顾\n成绩来之不易。\n二、2024年工作安排\n抓好工作。\n三、全面加强政府自身建设\n牢记宗旨。",
        ["opening", "review", "plan", "building"],
    ),
    "plan in two parts": (
        "各位代表：\n一、2024年工作回顾\n成绩。\n二、2025年工作总体要求和主要目标任务\n要求。\n三、2025年重点工作\n重点。",
        ["opening", "review", "plan"],
    ),
    "a review by another word": (
        "各位代表：\n一、2024年主要工作完成情况\n成绩。\n二、2025年重点工作\n重点。",
        ["opening", "review", "plan"],
    ),
    "five years": (
        "各位代表：\n一、过去五年工作回顾\n成绩。\n二、今后五年目标任务\n目标。\n三、2023年重点工作\n重点。",
        ["opening", "review", "plan"],
    ),
    "slogans": (
        "各位代表：\n一、砥砺奋进，取得新成绩\n成绩。\n二、勇挑大梁，开创新局面\n今年经济社会发展的主要预期目标是：增长。\n"
        "三、以上率下，加强自身建设\n宗旨。",
        ["opening", "review", "plan", "building"],
    ),
    "no numbers, and a glossary": (
        "各位代表：\n2024年工作回顾\n成绩。\n2025年工作安排建议\n安排。\n加强政府自身建设\n宗旨。\n名词解释\n1.“两重”：战略。",
        ["opening", "review", "plan", "building", "annex"],
    ),
    "an annex with a list of its own": (
        "各位代表：\n一、2024年工作回顾\n成绩。\n二、2025年工作安排\n安排。\n附件1\n一、新建学校。\n二、新建医院。",
        ["opening", "review", "plan", "annex"],
    ),
}


@pytest.mark.parametrize("name", STRUCTURES)
@pytest.mark.parametrize("separator", ["\n", " "])
def test_parts_are_told_apart_also_without_line_breaks(name: str, separator: str) -> None:
    text, expected = STRUCTURES[name]
    filler = "我们要继续努力，推动各项工作取得更大成效。" * 160 if separator == " " else "我们要继续努力。"
    lines = [line + filler if line.endswith("。") and "、" not in line else line for line in text.split("\n")]
    context = CheckContext(txt.read(separator.join(lines).encode(), "稿.txt"))
    assert [part for part, _ in groupby(start.part.value for start in context.parts)] == expected


def test_what_stands_before_the_first_part_is_the_opening() -> None:
    context = CheckContext(txt.read("各位代表：\n一、2023年工作回顾\n成绩。".encode(), "稿.txt"))
    assert context.part_at(1) is PartFound.OPENING
    assert context.part_at(3) is PartFound.REVIEW


YEARS = [
    ("一、2023年工作回顾\n成绩。\n二、2024年工作安排\n安排。", 2024),
    ("——2025年1月14日在某省第十四届人民代表大会第三次会议上\n一、2023年工作回顾\n成绩。\n二、2025年工作安排", 2025),
    ("一、二〇二三年工作回顾\n成绩。\n二、二〇二四年工作安排\n安排。", 2024),
    ("一、2022年工作回顾\n成绩。\n二、2024年工作安排\n安排。", None),
    ("一、2025年工作回顾\n成绩。\n三、2026年主要工作\n今年是“十五五”开局之年。\n2026年，工作。", 2026),
    ("全面推进各项工作。", None),
    ("一、“十四五”工作回顾\n成绩。\n二、“十五五”目标任务\n任务。\n三、2026年主要工作\n工作。", 2026),
    ("一、五年工作回顾\n刚刚过去的2025年，成绩。\n二、主要目标\n任务。\n三、2024年主要工作\n工作。", 2026),
]


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_the_report_year_is_read(text: str, year: int | None) -> None:
    context = CheckContext(txt.read(text.encode(), "稿.txt"))
    paragraphs = ((p.number, p.text) for p in context.paragraphs)
    assert report_year_of(paragraphs, context.headings, context.parts) == year


def test_decimals_and_long_numbers_are_no_years() -> None:
    assert [found.year for found in years_in("投资5.2024年均，编号12024年，2023年、二〇二四年")] == [2023, 2024]


BREAKS = [
    ([1, 2, 3], []),
    ([1, 2, 4, 5], [(2, 3, Fault.GAP)]),
    ([1, 2, 2, 3], [(2, 3, Fault.REPEAT)]),
    ([1, 5, 3, 4], [(1, 2, Fault.WRONG)]),
    ([1, 3, 2, 4], [(1, 2, Fault.SWAPPED)]),
    ([2, 2, 3], [(0, 1, Fault.WRONG)]),
]


@pytest.mark.parametrize(("numbers", "expected"), BREAKS)
def test_each_break_is_told_once(numbers: list[int], expected: list[tuple[int, int, Fault]]) -> None:
    assert [(b.index, b.expected, b.fault) for b in breaks(numbers)] == expected


@given(st.integers(1, 12), st.data())
def test_one_changed_number_is_one_break_at_its_place(length: int, data: st.DataObject) -> None:
    numbers = list(range(1, length + 1))
    assert list(breaks(numbers)) == []
    index = data.draw(st.integers(0, length - 1))
    wrong = data.draw(st.integers(1, 20).filter(lambda n: n not in (index + 1, index + 2)))
    found = list(breaks([*numbers[:index], wrong, *numbers[index + 1 :]]))
    assert [b.index for b in found] == [index]


@given(st.text(alphabet="一二三（）()、。 ——1.2年工作回顾附件新建", max_size=60))
def test_any_text_can_be_searched_for_headings(text: str) -> None:
    for heading in headings(text, 1):
        assert 0 <= heading.start <= heading.end <= len(text)
        assert text[: heading.end].endswith(heading.text)


def test_an_inner_series_does_not_disturb_the_outer() -> None:
    marks = series_marks("一是源头治理：一是抓早，二是抓小。二是抓好落实。三是抓好督查。", 1)
    assert [[mark.number for mark in one] for one in series(marks)] == [[1, 2, 3], [1, 2]]


@pytest.mark.parametrize("blank", [" ", "\u3000\u3000", "\xa0", "\t"])
def test_blanks_before_a_mark_do_not_hide_a_heading(blank: str) -> None:
    found = headings(f"{blank}一、2024年工作回顾", 1)
    assert [(heading.level, heading.number, heading.text) for heading in found] == [(1, 1, "2024年工作回顾")]


@pytest.mark.parametrize(
    ("damaged", "mark"),
    [("二．2024年政府工作安排", "二．"), ("2024年政府工作安排", ""), ("（二）、聚力调结构。", "（二）、")],
)
def test_a_damaged_heading_is_seen_in_a_text_without_line_breaks(damaged: str, mark: str) -> None:
    body = "全市上下团结奋斗，各项工作取得新的成绩。" * 200
    found = headings(f"{body}一、2023年工作回顾 {body}（一）聚力稳增长。{body}{damaged} {body}", 1)
    assert mark in {heading.mark for heading in found if heading.text in damaged and heading.number != 1}
