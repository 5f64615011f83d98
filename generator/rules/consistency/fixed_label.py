"""固定提法里的数字写错：“四个意识”写成“三个意识”。

这些提法的数字是固定的，不会变；写错一个字就是政治性差错。

反例：增强“三个意识”、坚定“四个自信”，严格落实中央七项规定精神。
正例：增强“四个意识”、坚定“四个自信”、做到“两个维护”，严格落实中央八项规定精神，推进十件民生实事。

依据：党的重要文献的规范表述（清单见 fixed_labels.yaml）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.diagnostics import Fix, Severity
from generator.rules.context import CheckContext
from generator.rules.registers import register, words_of
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("C111", "fixed-label", Group.CONSISTENCY, Severity.ERROR, "固定提法的数字写错（“四个意识”）")

_NUMERALS = "一二两三四五六七八九十"
_NUMERAL = re.compile(f"[{_NUMERALS}]+")


def check(context: CheckContext) -> Iterator[Finding]:
    """Registered labels with another numeral."""
    right = _labels()
    for paragraph in context.paragraphs:
        for match in _pattern().finditer(paragraph.text):
            label = right[_NUMERAL.sub("#", match.group())]
            if match.group() != label:
                yield Finding(paragraph.span(*match.span()), f"应为{label}", label, fix=Fix(label))


@cache
def _labels() -> dict[str, str]:
    """Masked label to label."""
    found = words_of(register("generator.rules.consistency", "fixed_labels")["words"])
    return {_NUMERAL.sub("#", label): label for label in found}


@cache
def _pattern() -> re.Pattern[str]:
    masked = sorted(_labels(), key=len, reverse=True)
    numeral = f"(?:十[{_NUMERALS}]|[{_NUMERALS}])"
    return re.compile(f"(?<![{_NUMERALS}第])(?:" + "|".join(re.escape(m).replace(r"\#", numeral) for m in masked) + ")")
