"""Safe fixes as a whole: they bring nothing new, leave nothing behind, and are told as changes of the original."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.checking.fixing import settled_fixes
from generator.checking.session import CheckedDraft, Selection, check_read
from generator.draft import Draft
from generator.readers import txt

RULES = Selection().rules()


def check(text: str) -> CheckedDraft:
    return check_read(txt.read(text.encode(), "稿.txt"), None, RULES)


def fixed(draft: Draft, checked: CheckedDraft) -> str:
    """The text with the settled fixes made."""
    lines = [p.text for p in draft.body]
    for span, replacement in reversed(settled_fixes(checked, None, RULES)):
        line = lines[span.paragraph - 1]
        assert line[span.start : span.end] == span.text != replacement
        lines[span.paragraph - 1] = line[: span.start] + replacement + line[span.end :]
    return "\n".join(lines)


def counts(checked: CheckedDraft) -> Counter[str]:
    return Counter(finding.diagnostic.code for finding in checked.findings)


FIXED = {
    "one": ("企业300家,增加20家。", "企业300家，增加20家。"),
    "two rounds": ("企业300家,,增加20家。", "企业300家，增加20家。"),
    "one hides another": ("企业300家,，增加20家。", "企业300家，增加20家。"),
    "several": ("总值增长５.1%,好。\n完成投资 300 亿元。", "总值增长5.1%，好。\n完成投资300亿元。"),
}


@pytest.mark.parametrize(("text", "after"), FIXED.values(), ids=FIXED.keys())
def test_fixes_go_on_until_there_is_nothing_to_fix(text: str, after: str) -> None:
    checked = check(text)
    assert fixed(checked.draft, checked) == after


# fmt: off
PIECES = (
    "全市", "增长", "5.1%", "５", "％", "约", "左右", "企业", "300家", "亿元", "，", ",", "。", "、", "；", ";", " ",
    "\u3000", "“", "”", "（", "）", "(", ")", "一、", "（一）", "(二)", "1.", "2023", "二○二三年", "—", "-", "--",
    "...", "\u200b", "20届", "至", "1,200", "\n", "年", "高于", "“甲”、“乙”", "《", "》", "·", ".",
)
# fmt: on


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], deadline=None, max_examples=80)
@given(
    st.lists(st.sampled_from(PIECES), min_size=2, max_size=24).map("".join).filter(lambda t: t.strip(" \n\u3000\u200b"))
)
@example("约增长5.1% 左右。")
def test_a_fix_brings_nothing_new_and_leaves_nothing_to_fix(text: str) -> None:
    before = check(text)
    after = check(fixed(before.draft, before))
    assert counts(after) - counts(before) == Counter()
    assert settled_fixes(after, None, RULES) == ()
