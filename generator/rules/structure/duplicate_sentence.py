"""同一句话出现两次。

多人合稿、复制粘贴后，同一句（或几乎一样的一句）留在了两个地方。
回顾和安排、五年和一年里几乎一样的两句不算：去年建的，今年接着建。

反例：持续优化营商环境，激发各类经营主体活力。新增高新技术企业300家以上。持续优化营商环境，激发各类经营主体活力。
反例：狠抓项目建设。狠抓项目建设。新增高新技术企业300家以上。
正例：持续优化营商环境，激发各类经营主体活力。新增高新技术企业300家以上。

依据：通用的校对规范；在正式发表的报告中，同样的整句不会出现两次。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from generator.alignment.distances import similarity
from generator.analysis.parts import PartFound
from generator.analysis.quantities import quantities
from generator.diagnostics import Fix, Severity, Span
from generator.patterns import Pattern
from generator.rules.characters import around, is_digit, is_han
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("R108", "duplicate-sentence", Group.STRUCTURE, Severity.WARNING, "同一句话出现两次")

_EXACT = 12
"""Sentences of so many characters do not come twice by chance."""
_EXACT_IN_ANNEX = 16
_BESIDE = 4
"""Clauses of so many characters do not come twice in a row by chance."""
_LONGEST_RUN = 3
"""Clauses in a row that are compared with the next ones."""
_NEAR = 24
_SHINGLE = 10
_ALIKE = 0.92
_BLANK = Pattern(r"\s")
_MARKS = "，。；：！？!?”’） \t　"


_Setting = tuple[PartFound, bool]
"""A part, and whether it speaks of several years: what was begun in one is gone on with in another, nearly alike."""


@dataclass(slots=True)
class _Said:
    """The sentences so far, and by what stands in them those that may be nearly the same."""

    places: dict[str, Span] = field(default_factory=dict)
    shingles: dict[_Setting, dict[str, str]] = field(default_factory=dict)

    def earlier(self, bare: str, setting: _Setting, *, whole_only: bool) -> Span | None:
        """Where the same sentence stands before, or nearly the same in the same setting."""
        if bare in self.places:
            return self.places[bare]
        if len(bare) < _NEAR or whole_only:
            return None
        shingles = self.shingles.get(setting, {})
        for start in range(0, len(bare) - _SHINGLE + 1, _SHINGLE // 2):
            other = shingles.get(bare[start : start + _SHINGLE])
            if other is not None and _alike(bare, other):
                return self.places[other]
        return None

    def remember(self, bare: str, span: Span, setting: _Setting, *, whole_only: bool) -> None:
        """Keep a sentence; ``whole_only`` where only the same one is to be found."""
        self.places[bare] = span
        if len(bare) >= _NEAR and not whole_only:
            shingles = self.shingles.setdefault(setting, {})
            for start in range(len(bare) - _SHINGLE + 1):
                shingles.setdefault(bare[start : start + _SHINGLE], bare)


def check(context: CheckContext) -> Iterator[Finding]:
    """What is said twice in a row, and sentences that stand twice; neighbours that repeat neighbours are one."""
    beside = [finding for paragraph in context.paragraphs for finding in _beside(paragraph)]
    yield from beside
    told = {(finding.span.paragraph, finding.span.end) for finding in beside}
    run: Finding | None = None
    for finding in _repeated(context):
        if (finding.span.paragraph, finding.span.end) in told:
            continue
        joined = _joined(context, run, finding)
        if run is not None and joined is None:
            yield run
        run = joined or finding
    if run is not None:
        yield run


def _beside(paragraph: Paragraph) -> Iterator[Finding]:
    """Clauses in a row that the next ones repeat: typed or pasted twice; what ends with ！ is called out twice."""
    bare = [paragraph.text[start:end].strip(_MARKS) for start, end in paragraph.clauses]
    done = 0
    for at in range(len(bare) - 1):
        size = next((n for n in range(1, _LONGEST_RUN + 1) if at >= done and _comes_again(bare, at, n)), 0)
        middle = paragraph.clauses[at + size - 1][1] if size else 0
        if size and paragraph.text[middle - 1] not in "！!":
            done = at + 2 * size
            span = paragraph.span(middle, paragraph.clauses[done - 1][1])
            earlier = paragraph.span(paragraph.clauses[at][0], middle)
            yield Finding(span, f"“{span.text}”与前面一句相同，写了两遍", fix=Fix(""), related=(earlier,))


def _comes_again(bare: list[str], at: int, size: int) -> bool:
    one, two = bare[at : at + size], bare[at + size : at + 2 * size]
    return one == two and all(one) and sum(map(len, one)) >= _BESIDE


def _repeated(context: CheckContext) -> Iterator[Finding]:
    """Sentences that stand twice, word for word or nearly; in annexes, which explain alike, word for word only."""
    body, annex = _Said(), _Said()
    for span, bare in _sentences(context):
        part = context.part_at(span.paragraph, span.start)
        annexed = part is PartFound.ANNEX
        if annexed and len(bare) < _EXACT_IN_ANNEX:
            continue
        said = annex if annexed else body
        setting = (part, context.of_several_years(span.paragraph, span.start))
        alone = len(bare) < _NEAR or not (_has_blank(bare, span) or context.may_come_again(span, _SHINGLE))
        earlier = said.earlier(bare, setting, whole_only=alone)
        if earlier is None:
            said.remember(bare, span, setting, whole_only=annexed or alone)
        else:
            yield Finding(span, _message(earlier, bare), related=(earlier,))


def _has_blank(bare: str, span: Span) -> bool:
    """Whether a sentence was written with blanks inside, so that its characters are not in a row."""
    return bare not in span.text


def _sentences(context: CheckContext) -> Iterator[tuple[Span, str]]:
    for paragraph in context.paragraphs:
        for start, end in paragraph.sentences:
            for piece in pairwise([start, *_lost_breaks(paragraph.text, start, end), end]):
                bare = "".join(paragraph.text[slice(*piece)].split()).rstrip(_MARKS)
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


def _alike(one: str, other: str) -> bool:
    return (
        min(len(one), len(other)) >= _ALIKE * max(len(one), len(other))
        and 2 * (Counter(one) & Counter(other)).total() >= _ALIKE * (len(one) + len(other))
        and similarity(one, other, _ALIKE) >= _ALIKE
        and len(quantities(one)) == len(quantities(other))
    )


def _joined(context: CheckContext, run: Finding | None, finding: Finding) -> Finding | None:
    """Two findings as one where they follow each other in a paragraph, with nothing or with the same between."""
    if run is None or run.span.paragraph != finding.span.paragraph:
        return None
    here, there = _between(context, run.span, finding.span), _between(context, run.related[-1], finding.related[0])
    if here != there and here != "":
        return None
    span = context.paragraphs[run.span.paragraph - 1].span(run.span.start, finding.span.end)
    return Finding(span, run.message, related=(*run.related, *finding.related))


def _between(context: CheckContext, one: Span, other: Span) -> str | None:
    """The text between two spans of a paragraph; None where they do not stand in this order in one."""
    if one.paragraph != other.paragraph or one.end > other.start:
        return None
    return context.paragraphs[one.paragraph - 1].text[one.end : other.start]


def _message(earlier: Span, bare: str) -> str:
    same = "".join(earlier.text.split()).rstrip(_MARKS) == bare
    return f"这句话与第{earlier.paragraph}段的一句{'完全相同' if same else '几乎一样'}"
