"""Everything that rules may look at, read only; what costs time is worked out when the first rule asks for it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from generator.alignment.alignment import Alignment
from generator.alignment.head_marks import lost_marks
from generator.alignment.heads import DamagedHead, Head, damaged_heads, generated_heads
from generator.analysis.headings import HeadingFound, headings
from generator.analysis.parts import PartFound, PartStart, aims_stated, part_at, part_starts, part_starts_of
from generator.analysis.periods import PeriodStart, of_several_years, period_starts
from generator.analysis.quantities import Quantity, quantities
from generator.analysis.sentences import Interval, clauses, sentences
from generator.diagnostics import Span
from generator.document import Document, paragraphs_of, text_of
from generator.draft import Draft, DraftParagraph
from generator.ledger import Entry, Ledger
from generator.rules.consistency.text_pairs import TextPairs
from generator.rules.last_year import LastYear

_MARK = 6
"""Characters that the mark of a heading may take."""


@dataclass(frozen=True)
class Paragraph:
    """A counted paragraph of the draft with what was seen in it; offsets are characters from 0."""

    source: DraftParagraph

    @cached_property
    def text(self) -> str:
        """Its characters, tracked changes accepted."""
        return self.source.text

    @property
    def number(self) -> int:
        """Its number, from 1."""
        return self.source.number

    @cached_property
    def sentences(self) -> list[Interval]:
        """Its sentences."""
        return sentences(self.text)

    @cached_property
    def clauses(self) -> list[Interval]:
        """Its clauses."""
        return clauses(self.text)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """Its Arabic quantities."""
        return quantities(self.text)

    @cached_property
    def headings(self) -> list[HeadingFound]:
        """Headings in it: at its beginning, or anywhere in a text that lost its line breaks."""
        return headings(self.text, self.number)

    def span(self, start: int, end: int) -> Span:
        """Some of its characters."""
        return Span(self.text[start:end], self.number, start, end)


@dataclass(frozen=True)
class CheckContext:
    """A draft, and where there are any: its data, the document it was generated from, how the two align, last year."""

    draft: Draft
    ledger: Ledger | None = None
    base: Document | None = None
    alignment: Alignment | None = None
    before: LastYear | None = None

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The counted paragraphs; ``paragraphs[n - 1].number == n``."""
        return tuple(Paragraph(p) for p in self.draft.body)

    @cached_property
    def pairs(self) -> TextPairs:
        """The whole text, paragraphs on lines, as pairs of characters."""
        text = "\n".join(paragraph.text for paragraph in self.paragraphs)
        return TextPairs(f"{text}\n\n\n\n", len(text))

    @cached_property
    def generated_text(self) -> str:
        """The text that the data give, paragraphs on lines; empty where the draft was generated from nothing."""
        return "\n".join(self._generated_paragraphs)

    @cached_property
    def typed(self) -> list[tuple[int, str]]:
        """Where in the whole text the paragraphs begin that do not stand as generated, and what they say."""
        base = paragraphs_of(self.base, front=True) if self.base is not None else ()
        generated = frozenset(text_of(runs) for runs in base)
        begun = zip(self._starts, self.paragraphs, strict=False)
        return [(start, paragraph.text) for start, paragraph in begun if paragraph.text not in generated]

    @cached_property
    def _generated_paragraphs(self) -> list[str]:
        return [text_of(runs) for runs in paragraphs_of(self.base)] if self.base is not None else []

    @property
    def entries(self) -> Mapping[str, Entry]:
        """What the data register, by key; empty without data."""
        return self.ledger.entries if self.ledger is not None else {}

    @cached_property
    def _starts(self) -> list[int]:
        """Where the paragraphs begin in the whole text."""
        return list(accumulate((len(p.text) + 1 for p in self.paragraphs), initial=0))

    def may_come_again(self, span: Span, size: int) -> bool:
        """Whether so many characters in a row of a span may stand elsewhere in the whole text too."""
        start = self._starts[span.paragraph - 1]
        return self.pairs.may_come_again(start + span.start, start + span.end, size)

    def span_of(self, start: int, end: int) -> Span:
        """The span of some characters of the whole text, all in one paragraph."""
        index = bisect_right(self._starts, start) - 1
        return self.paragraphs[index].span(start - self._starts[index], end - self._starts[index])

    @cached_property
    def headings(self) -> list[HeadingFound]:
        """All headings, in order."""
        return [heading for paragraph in self.paragraphs for heading in paragraph.headings]

    @cached_property
    def parts(self) -> list[PartStart]:
        """Where the parts begin; one whose heading was lost or changed begins where the generated text has it."""
        aims = aims_stated((p.number, p.text) for p in self.paragraphs)
        starts = part_starts(self.headings, self._first_annex, aims)
        changed = (*self.damaged_heads, *self.heads_without_marks)
        begun = [start for d in changed if not d.head.run_in and (start := self._generated_start(d))]
        if not begun:
            return starts
        replaced = {(start.paragraph, start.offset) for start in begun}
        kept = [start for start in starts if (start.paragraph, start.offset) not in replaced]
        return sorted([*kept, *begun], key=lambda start: (start.paragraph, start.offset))

    def _generated_start(self, damaged: DamagedHead) -> PartStart | None:
        """The start of the part that a damaged heading opens in the generated text: at the mark, where there is one."""
        part = next((s.part for s in self.generated_parts[1:] if s.paragraph == damaged.head.paragraph), None)
        span = damaged.span
        marks = [h.start for h in self.headings if h.paragraph == span.paragraph and 0 <= span.start - h.start <= _MARK]
        return PartStart(part, span.paragraph, min([span.start, *marks])) if part is not None else None

    @cached_property
    def generated_parts(self) -> list[PartStart]:
        """Where the parts of the generated document begin."""
        return part_starts_of(self._generated_paragraphs)

    @cached_property
    def damaged_heads(self) -> list[DamagedHead]:
        """The headings of the generated document that the draft lacks or words otherwise."""
        if self.base is None or self.alignment is None:
            return []
        texts = [p.text for p in self.draft.body]
        return damaged_heads(self.base, self.generated_heads, self.alignment.paired_paragraphs, texts)

    @cached_property
    def heads_without_marks(self) -> list[DamagedHead]:
        """The headings of the generated document that the draft has without their marks."""
        return lost_marks(self.generated_heads, [p.text for p in self.draft.body])

    @cached_property
    def generated_heads(self) -> list[Head]:
        """The headings of the generated document."""
        return generated_heads(self.base) if self.base is not None else []

    @property
    def last_year(self) -> Document | None:
        """Last year's report; None unless the draft is checked against data that stand beside those of last year."""
        return self.before.document if self.before is not None else None

    @property
    def year(self) -> int | None:
        """The report's year, from the data or the record."""
        if self.ledger is not None:
            return self.ledger.year
        return self.base.meta.year if self.base is not None else None

    def part_at(self, paragraph: int, offset: int = 0) -> PartFound:
        """The part of the report that a place belongs to."""
        return part_at(self.parts, paragraph, offset)

    @cached_property
    def _periods(self) -> list[PeriodStart]:
        """Where the text begins to speak of one year or of several."""
        return period_starts(((p.number, p.text, p.sentences) for p in self.paragraphs), self.headings)

    def of_several_years(self, paragraph: int, offset: int = 0) -> bool:
        """Whether a place speaks of several years (五年来, “十五五”时期), not of one."""
        return of_several_years(self._periods, paragraph, offset)

    @property
    def _first_annex(self) -> int | None:
        return next(
            (p.number for p in self.paragraphs if p.number > 3 and _is_annex_label(p.text)),
            None,
        )


def _is_annex_label(text: str) -> bool:
    return text.strip().rstrip("0123456789一二三：:") == "附件"
