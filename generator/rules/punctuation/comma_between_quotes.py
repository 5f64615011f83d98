"""并列的引号之间、书名号之间不加顿号，全文一致。

“A”“B”已经分得清，顿号多余。全文都加顿号的只作提示；别处不加、这里加了的，应统一。并列里有不带引号的成分时，或者一个用引号、一个用书名号时，顿号照用。

反例：推进“一圈”“一带”建设，弘扬“铁军”“老区”精神，打造“三廊”“四带”，落实“两重”、“两新”政策。
正例：落实“两重”“两新”政策，推进“一圈”、“一带”、多点建设，办好《乡音》、“夜读”等栏目，拥护“两个确立”、做到“两个维护”。

依据：《标点符号用法》（GB/T 15834-2011）4.5.3.5：标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号。
各地做法不一，可用 --ignore P102 关闭。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule(
    "P102", "comma-between-quotes", Group.PUNCTUATION, Severity.WARNING, "并列的引号、书名号之间多了顿号", anywhere=True
)

_WITH = Pattern("(?<=”)、(?=“)|(?<=》)、(?=《)")
_BARE_BEFORE = Pattern("[^，。；：、“”《》（）]{1,20}、[“《][^“”《》]{1,20}$")
_BARE_AFTER = Pattern("[“《][^“”《》]{1,20}[”》]、[^“《]")
_CLEARLY = 3


def check(context: CheckContext) -> Iterator[Finding]:
    """A 、 between quoted items: a warning where the draft elsewhere does without, else a hint."""
    found = [(p, m) for p in context.paragraphs for m in _WITH.finditer(p.text) if not _mixed(p.text, m.start())]
    if not found:
        return
    without = sum(p.text.count("”“") + p.text.count("》《") for p in context.paragraphs)
    severity = Severity.WARNING if without >= _CLEARLY * len(found) else Severity.INFO
    for paragraph, match in found:
        yield Finding(
            paragraph.span(*match.span()), "并列的引号、书名号之间不加顿号", fix=Fix("", Tier.SAFE), severity=severity
        )


def _mixed(text: str, at: int) -> bool:
    """Whether the list also has items without quotation marks, or items with words around them."""
    before = text[max(0, at - 60) : at - 1]
    return bool(_BARE_BEFORE.search(before)) or bool(_BARE_AFTER.match(text, at + 1))
