"""What a YAML syntax error means, in Chinese, at its likely cause, for someone who does not know YAML.

The parser stops where it can go no further, which is often a line or more behind the slip.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_COLON = "名称后面写半角冒号和一个空格，如“value: 5.1”"
_QUOTE = "整句用引号括起来，或写成“|”段落"
_ALIGN = "同一级的各行要左边对齐，下一级多缩进两个空格"


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column, both from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Where and why the parser gave up: its English words, the place, the start of what it was reading, and the start
    of the last quoted text that ran over a line's end, if it ended in the line of the stop."""

    problem: str
    context: str
    at: Place
    began: Place | None
    quote: Place | None


@dataclass(frozen=True, slots=True)
class Cause:
    """What to tell, and at which characters (``column`` from 0)."""

    message: str
    hint: str
    line: int
    column: int
    length: int = 0


Lines = Sequence[str]


def likely_cause(stop: Stop, lines: Lines) -> Cause:
    """The first explanation that fits."""
    for explain in _EXPLANATIONS:
        cause = explain(stop, lines)
        if cause is not None:
            return cause
    hint = f"检查缩进、冒号和引号（{stop.problem or stop.context}）"
    return Cause("这里不符合 YAML 的写法", hint, stop.at.line, stop.at.column)


def _tab(stop: Stop, lines: Lines) -> Cause | None:
    line = _line(lines, stop.at.line)
    column = line.find("\t", 0, len(line) - len(line.lstrip()))
    if column < 0:
        return None
    return Cause("缩进用了制表符（Tab）", "缩进请用空格，每级两个", stop.at.line, column, 1)


def _open_quote(stop: Stop, lines: Lines) -> Cause | None:
    place = stop.began if "quoted scalar" in stop.context and "end of stream" in stop.problem else stop.quote
    if place is None:
        return None
    return Cause("引号没有配对", "引号要成对；检查这一行和下面几行的引号", place.line, place.column, 1)


def _sentence_in_braces(stop: Stop, lines: Lines) -> Cause | None:
    found = re.match(r"\s*(?:- )*(?:[^\s{}\"']+: +)?(?=\{[^{}]*\}[^\s,}\]])", _line(lines, stop.at.line))
    told = stop.problem + stop.context
    if found is None or not ("expected key" in told or "expected <document start>" in told):
        return None
    return Cause("以“{”开头的句子要加引号", _QUOTE, stop.at.line, found.end(), 1)


def _after_quote(stop: Stop, lines: Lines) -> Cause | None:
    before = _line(lines, stop.at.line)[: stop.at.column].rstrip()
    if "expected key" not in stop.problem or not before.endswith(('"', "'")):
        return None
    return Cause("引号后面还有内容", "整句都要放在引号里；句中的引号用“”", stop.at.line, stop.at.column, 1)


def _leading_sign(stop: Stop, lines: Lines) -> Cause | None:
    line = _line(lines, stop.at.line)
    for column in (stop.at.column, stop.at.column - 1):
        sign = line[column : column + 1]
        if column >= 0 and sign and sign in "*&!%@`" and re.search(r"(^|[\s\[{,])$", line[:column]):
            return Cause(f"以“{sign}”开头的内容要加引号", f'如 "{sign}"', stop.at.line, column, 1)
    if line.startswith("%"):
        return Cause("以“%”开头的内容要加引号", "YAML 里行首的“%”另有用途", stop.at.line, 0, 1)
    return None


def _no_name(stop: Stop, lines: Lines) -> Cause | None:
    line = _line(lines, stop.at.line)
    if line.lstrip().startswith(": ") and len(line) - len(line.lstrip()) == stop.at.column:
        return Cause("冒号前面没有名称", _COLON, stop.at.line, stop.at.column, 1)
    return None


def _full_width_comma(stop: Stop, lines: Lines) -> Cause | None:
    if "expected ','" not in stop.problem:
        return None
    line = _line(lines, stop.at.line)
    column = line.rfind("，", 0, stop.at.column)
    if column < 0:
        return None
    return Cause("这里用了全角逗号“，”", "各项之间用半角逗号“,”和一个空格", stop.at.line, column, 1)


