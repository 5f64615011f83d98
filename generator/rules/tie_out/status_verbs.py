"""项目阶段与说法不符：登记为在建的项目，正文说已竣工；已投产的，正文说今年开工。

反例：（数据：潍烟高铁 在建）潍烟高铁建成通车。
正例：（数据：潍烟高铁 在建）潍烟高铁加快建设。

依据：projects.yaml 里登记的阶段（stage）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.alignment.alignment import State
from generator.analysis.parts import PartFound
from generator.analysis.sentences import interval_at
from generator.diagnostics import Severity, Span
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.ties import name_ties

RULE = Rule(
    "T108", "status-verbs", Group.TIE_OUT, Severity.WARNING, "项目阶段与说法不符", frozenset((Need.DATA, Need.BASE))
)

_DONE = Pattern("竣工|投产|建成|通车|投用|完工|投入使用|投入运营|并网发电|建成启用|投运")
_BEGUN = Pattern("开工|动工|启动建设|破土")
_VERB = Pattern(f"{_DONE.pattern}|{_BEGUN.pattern}|签约|落户|落地")
_DENIED = Pattern("主体|(?:力争|争取|推动|加快|促进|确保|尽快|早日|即将|预计|计划|将)[^，。；]{0,12}$|(?:以后|之后|后)")

_STAGES = ("谋划", "签约", "落地", "开工", "在建", "竣工", "投产")
"""The stages of projects.yaml, in order."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Verbs of another stage than the data gives, behind or right before a project's name in its clause."""
    told: set[Span] = set()
    for tie in name_ties(context, State.TIED):
        project = context.entries.get(tie.run.key)
        if project is None or not project.stage:
            continue
        paragraph = context.paragraphs[tie.span.paragraph - 1]
        _, end = interval_at(paragraph.clauses, tie.span.start)
        behind = paragraph.text[tie.span.end : end]
        part = context.part_at(tie.span.paragraph, tie.span.start)
        verb = _wrong_verb(project.stage, behind, part)
        if verb is not None:
            span = paragraph.span(tie.span.end + verb.start(), tie.span.end + verb.end())
            if span in told:  # 甲、乙、丙竣工 is one fault
                continue
            told.add(span)
            message = f"“{tie.run.text}”登记的阶段是“{project.stage}”，这里说“{span.text}”"
            yield Finding(span, message, figure=tie.run.key, source=tie.run.source)


def _wrong_verb(stage: str, behind: str, part: PartFound) -> re.Match[str] | None:
    """The first verb in a clause that the stage contradicts: done too early in the review, begun late in the plan."""
    verb = _VERB.search(behind)
    if verb is None or _DENIED.search(behind[: verb.start()]) or behind[verb.end() : verb.end() + 1] == "后":
        return None
    place = _STAGES.index(stage)
    done, begun = _DONE.fullmatch(verb.group()), _BEGUN.fullmatch(verb.group())
    if part is PartFound.REVIEW:
        early = (done and place < _STAGES.index("竣工")) or (begun and place < _STAGES.index("开工"))
        return verb if early else None
    landed = not done and not begun
    late = (begun and place >= _STAGES.index("在建")) or (landed and place > _STAGES.index("落地"))
    return verb if part is PartFound.PLAN and late else None
