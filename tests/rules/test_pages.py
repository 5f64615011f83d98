"""Every rule has a page for its readers, and the examples on it are true."""

from __future__ import annotations

import re

import pytest

from generator.checking.registry import RuleModule, all_rules
from generator.readers import txt
from generator.rules.context import CheckContext

CODES = {
    "tie-out": "T",
    "footing": "F",
    "consistency": "C",
    "stale": "S",
    "structure": "R",
    "numerals": "N",
    "punctuation": "P",
    "wording": "W",
    "layout": "L",
}
RULES = all_rules()
ON_TEXT_ALONE = [module for module in RULES if not module.rule.needs]


def examples(module: RuleModule, kind: str) -> list[str]:
    """The 反例 or 正例 of a page."""
    return re.findall(rf"^{kind}：(.+)$", module.page, re.MULTILINE)


def found(module: RuleModule, text: str) -> list[str]:
    """What a rule says of an example; a wide blank in it stands for a new paragraph."""
    context = CheckContext(draft=txt.read(text.replace("\u3000", "\n").encode(), "例.txt"))
    return [finding.message for finding in module.check(context)]


def name(value: object) -> str:
    return value.rule.code if isinstance(value, RuleModule) else str(value)[:24]


@pytest.mark.parametrize("module", RULES, ids=name)
def test_each_rule_has_a_code_of_its_group_a_title_and_a_page(module: RuleModule) -> None:
    assert re.fullmatch(rf"{CODES[module.rule.group]}[0-9]{{3}}", module.rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", module.rule.name)
    assert module.rule.title
    assert len(module.page.splitlines()[0]) > 4
    assert "依据：" in module.page
    assert examples(module, "反例"), "the page shows no bad example"
    assert examples(module, "正例"), "the page shows no good example"


@pytest.mark.parametrize(
    ("module", "text"), [(m, text) for m in ON_TEXT_ALONE for text in examples(m, "反例")], ids=name
)
def test_bad_examples_are_found(module: RuleModule, text: str) -> None:
    assert found(module, text)


@pytest.mark.parametrize(
    ("module", "text"), [(m, text) for m in ON_TEXT_ALONE for text in examples(m, "正例")], ids=name
)
def test_good_examples_are_not(module: RuleModule, text: str) -> None:
    assert found(module, text) == []
