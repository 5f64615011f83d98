"""The pages of the rules: what each finds, why, a bad and a good example, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from generator.checking.registry import all_rules
from generator.checking.run_rules import RUN_RULES
from generator.diagnostics import CannotRunError
from generator.rules.rule import Group, Need, Rule

GROUP_NAMES = {
    Group.TIE_OUT: "与数据核对",
    Group.FOOTING: "算术",
    Group.CONSISTENCY: "前后一致",
    Group.STALE: "旧稿残留",
    Group.STRUCTURE: "结构和序号",
    Group.NUMERALS: "数字和单位",
    Group.PUNCTUATION: "标点",
    Group.WORDING: "用词和提法",
    Group.LAYOUT: "Word 版式",
    Group.WAIVERS: "豁免",
}
"""What each group is called."""

NEED_NAMES = {
    Need.DATA: "要有这一年的数据（--year）",
    Need.BASE: "要有数据（--year）或稿件自带的记录",
    Need.WORD: "只用于 Word 文件",
    Need.LAST_YEAR: "要有这一年和上一年的数据（--year）",
}
"""What a rule cannot do without."""


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule and its page."""

    rule: Rule
    page: str


def rule_pages() -> tuple[RulePage, ...]:
    """All rules with their pages, by group in the order of :class:`Group`, then by code."""
    pages = [*(RulePage(m.rule, m.page) for m in all_rules()), *(RulePage(r, page.strip()) for r, page in RUN_RULES)]
    order = list(Group)
    return tuple(sorted(pages, key=lambda p: (order.index(p.rule.group), p.rule.code)))


def page_of(code: str) -> RulePage:
    """The page of a rule by its code or name; raises :class:`CannotRunError` when there is none."""
    for page in rule_pages():
        if code.upper() == page.rule.code or code == page.rule.name:
            return page
    raise CannotRunError(f"没有“{code}”这条规则", "用 qicao rules 看有哪些")
