"""YAML text to located values, in one pass over the parser's events, with bounds on untrusted input.

Scalars stay text (YAML's own guesses turn ``12:30`` into 750 and ``0123`` into 83); tags, anchors and aliases are
refused, so nothing can be built or blown up by a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.diagnostics import Diagnostic
from generator.loading.located import LocatedDict, LocatedList, LocatedStr, LocatedValue
from generator.loading.yaml_messages import Place, Stop, likely_cause
from generator.positions import Position

MAX_CHARACTERS = 16_000_000
MAX_DEPTH = 24
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML does not allow in a text, and the line ends that editors do not show as such."""
_WIDE_SPACES = ("\u3000", "\xa0")
_NULLS = frozenset(("", "~", "null"))
_QUOTES = ("'", '"')
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Open:
    """A collection whose end was not seen yet; ``key`` waits for its value."""

    value: LocatedDict | LocatedList
    key: LocatedStr | None = None


def parse_yaml(text: str, file: str) -> tuple[LocatedValue, list[Diagnostic]]:
    """The one document in ``text`` and everything wrong with it; ``file`` names it in messages.

    Reading goes on after a duplicate key or a refused tag; a syntax error ends it.
    """
    found: list[Diagnostic] = []
    if len(text) > MAX_CHARACTERS:
        message = f"文件太大：{len(text)} 个字符，最多 {MAX_CHARACTERS} 个"
        return None, [Diagnostic("D107", "too-large", message, Position(file))]
    found.extend(_private_use(text, match.start(), file) for match in _PRIVATE_USE.finditer(text))
    unseen = [_control(text, match.start(), file) for match in _UNSEEN.finditer(text)]
    if unseen:
        return None, [*found, *unseen]
    builder = _Builder(file, found)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        found.append(_syntax(error, builder.quote, text, file))
    except _TooDeepError as error:
        found.append(Diagnostic("D107", "too-deep", f"嵌套太深，最多 {MAX_DEPTH} 层", error.position))
    return builder.root, found


def _events(text: str) -> Iterator[yaml.Event]:
    # straight from the parser: yaml.parse asks it twice for each event
    return iter(_LOADER(text).get_event, None)


class _TooDeepError(Exception):
    def __init__(self, position: Position) -> None:
        super().__init__()
        self.position = position


