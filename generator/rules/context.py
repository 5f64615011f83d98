"""Everything that rules may look at, read only; what costs time is worked out when the first rule asks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from generator.alignment.alignment import Alignment
from generator.analysis.headings import HeadingFound, headings
from generator.analysis.parts import PartFound, PartStart, part_at, part_starts
from generator.analysis.quantities import Quantity, quantities
from generator.analysis.sentences import Interval, clauses, sentences
from generator.diagnostics import Span
from generator.document import Document
from generator.draft import Draft, DraftParagraph
from generator.rules.last_year import LastYear

if TYPE_CHECKING:  # what is checked by its own record needs no models
    from generator.facts.fact import Fact
    from schemas.report import Report


@dataclass(frozen=True)
class Paragraph:
    """A counted paragraph of the draft with what was seen in it; offsets are characters from 0."""

    source: DraftParagraph

    @property
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
    report: Report | None = None
    facts: dict[str, Fact] = field(default_factory=dict)
    base: Document | None = None
    alignment: Alignment | None = None
    before: LastYear | None = None

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The counted paragraphs; ``paragraphs[n - 1].number == n``."""
        return tuple(Paragraph(p) for p in self.draft.body)

    @cached_property
    def headings(self) -> list[HeadingFound]:
        """All headings, in order."""
        return [heading for paragraph in self.paragraphs for heading in paragraph.headings]

    @cached_property
    def parts(self) -> list[PartStart]:
        """Where the parts begin."""
        return part_starts(self.headings, self._first_annex)

    @property
    def last_year(self) -> Document | None:
        """Last year's report; None unless the draft is checked against data that stand beside those of last year."""
        return self.before.document if self.before is not None else None

    @property
    def year(self) -> int | None:
        """The report's year, from the data or the record."""
        if self.report is not None:
            return self.report.report.year
        return self.base.meta.year if self.base is not None else None

    def part_at(self, paragraph: int, offset: int = 0) -> PartFound:
        """The part of the report that a place belongs to."""
        return part_at(self.parts, paragraph, offset)

    @property
    def _first_annex(self) -> int | None:
        return next(
            (p.number for p in self.paragraphs if p.number > 3 and _is_annex_label(p.text)),
            None,
        )


def _is_annex_label(text: str) -> bool:
    return text.strip().rstrip("0123456789一二三：:") == "附件"
