"""“甲、乙分别增长a、b”：对象和数值的个数不一样多。

“分别”要求前后一一对应，删了一项而没删它的数（或反过来），读者就对不上号。

反例：机电产品、农产品、服装出口分别增长4.7%、6.6%。
反例：城市、农村低保标准分别从每月720元、560元提高到每月780元、610元、90元。
反例：刑事、治安案件立案数分别下降25.7%、6%、3%。
正例：机电产品、农产品出口分别增长4.7%、6.6%。
正例：新建改造社区食堂、托育中心分别达到60个以上。
正例：河流、近岸海域优良水体比例分别高于省定目标28.6个和21.9个百分点。
正例：城镇、农村特困人员供养标准分别从980元/月、7600元/年提高到1050元/月、8200元/年。

依据：“分别”的用法：前后各项依次对应。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.figures import PERCENT, POINTS
from generator.analysis.quantities import Quantity
from generator.analysis.respectively import respectively
from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("F109", "respectively-arity", Group.FOOTING, Severity.ERROR, "“分别”前后个数不等", anywhere=True)


_BOUNDS = frozenset(("以上", "以下", "以内"))
_HANDFUL = 10
_ALL_ALIKE = Pattern("100[%％]$")


def check(context: CheckContext) -> Iterator[Finding]:
    """Names and values around 分别 that cannot be paired."""
    for paragraph in context.paragraphs:
        for found in respectively(paragraph.text, paragraph.quantities):
            single = len(found.values) == 1
            if not found.contradicts or (single and _said_of_all(found.values[0])):
                continue
            names = "或".join(str(size) for size in sorted(found.names)) if found.known else "几"
            span = paragraph.span(found.values[0].start, found.values[-1].end)
            message = f"“分别”前面有{names}项，后面有{len(found.values)}个数"
            severity = _severity(found.values[0]) if single else None
            related = (paragraph.span(found.listed[0], _clause_end(paragraph, span.end)),)
            yield Finding(span, message, related=related, severity=severity)


def _clause_end(paragraph: Paragraph, offset: int) -> int:
    """Where the clause of a place ends: a number written otherwise, or lost, may stand behind the others."""
    return next((end for _, end in paragraph.clauses if end >= offset), offset)


def _severity(value: Quantity) -> Severity:
    """A value alone is told; a handful of things (各增加2个) may be meant of each, which is worth a hint."""
    few = value.unit not in PERCENT | POINTS and value.magnitude <= _HANDFUL and not value.precision
    return Severity.INFO if few else Severity.WARNING


def _said_of_all(value: Quantity) -> bool:
    """合格率、覆盖率分别达到95%以上 is loose, but means every one of them; a bound holds for many things alike."""
    hedged = value.behind in _BOUNDS or (bool(value.behind) and value.unit in PERCENT)
    return hedged or _ALL_ALIKE.search(value.text) is not None
