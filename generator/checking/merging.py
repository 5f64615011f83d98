"""One finding for one fault: what several rules say of the same characters, as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from generator.checking.registry import all_rules
from generator.diagnostics import Diagnostic, Severity, Span
from generator.rules.rule import Group

_REPEATING = frozenset((Group.FOOTING, Group.CONSISTENCY, Group.STALE, Group.NUMERALS))
"""Groups that only repeat what a tie-out finding says: a wrong digit is one fault, though sums break with it."""
_PHRASES = frozenset(("W101", "W102", "W104", "W105", "W107", "W109", "C112", "C113"))
"""Rules that say of a name or phrase what a tie-out rule may say as well."""
_INSTEAD = {
    "C107": ("W101", "W102"),
    "C115": ("W103",),
    "F109": ("N107", "N116", "N117"),
    "N106": ("R120",),
    "N107": ("R120",),
    "N116": ("N106", "N107"),
    "N117": ("N118", "R120"),
    "P103": ("R120", "R104", "P108"),
    "P104": ("R120", "T102"),
    "P106": ("N117", "R120"),
    "P107": ("R120",),
    "P112": ("P101", "R120", "T102"),
    "R101": ("T116",),
    "R104": ("P101", "P107"),
    "R106": ("T113", "T115", "T118"),
    "R120": ("P108",),
    "S105": ("S102",),
    "T101": ("R120", "S109"),
    "T102": ("R120",),
    "T103": ("F110", "F111", "N116", "S109"),
    "T113": ("W105",),
    "T115": ("R101", "T118"),
    "W103": ("W109",),
}
"""A rule, and those that say the same fault better where both stand side by side."""
_NEAR_NAMES = "C112"
"""Tells of either of two names where the draft cannot say which is wrong."""
_SLOTS = frozenset(("R120", "N117"))
_BETTER = frozenset(code for codes in _INSTEAD.values() for code in codes)
_OF_MARKS = frozenset(("P101", "P103"))
_MARKS = "“”‘’（）《》〈〉()"
_WITH_DATA = frozenset(("S109",))
"""Rules of the repeating groups that look at the data themselves."""
_STRETCH = 16
_LONGEST = 40
"""Stretches; a finding on more text than that is compared with what is found where it begins."""
_CROWDED = 40
"""Findings in one stretch; where there are more, the text is no report."""
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def merged(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Without what only repeats another finding; what is kept takes over what only the other one knew."""
    by_paragraph: dict[int, list[Diagnostic]] = defaultdict(list)
    for diagnostic in _distinct(found):
        by_paragraph[diagnostic.span.paragraph if diagnostic.span else 0].append(diagnostic)
    kept = [d for paragraph in by_paragraph.values() for d in _one_each_place(paragraph)]
    return _without_repeats(_without_other_sides(_without_gaps_of_lost_headings(kept)))


