"""Long text that is all alike: it is checked as anything else is, and in the time that its length costs.

Most of these kept a rule busy for minutes when it read on to the end of the text from each of its places.
"""

from __future__ import annotations

import pytest

from generator.checking.session import Selection, check_read
from generator.readers import txt

LENGTH = 20_000
TOKENS = (
    "1", "1.", "1.2.", "1,", "1%、", "1亿元，", "1~", "2024年", "年", "的", "一", "十", "万", "第",
    "，", "、", "。", "；", "：", "“", "”", "（", "(", "）", "《", "【", "【待填", "【】",
    "〔2024〕1号", "{{", '"', "'", ".", "%", "—", "…", "X", " ", "a", "ab,", "😀", "\u200b",
    "\ue000", "“甲”、", "“三个”", "甲、", "甲和", "三项", "其中", "分别", "比", "一是",
    "（一）", "百分点", "增长，", "由1亿元增长到", "全市增长5.1%，",
)  # fmt: skip


@pytest.mark.parametrize("token", TOKENS)
def test_it_is_checked(token: str) -> None:
    text = "甲" + (token * LENGTH)[:LENGTH]
    draft = txt.read(text.encode(), "例.txt")
    checked = check_read(draft, None, Selection().rules())
    for finding in checked.findings:
        span = finding.diagnostic.span
        assert span is not None
        assert draft.body[span.paragraph - 1].text[span.start : span.end] == span.text
