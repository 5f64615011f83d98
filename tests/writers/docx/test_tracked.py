"""Fixes as tracked changes: accepted they give the text asked for, rejected the text before."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Span
from generator.ooxml.marks import AUTHOR
from generator.readers import docx as reader
from generator.writers.docx.lint import lint
from generator.writers.docx.tracked import apply_fixes, revise
from tests.word_grammar import LINES, OTHERS, Around, Line, Plain, accepted_paragraphs, docx_of
from tests.writers.docx.reading import find, part
from tests.writers.docx.revisions import characters, settled, texts

Fixes = list[tuple[Span, str]]
SLOW = [HealthCheck.filter_too_much, HealthCheck.too_slow]


@st.composite
def drafts_and_fixes(draw: st.DrawFn) -> tuple[tuple[Line, ...], Fixes]:
    """A draft, and replacements that neither overlap nor touch; insertions and deletions among them."""
    lines = draw(LINES)
    paragraphs = accepted_paragraphs(lines)
    assume(paragraphs)
    fixes: Fixes = []
    for number, text in enumerate(paragraphs, start=1):
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            begin = end if draw(st.integers(0, 4)) == 0 else start
            replacement = draw(st.sampled_from(("", "新", "“5.3%”", "一\t二\n三")))
            fixes.append((Span(text[begin:end], number, begin, end), replacement))
    return lines, fixes


def fixed(paragraphs: list[str], fixes: Fixes) -> list[str]:
    result = list(paragraphs)
    for span, replacement in sorted(fixes, key=lambda fix: -fix[0].start):
        old = result[span.paragraph - 1]
        result[span.paragraph - 1] = old[: span.start] + replacement + old[span.end :]
    return [text for text in result if text.strip()]


def invisible(docx: bytes) -> int:
    """How many things without a character stand in the runs; no fix may take one along."""
    path = "//w:softHyphen | //w:br[@w:type='page'] | //w:lastRenderedPageBreak | //w:fldChar"
    return len(find(part(docx, "word/document.xml"), path))


@settings(suppress_health_check=SLOW, deadline=None, max_examples=200)
@given(drafts_and_fixes())
def test_accepted_or_rejected(drawn: tuple[tuple[Line, ...], Fixes]) -> None:
    lines, fixes = drawn
    before = docx_of(lines)
    revised = revise(before, fixes)
    after = revised.docx
    assert revised.left == ()
    assert texts(after) == fixed(accepted_paragraphs(lines), fixes)
    assert texts(settled(after, True, AUTHOR)) == texts(after)
    assert texts(settled(settled(after, True), True)) == texts(after)
    rejected = settled(after, False, AUTHOR)
    assert texts(rejected) == texts(before)
    assert characters(rejected) == characters(before)
    assert invisible(settled(after, True, AUTHOR)) == invisible(before)
    assert texts(settled(after, False)) == texts(settled(before, False))
    assert lint(after) == lint(before)


@settings(suppress_health_check=SLOW, deadline=None, max_examples=50)
@given(drafts_and_fixes())
def test_nobody_elses_deletion_is_touched(drawn: tuple[tuple[Line, ...], Fixes]) -> None:
    lines, fixes = drawn
    before = docx_of(lines)
    after = apply_fixes(before, fixes)
    for author in OTHERS:
        path = f"//w:del[@w:author='{author}']//w:delText"
        old, new = ([e.text for e in find(part(docx, "word/document.xml"), path)] for docx in (before, after))
        assert new == old


def line(*items: Plain | Around) -> tuple[Line, ...]:
    return (Line(items),)


def changes(docx: bytes) -> list[tuple[str, str, str]]:
    """Kind, author and text of each tracked change."""
    found = find(part(docx, "word/document.xml"), "//w:ins | //w:del")
    return [
        (e.tag.rpartition("}")[2], e.get(f"{{{e.nsmap['w']}}}author") or "", "".join(str(t) for t in e.itertext()))
        for e in found
    ]


def test_a_figure_is_replaced_inside_its_control() -> None:
    before = docx_of(line(Plain("增长"), Around("figure", (Plain("5.2%"),)), Plain("。")))
    after = apply_fixes(before, [(Span("5.2%", 1, 2, 6), "5.1%")])
    assert changes(after) == [("del", AUTHOR, "5.2%"), ("ins", AUTHOR, "5.1%")]
    anchors = [reader.read(docx, "").body[0].anchors for docx in (after, settled(after, True), settled(after, False))]
    assert [[(a.key, a.start, a.end) for a in found] for found in anchors] == [[("指标", 2, 6)]] * 3


def test_what_stays_the_same_beside_a_control_is_not_replaced() -> None:
    before = docx_of(line(Plain("约"), Around("figure", (Plain("5.2%"),)), Plain("左右")))
    after = apply_fixes(before, [(Span("约5.2%左右", 1, 0, 7), "约5.2%")])
    assert changes(after) == [("del", AUTHOR, "左右")]


def test_inside_somebody_elses_insertion_ours_stands_between_its_halves() -> None:
    before = docx_of(line(Around("ins", (Plain("甲乙丙"),), OTHERS[0])))
    after = apply_fixes(before, [(Span("乙", 1, 1, 2), "丁")])
    assert changes(after) == [
        ("ins", OTHERS[0], "甲乙"), ("del", AUTHOR, "乙"), ("ins", AUTHOR, "丁"), ("ins", OTHERS[0], "丙")
    ]  # fmt: skip


def test_our_own_pending_insertion_is_changed_in_place() -> None:
    first = apply_fixes(docx_of(line(Plain("增长5.2%"))), [(Span("5.2%", 1, 2, 6), "5.3%")])
    second = apply_fixes(first, [(Span("5.3%", 1, 2, 6), "5.1%")])
    assert changes(second) == [("del", AUTHOR, "5.2%"), ("ins", AUTHOR, "5.1%")]


def test_the_new_text_looks_like_the_old() -> None:
    before = docx_of(line(Plain("增长"), Plain("5.2%", bold=True, changed=True)))
    after = settled(apply_fixes(before, [(Span("5.2%", 1, 2, 6), "5.1%")]), True)
    assert [bool(find(run, "w:rPr/w:b")) for run in find(part(after, "word/document.xml"), "//w:r")] == [False, True]
    assert find(part(after, "word/document.xml"), "//w:rPrChange") == []


def test_new_chinese_marks_are_set_in_the_chinese_font() -> None:
    after = apply_fixes(docx_of(line(Plain("走在前", bold=True))), [(Span("", 1, 3, 3), "”")])
    assert find(part(after, "word/document.xml"), "//w:ins/w:r/w:rPr/w:rFonts[@w:hint='eastAsia']")


LEFT = {
    "says something else": [(Span("丁", 1, 0, 1), "新")],
    "beyond the end": [(Span("丙丁", 1, 2, 4), "新")],
    "no such paragraph": [(Span("甲", 2, 0, 1), "新")],
}


@pytest.mark.parametrize("fixes", LEFT.values(), ids=LEFT.keys())
def test_what_does_not_fit_is_left(fixes: Fixes) -> None:
    before = docx_of(line(Plain("甲乙丙")))
    revised = revise(before, fixes)
    assert (revised.left, revised.applied) == (tuple(fixes), ())
    assert texts(revised.docx) == ["甲乙丙"]


def test_of_overlapping_fixes_the_first_is_made() -> None:
    first, second = (Span("甲乙", 1, 0, 2), "新"), (Span("乙丙", 1, 1, 3), "旧")
    revised = revise(docx_of(line(Plain("甲乙丙"))), [second, first, first])
    assert (revised.applied, revised.left) == ((first,), (second,))
    assert texts(revised.docx) == ["新丙"]
