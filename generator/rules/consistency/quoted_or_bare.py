"""同一提法，有的地方加引号，有的地方没加。

反例：持续做好“遍访企业”。用好“遍访企业”成果。深化遍访企业行动。
正例：持续做好“遍访企业”。用好“遍访企业”成果。深化“遍访企业”行动。

依据：《标点符号用法》（GB/T 15834-2011）4.8：引号标示具有特殊含义而需要特别指出的成分；同一稿内应一致。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.parts import PartFound
from generator.diagnostics import Fix, Severity
from generator.patterns import Pattern
from generator.rules.consistency.quoted import quoted_words
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("C114", "quoted-or-bare", Group.CONSISTENCY, Severity.INFO, "同一提法有的加引号、有的没加")

_IN_MARKS = Pattern("[“《][^“”《》]*[”》]")
_SHORTEST, _LONGEST = 4, 8


def check(context: CheckContext) -> Iterator[Finding]:
    """The one bare place of words that stand in quotation marks everywhere else."""
    terms = [
        q
        for q in quoted_words(context.paragraphs).values()
        if q.times > 1 and _SHORTEST <= len(q.text) <= _LONGEST and q.text.isalnum()
    ]
    if not terms:
        return
    masked = [_IN_MARKS.sub(lambda match: "\0" * len(match.group()), p.text) for p in context.paragraphs]
    pattern = Pattern("|".join(re.escape(q.text) for q in sorted(terms, key=lambda q: -len(q.text))))
    bare: dict[str, list[tuple[int, int]]] = {}
    for number, text in enumerate(masked):
        for match in pattern.finditer(text):
            if context.part_at(number + 1, match.start()) is not PartFound.ANNEX:
                bare.setdefault(match.group(), []).append((number, match.start()))
    for quoted in terms:
        places = bare.get(quoted.text, [])
        if len(places) == 1:
            number, start = places[0]
            span = context.paragraphs[number].span(start, start + len(quoted.text))
            wanted = f"“{quoted.text}”"
            yield Finding(span, f"别处都写{wanted}，这里没有加引号", wanted, fix=Fix(wanted), related=(quoted.span,))
