"""口径丢了：登记的口径（规模以上、全市居民、省级以上……），正文里没有写。

“规模以上工业增加值”写成“工业增加值”，“全市居民人均可支配收入”写成“人均可支配收入”，说的就是另一个数。

反例：（数据：规模以上工业增加值增速，口径 规模以上）工业增加值增长6.6%。
正例：（数据：规模以上工业增加值增速，口径 规模以上）规模以上工业增加值增长6.6%。

依据：figures.yaml、targets.yaml 里登记的口径（scope）。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import State, Tie
from generator.analysis.sentences import clauses, interval_at, sentences
from generator.diagnostics import Severity
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.tie_out.ties import number_ties

RULE = Rule(
    "T110", "scope-lost", Group.TIE_OUT, Severity.WARNING, "口径丢了", frozenset((Need.DATA, Need.BASE))
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Numbers whose clause (or sentence, where the generated one said it there) lost the words of their scope."""
    for tie in number_ties(context, State.TIED, State.CHANGED):
        scope = _scope(context, tie.run.key)
        if scope and (kept := _kept(context, tie, scope)) is not None:
            message = f"“{tie.run.key}”的口径是“{scope}”，这里没有写“{kept}”"
            yield Finding(tie.span, message, kept, figure=tie.run.key, source=tie.run.source)


def _scope(context: CheckContext, key: str) -> str:
    assert context.report is not None
    figure = context.report.figures.get(key) or context.report.targets.get(key)
    return (figure.scope or "") if figure is not None else ""


def _kept(context: CheckContext, tie: Tie, scope: str) -> str | None:
    """The words of the scope that the draft should have kept and has not; None where nothing is wrong."""
    paragraph = context.paragraphs[tie.span.paragraph - 1]
    offset, place = min(tie.context_offset, len(tie.context) - 1), min(tie.span.start, len(paragraph.text) - 1)
    base_clause = _around(tie.context, interval_at(clauses(tie.context), offset))
    base_sentence = _around(tie.context, interval_at(sentences(tie.context), offset))
    clause = _around(paragraph.text, interval_at(paragraph.clauses, place))
    sentence = _around(paragraph.text, interval_at(paragraph.sentences, place))
    for words in _words_of(scope):
        fewer = sentence.count(words) < base_sentence.count(words)
        if fewer and words not in clause and (words in base_clause or words not in sentence):
            return words
    return None


def _words_of(scope: str) -> tuple[str, ...]:
    """A scope may name several words: 全市居民, or 规模以上、全市."""
    return tuple(words for words in scope.replace("，", "、").split("、") if words)


def _around(text: str, interval: tuple[int, int]) -> str:
    return text[interval[0] : interval[1]]
