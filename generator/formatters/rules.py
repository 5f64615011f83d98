"""The rules as a list by group, or one with its page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.checking.pages import GROUP_NAMES, NEED_NAMES, RulePage
from generator.formatters.text import SEVERITY_WORDS


def pages_text(pages: Sequence[RulePage], *, in_full: bool) -> str:
    """Rules for people: their list, or with ``in_full`` their pages."""
    return "\n\n".join(map(_page, pages)) if in_full else "\n".join(_list(pages))


def pages_json(pages: Sequence[RulePage]) -> str:
    """``{"rules": [{"code", "rule", "group", "severity", "title", "needs", "default", "page"}]}``."""
    rows = [
        {
            "code": page.rule.code,
            "rule": page.rule.name,
            "group": page.rule.group.value,
            "severity": page.rule.severity.value,
            "title": page.rule.title,
            "needs": sorted(page.rule.needs),
            "default": page.rule.default,
            "page": page.page,
        }
        for page in pages
    ]
    return json.dumps({"rules": rows}, ensure_ascii=False, indent=2)


def _list(pages: Sequence[RulePage]) -> Iterator[str]:
    for group, members in groupby(pages, key=lambda page: page.rule.group):
        yield f"{GROUP_NAMES[group]}（{group}）"
        for page in members:
            rule = page.rule
            off = "" if rule.default else "（平时不查，用 --select 打开）"
            yield f"  {rule.code} {SEVERITY_WORDS[rule.severity]} {rule.title}{off}"
    yield f"共 {len(pages)} 条。用 qicao rules 代码 看一条的说明。"


def _page(page: RulePage) -> str:
    rule = page.rule
    facts = [SEVERITY_WORDS[rule.severity], GROUP_NAMES[rule.group], *(NEED_NAMES[need] for need in sorted(rule.needs))]
    facts += [] if rule.default else ["平时不查，用 --select 打开"]
    return f"{rule.code} {rule.name}（{'；'.join(facts)}）\n\n{page.page}"
