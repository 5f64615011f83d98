"""Whose report of which year a draft is, as far as that can be told: from its title and headings, else its data."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.years import report_year_of
from generator.patterns import CHINESE, Pattern
from generator.rules.context import CheckContext

_PLACE = Pattern(
    rf"({CHINESE}{{1,8}}?(?:省|自治区|自治州|市|县|区|州|盟|旗))(?:第[一二三四五六七八九十]{{1,4}}届)?"
    "(?:人民代表大会|人民政府|政府工作报告|20[0-9]{2}年)"
)
_LEAD = Pattern("^.*(?:[在是受向把]|代表|关于|年)")
_NO_NAME = Pattern("自治[区州]$|[全我本各该]")
_OPENING_LINES = 8
_MOST = 2
"""So many differences may be slips though nothing agrees."""


@dataclass(frozen=True, slots=True)
class Subject:
    """``place`` is empty and ``year`` None where nothing tells; ``is_sure`` says that the user named the year."""

    place: str
    year: int | None
    is_sure: bool

    def may_be(self, other: Subject) -> bool:
        """Whether nothing says that two drafts are of different years or places."""
        same_year = self.year is None or other.year is None or self.year == other.year
        return same_year and (self.place.endswith(other.place) or other.place.endswith(self.place))

    def is_believed(self, other: Subject, agreeing: int, differing: int) -> bool:
        """Whether differences are slips rather than two subjects: by what is known, or because most numbers agree."""
        is_known = bool(self.place and other.place and self.year and other.year) or (self.is_sure and other.is_sure)
        return differing <= max(agreeing, _MOST) if is_known else agreeing >= 2 and differing <= agreeing


def subject_of(context: CheckContext, *, of_one_year: bool) -> Subject:
    """What a draft says of itself; where it names no year, the year of the data that it was checked against."""
    named = report_year_of(((p.number, p.text) for p in context.paragraphs), context.headings, context.parts)
    return Subject(_place(context), named or context.year, of_one_year)


def _place(context: CheckContext) -> str:
    for paragraph in context.paragraphs[:_OPENING_LINES]:
        for match in _PLACE.finditer(paragraph.text[:400]):
            place = _LEAD.sub("", match[1])
            if len(place) > 1 and not _NO_NAME.match(place):
                return place
    return context.base.meta.place if context.base is not None else ""
