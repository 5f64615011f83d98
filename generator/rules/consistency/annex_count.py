"""“新办10件，见附件”：正文说的件数和附件列的不一样多。

只在附件里有连续编号的条目时核对。

反例：滚动实施一批民生实事（其中新办3件，见附件）。附件 一、新建学校。 二、改造医院。
正例：滚动实施一批民生实事（其中新办2件，见附件）。附件 一、新建学校。 二、改造医院。

依据：党政机关公文校核的通行要求：正文与附件一致。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.chinese_quantities import NUMERAL, whole
from generator.diagnostics import Severity
from generator.numerals.reading import read_chinese
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("C110", "annex-count", Group.CONSISTENCY, Severity.WARNING, "件数与附件不符")

_SAID = Pattern(
    rf"(?P<number>{NUMERAL})(?P<what>件|项|个|条|类)[^。；0-9]{{0,12}}(?:见|详见)附件(?P<which>[0-9一二三])?",
    needs=("附件",),
)
_MARK = Pattern(
    r"(?:^|(?<=[。！；\s]))(?:附件(?P<which>[0-9一二三])?(?=[：:\s]|$)|(?P<digits>[0-9]{1,2})[.．、](?![0-9])|(?P<words>[一二三四五六七八九十]{1,3})、)"
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Counts that refer to an annex whose items are numbered."""
    listed: dict[str, int] | None = None
    for paragraph in context.paragraphs:
        for match in _SAID.finditer(paragraph.text):
            listed = _annexes(context) if listed is None else listed
            size = listed.get(match["which"] or "", 0)
            if size > 1 and whole(match["number"]) != size:
                span = paragraph.span(match.start("number"), match.end("what"))
                yield Finding(span, f"正文写“{span.text}”，附件里有{size}条", f"{size}{match['what']}")


def _annexes(context: CheckContext) -> dict[str, int]:
    """How many items each annex numbers from 1 on, by its number; the first of all also under no number."""
    found: dict[str, int] = {}
    open_: list[str] = []
    for paragraph in context.paragraphs:
        for match in _MARK.finditer(paragraph.text):
            if match["digits"] or match["words"]:
                value = int(match["digits"]) if match["digits"] else read_chinese(match["words"])
                for name in open_:
                    found[name] = value if value == found[name] + 1 else found[name]
                continue
            open_ = [match["which"] or ""] if found else list({"", match["which"] or ""})
            found.update((name, 0) for name in open_ if name not in found)
    return found
