"""What the layout rules say of a Word file, given what the reader saw in it."""

from __future__ import annotations

import pytest

from generator.checking.checker import check_draft
from generator.checking.registry import RuleModule, all_rules
from generator.diagnostics import Severity
from generator.draft import Draft, DraftParagraph, PageSetup, ParagraphFont, WordFindings
from generator.rules.context import CheckContext

RULES = {module.rule.code: module for module in all_rules()}
BODY = "全市地区生产总值同比增长5.1%，规模以上工业增加值增长6.6%，社会消费品零售总额增长7%，“遍访企业”。"
STANDARD = PageSetup(210, 297, 37, 28, 22)


def draft(word: WordFindings | None, *, styles: tuple[str, ...] = ("",) * 6) -> Draft:
    heads = ("一、工作回顾", "二、工作安排", "三、自身建设", "四、民生实事")
    texts = (*heads, BODY, BODY)
    paragraphs = (DraftParagraph(t, n, style=s) for n, (t, s) in enumerate(zip(texts, styles, strict=True), start=1))
    return Draft("稿.docx", tuple(paragraphs), word=word)


def said(code: str, word: WordFindings, **more: tuple[str, ...]) -> list[tuple[int, str]]:
    found = RULES[code].check(CheckContext(draft=draft(word, **more)))
    return [(finding.span.paragraph, finding.message) for finding in found]


@pytest.mark.parametrize(
    "module", [m for m in RULES.values() if m.rule.code.startswith("L")], ids=lambda m: m.rule.code
)
def test_a_clean_file_gives_no_finding(module: RuleModule) -> None:
    fonts = tuple(ParagraphFont(n, "黑体" if n < 5 else "仿宋", 16) for n in range(1, 7))
    context = CheckContext(draft=draft(WordFindings(fonts=fonts, page=STANDARD)))
    assert list(module.check(context)) == []


def test_plain_text_is_skipped_and_says_so() -> None:
    checked = check_draft(CheckContext(draft=draft(None)), [RULES["L106"]])
    assert checked.diagnostics == ()
    assert [skipped.reason for skipped in checked.skipped] == ["不是 Word 文件"]


def test_tracked_changes_and_comments_are_counted_once_for_the_file() -> None:
    ((paragraph, message),) = said("L106", WordFindings(insertions=2, deletions=1, comments=3))
    assert paragraph == 1
    assert "2 处插入、1 处删除、3 条批注" in message


def test_tracked_changes_alone_do_not_warn() -> None:
    context = CheckContext(draft=draft(WordFindings(insertions=1)))
    (diagnostic,) = check_draft(context, [RULES["L106"]]).diagnostics
    assert diagnostic.severity is Severity.INFO


def test_western_marks_give_one_finding_a_paragraph() -> None:
    place = BODY.index("“")
    marks = ((5, place, place + 1), (5, place + 5, place + 6), (6, place, place + 1))
    assert [paragraph for paragraph, _ in said("L102", WordFindings(western_marks=marks))] == [5, 6]


def test_hidden_text_and_many_empty_paragraphs() -> None:
    found = said("L107", WordFindings(hidden=(5,), empty_paragraphs=30))
    assert [paragraph for paragraph, _ in found] == [5, 1]
    assert "30 个空段落" in found[1][1]


def test_a_heading_in_another_style_than_its_level() -> None:
    styles = ("标题 1", "标题 1", "Normal", "标题 1", "Normal", "Normal")
    ((paragraph, message),) = said("L104", WordFindings(), styles=styles)
    assert paragraph == 3
    assert "标题 1" in message


def test_headings_without_any_heading_style_are_let_be() -> None:
    assert said("L104", WordFindings(), styles=("Normal",) * 6) == []


def test_a_heading_in_another_font_than_its_level() -> None:
    fonts = tuple(ParagraphFont(n, "宋体" if n == 2 else "黑体", 16) for n in range(1, 5))
    ((paragraph, message),) = said("L101", WordFindings(fonts=fonts))
    assert paragraph == 2
    assert "多用黑体 16 磅，这里是宋体 16 磅" in message


def test_direct_formatting_where_it_is_rare() -> None:
    fonts = tuple(ParagraphFont(n, "仿宋", 16, direct=n == 5) for n in range(1, 7))
    assert [paragraph for paragraph, _ in said("L103", WordFindings(fonts=fonts))] == [5]
    everywhere = tuple(ParagraphFont(n, "仿宋", 16, direct=True) for n in range(1, 7))
    assert said("L103", WordFindings(fonts=everywhere)) == []


def test_the_page_is_compared_with_the_standard() -> None:
    ((_, message),) = said("L105", WordFindings(page=PageSetup(210, 297, 25.4, 28, 20)))
    assert "天头 25.4 毫米（应为 37 毫米）" in message
    assert "每页 20 行" in message
    assert "订口" not in message


def test_numbers_beyond_the_draft_are_ignored() -> None:
    word = WordFindings(hidden=(99,), western_marks=((99, 0, 1),), fonts=(ParagraphFont(99, "宋体", direct=True),))
    assert [said(code, word) for code in ("L101", "L102", "L103", "L107")] == [[], [], [], []]
