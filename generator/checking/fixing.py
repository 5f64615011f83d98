"""Which safe fixes are made: tried out on the text first, until nothing is left to fix and nothing new is found.

A fix can make room for another one, and can bring to light what its fault had hidden (a space between a number and its
hedge); the first is made too, the second is left to a person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.checking.base import Base
from generator.checking.registry import RuleModule
from generator.checking.session import CheckedDraft, check_read
from generator.diagnostics import Diagnostic, Span, Tier
from generator.draft import Anchor, Draft, DraftParagraph, Place

Replacement = tuple[Span, str]
_MOST_ROUNDS = 4
_MOST_TRIALS = 12
"""Trials of one round; what then still brings something new is not made at all."""


def settled_fixes(checked: CheckedDraft, base: Base | None, rules: Sequence[RuleModule]) -> tuple[Replacement, ...]:
    """The replacements to make in a checked draft, in the order of its text; none overlap or touch."""
    working = _Working.of(checked.draft)
    waived = {_words(w.finding.diagnostic) for w in checked.waived}
    current, now = [f.diagnostic for f in checked.findings], _counts(checked)
    for _ in range(_MOST_ROUNDS):
        fixes = list(apart(f for d in current if _words(d) not in waived and (f := safe_fix(d)) is not None))
        settled = _without_news(working, fixes, now, base, rules)
        if settled is None:
            break
        working, trial = settled
        current, now = [f.diagnostic for f in trial.findings], _counts(trial)
    return tuple(working.replacements(checked.draft))


def safe_fix(diagnostic: Diagnostic) -> Replacement | None:
    """What may be put in place of a finding without asking, if anything."""
    if diagnostic.fix is None or diagnostic.fix.tier is not Tier.SAFE or diagnostic.span is None or diagnostic.aside:
        return None
    return diagnostic.span, diagnostic.fix.replacement


def apart(fixes: Iterable[Replacement]) -> Iterator[Replacement]:
    """In the order of the text, the first of those that overlap or touch."""
    paragraph, end = 0, -1
    for span, text in sorted(dict.fromkeys(fixes), key=lambda fix: (fix[0].paragraph, fix[0].start, fix[0].end)):
        if span.paragraph != paragraph or span.start > end:
            yield span, text
            paragraph, end = span.paragraph, span.end


def _words(diagnostic: Diagnostic) -> tuple[str, int, str]:
    span = diagnostic.span
    return diagnostic.code, span.paragraph if span else 0, diagnostic.words


def _counts(checked: CheckedDraft) -> Counter[tuple[str, int]]:
    """How often each rule found something in each paragraph, waived or not."""
    found = [*checked.findings, *(waived.finding for waived in checked.waived)]
    return Counter((f.diagnostic.code, f.diagnostic.span.paragraph if f.diagnostic.span else 0) for f in found)


def _without_news(
    working: _Working,
    fixes: list[Replacement],
    before: Counter[tuple[str, int]],
    base: Base | None,
    rules: Sequence[RuleModule],
) -> tuple[_Working, CheckedDraft] | None:
    """The text with those of the fixes that bring nothing new, and what is found in it; None if no fix is left."""
    for _ in range(_MOST_TRIALS):
        if not fixes:
            return None
        tried = working.with_fixes(fixes)
        trial = check_read(tried.draft, base, rules, isolate=True)
        more = _counts(trial) - before
        news = [f.diagnostic for f in trial.findings if more[_words(f.diagnostic)[:2]] > 0]
        if not news:
            return tried, trial
        culprits = {_nearest(fixes, diagnostic.span) for diagnostic in news}
        fixes = [fix for number, fix in enumerate(fixes) if number not in culprits]
    return None


def _nearest(fixes: Sequence[Replacement], span: Span | None) -> int:
    """The fix that most likely brought a finding about, by its place in ``fixes``."""
    at = (span.paragraph, span.start) if span is not None else (0, 0)

    def distance(number: int) -> tuple[int, int]:
        fixed = fixes[number][0]
        return abs(fixed.paragraph - at[0]), abs(fixed.start - at[1])

    return min(range(len(fixes)), key=distance)


@dataclass(frozen=True, slots=True)
class _Working:
    """A draft with fixes made; ``origins`` has, for each changed paragraph, where its characters stood (-1: new)."""

    draft: Draft
    origins: dict[int, list[int]]

    @classmethod
    def of(cls, draft: Draft) -> _Working:
        """The draft as it is; what only Word knows is left out, because fixes do not change it."""
        return cls(replace(draft, word=None), {})

    def with_fixes(self, fixes: Sequence[Replacement]) -> _Working:
        """The draft with more fixes made; ``fixes`` are apart from one another."""
        by_paragraph: dict[int, list[Replacement]] = defaultdict(list)
        for fix in fixes:
            by_paragraph[fix[0].paragraph].append(fix)
        origins = dict(self.origins)
        paragraphs = list(self.draft.paragraphs)
        for index, paragraph in enumerate(paragraphs):
            here = by_paragraph.get(paragraph.number) if paragraph.place is Place.BODY else None
            if here:
                old = origins.get(paragraph.number) or list(range(len(paragraph.text)))
                paragraphs[index] = _edited(paragraph, here)
                origins[paragraph.number] = list(_spliced(old, here))
        return _Working(replace(self.draft, paragraphs=tuple(paragraphs)), origins)

    def replacements(self, original: Draft) -> Iterator[Replacement]:
        """The changes as replacements in the original text, in its order."""
        for number, origins in sorted(self.origins.items()):
            old, new = original.body[number - 1].text, self.draft.body[number - 1].text
            yield from _changes(old, new, origins, number)


def _spliced(origins: Sequence[int], fixes: Sequence[Replacement]) -> Iterator[int]:
    position = 0
    for span, text in fixes:
        yield from origins[position : span.start]
        yield from (-1 for _ in text)
        position = span.end
    yield from origins[position:]


def _edited(paragraph: DraftParagraph, fixes: Sequence[Replacement]) -> DraftParagraph:
    pieces: list[str] = []
    position = 0
    for span, text in fixes:
        pieces += (paragraph.text[position : span.start], text)
        position = span.end

    def moved(offset: int) -> int:
        """Where a place is afterwards; one inside what was replaced goes to its end."""
        before = [(span, text) for span, text in fixes if span.start < offset]
        inside = max((span.end for span, _ in before), default=offset)
        return max(offset, inside) + sum(len(text) - (span.end - span.start) for span, text in before)

    anchors = tuple(Anchor(a.key, moved(a.start), moved(a.end)) for a in paragraph.anchors)
    return replace(paragraph, text="".join((*pieces, paragraph.text[position:])), anchors=anchors, gaps=())


def _changes(old: str, new: str, origins: Sequence[int], number: int) -> Iterator[Replacement]:
    """What stands between characters that were kept."""
    behind, begun = 0, 0
    for place, origin in enumerate((*origins, len(old))):
        if origin < 0:
            continue
        if old[behind:origin] != new[begun:place]:
            yield Span(old[behind:origin], number, behind, origin), new[begun:place]
        behind, begun = origin + 1, place + 1
