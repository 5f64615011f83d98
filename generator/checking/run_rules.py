"""The rules that look at a whole run: at several drafts, or at waivers beside what was found."""

from __future__ import annotations

from generator.checking import crossing_rule
from generator.checking.waiver_rules import WAIVER_RULES

RUN_RULES = (*WAIVER_RULES, (crossing_rule.CROSSED, crossing_rule.PAGE))
"""The rules and their pages."""
