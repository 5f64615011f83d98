"""去年已经建成的，今年又说开工。

回顾部分说某项目竣工、投产、通车，安排部分却说今年启动、开工同一个项目，多半有一处是旧稿。

反例：一、2023年工作回顾　潍坊港滚装泊位建成投用。　二、2024年工作安排　今年要启动潍坊港滚装泊位建设。
正例：一、2023年工作回顾　潍坊港滚装泊位建成投用。　二、2024年工作安排　今年要启动潍坊港通用泊位建设。

依据：项目先开工、后竣工的常理；以立项批复和竣工验收为准。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.parts import PartFound
from generator.analysis.sentences import interval_at
from generator.diagnostics import Severity, Span
from generator.patterns import Pattern
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule
from generator.rules.stale.years import has_both_parts

RULE = Rule("S107", "started-again", Group.STALE, Severity.WARNING, "去年已经建成，今年又说开工")

_BEGIN = Pattern("(?:启动建设|开工建设|新开工|动工建设|启动|开工|动工)(?P<names>[一-龥A-Za-z0-9·、]{5,60})")
_DONE = Pattern("竣工|投产|建成|通车|投用|完工|投入使用|投入运营|全线贯通")
_PARTLY = Pattern("主体|[一二三四五]期|阶段|部分|先行|试|首批|首段|单项")
_TAIL = Pattern("(?:等.*|(?:项目|工程)?(?:建设|前期工作|改造|施工)*)$")
_SHORTEST = 5


def check(context: CheckContext) -> Iterator[Finding]:
    """Names of what the plan will begin that the review has finished, word for word."""
    if not has_both_parts(context):
        return
    review = [p for p in context.paragraphs if _in(context, p, PartFound.REVIEW)]
    for paragraph in context.paragraphs:
        for match in _BEGIN.finditer(paragraph.text):
            if context.part_at(paragraph.number, match.start()) is not PartFound.PLAN:
                continue
            for name in _names(match["names"]):
                done = _finished(context, review, name)
                if done is not None:
                    start = match.start("names") + match["names"].index(name)
                    span = paragraph.span(start, start + len(name))
                    yield Finding(span, f"“{name}”在第{done.paragraph}段已经说建成，这里又说开工", related=(done,))


def _in(context: CheckContext, paragraph: Paragraph, part: PartFound) -> bool:
    """Whether any of a paragraph belongs to a part."""
    return context.part_at(paragraph.number) is part or any(
        s.part is part and s.paragraph == paragraph.number for s in context.parts
    )


def _names(words: str) -> Iterator[str]:
    for piece in words.split("、"):
        name = _TAIL.sub("", piece)
        if len(name) >= _SHORTEST and not _PARTLY.search(name):
            yield name


def _finished(context: CheckContext, review: list[Paragraph], name: str) -> Span | None:
    """Where the review says that something was finished, in the clause of its name or with the verb right before it."""
    for paragraph in review:
        start = paragraph.text.find(name)
        while start >= 0:
            if context.part_at(paragraph.number, start) is PartFound.REVIEW:
                _, end = interval_at(paragraph.clauses, start)
                behind = paragraph.text[start + len(name) : end]
                verb = _DONE.search(behind)
                if verb is not None and not _PARTLY.search(behind[: verb.start()]):
                    return paragraph.span(start, end)
            start = paragraph.text.find(name, start + 1)
    return None
