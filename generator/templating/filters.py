"""The filters that templates may use; every public function here is one, under its own name."""

from __future__ import annotations

from dataclasses import replace

from generator.document import Facet, Kind, Role
from generator.facts.fact import Fact, NameFact, NumberFact
from generator.facts.printing import CannotPrintError, amount_text
from generator.numerals.chinese import to_chinese
from generator.templating.marks import figure_mark, run_in_mark
from generator.templating.views import AnnexView, SectionView
from schemas.figure import Status

NUMBERING = "序号"
"""The key of numbers that are counted by a template, such as 附件1."""


def amount(fact: NumberFact, inside: str = "") -> str:
    """Number and unit, marked; ``inside`` stands between them (多, 余).

    An owed value gives 【待填：指标名（单位）】.
    """
    return _amount(fact, inside, elide=False)


def elided(fact: NumberFact) -> str:
    """As :func:`amount`, without the end of the unit that a later member of the list prints (28.6个)."""
    return _amount(fact, "", elide=True)


def unitless(fact: NumberFact) -> str:
    """As :func:`amount`, without the unit that a later member of the list prints for all (提高11.1、11.2个百分点)."""
    return amount(fact if fact.owed else replace(fact, unit="", scale=None))


def word(text: str, fact: NumberFact) -> str:
    """A word that the value of a datum chose (增长, 高于, 左右), marked as depending on it."""
    return figure_mark(text, fact.key, fact.kind, fact.source, Facet.WORD)


def given(fact: NumberFact, field: str) -> str:
    """A word that the data states beside the value (compared_to, rank_in, share_of, period, direction).

    Raises :class:`CannotPrintError` where the data does not say it.
    """
    words = {
        "compared_to": fact.compared_to,
        "rank_in": fact.rank_in,
        "share_of": fact.share_of,
        "period": fact.period,
        "direction": fact.direction,
    }
    text = words[field]
    if not text:
        raise CannotPrintError(f"“{fact.key}”没有写 {field}，这种写法要用到它")
    return str(text)


def said(fact: NumberFact, field: str) -> str:
    """As :func:`given`, marked as belonging to the datum."""
    return word(given(fact, field), fact)


def directed(fact: NumberFact, other: NumberFact) -> NumberFact:
    """The same number with the direction of another, of whose move it is the second step."""
    return replace(fact, direction=other.direction)


def spoken(text: str, fact: NumberFact) -> str:
    """Words that stand for the value itself (持平, 与经济增长同步)."""
    return figure_mark(text, fact.key, fact.kind, fact.source, Facet.VALUE, _role(fact))


def named(fact: NameFact) -> str:
    """A registered name, marked.  Raises :class:`CannotPrintError` for a number."""
    if not isinstance(fact, NameFact):
        raise CannotPrintError(f"“{fact.key}”不是提法、专名或项目，不能这样写")
    return figure_mark(fact.text, fact.key, fact.kind, fact.source, Facet.VALUE, _role(fact))


def attribute(fact: Fact, name: str) -> Fact:
    """What ``{name.投资}`` means: the attribute of a project or term.

    Raises :class:`CannotPrintError` where the data does not say it.
    """
    if not isinstance(fact, NameFact) or name not in fact.attributes:
        raise CannotPrintError(f"“{fact.key}”没有写“{name}”")
    return fact.attributes[name]


def chinese(number: int) -> str:
    """A whole number in Chinese words, for headings: 一, 十二."""
    return to_chinese(number)


def numbering(view: SectionView | AnnexView) -> str:
    """The number of a section or annex in digits, marked as counted."""
    return figure_mark(str(view.number), NUMBERING, Kind.DERIVED, view.source, Facet.WORD)


def item_number(index: int, annex: AnnexView) -> str:
    """What stands before an item of an annex (``index`` from 1): 一、, （一）, 1., 1、 or nothing."""
    if "1" in annex.marks:
        digits = figure_mark(str(index), NUMBERING, Kind.DERIVED, annex.source, Facet.WORD)
        return annex.marks.replace("1", digits)
    return annex.marks.replace("一", to_chinese(index))


def run_in(text: str, level: object) -> str:
    """A head that opens a paragraph; ``level`` is its depth, from 1."""
    if not isinstance(level, int) or level < 1:
        raise CannotPrintError(f"run_in 的级别应是正整数，不能是“{level}”")
    return run_in_mark(text, level)


def placeholder(name: str, unit: str, aim: str = "") -> str:
    """What stands for an owed value; ``aim`` is the target that it answers to."""
    if aim:
        return f"【待填：{unit or name}；目标{aim}】"
    return f"【待填：{name}（{unit}）】" if unit else f"【待填：{name}】"


def _amount(fact: Fact, inside: str, elide: bool) -> str:
    if not isinstance(fact, NumberFact):
        raise CannotPrintError(f"“{fact.key}”不是数，不能这样写")
    if fact.owed:
        text = placeholder(fact.name, fact.unit, fact.aim or "")
        return figure_mark(text, fact.key, fact.kind, fact.source, Facet.VALUE, Role.PLACEHOLDER)
    text = fact.text or amount_text(fact, inside, elide)
    return figure_mark(text, fact.key, fact.kind, fact.source, Facet.VALUE, _role(fact))


def _role(fact: NumberFact | NameFact) -> Role:
    return Role.PENDING if fact.status is Status.PENDING else Role.BODY
