"""“新办10件，见附件”：正文说的件数和附件列的不一样多。

只在附件里有连续编号的条目时核对。

反例：滚动实施一批民生实事（其中新办3件，见附件）。附件 一、新建学校。 二、改造医院。
正例：滚动实施一批民生实事（其中新办2件，见附件）。附件 一、新建学校。 二、改造医院。

依据：党政机关公文校核的通行要求：正文与附件一致。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.chinese_quantities import NUMERAL, whole
from generator.diagnostics import Severity, Span
from generator.numerals.reading import read_chinese
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("C110", "annex-count", Group.CONSISTENCY, Severity.WARNING, "件数与附件不符")

_SAID = re.compile(rf"(?P<number>{NUMERAL})(?P<what>件|项|个|条|类)[^。；0-9]{{0,12}}(?:见|详见)附件(?P<which>[0-9一二三])?")
_MARK = re.compile(
    r"(?:^|(?<=[。！；\s]))(?:附件(?P<which>[0-9一二三])?(?=[：:\s]|$)|(?P<digits>[0-9]{1,2})[.．、](?![0-9])|(?P<words>[一二三四五六七八九十]{1,3})、)"
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Counts that refer to an annex whose items are numbered."""
    said = [(p.number, m, p.span(m.start("number"), m.end("what"))) for p in context.paragraphs for m in _SAID.finditer(p.text)]
    for paragraph, match, span in said:
        listed = _listed(context, paragraph, match["which"], span)
        if listed > 1 and whole(match["number"]) != listed:
            yield Finding(span, f"正文写“{span.text}”，附件里有{listed}条", f"{listed}{match['what']}")


def _listed(context: CheckContext, paragraph: int, which: str | None, span: Span) -> int:
    """How many items the annex numbers from 1 on; 0 where there is no annex, or another one is meant."""
    number, begun = 0, False
    for found in context.paragraphs[paragraph - 1 :]:
        offset = span.end if found.number == paragraph else 0
        for match in _MARK.finditer(found.text[offset:].strip()):
            if match.group().startswith("附件"):
                if begun and number:
                    return number
                begun = match["which"] == which or which is None
            elif begun:
                value = int(match["digits"]) if match["digits"] else read_chinese(match["words"])
                number = value if value == number + 1 else number
    return number
