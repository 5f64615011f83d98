"""No text makes a rule on figures, counts and lists fail, and every finding lies within it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.checking.registry import all_rules
from generator.readers import txt
from generator.rules.context import CheckContext

OWN = [module for module in all_rules() if module.rule.code[:2] in ("F1", "C1") and not module.rule.needs]
# fmt: off
PIECES = (
    "甲县", "乙县", "、", "，", "。", "；", "：", "“", "”", "（", "）", "和", "等", "共", "合计", "其中", "分别",
    "由", "从", "增至", "提高到", "增长", "下降", "年均", "翻番", "高于", "三大", "两项", "双下降", "一是", "二是",
    "（一）", "附件", "见附件", "十个方面", "以下", "0", "3", "12", "100", "3.5", "99.9", "%", "％", "个百分点",
    "亿元", "家", "个", "倍", "万", "月", "日", "年", "2024", "—", "∶", "第", "位", "超", "近", "左右", "以上",
    "行动", "产业结构", "比重达到", "累计", "新增", "市县", "级", "周年", "新中国成立",
)
# fmt: on


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_findings_lie_within_any_text(text: str) -> None:
    if not text.strip("　"):
        return
    context = CheckContext(draft=txt.read(text.encode(), "例.txt"))
    for module in OWN:
        for finding in module.check(context):
            for span in (finding.span, *finding.related):
                assert context.paragraphs[span.paragraph - 1].text[span.start : span.end] == span.text
                assert span.text
