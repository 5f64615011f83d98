"""Cases that drafters can read and extend: ``cases/<code>.yaml`` lists texts and what the rule finds in them.

Each case is ``text`` (lines are paragraphs) and ``finds``: the marked words in order, or ``无``; ``expected`` and
``fix``, where given, are what the first finding proposes.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.checking.registry import all_rules
from generator.readers import txt
from generator.rules.context import CheckContext

FOLDER = Path(__file__).parent / "cases"
RULES = {module.rule.code: module for module in all_rules()}
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1)
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(code: str, case: dict[str, str | list[str]]) -> None:
    context = CheckContext(draft=txt.read(str(case["text"]).encode(), "例.txt"))
    findings = sorted(RULES[code].check(context), key=lambda f: (f.span.paragraph, f.span.start))
    wanted = [] if case["finds"] == "无" else list(case["finds"])
    assert [finding.span.text for finding in findings] == wanted
    for finding in findings:
        line = context.paragraphs[finding.span.paragraph - 1].text
        assert line[finding.span.start : finding.span.end] == finding.span.text
    if "expected" in case:
        assert findings[0].expected == case["expected"]
    if "fix" in case:
        assert findings[0].fix is not None
        assert findings[0].fix.replacement == case["fix"]


def test_each_case_file_is_of_a_rule() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} <= set(RULES)
