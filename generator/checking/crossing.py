"""Two drafts of one run that say the same thing with different numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import combinations

from generator.analysis.bounds import bounds_of
from generator.analysis.parts import REPEATING, PartFound
from generator.analysis.quantities import Quantity
from generator.analysis.sentences import Interval
from generator.checking.crossing_rule import CROSSED
from generator.checking.fingerprints import fingerprinted
from generator.checking.session import CheckedDraft, Selection
from generator.checking.subjects import Subject, subject_of
from generator.diagnostics import Diagnostic, Severity, Span
from generator.patterns import Pattern
from generator.positions import Position
from generator.rules.context import CheckContext, Paragraph

_SAME_TEXT = 0.6
"""Share of equal sentences from which two drafts are one report."""
_LEAST_WORDS = 6
"""Characters beside its numbers from which a clause says what it is about."""
_FAR = 3
_TELLING = 3
_DATES = ("", "年", "月", "日")
_SHOWN = 3
_NUMBER = "#"
_SCOPE = Pattern("^(?:(?:20[0-9]{2}年|全年|预计|全[市县区州盟旗]|我[市县区州盟旗省])[，,]?)+")
_COMPARED = Pattern("同比|比上年|较上年|比去年")
_ENDS = "，。；：！？、”“）（ 　\t"
_SAYS_OF_BEFORE = ("是", "为", "较", "比", "占", "达", "均", "年均", "其中", "相当于", "高于", "低于")


class Kinship(Enum):
    """How two drafts belong together."""

    OUTPUTS = auto()  # one report as Word and as text
    VERSIONS = auto()  # one report, edited
    PAPERS = auto()  # two papers, such as a report and a plan


@dataclass(frozen=True, slots=True)
class _Said:
    """Words with numbers in them: where they stand, in which part, and the numbers (offsets in the paragraph)."""

    paragraph: Paragraph
    start: int
    part: PartFound
    numbers: tuple[Quantity, ...]

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(number.text for number in self.numbers)

    @property
    def is_telling(self) -> bool:
        """Whether another place or year would hardly have these very numbers: 127.4 tells, 5.5 does not."""
        digits = (n.significant_digits for n in self.numbers if n.unit not in _DATES)
        return max(digits, default=0) >= _TELLING

    def span(self, index: int) -> Span:
        return self.paragraph.span(self.numbers[index].start, self.numbers[index].end)


_Words = dict[str, list[_Said]]


@dataclass(frozen=True, slots=True)
class Crossed:
    """The drafts with what was found between them, and a note (Chinese) on those that were not compared."""

    drafts: tuple[CheckedDraft, ...]
    notes: tuple[str, ...] = ()


def crossed(drafts: Sequence[CheckedDraft], selection: Selection, *, of_one_year: bool) -> Crossed:
    """Compare every two drafts; ``of_one_year`` says that the user named the year of all of them."""
    if len(drafts) < 2 or not selection.wants(CROSSED):
        return Crossed(tuple(drafts))
    read = [_Read(draft, subject_of(draft.context, of_one_year=of_one_year)) for draft in drafts]
    told: dict[int, list[Diagnostic]] = defaultdict(list)
    versions: dict[str, None] = {}
    for (_, one), (n, other) in combinations(enumerate(read), 2):
        kinship = _kinship(one, other)
        if kinship is Kinship.VERSIONS and not selection.names(CROSSED):
            versions |= dict.fromkeys((one.draft.draft.name, other.draft.draft.name))
        elif kinship is not Kinship.PAPERS or one.subject.may_be(other.subject):
            told[n] += _differences(one, other, kinship)
    found = (_with(draft, _once(told[n])) if told[n] else draft for n, draft in enumerate(drafts))
    return Crossed(tuple(found), (_uncompared(list(versions)),) if versions else ())


def _uncompared(names: Sequence[str]) -> str:
    shown = "、".join(names[:_SHOWN]) + (f"等 {len(names)} 个" if len(names) > _SHOWN else "")
    return f"{shown}是同一份报告的几稿，没有相互比较数；要比较，加 --select {CROSSED.code}"


class _Read:
    """A draft with what is asked of it more than once."""

    def __init__(self, draft: CheckedDraft, subject: Subject) -> None:
        self.draft = draft
        self.subject = subject
        self.sentences = _words(draft.context, whole=True)
        self.clauses = _words(draft.context, whole=False)
        self.doubtful = {
            span
            for finding in draft.findings
            if finding.diagnostic.code in ("T101", "F101") and (span := finding.diagnostic.span) is not None
        }

    @property
    def is_word(self) -> bool:
        return self.draft.draft.word is not None


def _kinship(one: _Read, other: _Read) -> Kinship:
    shared = len(one.sentences.keys() & other.sentences.keys())
    if shared < _SAME_TEXT * max(1, min(len(one.sentences), len(other.sentences))):
        return Kinship.PAPERS
    return Kinship.OUTPUTS if one.is_word != other.is_word else Kinship.VERSIONS


def _words(context: CheckContext, *, whole: bool) -> _Words:
    """The sentences (``whole``) or clauses with numbers, by their words without the numbers."""
    found: _Words = defaultdict(list)
    for paragraph in context.paragraphs:
        position = 0
        for start, end in paragraph.sentences if whole else paragraph.clauses:
            first = position
            while position < len(paragraph.quantities) and paragraph.quantities[position].start < end:
                position += 1
            numbers = tuple(paragraph.quantities[first:position])
            key = _key(paragraph.text, (start, end), numbers) if numbers else ""
            if key and (whole or _is_certain(key)):
                key = key if whole else _COMPARED.sub("", _SCOPE.sub("", key))
                found[key].append(_Said(paragraph, start, context.part_at(paragraph.number, start), numbers))
    return found


def _key(text: str, words: Interval, numbers: Iterable[Quantity]) -> str:
    pieces, at = [], words[0]
    for number in numbers:
        pieces.append(text[at : max(at, number.start)])
        at = number.end
    return "".join(_NUMBER.join([*pieces, text[at : words[1]]]).split()).strip(_ENDS)


def _is_certain(key: str) -> bool:
    """Whether a clause says by itself what its numbers are."""
    return len(key) - key.count(_NUMBER) >= _LEAST_WORDS and not key.startswith((*_SAYS_OF_BEFORE, _NUMBER))


def _differences(one: _Read, other: _Read, kinship: Kinship) -> list[Diagnostic]:
    """What the later draft says otherwise; nothing where that is more than slips can explain."""
    is_strict = kinship is Kinship.OUTPUTS
    first, second = (one.sentences, other.sentences) if is_strict else (one.clauses, other.clauses)
    pairs = [pair for key, said in second.items() for pair in _pairs(first.get(key, ()), said)]
    differing = [(a, b) for a, b in pairs if list(_differing(a, b, is_strict))]
    if kinship is Kinship.PAPERS:
        agreeing = sum(a.values == b.values and a.is_telling for a, b in pairs)
        is_far = any(_is_far(a.numbers[n], b.numbers[n]) for a, b in differing for n in _differing(a, b, is_strict))
        if (is_far and not agreeing) or not one.subject.is_believed(other.subject, agreeing, len(differing)):
            return []
    return [d for a, b in differing for d in _told(a, b, one, other, is_strict)]


def _pairs(first: Iterable[_Said], second: Iterable[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """The same words of the same part in both drafts; not where one draft says them with several values itself."""
    ones, others = _by_part(first), _by_part(second)
    for part, said in others.items():
        same = ones.get(part) or [s for p, group in ones.items() if p in REPEATING or part in REPEATING for s in group]
        if len({s.values for s in same}) == 1 == len({s.values for s in said}) and _fit(same[0], said[0]):
            yield same[0], said[0]


def _by_part(said: Iterable[_Said]) -> dict[PartFound, list[_Said]]:
    found: dict[PartFound, list[_Said]] = defaultdict(list)
    for one in said:
        found[one.part].append(one)
    return found


def _fit(one: _Said, other: _Said) -> bool:
    return len(one.numbers) == len(other.numbers)


def _differing(one: _Said, other: _Said, is_strict: bool) -> Iterator[int]:
    """Which of their numbers cannot be the same."""
    for index, (x, y) in enumerate(zip(one.numbers, other.numbers, strict=True)):
        if _differ(x, y, is_strict):
            yield index


def _differ(one: Quantity, other: Quantity, is_strict: bool) -> bool:
    """Whether two numbers cannot be the same; of two outputs, whether they read otherwise."""
    if is_strict:
        return (one.before, one.text, one.behind) != (other.before, other.text, other.behind)
    if one.unit != other.unit or one.ordinal != other.ordinal:
        return False
    if (one.scale, one.precision) == (other.scale, other.precision):
        return (one.value, one.upper) != (other.value, other.upper)
    return not bounds_of(one).meets(bounds_of(other))


def _is_far(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are so far apart that they are about different things."""
    low, high = sorted((abs(one.magnitude), abs(other.magnitude)))
    return high > low * _FAR


