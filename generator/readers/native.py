"""Reads the native form (JSON) back into the Document it was written from; refuses whatever is not exactly that.

Where a fault lies is put together on its way out: naming every place on the way in would cost most of the reading.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Final, TypeVar

from generator.document import (
    AnnexHeading,
    Block,
    Document,
    Facet,
    FigureRun,
    Front,
    FrontPart,
    Heading,
    Kind,
    Meta,
    Paragraph,
    ParagraphRole,
    Role,
    Run,
    Runs,
    Table,
    Text,
)

FORMAT: Final = "qicao-document"
VERSION: Final = 1

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

Fields = Mapping[str, object]


class NativeError(ValueError):
    """Text is not a native form that this version reads; the message says in Chinese where and why."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"生成记录有误：{place + '：' if place else ''}{problem}")


class _MalformedError(ValueError):
    """What is wrong with one value, and the path to it, innermost first."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.path: list[str] = []

    def inside(self, step: str) -> _MalformedError:
        """The same fault, seen from one level further out."""
        self.path.append(step)
        return self

    @property
    def place(self) -> str:
        """The path as ``blocks[3].runs[0].key``."""
        return "".join(reversed(self.path)).removeprefix(".")


_KEPT = 2
"""The record of one report comes again and again: in every copy that came back, and beside the data themselves."""


@lru_cache(maxsize=_KEPT)
def read(text: str) -> Document:
    """The document of a native form; raises :class:`NativeError` where it is malformed."""
    try:
        parsed: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NativeError("", f"不是完整的 JSON（{error}）") from error
    try:
        return _document(parsed)
    except _MalformedError as fault:
        raise NativeError(fault.place, fault.problem) from fault


_DOCUMENT = frozenset({"format", "version", "meta", "blocks"})


def _document(value: object) -> Document:
    try:
        fields = _object(value, _DOCUMENT)
    except _MalformedError as fault:
        raise fault.inside("整体") from fault
    if _field(fields, "format", _string) != FORMAT:
        raise _MalformedError(f"应当是“{FORMAT}”").inside(".format")
    version = _field(fields, "version", _integer)
    if version != VERSION:
        raise _MalformedError(f"本程序读第 {VERSION} 版，这是第 {version} 版，请用写它的那一版程序读").inside(
            ".version"
        )
    return Document(_field(fields, "blocks", _blocks), _field(fields, "meta", _meta))


_META = frozenset({"year", "place", "title", "data_hash", "template_hash"})


def _meta(value: object) -> Meta:
    fields = _object(value, _META)
    return Meta(
        year=_field(fields, "year", _integer),
        place=_field(fields, "place", _string),
        title=_field(fields, "title", _string),
        data_hash=_field(fields, "data_hash", _string),
        template_hash=_field(fields, "template_hash", _string),
    )


_FIELDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "paragraph": (frozenset({"block", "runs"}), frozenset({"role"})),
    "heading": (frozenset({"block", "level", "runs"}), frozenset()),
    "front": (frozenset({"block", "part", "runs"}), frozenset()),
    "annex": (frozenset({"block", "label", "title"}), frozenset()),
    "table": (frozenset({"block", "rows"}), frozenset({"caption"})),
}
"""The fields of each kind of block: those it must have, and those it may have."""


def _blocks(value: object) -> tuple[Block, ...]:
    return _each(value, _block)


def _block(value: object) -> Block:
    kind = value.get("block") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in _FIELDS:
        raise _MalformedError(f"block 应当是 {'、'.join(_FIELDS)} 之一")
    fields = _object(value, *_FIELDS[kind])
    match kind:
        case "paragraph":
            role = _field(fields, "role", _paragraph_role) if "role" in fields else ParagraphRole.BODY
            return Paragraph(_field(fields, "runs", _runs), role)
        case "heading":
            return Heading(_field(fields, "level", _integer), _field(fields, "runs", _runs))
        case "front":
            return Front(_field(fields, "part", _front_part), _field(fields, "runs", _runs))
        case "annex":
            return AnnexHeading(_field(fields, "label", _runs), _field(fields, "title", _runs))
        case _:
            caption = _field(fields, "caption", _runs) if "caption" in fields else ()
            return Table(_field(fields, "rows", _rows), caption)


def _rows(value: object) -> tuple[tuple[Runs, ...], ...]:
    return _each(value, _cells)


def _cells(value: object) -> tuple[Runs, ...]:
    return _each(value, _runs)


def _runs(value: object) -> Runs:
    return _each(value, _run)


_LOOKS = frozenset({"role", "level"})
_TEXT = frozenset({"t"})
_FIGURE = frozenset({"t", "key", "kind", "src"})


def _run(value: object) -> Run:
    if isinstance(value, str):
        return Text(value)
    is_figure = isinstance(value, dict) and "key" in value
    fields = _object(value, _FIGURE, _LOOKS | {"facet"}) if is_figure else _object(value, _TEXT, _LOOKS)
    text = _field(fields, "t", _string)
    role = _field(fields, "role", _role) if "role" in fields else Role.BODY
    level = _field(fields, "level", _integer) if "level" in fields else 0
    if not is_figure:
        return Text(text, role, level)
    return FigureRun(
        text=text,
        key=_field(fields, "key", _string),
        kind=_field(fields, "kind", _kind),
        source=_field(fields, "src", _string),
        facet=_field(fields, "facet", _facet) if "facet" in fields else Facet.VALUE,
        role=role,
        level=level,
    )


def _field(fields: Fields, name: str, read: Callable[[object], T]) -> T:
    try:
        return read(fields[name])
    except _MalformedError as fault:
        raise fault.inside(f".{name}") from fault


def _each(value: object, read: Callable[[object], T]) -> tuple[T, ...]:
    if not isinstance(value, list):
        raise _MalformedError("应当是一个列表")
    found: list[T] = []
    try:
        for item in value:
            found.append(read(item))
    except _MalformedError as fault:
        raise fault.inside(f"[{len(found)}]") from fault
    return tuple(found)


def _object(value: object, needed: frozenset[str], allowed: frozenset[str] = frozenset()) -> Fields:
    if not isinstance(value, dict):
        raise _MalformedError("应当是一个对象")
    if value.keys() == needed:
        return value
    missing = sorted(needed - value.keys())
    if missing:
        raise _MalformedError(f"缺少 {'、'.join(missing)}")
    unknown = sorted(value.keys() - needed - allowed)
    if unknown:
        raise _MalformedError(f"多出了 {'、'.join(unknown)}")
    return value


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise _MalformedError("应当是文字")
    return value


def _integer(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _MalformedError("应当是整数")
    return value


def _role(value: object) -> Role:
    return _member(Role, value)


def _paragraph_role(value: object) -> ParagraphRole:
    return _member(ParagraphRole, value)


def _front_part(value: object) -> FrontPart:
    return _member(FrontPart, value)


def _kind(value: object) -> Kind:
    return _member(Kind, value)


def _facet(value: object) -> Facet:
    return _member(Facet, value)


def _member(kind: type[E], value: object) -> E:
    text = _string(value)
    try:
        return kind(text)
    except ValueError as error:
        raise _MalformedError(f"“{text}”不是 {'、'.join(kind)} 之一") from error