def _open_bracket(stop: Stop, lines: Lines) -> Cause | None:
    found = re.search(r"expected ',' or '([}\]])'", stop.problem)
    if found is None:
        return None
    name = "花括号" if found[1] == "}" else "方括号"
    if stop.began is not None and stop.began.line != stop.at.line:
        return Cause(f"{name}没有写完", f"最后要有“{found[1]}”", stop.began.line, stop.began.column, 1)
    hint = "各项之间用半角逗号分开；内容里有逗号、冒号、括号时要加引号"
    return Cause(f"{name}里缺少逗号或“{found[1]}”", hint, stop.at.line, stop.at.column, 1)


def _second_colon(stop: Stop, lines: Lines) -> Cause | None:
    before = _line(lines, stop.at.line)[: stop.at.column]
    if "mapping values" not in stop.problem or not re.search(r":\s", before):
        return None
    return Cause("这一行有两个冒号", "内容里有“: ”时要加引号；句子里用全角冒号“：”", stop.at.line, stop.at.column, 1)


def _line_without_colon(stop: Stop, lines: Lines) -> Cause | None:
    if "mapping values" not in stop.problem and "could not find expected ':'" not in stop.problem:
        return None
    for number in _nearest(stop, lines):
        cause = _colon_slip(number, _line(lines, number))
        if cause is not None:
            return cause
    return None


def _nearest(stop: Stop, lines: Lines) -> list[int]:
    """The line of the stop and the one above it that is not empty; only the latter when the stop is at a colon."""
    above = next((n for n in range(stop.at.line - 1, -1, -1) if _line(lines, n).strip()), 0)
    return [above] if "mapping values" in stop.problem else [stop.at.line, above]


def _colon_slip(number: int, line: str) -> Cause | None:
    body = line.lstrip(" -")
    column = len(line) - len(body)
    if not body or re.search(r":(\s|$)", line):
        return None
    if found := re.match(r"(\w+)：|[^：]+(?=：\s*$)", body):
        at = column + body.index("：", found.start())
        return Cause("这里用了全角冒号“：”", _COLON, number, at, 1)
    if found := re.match(r"\w+:", body):
        return Cause("冒号后面缺少空格", _COLON, number, column + found.end() - 1, 1)
    hint = f"{_COLON}；如果是正文的一行，请与上一行左边对齐"
    return Cause("这一行缺少冒号", hint, number, column, len(body.rstrip()))


def _bad_indent(stop: Stop, lines: Lines) -> Cause | None:
    line = _line(lines, stop.at.line)
    column = len(line) - len(line.lstrip())
    if "mapping values" in stop.problem:
        return Cause("缩进没有对齐：上一行已经写了内容，不能再有下一级", _ALIGN, stop.at.line, column, 0)
    if "expected key" in stop.problem and column == stop.at.column:
        return Cause("缩进没有对齐", _ALIGN, stop.at.line, column)
    return None


_ADVICE: tuple[tuple[str, str, str], ...] = (
    ("expected '-' indicator", "列表里有一行没有以“- ”开头，或没有对齐", "同一级的各项要左边对齐，都以“- ”开头"),
    ("expected key", "上一项没有写完，或缩进没有对齐", _ALIGN),
    ("block sequence entries", "“- ”要另起一行", "列表的每一项各占一行；要写“-”这个符号就加引号"),
    ("unknown escape character", "双引号里有不认识的“\\”", "改用单引号，或写成“\\\\”"),
    ("expected comment or line break", "“|”后面不能直接写内容", "“|”后面换行，正文从下一行起缩进两个空格"),
    ("could not find expected ':'", "这一行缺少冒号", _COLON),
)


def _advice(stop: Stop, lines: Lines) -> Cause | None:
    for sign, message, hint in _ADVICE:
        if sign in stop.problem:
            return Cause(message, hint, stop.at.line, stop.at.column)
    return None


_EXPLANATIONS: tuple[Callable[[Stop, Lines], Cause | None], ...] = (
    _tab,
    _open_quote,
    _sentence_in_braces,
    _after_quote,
    _leading_sign,
    _no_name,
    _full_width_comma,
    _open_bracket,
    _second_colon,
    _line_without_colon,
    _bad_indent,
    _advice,
)


def _line(lines: Lines, number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""
