"""同级标题的写法宜一致。

同一部分的标题大多用同一个词开头（如“聚力……”），个别的不同，可能是改稿时漏改。

反例：（一）聚力稳增长。稳。（二）聚力调结构。调。（三）聚力促改革。改。（四）推进惠民生。民。（五）聚力防风险。防。（六）聚力强作风。强。
正例：（一）聚力稳增长。稳。（二）聚力调结构。调。（三）聚力促改革。改。（四）聚力惠民生。民。（五）聚力防风险。防。（六）聚力强作风。强。

依据：通用的行文习惯。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.analysis.headings import HeadingFound
from generator.diagnostics import Severity
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("R110", "heading-parallelism", Group.STRUCTURE, Severity.INFO, "同级标题的开头不一致")

_MIN_HEADS = 5


def check(context: CheckContext) -> Iterator[Finding]:
    """The one heading of a section that does not begin like all the others."""
    for heads in _sections(context.headings):
        word, count = Counter(heading.text[:2] for heading in heads).most_common(1)[0]
        if len(heads) >= _MIN_HEADS and count == len(heads) - 1:
            odd = next(heading for heading in heads if not heading.text.startswith(word))
            span = context.paragraphs[odd.paragraph - 1].span(odd.start, odd.end)
            yield Finding(span, f"同级的另外{count}个标题都以“{word}”开头")


def _sections(headings: list[HeadingFound]) -> Iterator[list[HeadingFound]]:
    """Runs of second-level headings between those of the first."""
    run: list[HeadingFound] = []
    for heading in headings:
        if heading.level == 2:
            run.append(heading)
        elif heading.level == 1 and run:
            yield run
            run = []
    if run:
        yield run
