"""同一句话出现两次。

多人合稿、复制粘贴后，同一句（或几乎一样的一句）留在了两个地方。

反例：持续优化营商环境，激发各类经营主体活力。新增高新技术企业300家以上。持续优化营商环境，激发各类经营主体活力。
正例：持续优化营商环境，激发各类经营主体活力。新增高新技术企业300家以上。

依据：通用的校对规范；在正式发表的报告中，同样的整句不会出现两次。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from generator.alignment.distances import similarity
from generator.analysis.parts import PartFound
from generator.analysis.quantities import quantities
from generator.diagnostics import Severity, Span
from generator.patterns import Pattern
from generator.rules.characters import around, is_digit, is_han
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("R108", "duplicate-sentence", Group.STRUCTURE, Severity.WARNING, "同一句话出现两次")

_EXACT = 12
"""Sentences of so many characters do not come twice by chance."""
_NEAR = 24
_SHINGLE = 10
_ALIKE = 0.92
_BLANK = Pattern(r"\s")


def check(context: CheckContext) -> Iterator[Finding]:
    """Sentences that stand twice, word for word or nearly; neighbours that repeat neighbours are one finding."""
    seen: dict[str, Span] = {}
    shingles: dict[str, str] = {}
    run: Finding | None = None
    for span, bare in _sentences(context):
        earlier = _earlier(bare, seen, shingles)
        if earlier is None:
            _remember(bare, span, seen, shingles)
            continue
        finding = Finding(span, _message(earlier, bare), related=(earlier,))
        joined = _joined(context, run, finding)
        if run is not None and joined is None:
            yield run
        run = joined or finding
    if run is not None:
        yield run


def _sentences(context: CheckContext) -> Iterator[tuple[Span, str]]:
    for paragraph in context.paragraphs:
        for start, end in paragraph.sentences:
            for piece in pairwise([start, *_lost_breaks(paragraph.text, start, end), end]):
                if context.part_at(paragraph.number, piece[0]) is PartFound.ANNEX:
                    return
                bare = "".join(paragraph.text[slice(*piece)].split()).rstrip("。！？；”")
                if len(bare) >= _EXACT:
                    yield paragraph.span(*piece), bare


def _lost_breaks(text: str, start: int, end: int) -> Iterator[int]:
    """Where a line may have begun: behind a blank between two words."""
    for match in _BLANK.finditer(text, start, end):
        before, behind = around(text, *match.span())
        if match.end() < end and _is_word(before) and _is_word(behind):
            yield match.end()


def _is_word(character: str) -> bool:
    return is_han(character) or is_digit(character)


def _earlier(bare: str, seen: dict[str, Span], shingles: dict[str, str]) -> Span | None:
    if bare in seen:
        return seen[bare]
    if len(bare) < _NEAR:
        return None
    for start in range(0, len(bare) - _SHINGLE + 1, _SHINGLE // 2):
        other = shingles.get(bare[start : start + _SHINGLE])
        if other is not None and _alike(bare, other):
            return seen[other]
    return None


def _alike(one: str, other: str) -> bool:
    return (
        min(len(one), len(other)) >= _ALIKE * max(len(one), len(other))
        and 2 * (Counter(one) & Counter(other)).total() >= _ALIKE * (len(one) + len(other))
        and similarity(one, other, _ALIKE) >= _ALIKE
        and len(quantities(one)) == len(quantities(other))
    )


def _remember(bare: str, span: Span, seen: dict[str, Span], shingles: dict[str, str]) -> None:
    seen[bare] = span
    if len(bare) >= _NEAR:
        for start in range(len(bare) - _SHINGLE + 1):
            shingles.setdefault(bare[start : start + _SHINGLE], bare)


def _joined(context: CheckContext, run: Finding | None, finding: Finding) -> Finding | None:
    """Two findings as one where they follow each other in a paragraph."""
    if run is None or run.span.paragraph != finding.span.paragraph or run.span.end != finding.span.start:
        return None
    span = context.paragraphs[run.span.paragraph - 1].span(run.span.start, finding.span.end)
    return Finding(span, run.message, related=(*run.related, *finding.related))


def _message(earlier: Span, bare: str) -> str:
    same = "".join(earlier.text.split()).rstrip("。！？；”") == bare
    return f"这句话与第{earlier.paragraph}段的一句{'完全相同' if same else '几乎一样'}"
