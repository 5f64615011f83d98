"""Sentences to prose with references, and the data that the references name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from generator.importing.annexes import Entry
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
from schemas.project import Stage
from schemas.units import SCALES, split_unit


class Section(StrEnum):
    """The file and section that a number goes to."""

    FIGURES = "figures"
    TARGETS = "targets"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Number:
    """A figure, target or anniversary: ``indicator`` is its name without suffix, ``under`` the head it stands below."""

    key: str
    indicator: str
    section: Section
    quantity: Quantity
    under: str
    running: bool = False
    required: bool = False
    scope: str = ""
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A term: ``text`` is what it prints; ``entry`` and ``full`` are how a glossary names and explains it."""

    key: str
    text: str
    under: str
    full: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """Something that a person should look at: what, and the words around it."""

    matter: str
    words: str
    under: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A project that a sentence names: how far it is by the review, what is planned for it by the plan."""

    name: str
    under: str
    stage: Stage | None = None
    plan: str = ""


_SENTENCE = re.compile("[^。！？]*(?:[。！？]+[”’）》】]*|$)")
_MAIN_TARGETS = re.compile("预期目标|主要目标|发展目标")
_LOOKS_BACK = re.compile("去年|上年|过去一年|一年来|以来")
_FIVE_YEARS = re.compile("五年|“十.{1,2}五”|十.{0,1}五(?:规划|时期)|奋斗目标")
_OPENS_YEARS = re.compile(
    "^(?:各位代表！)?[^。！，]{0,12}(?:(?P<five>五年来|过去五年|这五年|五年，|回望“十|回顾“十|“十.{1,2}五”时期)|"
    "(?P<one>一年来|过去一年|过去的一年|刚刚过去的|20[0-9]{2}年(?!主要目标任务)))"
)
"""How a paragraph opens that speaks of five years, or of one again."""
_BY_YEAR = re.compile("到(20[0-9]{2})年")
_ATTRIBUTE = re.compile("[\u4e00-\u9fff“]")
_DONE = re.compile(
    "(?:新增|新建|新改扩?建|改造|建成|建设|完成|投资|实现|达到?|突破|超过?|造林|整治|修复|治理|种植|改建|新改建|更新|铺设|发放|投入|提供|"
    "争取|安排|开行|生产|筹集|约|近|增至|到|在|为|压减|减少|增加|盘活|供应|储备|输送|收购|引进|下达|和|、|共|累计|合计|净增|拓展|开通|打通)$"
)
_SIZES = "千伏 万千瓦 千瓦 兆瓦 英寸 纳米 微米 毫米 吨级 万吨级 吨 万吨 岁 级 分钟 小时 米 层"
"""Units that tell of what size a thing is: 750千伏电网工程, 20万吨铝材项目."""
_TIMES = ("年", "个月", "月", "天", "日", "小时", "分钟", "秒", "周年", "岁", "世纪", "周")
_WHERE = re.compile("(?:全国|全省|全市|全区|全球|世界|中部|西部|东部)$")
_STARTS = re.compile("(?:从|由)[^，。；]{0,12}$")
_GOES_TO = re.compile("(?:提高|提升|增加|增长|扩大|上调|上升|下降|降低|降|增|升)[到至]?|扩面")
_OWN_WORK = re.compile("[个大项]?(?:方面|大类|类|项重点|项任务|重点任务|大任务)")
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
    _five_years: bool = False

    def prose(self, text: str) -> str:
        """A paragraph (or head) with references, one sentence a line."""
        self._safe_now = text in self.safe or self.part.glossary
        self._main_targets = False
        self._five_years = self._in_five_years(text)
        lines = [match.group().strip() for match in _SENTENCE.finditer(text.replace("\t", " "))]
        return "\n".join(self._line(line) for line in lines if line)

    def _line(self, line: str) -> str:
        self._main_targets |= _MAIN_TARGETS.search(line) is not None
        return self._sentence(line)

    def _in_five_years(self, text: str) -> bool:
        """Whether a paragraph, and what follows it, tells of five years; a part says so in its heading."""
        head = self.part.head
        if self.part.kind is PartKind.PLAN:
            return _FIVE_YEARS.search(head) is not None and str(self.year) not in head and "今年" not in head
        if self.part.kind is not PartKind.REVIEW:
            return False
        if text == head:
            return _FIVE_YEARS.search(head) is not None and str(self.year - 1) not in head
        if match := _OPENS_YEARS.search(text):
            return match["five"] is not None
        return self._five_years

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
        section = self._section(line, reading)
        target = section is Section.TARGETS
        beyond = section is Section.FIGURES and self._beyond_the_year(line[: reading.start])
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
                fixed=section is Section.FIGURES and (beyond or _is_attribute(line, reading)),
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

    def _beyond_the_year(self, before: str) -> bool:
        """Whether a number speaks of five years, gone or to come, and not of the report's own."""
        if self.part.kind is PartKind.PLAN and self._is_later(before):
            return True
        return self._five_years

    def _is_later(self, before: str) -> bool:
        clause = re.split("[。；]", before)[-1]
        return any(int(year) > self.year for year in _BY_YEAR.findall(clause))

    def _section(self, line: str, reading: Reading) -> Section:
        if self._is_target(line, reading):
            return Section.TARGETS
        past = str(self.year - 1) in line[: reading.start]
        this_year = self.part.kind is PartKind.PLAN or "今年" in line[: reading.start]
        whole = isinstance(reading.quantity.value, Decimal) and not reading.quantity.hedge
        if reading.quantity.unit == "周年" and whole and this_year and not past:
            return Section.DERIVED
        return Section.FIGURES

    def _is_target(self, line: str, reading: Reading) -> bool:
        """Whether a number is to be reached in the plan year: in the plan or the livelihood list, no time, no rank."""
        if self.part.kind is not PartKind.PLAN and not (self.part.annex and not self.part.glossary):
            return False
        quantity = reading.quantity
        if self._beyond_the_year(line[: reading.start]) or _is_attribute(line, reading):
            return False
        if quantity.unit in (*_TIMES, *SCALES, "") or quantity.style is Style.ORDINAL or quantity.rank_in:
            return False
        tail = line[reading.start : reading.end + 6]
        looks_back = _LOOKS_BACK.search(line[max(0, reading.start - 14) : reading.start]) is not None
        starts_there = _STARTS.search(line[: reading.start]) and _GOES_TO.match(line, reading.end)
        return _OWN_WORK.search(tail) is None and not looks_back and not starts_there

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


def _is_attribute(line: str, reading: Reading) -> bool:
    """Whether a number only says of what size a thing is, and is no result: 建设750千伏电网工程."""
    quantity = reading.quantity
    if quantity.unit == "大":
        return True
    if quantity.unit not in _SIZES.split() or quantity.direction or quantity.rank_in or quantity.compared_to:
        return False
    stands_before_noun = _ATTRIBUTE.match(line, reading.end) and not _GOES_TO.match(line, reading.end)
    return bool(stands_before_noun) and _DONE.search(line[: reading.start]) is None


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