def _distinct(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """One finding a rule and place."""
    seen: set[tuple[str, object, str]] = set()
    for diagnostic in found:
        identity = (diagnostic.code, diagnostic.span, diagnostic.figure)
        if identity not in seen:
            seen.add(identity)
            yield diagnostic


def _one_each_place(found: list[Diagnostic]) -> list[Diagnostic]:
    """The findings of one paragraph, those that say the same fault as one."""
    kept: list[Diagnostic] = []
    near: dict[int, list[int]] = defaultdict(list)
    for diagnostic in sorted(found, key=_priority):
        stretches = _stretches(diagnostic) if _may_meet(diagnostic.code) else range(0)
        close = dict.fromkeys(n for stretch in stretches for n in near.get(stretch, ()))
        at = next((n for n in close if _same_fault(diagnostic, kept[n])), None)
        if at is not None:
            kept[at] = _completed(kept[at], diagnostic)
            continue
        for stretch in stretches:
            if len(near[stretch]) < _CROWDED:
                near[stretch].append(len(kept))
        kept.append(diagnostic)
    return kept


def _stretches(diagnostic: Diagnostic) -> range:
    """The stretches of text, by number, that a finding's neighbours begin or end in: only those are compared."""
    span = diagnostic.span
    if span is None:
        return range(0)
    first = (span.start - 2) // _STRETCH
    return range(first, min((span.end + 2) // _STRETCH, first + _LONGEST) + 1)


def _may_meet(code: str) -> bool:
    return code.startswith("T") or code in _PHRASES or code in _INSTEAD or code in _BETTER or code in _OF_MARKS


def _priority(diagnostic: Diagnostic) -> tuple[int, int, bool, str]:
    """What is told first stays: what says it better, then errors, then what knows the data."""
    code = diagnostic.code
    return (_yielding(code), _RANK[diagnostic.severity], not code.startswith("T"), code)


@cache
def _yielding(code: str) -> int:
    """How many rules in a row say better what this one says."""
    better = [_yielding(other) for other in _INSTEAD.get(code, ())]
    return 1 + max(better) if better else int(code in _OF_MARKS)


def _same_fault(later: Diagnostic, kept: Diagnostic) -> bool:
    one, other = later.span, kept.span
    if one is None or other is None:
        return False
    if kept.code in _INSTEAD.get(later.code, ()):
        return one.start <= other.end + 1 and other.start <= one.end + 1
    if later.code == "T103" and kept.code == "T101":  # 127。4亿元: one number broken in two
        return 0 <= one.start - other.end <= 1
    if later.code in _OF_MARKS:  # a name that lost its bracket
        return kept.code == "T106" and _has_other_marks(kept) and one.start < other.end and other.start < one.end
    return _is_of_words(later) and _is_of_words(kept) and one.start < other.end and other.start < one.end


def _has_other_marks(name: Diagnostic) -> bool:
    """Whether a name differs from the registered one in its brackets and quotation marks."""
    written = name.span.text if name.span is not None else ""
    return any(name.expected.count(mark) != written.count(mark) for mark in _MARKS)


def _is_of_words(diagnostic: Diagnostic) -> bool:
    return (diagnostic.code.startswith("T") and diagnostic.severity is not Severity.INFO) or diagnostic.code in _PHRASES


def _completed(kept: Diagnostic, other: Diagnostic) -> Diagnostic:
    """A finding with what only the other one knew of the right text and its source; nobody knows what fills a slot.

    Where the slot is a number (00个), and the data say which, it is a wrong number.
    """
    if kept.code in _SLOTS:
        return other if kept.span is not None and kept.span.text.isdigit() and other.expected else kept
    return replace(
        kept,
        expected=kept.expected or other.expected,
        figure=kept.figure or other.figure,
        source=kept.source or other.source,
    )


def _without_gaps_of_lost_headings(found: list[Diagnostic]) -> list[Diagnostic]:
    """Without the jump in the numbers that a heading leaves behind when it is lost with its number."""
    lost = [d.span for d in found if d.code == "T116" and d.span is not None and not d.span.text]
    return [d for d in found if d.code != "R101" or not any(_lies_in_gap(span, d) for span in lost)]


def _without_other_sides(found: list[Diagnostic]) -> list[Diagnostic]:
    """Of two names that are nearly the same without the one of which a rule that knows the right one tells nothing."""
    told: dict[int, list[Span]] = defaultdict(list)
    for d in found:
        if d.code in _PHRASES and d.code != _NEAR_NAMES and d.span is not None:
            told[d.span.paragraph].append(d.span)
    return [d for d in found if d.code != _NEAR_NAMES or not any(_meet(span, told) for span in d.related)]


def _lies_in_gap(lost: Span, numbering: Diagnostic) -> bool:
    """Whether a place lies between the heading that jumps and the one before it, which the finding is related to."""
    if numbering.span is None:
        return False
    before = [(span.paragraph, span.start) for span in numbering.related]
    place = (lost.paragraph, lost.start)
    return max(before, default=(0, 0)) < place <= (numbering.span.paragraph, numbering.span.start)


def _without_repeats(found: list[Diagnostic]) -> list[Diagnostic]:
    told: dict[int, list[Span]] = defaultdict(list)
    for d in found:
        if _knows_data(d) and d.span is not None and d.expected:
            told[d.span.paragraph].append(d.span)
    if not told:
        return found
    groups = {module.rule.code: module.rule.group for module in all_rules()}
    return [d for d in found if _knows_data(d) or groups.get(d.code) not in _REPEATING or not _touches(d, told)]


def _knows_data(diagnostic: Diagnostic) -> bool:
    return diagnostic.code.startswith("T") or diagnostic.code in _WITH_DATA


def _touches(diagnostic: Diagnostic, told: Mapping[int, Sequence[Span]]) -> bool:
    """Whether a finding, or what it is related to, meets one of the spans told already (by paragraph)."""
    return any(_meet(span, told) for span in (diagnostic.span, *diagnostic.related) if span is not None)


def _meet(own: Span, told: Mapping[int, Sequence[Span]]) -> bool:
    return any(own.start <= span.end and span.start <= own.end for span in told.get(own.paragraph, ()))
