"""A sentence of last year's plan, turned into one of the review: what was to be done has been."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from generator.rolling.last_year import LastYear
from generator.rolling.sentences import MARK, Clause, clauses_of, joined
from schemas.prose import Piece, Reference, prose

_WILL = re.compile(
    r"^(?P<who>(?:我们|全市|全省|全县|全区|全州|各级|年内|全年)?)(?P<verb>力争|确保|努力|争取|计划|预计|将|要)"
    r"(?P<go>[实达完做抓推]?)"
)
_NOT_FUTURE = re.compile("^.{0,2}将.*(?:作为|列为|纳入|打造成|建成为)|^努力让|^争取获批|^要素|^努力变")
_LEAD = re.compile(r"^[^{}：]*目标[^{}：]*：")
_ANNEX = re.compile(r"[，、]?(?:具体|详)?见附件[一二三四五六七八九十]*")
_THIS_YEAR = (("今年", "{上年}"), ("去年", "上年"))
_NAMED_YEAR = {"本年": "{上年}", "上年": "上年"}
"""What last year's words for years are in the review of the next."""
_NOT_BELOW = re.compile("(?:不低于|不少于|不高于|不超过)$")
_EXCEEDING = re.compile("(?:超过|突破|超)$")
_BOUND_BEHIND = re.compile("^(?:以上|以下|以内|左右)")


def as_result(line: str, last: LastYear, figure_of: Mapping[str, str], reported: Container[str]) -> str:
    """A sentence of the plan as one of the review: its targets are results, words of intent are gone.

    Clauses whose targets the review reports already are left out; empty when nothing is left to say.
    """
    line = _LEAD.sub("", line.strip().replace(MARK, ""))
    kept: list[Clause] = []
    told = False
    for clause in clauses_of(line):
        targets = [r.key for r in clause.references if r.key in last.report.targets]
        if targets and all(figure_of[key] in reported for key in targets):
            continue
        told |= bool(targets)
        kept.append(Clause(_turned(clause, figure_of)))
    return joined(kept, line) if told else ""


def as_event(line: str) -> str:
    """A sentence of the plan that names projects, as a candidate for the review."""
    return joined([Clause(_turned(clause, {})) for clause in clauses_of(line.strip().replace(MARK, ""))], line)


def _turned(clause: Clause, figure_of: Mapping[str, str]) -> str:
    """A clause of last year's plan, said of the year that is over."""
    text = _ANNEX.sub("", _without_will(clause.text))
    pieces = list(_without_bounds(prose(text).pieces, figure_of))
    return "".join(_turned_piece(piece, figure_of) for piece in pieces)


def _without_bounds(pieces: Sequence[Piece], targets: Container[str]) -> Iterator[Piece]:
    """Pieces without bounds that were written around a target (不低于……, ……以上): of its result they say too much."""
    for number, piece in enumerate(pieces):
        if not isinstance(piece, str):
            yield piece
            continue
        if number + 1 < len(pieces) and _is_target(pieces[number + 1], targets):
            piece = _EXCEEDING.sub("达到", _NOT_BELOW.sub("", piece))
        if number and _is_target(pieces[number - 1], targets):
            piece = _BOUND_BEHIND.sub("", piece)
        yield piece


def _is_target(piece: Piece, targets: Container[str]) -> bool:
    return isinstance(piece, Reference) and piece.key in targets


def _turned_piece(piece: str | Reference, figure_of: Mapping[str, str]) -> str:
    if isinstance(piece, Reference):
        if piece.key in _NAMED_YEAR:
            return _NAMED_YEAR[piece.key]
        attribute = f".{piece.attribute}" if piece.attribute else ""
        form = f"|{piece.form}" if piece.form else ""
        return f"{{{figure_of.get(piece.key, piece.key)}{attribute}{form}}}"
    for old, new in _THIS_YEAR:
        piece = piece.replace(old, new)
    return piece


def _without_will(text: str) -> str:
    match = _WILL.match(text)
    if match is None or _NOT_FUTURE.match(text):
        return text
    return match["who"] + text[match.end("verb") :]
