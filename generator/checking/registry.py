"""Every rule there is, found by walking the rules package; no list to maintain."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import generator.rules
from generator.garbage import paused_gc
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Rule

Check = Callable[[CheckContext], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class RuleModule:
    """A rule, what runs it, and its page."""

    rule: Rule
    check: Check
    page: str


@cache
def all_rules() -> tuple[RuleModule, ...]:
    """All rules, by code.  Raises :class:`RuntimeError` when two share a code: a fault of the program."""
    with paused_gc():
        found = sorted(_modules(), key=lambda m: m.rule.code)
    for first, second in pairwise(found):
        if first.rule.code == second.rule.code:
            raise RuntimeError(f"two rules have the code {first.rule.code}")
    return tuple(found)


def _modules() -> Iterator[RuleModule]:
    for group in pkgutil.iter_modules(generator.rules.__path__, "generator.rules."):
        if not group.ispkg:
            continue
        package = importlib.import_module(group.name)
        for info in pkgutil.iter_modules(package.__path__, f"{group.name}."):
            module = importlib.import_module(info.name)
            if hasattr(module, "RULE"):
                yield RuleModule(module.RULE, module.check, (module.__doc__ or "").strip())
