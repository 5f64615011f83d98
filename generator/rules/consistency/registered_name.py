"""登记过的名称写错了。

projects.yaml、terms.yaml 登记的项目、提法、机构名称，在稿子任何地方（包括新加的句子）差了一两个字。
数据生成的那一处由“专名走样”（T106）核对，这里核对其余各处。

反例：（数据：万企智配平台）继续用好万企知配平台。
正例：（数据：万企智配平台）继续用好万企智配平台。

依据：projects.yaml 和 terms.yaml 里登记的名称。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.alignment import State
from generator.diagnostics import Fix, Severity, Span
from generator.ledger import Name, Sort
from generator.rules.consistency.near_repeats import siblings
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule
from generator.rules.wording.drift import SHORTEST, Drift, drifts
from generator.rules.wording.phrase import Ends, Phrase

RULE = Rule(
    "C113", "registered-name", Group.CONSISTENCY, Severity.WARNING, "登记过的名称写错了", frozenset((Need.DATA,))
)


def check(context: CheckContext) -> Iterator[Finding]:
    """Places that are nearly a registered name and neither generated nor told of by the tie-out."""
    names = _names(context) if context.typed else {}
    phrases = tuple(Phrase(text, name.source, Ends.CLOSED) for text, name in names.items() if len(text) >= SHORTEST)
    generated = context.generated_text
    told = _told(context)
    for drift in drifts(context, phrases, (*names, *_known(context)), typed_only=True):
        span = drift.span
        if span.text in generated or any(_touch(span, other) for other in told) or _is_sibling(drift, span.text):
            continue
        right = drift.phrase.text
        name = names[right]
        message = f"登记的名称是“{right}”，这里写“{span.text}”"
        yield Finding(span, message, right, figure=name.key, source=name.source, fix=Fix(right))


def _names(context: CheckContext) -> dict[str, Name]:
    return {name.text: name for name in context.ledger.names} if context.ledger is not None else {}


def _known(context: CheckContext) -> tuple[str, ...]:
    """Keys are names too: a project may be printed shorter than it is called."""
    return tuple(key for key, entry in context.entries.items() if entry.sort is Sort.NAME)


def _told(context: CheckContext) -> list[Span]:
    ties = context.alignment.ties if context.alignment is not None else ()
    return [tie.span for tie in ties if tie.state is State.CHANGED]


def _touch(one: Span, other: Span) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _is_sibling(drift: Drift, written: str) -> bool:
    """Whether the difference makes another name: 二期 of a registered 一期."""
    right = drift.phrase.text
    pairs = enumerate(zip(right, written, strict=False))
    start = next((place for place, (a, b) in pairs if a != b), min(len(right), len(written)))
    differing = (*right[start : start + 1], *written[start : start + 1])
    return bool(differing) and all(c in siblings() or not "一" <= c <= "龥" for c in differing)
