"""A safe fix may be made without asking: it makes its finding go away and brings no other of its rule."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.checking.registry import all_rules
from generator.diagnostics import Tier
from generator.readers import txt
from generator.rules.context import CheckContext

FOLDER = Path(__file__).parent / "cases"
RULES = {module.rule.code: module for module in all_rules() if not module.rule.needs}
TEXTS = [
    pytest.param(path.stem, str(case["text"]), id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.yaml"))
    if path.stem in RULES
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1)
]


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_a_text_with_all_safe_fixes_made_has_no_such_finding_left(code: str, text: str) -> None:
    lines = [p.text for p in CheckContext(draft=txt.read(text.encode(), "例.txt")).paragraphs]
    fixes = [f for f in RULES[code].check(_context(lines)) if f.fix is not None and f.fix.tier is Tier.SAFE]
    for finding in sorted(fixes, key=lambda f: (f.span.paragraph, f.span.start), reverse=True):
        line = lines[finding.span.paragraph - 1]
        assert finding.fix is not None
        lines[finding.span.paragraph - 1] = (
            line[: finding.span.start] + finding.fix.replacement + line[finding.span.end :]
        )
    left = [f for f in RULES[code].check(_context(lines)) if f.fix is not None and f.fix.tier is Tier.SAFE]
    assert left == []


def _context(lines: list[str]) -> CheckContext:
    return CheckContext(draft=txt.read("\n".join(lines).encode(), "例.txt"))
