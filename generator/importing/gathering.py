"""Sentences to prose with references, and the data that the references name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from generator.importing.annexes import Entry
from generator.importing.belonging import Passage, is_attribute
from generator.importing.gathered import Candidate, Guess, Name, Number, Section
from generator.importing.naming import Context, Names, indicator, key_of
from generator.importing.printer import Printer
from generator.importing.projects import Listed
from generator.importing.register import Register
from generator.importing.spotting import Reading, Spot, SpotKind, spots
from generator.importing.structure import PartNode
from generator.numerals.arabic import find_numerals
from schemas.figure import Quantity, Style
from schemas.names import BUILT_IN
from schemas.outline import PartKind
from schemas.units import split_unit

_SENTENCE = re.compile("[^。！？]*(?:[。！？]+[”’）》】]*|$)")
_MAIN_TARGETS = re.compile("预期目标|主要目标|发展目标")
_WHERE = re.compile("(?:全国|全省|全市|全区|全球|世界|中部|西部|东部)$")
_BRACES = {"{": "左花括号", "}": "右花括号", "｛": "全角左花括号", "｝": "全角右花括号"}


@dataclass(slots=True)
class Gatherer:
    """Turns text into prose and remembers every datum on the way; ``safe`` texts get no numbers, only terms."""

    year: int
    printer: Printer
    safe: frozenset[str] = frozenset()
    register: Register = field(default_factory=Register)
    names: Names = field(default_factory=Names)
    numbers: list[Number] = field(default_factory=list)
    terms: dict[str, Name] = field(default_factory=dict)
    glossary: list[Name] = field(default_factory=list)
    projects: dict[str, Candidate] = field(default_factory=dict)
    units: list[str] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    part: PartNode = field(default_factory=PartNode)
    under: str = ""
    _safe_now: bool = False
    _listed: str = ""
    _about: str = ""
    _main_targets: bool = False
    _passage: Passage = field(init=False)

    def __post_init__(self) -> None:
        self._passage = Passage(self.year)

    def prose(self, text: str) -> str:
        """A paragraph (or head) with references, one sentence a line."""
        self._safe_now = text in self.safe or self.part.glossary
        self._main_targets = False
        self._passage = self._passage.moved_to(self.part, text)
        lines = [match.group().strip() for match in _SENTENCE.finditer(text.replace("\t", " "))]
        return "\n".join(self._line(line) for line in lines if line)

    def _line(self, line: str) -> str:
        self._main_targets |= _MAIN_TARGETS.search(line) is not None
        return self._sentence(line)

    def one_line(self, text: str, subject: str = "") -> str:
        """A text with references on one line; ``subject`` is what its first number is about, where it says nothing."""
        self._about = subject
        line = self.prose(text).replace("\n", "")
        self._about = ""
        return line

    def serial(self, digits: str) -> str:
        """The number of a row: no datum, but a name."""
        return f"{{{self._term(digits, digits)}}}"

    def explain(self, entry: Entry) -> None:
        """A term of the glossary, the same as in the sentences where they name it."""
        known = self.terms.pop(entry.name, None)
        key = known.key if known else self.names.unique(key_of(entry.name)[:30])
        shown = "" if entry.term == entry.name else entry.term
        self.glossary.append(Name(key, entry.name, "名词解释", entry.meaning, shown))

    def _sentence(self, line: str) -> str:
        subject = self._about
        listed, place = "", 0
        pieces: list[str] = []
        position = left = 0
        for spot in self._spots(line):
            if spot.start < position:
                continue
            reading = self._reading(line, spot)
            if spot.kind is SpotKind.YEAR:
                start, end, reference, left = spot.start, spot.end, BUILT_IN[spot.year], spot.end
            elif spot.kind is SpotKind.PROJECT:
                start, end, reference = spot.start, spot.end, self._project(line[spot.start : spot.end], spot.project)
            elif reading is None:
                start, end = _term_span(line, spot)
                reference = self._term(line[start:end], line)
            else:
                start, end = reading.start, reading.end
                between = line[left:start]
                place = place + 1 if listed and between in ("、", "和", "及") else 0
                listed = listed if place else self._list(between)
                reference, subject = self._number(line, reading, listed or between, subject, place)
                left = end
            pieces += [self._literal(line[position:start]), f"{{{reference}}}"]
            position = end
        pieces.append(self._literal(line[position:]))
        return "".join(pieces)

    def _list(self, between: str) -> str:
        """The words of a list before 分别; where they are only 分别, the list that was told of last (…，分别增长…)."""
        clause, found, _ = re.split("[，。；：]", between)[-1].rpartition("分别")
        if found and clause.strip("、和及"):
            self._listed = clause
        return f"{self._listed}分别" if found else ""

    def _spots(self, line: str) -> tuple[Spot, ...]:
        if not self._safe_now:
            return spots(line, self.year, self.register)
        return tuple(Spot(SpotKind.TERM, start, end) for start, end in find_numerals(line))

    def _reading(self, line: str, spot: Spot) -> Reading | None:
        """The first reading that prints what stands in the text."""
        for reading in spot.readings:
            if self.printer.text(reading.quantity, reading.form) == line[reading.start : reading.end]:
                return reading
        if spot.kind is SpotKind.NUMBER and find_numerals(line[spot.start : spot.end]):
            self._guess("这个数印不成原样，先作专名登记，请看看要不要改成指标", line, spot.start, spot.end)
        return None

    def _number(self, line: str, reading: Reading, before: str, subject: str, place: int) -> tuple[str, str]:
        quantity = reading.quantity
        context = Context(
            before=before,
            behind=line[reading.end : reading.end + 24],
            subject=subject,
            unit=quantity.unit,
            direction=quantity.direction or "",
            ranked=bool(quantity.rank_in),
            ordinal=quantity.style is Style.ORDINAL,
            place=place,
            compared=bool(quantity.compared_to),
        )
        name, fresh = indicator(context)
        section = self._passage.section_of(line, reading)
        target = section is Section.TARGETS
        beyond = section is Section.FIGURES and self._passage.is_beyond_the_year(line[: reading.start])
        key = self._key(name, target=target, beyond=beyond)
        self.numbers.append(
            Number(
                key,
                name,
                section,
                quantity,
                self.under,
                running=_runs_on(quantity, before),
                scope=_scope(quantity, line[: reading.start]),
                required=target and self._main_targets and self.part.kind is PartKind.PLAN,
                fixed=section is Section.FIGURES and (beyond or is_attribute(line, reading)),
            )
        )
        if quantity.unit and split_unit(quantity.unit) is None and quantity.unit not in self.units:
            self.units.append(quantity.unit)
            matter = f"“{quantity.unit}”不在单位表里，已写进 report.yaml 的 units，请核对"
            self._guess(matter, line, reading.start, reading.end)
        if name.startswith("未命名数"):
            self._guess(f"没有找到“{key}”说的是什么，请改个名称", line, reading.start, reading.end)
        return f"{key}|{reading.form}" if reading.form else key, fresh

    def _key(self, name: str, *, target: bool, beyond: bool) -> str:
        """A name that no other datum has: qualified by its part or its time before it is counted on."""
        if target:
            return self.names.unique(f"{name}目标", f"{name}实事目标" if self.part.annex else "")
        if self.part.kind is PartKind.PLAN:
            return self.names.unique(f"{name}五年目标" if beyond else name, f"{name}计划")
        return self.names.unique(name, f"五年{name}" if beyond else "")

    def _term(self, text: str, line: str) -> str:
        if text not in self.terms:
            key = self.names.unique(key_of(text)[:30])
            self.terms[text] = Name(key, text, self.under)
        return self.terms[text].key

    def _project(self, text: str, said: Listed | None) -> str:
        """The key of a project, or of a term that has the same name already."""
        if text in self.terms:
            return self.terms[text].key
        before = self.projects.get(text) or Candidate(self.names.unique(key_of(text)), self.under)
        review, plan = self.part.kind is PartKind.REVIEW, self.part.kind is PartKind.PLAN
        stage = said.stage if said and review and before.stage is None else before.stage
        verb = said.verb if said and plan and not before.plan else before.plan
        self.projects[text] = replace(before, stage=stage, plan=verb)
        return before.name

    def _literal(self, text: str) -> str:
        """Plain words; a brace would be read as a reference, so it becomes a term."""
        if not any(sign in text for sign in _BRACES):
            return text
        return "".join(f"{{{self._brace(sign)}}}" if sign in _BRACES else sign for sign in text)

    def _brace(self, sign: str) -> str:
        if sign not in self.terms:
            self.terms[sign] = Name(self.names.unique(_BRACES[sign]), sign, self.under)
        return self.terms[sign].key

    def _guess(self, matter: str, line: str, start: int, end: int) -> None:
        words = f"{line[max(0, start - 10) : start]}〔{line[start:end]}〕{line[end : end + 10]}"
        self.guesses.append(Guess(matter, words, self.under))


def _runs_on(quantity: Quantity, before: str) -> bool:
    """Whether a number grows by one every year: 连续23年, 第21届."""
    ordinal = quantity.style is Style.ORDINAL
    return (
        (quantity.unit in ("年", "次", "届") and before.endswith("连续"))
        or (ordinal and quantity.unit == "届")
        or quantity.unit == "周年"
    )


def _scope(quantity: Quantity, before: str) -> str:
    """Where a rank counts, when it is written without 位 (全国第3)."""
    match = _WHERE.search(before) if quantity.style is Style.ORDINAL and quantity.unit in ("", "位", "名") else None
    return match.group() if match else ""


def _term_span(line: str, spot: Spot) -> tuple[int, int]:
    """Where the characters of a term stand; a quantity that cannot be printed keeps its blanks inside."""
    start, end = spot.start, spot.end
    while start < end and line[start] == " ":
        start += 1
    while end > start and line[end - 1] == " ":
        end -= 1
    return start, end