def _told(a: _Said, b: _Said, one: _Read, other: _Read, is_strict: bool) -> Iterator[Diagnostic]:
    for index in _differing(a, b, is_strict):
        x, y, here, there = a.numbers[index], b.numbers[index], b.span(index), a.span(index)
        if here in other.doubtful or there in one.doubtful:
            continue
        name = one.draft.draft.name
        yield Diagnostic(
            code=CROSSED.code,
            rule=CROSSED.name,
            message=f"这里是“{_print(y)}”，{name} 第{there.paragraph}段同样的话里是“{_print(x)}”",
            position=Position(other.draft.draft.name, here.paragraph, here.start + 1),
            severity=Severity.ERROR if is_strict else CROSSED.severity,
            source_line=b.paragraph.text,
            span=here,
        )


def _print(number: Quantity) -> str:
    return f"{number.before}{number.text}{number.behind}"


def _once(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """One finding a place, though several drafts say otherwise."""
    return list({diagnostic.span: diagnostic for diagnostic in reversed(list(found))}.values())


def _with(draft: CheckedDraft, found: Iterable[Diagnostic]) -> CheckedDraft:
    new = fingerprinted(sorted(found, key=lambda d: (d.position.line, d.position.column)), draft.context)
    return replace(draft, findings=tuple(sorted([*draft.findings, *new], key=lambda found: found.place)))
