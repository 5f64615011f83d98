"""One returned form, line by line: which values are good, and what is wrong with the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import CannotRunError, Diagnostic, Severity
from generator.forms.answers import AnswerError, answer_of, implausible, same_value, unprintable, written
from generator.forms.columns import KEY, NAME, STATUS, STATUSES, UNIT, VALUE
from generator.forms.questions import NO_DEPARTMENT, Form, Question
from generator.forms.returned import Line, Returned, Sent
from generator.positions import Position
from schemas.figure import Figure, Status
from schemas.number import Number

RULES = {
    "E101": "other-form",
    "E102": "old-form",
    "E103": "line-lost",
    "E104": "line-doubled",
    "E105": "line-unknown",
    "E106": "not-a-number",
    "E107": "wrong-unit",
    "E108": "implausible",
    "E109": "conflict",
    "E110": "no-status",
    "E111": "no-person",
    "E112": "read-as",
    "E113": "formula-or-merged",
    "E114": "cannot-write",
    "E115": "about-the-file",
    "E116": "not-theirs",
}
"""Code to readable name of everything that reading forms may say."""


@dataclass(frozen=True, slots=True)
class Good:
    """A value that may be filled in.  ``place`` is file, sheet and cell; ``doubtful`` values are to be confirmed."""

    key: str
    value: Number | str
    status: Status
    department: str
    person: str
    note: str
    place: str
    file: str
    cell: str
    sent: str
    doubtful: bool


@dataclass(slots=True)
class Sifter:
    """Sifts one form; ``found`` grows while :meth:`run` goes through the lines."""

    returned: Returned
    form: Form | None
    questions: dict[str, Question]
    figures: dict[str, Figure]
    found: list[Diagnostic]
    person: str = ""
    answered: bool = False
    """Whether any value is new."""

    def run(self, year: int, place: str) -> Iterator[Good]:
        """The good values.  A form of another year or place, or of the program's making no more, has none."""
        returned = self.returned
        if (returned.year, returned.place) != (str(year), place):
            message = f"这是{returned.place} {returned.year} 年的填报表，现在读的是{place} {year} 年的，没有读入"
            self._say("E101", message, "请核对文件")
            return
        for oddity in returned.oddities:
            self._say("E115", oddity, severity=Severity.WARNING)
        if self.form is None or returned.version != self.form.version:
            message = "这是旧的填报表：发出以后指标有增减，或改了名称、单位"
            self._say("E102", message, "还在的指标照常读入；其余的请按新表补报", Severity.WARNING)
        yield from self._lines()
        if self.person == "" and self.answered:
            self._say("E111", "“填报人”都空着", "请问清是谁填的", Severity.WARNING)

    def _lines(self) -> Iterator[Good]:
        nameless = [line for line in self.returned.lines if not line.key and not line.name]
        self._tell_nameless([line for line in nameless if line.raw is not None or line.is_merged])
        keyed = [(line, self._key_of(line)) for line in self.returned.lines if line.key or line.name]
        counts = Counter(key for _, key in keyed if key)
        seen: set[str] = set()
        for line, key in keyed:
            self.person = line.person or self.person
            if key is None:
                continue
            if counts[key] > 1 and not self._may_double(line, key, keyed, seen):
                continue
            seen.add(key)
            good = self._good(line, key)
            if good is not None:
                yield good
        self._tell_lost(set(counts))

    def _tell_nameless(self, lines: list[Line]) -> None:
        if lines:
            more = f"（这样的共 {len(lines)} 行）" if len(lines) > 1 else ""
            message = f"这一行没有指标名，没有读入{more}"
            self._say("E105", message, "请写在发出的原表各行里，不要增加行", line=lines[0])

    def _key_of(self, line: Line) -> str | None:
        """The figure that a line is about, told by its hidden key or, where that is gone, by its name."""
        sent = self.returned.sent.get(line.key)
        if line.key and sent is None:
            if line.raw is not None:
                self._say(
                    "E105", f"隐藏的键“{line.key}”不在发出的表里", "请在原表上填写，不要增加行", line=line, column=KEY
                )
            return None
        if sent is not None:
            if line.name == sent.name:
                return sent.key
            message = f"这一行的指标名是“{line.name}”，隐藏的键却是“{sent.key}”，对不上，没有读入"
            self._say("E105", message, "可能只对部分列排了序，或改了指标名；请在原表上重填", line=line, column=NAME)
            return None
        named = [one.key for one in self.returned.sent.values() if one.name == line.name]
        if len(named) == 1:
            self._say("E105", "隐藏的键没有了，按指标名对上", "", Severity.WARNING, line, NAME)
            return named[0]
        if line.raw is not None:
            self._say(
                "E105",
                f"“{line.name}”不是发出的指标，没有读入",
                "新增的指标请先写进 figures.yaml",
                line=line,
                column=NAME,
            )
        return None

    def _may_double(self, line: Line, key: str, keyed: list[tuple[Line, str | None]], seen: set[str]) -> bool:
        answers = {str(other.raw) for other, other_key in keyed if other_key == key and other.raw is not None}
        if len(answers) > 1:
            self._say("E104", f"“{line.name}”有几行，填的数不一样，没有读入", "只留一行", line=line, column=VALUE)
            return False
        if key in seen or line.raw is None:
            if key in seen:
                self._say("E104", f"“{line.name}”重复了一行", "", Severity.WARNING, line, NAME)
            return False
        return True

    def _good(self, line: Line, key: str) -> Good | None:
        sent, question, figure = self.returned.sent[key], self.questions.get(key), self.figures.get(key)
        if question is None or figure is None:
            if line.raw is not None:
                self._say("E102", f"“{line.name}”已经不在今年要报的指标里，没有读入", "", line=line, column=NAME)
            return None
        value = self._value(line, sent, question, figure)
        if value is None or not self._is_theirs(line, value, sent, figure):
            return None
        unchanged = same_value(written(value), sent.value)
        self.answered |= not unchanged
        odd = "" if unchanged else implausible(value, question.last, figure)
        if odd:
            message = f"“{line.name}”报的是 {line.raw}，{odd}，先记为待核"
            self._say("E108", message, "请核实；没有错就把 status 改成 确认", Severity.WARNING, line)
        kept = unchanged and not line.status
        return Good(
            key=key,
            value=value,
            status=Status.PENDING if odd else figure.status if kept else self._status(line),
            department=self.returned.department,
            person=self.person,
            note=line.note,
            place=self._place(line, VALUE),
            file=self.returned.file,
            cell=f"{self.returned.sheet}!{line.cells[VALUE]}",
            sent=sent.value,
            doubtful=bool(odd),
        )

    def _is_theirs(self, line: Line, value: Number | str, sent: Sent, figure: Figure) -> bool:
        """Whether the department answers for the figure; what it was only sent along is passed over without a word."""
        theirs = self.returned.department
        if theirs in (NO_DEPARTMENT, figure.department or theirs):
            return True
        if not same_value(written(value), sent.value):
            message = f"“{line.name}”现在由{figure.department}报，{theirs}的表里也填了，没有读入"
            self._say(
                "E116",
                message,
                f"请{figure.department}来报；确实归{theirs}，就改 figures.yaml 的 department",
                line=line,
            )
        return False

    def _value(self, line: Line, sent: Sent, question: Question, figure: Figure) -> Number | str | None:
        if line.is_formula or line.is_merged:
            what = f"这里是公式（{str(line.raw)[:40]}）" if line.is_formula else "这个单元格和别的合并了"
            self._say("E113", f"{what}，没有读入", "请改成一个数" if line.is_formula else "请取消合并", line=line)
            return None
        if line.raw is None:
            return None
        if line.unit != sent.unit or sent.unit != question.unit:
            theirs = line.unit if line.unit != sent.unit else sent.unit
            message = f"“{line.name}”的单位是“{theirs or '（空）'}”，应是“{question.unit or '（无）'}”，没有读入"
            self._say("E107", message, "请按规定的单位换算后重填", line=line, column=UNIT)
            return None
        try:
            answer = answer_of(line.raw, line.number_format, question.unit, question.kind)
        except AnswerError as error:
            self._say("E106", f"“{line.name}”：{error}", error.hint, line=line)
            return None
        if answer is None:
            return None
        if reason := unprintable(answer.value, figure):
            self._say("E106", f"“{line.name}”：{reason}", "请核对后重填", line=line)
            return None
        if answer.note:
            self._say("E112", f"“{line.name}”：{answer.note}", "", Severity.INFO, line)
        return answer.value

    def _status(self, line: Line) -> Status:
        if line.status in STATUSES:
            return Status(line.status)
        if line.status == "":
            self._say("E110", f"“{line.name}”没有选状态，先记为待核", "", Severity.WARNING, line, STATUS)
        else:
            message = f"“{line.name}”的状态写成“{line.status}”，先记为待核"
            self._say("E110", message, f"只能是{'或'.join(STATUSES)}", Severity.WARNING, line, STATUS)
        return Status.PENDING

    def _tell_lost(self, seen: set[str]) -> None:
        for key, sent in self.returned.sent.items():
            if key not in seen and key in self.questions:
                self._say("E103", f"少了一行：“{sent.name}”被删了，或对不上了", "请在原表上补报这个指标")

    def _place(self, line: Line | None, column: int) -> str:
        if line is None:
            return self.returned.file
        return f"{self.returned.file}[{self.returned.sheet}!{line.cells.get(column, line.cells[VALUE])}]"

    def _say(
        self,
        code: str,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
        line: Line | None = None,
        column: int = VALUE,
    ) -> None:
        place = self._place(line, column) if line is not None else f"{self.returned.file}[{self.returned.sheet}]"
        self.found.append(finding(code, message, place, hint, severity))


def finding(code: str, message: str, place: str, hint: str = "", severity: Severity = Severity.ERROR) -> Diagnostic:
    """A finding about a workbook; ``place`` is file, sheet and cell."""
    return Diagnostic(code, RULES[code], message, Position(place, 0, 0), severity, hint)


def unreadable(error: CannotRunError) -> Iterator[Diagnostic]:
    """Why a file could not be read, as findings beside those of the other files."""
    for one in error.diagnostics:
        yield finding("E101", one.message, one.position.file, one.hint)
