"""Where each character of a YAML scalar stands in its file, through quoting, escapes and folded lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.loading.located import LocatedStr

_FOLD = re.compile(r"[ \t]*\n\s*")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\n])")
_CONTINUED = re.compile(r"\\\n[ \t]*")

Spot = tuple[int, int]
"""Line and column, both from 1."""


def spot_inside(lines: Sequence[str], scalar: LocatedStr, offset: int) -> Spot:
    """The place of character ``offset`` (from 0; the length of the scalar means its end)."""
    if scalar.style == "|":
        return _in_literal(lines, scalar, offset)
    if scalar.style == ">":
        return _in_folded(lines, scalar, offset)
    column = scalar.column + (1 if scalar.style else 0)
    line = _line(lines, scalar.line)
    if line.startswith(scalar, column - 1):  # as nearly all are: on one line, without escapes
        return scalar.line, column + offset
    return _in_flow(lines, scalar, offset)


def raw_length(lines: Sequence[str], scalar: LocatedStr) -> int:
    """How many characters a scalar takes in its first line, quotes included; 0 for a block (``|``, ``>``)."""
    if scalar.style in ("|", ">"):
        return 0
    line, column = spot_inside(lines, scalar, len(scalar))
    if line != scalar.line:
        return max(0, len(_line(lines, scalar.line).rstrip()) - scalar.column + 1)
    return column - scalar.column + (1 if scalar.style else 0)


def _in_literal(lines: Sequence[str], scalar: LocatedStr, offset: int) -> Spot:
    before = scalar[:offset]
    number = before.count("\n")
    line = scalar.line + 1 + number
    indent = max(0, len(_line(lines, line)) - len(scalar.split("\n")[number]))
    return line, indent + offset - (before.rfind("\n") + 1) + 1


def _in_folded(lines: Sequence[str], scalar: LocatedStr, offset: int) -> Spot:
    """Walks text and file together: a line break in the file is one blank, or none, in the text."""
    body = lines[scalar.line :]
    text = scalar.lstrip("\n")
    indent = next((_spaces(line) for line in body if line.strip()), 0) - _spaces(text)
    line, column, previous = scalar.line + 1, indent, "\n"
    for character in scalar[:offset]:
        line, column = _to_content(lines, (line, column), indent, (previous, character))
        ends = character == "\n" or (character == " " and column >= len(_line(lines, line)))
        line, column = (line + 1, indent) if ends else (line, column + 1)
        previous = character
    if offset < len(scalar):
        line, column = _to_content(lines, (line, column), indent, (previous, scalar[offset]))
    return line, column + 1


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _to_content(lines: Sequence[str], spot: Spot, indent: int, pair: tuple[str, str]) -> Spot:
    """Past line ends that the text does not show, to where the second of two characters may stand (column from 0)."""
    line, column = spot
    previous, wanted = pair
    if wanted == "\n" or (wanted == " " and previous != "\n"):
        return spot
    while line <= len(lines) and column >= len(_line(lines, line)):
        line, column = line + 1, indent
    return line, column


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if number <= len(lines) else ""


def _in_flow(lines: Sequence[str], scalar: LocatedStr, offset: int) -> Spot:
    raw = "\n".join((lines[scalar.line - 1][scalar.column - 1 :], *lines[scalar.line :]))
    start = 1 if scalar.style else 0
    position = _raw_offset(raw, scalar, offset, start)
    before = raw[:position]
    breaks = before.count("\n")
    if not breaks:
        return scalar.line, scalar.column + position
    return scalar.line + breaks, position - before.rfind("\n")


def _raw_offset(raw: str, scalar: LocatedStr, offset: int, position: int) -> int:
    """The offset in the file's text of character ``offset`` of the scalar, both from 0."""
    done = 0
    while position < len(raw):
        if scalar.style == '"' and (continued := _CONTINUED.match(raw, position)):
            position = continued.end()
            continue
        made, length = _step(raw, scalar.style, position)
        if done + made > offset:
            break
        done, position = done + made, position + length
        if done == offset and not (scalar.style == '"' and _CONTINUED.match(raw, position)):
            break
    return position


def _step(raw: str, style: str, position: int) -> tuple[int, int]:
    """How many characters of text the next ones in the file make, and how many those are."""
    if fold := _FOLD.match(raw, position):
        breaks = fold[0].count("\n")
        return max(1, breaks - 1), fold.end() - position
    if style == '"' and (escape := _ESCAPE.match(raw, position)):
        return 1, len(escape[0])
    if style == "'" and raw.startswith("''", position):
        return 1, 2
    return 1, 1
