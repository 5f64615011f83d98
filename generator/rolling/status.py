"""How far a year's draft is: what is filled, owed, to be confirmed or to be rewritten, by part and by department."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.facts.fact import Fact, ListFact, NumberFact
from generator.facts.namespace import facts_of
from generator.loading.loader import load
from generator.loading.prose_walk import walk_prose
from generator.rolling.carried import Carried, carried_in
from generator.workspace import Workspace
from schemas.figure import Status
from schemas.names import REWRITE
from schemas.report import Report

NO_DEPARTMENT = "未定部门"
ANNEXES = "附件"


@dataclass(frozen=True, slots=True)
class Item:
    """A figure, target, project or project list that is not settled.

    ``kind`` is figure, target, project or list; ``state`` is owed (no value), pending (待核).
    """

    key: str
    kind: str
    state: str
    name: str
    unit: str
    aim: str
    department: str
    source: str


@dataclass(slots=True)
class Count:
    """How many there are, and in which state; the rest is filled."""

    total: int = 0
    owed: int = 0
    pending: int = 0

    @property
    def filled(self) -> int:
        """Those that have a value nobody doubts."""
        return self.total - self.owed - self.pending

    def add(self, state: str) -> None:
        """Count one more."""
        self.total += 1
        self.owed += state == "owed"
        self.pending += state == "pending"


@dataclass(slots=True)
class Tally:
    """Counts for a part, a department or everything.

    ``marks`` are 【沿用上年，待改】, ``sentences`` the lines of prose that they are about.
    """

    figures: Count = field(default_factory=Count)
    targets: Count = field(default_factory=Count)
    projects: Count = field(default_factory=Count)
    marks: int = 0
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class YearStatus:
    """How far a year is; parts in the order of the report, departments with the most owed first."""

    year: int
    whole: Tally
    parts: tuple[tuple[str, Tally], ...]
    departments: tuple[tuple[str, Tally], ...]
    items: tuple[Item, ...]
    carried: tuple[Carried, ...]

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do before ``build --final``."""
        return not self.items and not self.whole.marks


def status_of(workspace: Workspace, year: int) -> YearStatus:
    """The state of a year's data and prose.  Raises :class:`~generator.diagnostics.QicaoError` when data has errors."""
    loaded = load(workspace, year)
    report = loaded.require()
    facts, _ = facts_of(report, loaded.sources)
    states = _States(report, facts)
    used: dict[str, set[str]] = {}
    tallies: dict[str, Tally] = {}
    unread: list[Carried] = []
    for place, path, text in walk_prose(report):
        name = _part_name(report, place)
        tally = tallies.setdefault(name, Tally())
        passages = list(carried_in(loaded, (place, path), text, name, states.is_number))
        tally.marks += sum(reference.key == REWRITE for reference in text.references)
        tally.sentences += sum(passage.sentences for passage in passages)
        unread.extend(passages)
        used.setdefault(name, set()).update(states.with_partners(r.key for r in text.references))
    for name, keys in used.items():
        _count_keys(tallies[name], keys, states)
    whole = Tally(
        marks=sum(tally.marks for tally in tallies.values()),
        sentences=sum(tally.sentences for tally in tallies.values()),
    )
    _count_keys(whole, states.every_key(), states)
    return YearStatus(year, whole, tuple(tallies.items()), _departments(states), tuple(states.items()), tuple(unread))


@dataclass(frozen=True, slots=True)
class _States:
    """The state of every figure, target, project and project list."""

    report: Report
    facts: Mapping[str, Fact]

    def every_key(self) -> Iterator[str]:
        report = self.report
        for section in (report.figures, report.targets, report.projects, report.project_lists):
            yield from section

    def kind(self, key: str) -> str:
        report = self.report
        if key in report.figures:
            return "figure"
        if key in report.targets:
            return "target"
        if key in report.projects:
            return "project"
        return "list" if key in report.project_lists else ""

    def state(self, key: str) -> str:
        """filled, owed or pending."""
        match self.facts.get(key):
            case NumberFact() as fact:
                stretch_owed = fact.stretch is not None and fact.stretch.owed
                return "owed" if fact.owed or stretch_owed else _doubt(fact.status)
            case ListFact(items=items):
                return "filled" if items else "owed"
            case None:
                return "filled"
            case name:
                return _doubt(name.status)

    def is_number(self, key: str) -> bool:
        """Whether a key is a number of the year, which makes a sentence one of data."""
        derived = self.report.derived.get(key)
        if derived is not None:
            return derived.count is None
        figure = self.report.figures.get(key)
        return key in self.report.targets or (figure is not None and not figure.fixed)

    def department(self, key: str) -> str:
        report = self.report
        entry = report.figures.get(key) or report.targets.get(key) or report.projects.get(key)
        return (entry.department if entry is not None else None) or NO_DEPARTMENT

    def with_partners(self, keys: Iterable[str]) -> Iterator[str]:
        for key in keys:
            yield key
            fact = self.facts.get(key)
            yield from fact.partners if isinstance(fact, NumberFact) else ()

    def items(self) -> Iterator[Item]:
        for key in self.every_key():
            state, fact = self.state(key), self.facts.get(key)
            if state == "filled" or fact is None:
                continue
            number = fact if isinstance(fact, NumberFact) else None
            name = number.name if number else key
            unit, aim = (number.unit, number.aim or "") if number else ("", "")
            yield Item(key, self.kind(key), state, name, unit, aim, self.department(key), fact.source)


def _doubt(status: Status) -> str:
    return "pending" if status is Status.PENDING else "filled"


def _part_name(report: Report, place: str) -> str:
    kind, _, number = place.partition(":")
    return report.outline[int(number)].part.value if kind == "outline" else ANNEXES


def _count_keys(tally: Tally, keys: Iterable[str], states: _States) -> None:
    for key in keys:
        match states.kind(key):
            case "figure":
                tally.figures.add(states.state(key))
            case "target":
                tally.targets.add(states.state(key))
            case "project" | "list":
                tally.projects.add(states.state(key))
            case _:
                pass


def _departments(states: _States) -> tuple[tuple[str, Tally], ...]:
    tallies: dict[str, Tally] = {}
    for key in states.every_key():
        _count_keys(tallies.setdefault(states.department(key), Tally()), (key,), states)

    def open_ones(pair: tuple[str, Tally]) -> int:
        tally = pair[1]
        return -sum(c.owed + c.pending for c in (tally.figures, tally.targets, tally.projects))

    return tuple(sorted(tallies.items(), key=open_ones))