class _Builder:
    """Puts events together; one instance a file."""

    def __init__(self, file: str, found: list[Diagnostic]) -> None:
        self.root: LocatedValue = None
        self.quote: tuple[Place, int] | None = None
        """Where the last quoted text that ran over a line's end began, and the line (from 0) where it ended."""
        self._file = file
        self._found = found
        self._stack: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Add one parser event."""
        match event:
            case yaml.ScalarEvent():
                if event.anchor is not None or event.tag is not None:
                    self._refuse_extras(event, event.tag)
                self._put(_scalar(event))
                if event.style in _QUOTES:
                    self._remember_quote(event)
            case yaml.MappingStartEvent():
                self._refuse_extras(event, event.tag)
                self._open(LocatedDict(*_place(event)))
            case yaml.SequenceStartEvent():
                self._refuse_extras(event, event.tag)
                self._open(LocatedList(*_place(event)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop()
            case yaml.AliasEvent():
                self._report("D106", "alias", "不支持 YAML 的别名（*）", event, "请把内容直接写出来")
                self._put(None)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._report("D101", "syntax", "一个文件里只能有一份内容，不能再用“---”分开", event)
            case _:
                pass

    def _open(self, value: LocatedDict | LocatedList) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise _TooDeepError(Position(self._file, value.place.line, value.place.column))
        self._put(value)
        self._stack.append(_Open(value))

    def _put(self, value: LocatedValue) -> None:
        if not self._stack:
            if self._documents == 1:
                self.root = value
            return
        top = self._stack[-1]
        if isinstance(top.value, LocatedList):
            top.value.append(value)
        elif top.key is None:
            top.key = self._as_key(value, top.value)
        else:
            self._set(top.value, top.key, value)
            top.key = None

    def _as_key(self, value: LocatedValue, mapping: LocatedDict) -> LocatedStr:
        if isinstance(value, LocatedStr):
            if value.startswith(_WIDE_SPACES) and not value.style:
                position = Position(self._file, value.line, value.column, 1)
                self._found.append(Diagnostic("D101", "syntax", "缩进用了全角空格", position, hint="缩进请用半角空格"))
            return value
        message = "这里应是一个名称，不能是列表、映射或空值"
        position = Position(self._file, mapping.place.line, mapping.place.column)
        hint = "以“{”开头的句子要加引号，或写成“|”段落"
        self._found.append(Diagnostic("D101", "syntax", message, position, hint=hint))
        return LocatedStr.at("", position.line, position.column)

    def _set(self, mapping: LocatedDict, key: LocatedStr, value: LocatedValue) -> None:
        if key in mapping:
            first = next(k for k in mapping if k == key)
            position = Position(self._file, key.line, key.column, len(key))
            message = f"“{key}”写了两次，第一次在第 {first.line} 行"
            hint = "请删去一个，或改成不同的名称"
            self._found.append(Diagnostic("D103", "duplicate-key", message, position, hint=hint))
        else:
            mapping[key] = value

    def _refuse_extras(self, event: yaml.NodeEvent, tag: str | None) -> None:
        if event.anchor is not None:
            self._report("D106", "alias", f"不支持 YAML 的锚点（&{event.anchor}）", event, "请把内容直接写出来")
        if tag is not None:
            self._report("D106", "tag", f"不支持 YAML 的标签（{tag}）", event, "请删去“!”开头的标签")

    def _report(self, code: str, rule: str, message: str, event: yaml.Event, hint: str = "") -> None:
        self._found.append(Diagnostic(code, rule, message, Position(self._file, *_place(event)), hint=hint))

    def _remember_quote(self, event: yaml.ScalarEvent) -> None:
        start, end = event.start_mark, event.end_mark
        if start is not None and end is not None and start.line != end.line:
            self.quote = (Place(start.line, start.column), end.line)


def _scalar(event: yaml.ScalarEvent) -> LocatedStr | None:
    style = event.style or ""
    if not style and event.value in _NULLS:
        return None
    scalar = LocatedStr(event.value)
    scalar.line, scalar.column = _place(event)
    scalar.style = style
    return scalar


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _private_use(text: str, offset: int, file: str) -> Diagnostic:
    message = f"有一个私用区字符（U+{ord(text[offset]):04X}），不同电脑上显示不同，印出来可能是空白"
    position = _at_offset(text, offset, file, 1)
    return Diagnostic("D105", "private-use", message, position, hint="请删去，换成正常的汉字或符号")


def _control(text: str, offset: int, file: str) -> Diagnostic:
    message = f"有一个看不见的控制字符（U+{ord(text[offset]):04X}）"
    position = _at_offset(text, offset, file, 1)
    return Diagnostic("D101", "syntax", message, position, hint="多半是从别处粘贴来的，请删去重打这一行")


def _syntax(error: yaml.MarkedYAMLError, quote: tuple[Place, int] | None, text: str, file: str) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    at = Place(mark.line, mark.column) if mark else Place(0, 0)
    began = Place(error.context_mark.line, error.context_mark.column) if error.context_mark else None
    spoilt = quote[0] if quote is not None and quote[1] == at.line else None
    stop = Stop(str(error.problem or ""), str(error.context or ""), at, began, spoilt)
    lines = text.split("\n")
    cause = likely_cause(stop, lines)
    line = min(cause.line, max(0, len(lines) - 1))
    position = Position(file, line + 1, cause.column + 1, cause.length)
    return Diagnostic("D101", "syntax", cause.message, position, hint=cause.hint)


def _at_offset(text: str, offset: int, file: str, length: int = 0) -> Position:
    start = text.rfind("\n", 0, offset) + 1
    return Position(file, text.count("\n", 0, offset) + 1, offset - start + 1, length)
