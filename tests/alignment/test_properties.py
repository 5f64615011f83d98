"""What holds whatever people do to a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.alignment.alignment import Alignment, State
from generator.alignment.edits import edits_of
from generator.alignment.taken import Taken
from generator.readers import txt
from tests.alignment.documents import aligned, document_of, plain

DOCUMENT = document_of(
    """
一、2023年工作回顾
全市地区生产总值[增长]{5.1%}，规模以上工业增加值[增长]{6.6%}，进出口[增长]{5.1%}。落实惠企政策，减税{127.4亿元}，惠及企业{390家}。
搭建<万企智配平台>，推动供需对接。新建水库{12座}、泵站{30座}，灌区用水更有保障！新增就业{9.5万人}，居全省{第2位}。
二、2024年工作安排
地区生产总值[增长]{5.5%}左右，新增高新技术企业{390家}以上；完成投资{2600亿元}，引进人才{万人}以上。
"""
)
TEXT = plain(DOCUMENT)
PIECES = (
    *re.split("([，。；！、\n])", TEXT),
    "，",
    "。",
    "\n",
    " ",
    "5.1%",
    "390家",
    "12",
    "０",
    "-",
    "“",
    "负",
    "万企智配平台",
)
SCRAMBLED = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
CUTS = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 12), st.sampled_from(PIECES)), max_size=8)


def with_cuts(cuts: Sequence[tuple[int, int, str]]) -> str:
    text = TEXT
    for start, length, piece in cuts:
        text = text[:start] + piece + text[start + length :]
    return text


def check_spans(alignment: Alignment, draft: str) -> None:
    body = txt.read(draft.encode(), "稿.txt").body
    stretches = [stretch.draft for stretch in alignment.edited]
    for span in [*(tie.span for tie in alignment.ties), *alignment.unaccounted, *stretches]:
        assert 0 <= span.start <= span.end <= len(body[span.paragraph - 1].text)
        assert body[span.paragraph - 1].text[span.start : span.end] == span.text
    for tie in alignment.ties:
        assert tie.state is not State.TIED or tie.span.text
        assert tie.state is not State.MISSING or not tie.span.text


@given(SCRAMBLED.filter(str.strip))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_aligned(draft: str) -> None:
    check_spans(aligned(DOCUMENT, draft), draft)


@given(CUTS)
@settings(max_examples=150, deadline=None)
def test_an_edited_text_can_be_aligned(cuts: list[tuple[int, int, str]]) -> None:
    draft = with_cuts(cuts)
    if draft.strip():
        alignment = aligned(DOCUMENT, draft)
        check_spans(alignment, draft)
        for stretch in alignment.edited:
            rebuilt = stretch.base.text
            for edit in reversed(list(edits_of(stretch))):
                assert rebuilt[edit.start : edit.end] == edit.removed
                rebuilt = rebuilt[: edit.start] + edit.span.text + rebuilt[edit.end :]
            assert rebuilt == stretch.draft.text


@given(st.permutations(TEXT.splitlines()))
@settings(max_examples=60, deadline=None)
def test_unchanged_paragraphs_are_tied_in_any_order(lines: list[str]) -> None:
    alignment = aligned(DOCUMENT, "\n".join(lines))
    assert {tie.state for tie in alignment.ties} == {State.TIED}
    assert not alignment.unaccounted


@given(st.lists(st.sampled_from(("\n", " ", "")), min_size=4, max_size=4))
def test_line_breaks_do_not_matter(breaks: list[str]) -> None:
    lines = TEXT.splitlines()
    draft = "".join(line + joint for line, joint in zip(lines, [*breaks, ""], strict=True))
    assert {tie.state for tie in aligned(DOCUMENT, draft).ties} == {State.TIED}


INTERVALS = st.lists(st.tuples(st.integers(1, 3), st.integers(0, 40), st.integers(0, 40)), max_size=30)


@given(INTERVALS, st.tuples(st.integers(1, 3), st.integers(0, 40), st.integers(1, 8)))
def test_taken_characters_are_known(intervals: list[tuple[int, int, int]], asked: tuple[int, int, int]) -> None:
    taken = Taken()
    for paragraph, start, end in intervals:
        taken.add(paragraph, start, end)
    paragraph, start, length = asked
    wanted = any(p == paragraph and a < b and a < start + length and start < b for p, a, b in intervals)
    assert taken.meets(paragraph, start, start + length) is wanted
