"""Reads the native form (JSON) back into the Document it was written from; refuses whatever is not exactly that."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
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


class NativeError(ValueError):
    """Text is not a native form that this version reads; the message says in Chinese where and why."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"生成记录有误：{place + '：' if place else ''}{problem}")


def read(text: str) -> Document:
    """The document of a native form; raises :class:`NativeError` where it is malformed."""
    try:
        parsed: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NativeError("", f"不是完整的 JSON（{error}）") from error
    return _document(_object(parsed, "整体", {"format", "version", "meta", "blocks"}))


def _document(fields: Mapping[str, object]) -> Document:
    if fields["format"] != FORMAT:
        raise NativeError("format", f"应当是“{FORMAT}”")
    version = _integer(fields["version"], "version")
    if version != VERSION:
        raise NativeError("version", f"本程序读第 {VERSION} 版，这是第 {version} 版，请用写它的那一版程序读")
    blocks = _list(fields["blocks"], "blocks")
    meta = _meta(_object(fields["meta"], "meta", {"year", "place", "title", "data_hash", "template_hash"}))
    return Document(tuple(_block(block, f"blocks[{number}]") for number, block in enumerate(blocks)), meta)


def _meta(fields: Mapping[str, object]) -> Meta:
    return Meta(
        year=_integer(fields["year"], "meta.year"),
        place=_string(fields["place"], "meta.place"),
        title=_string(fields["title"], "meta.title"),
        data_hash=_string(fields["data_hash"], "meta.data_hash"),
        template_hash=_string(fields["template_hash"], "meta.template_hash"),
    )


_FIELDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "paragraph": (frozenset({"block", "runs"}), frozenset({"role"})),
    "heading": (frozenset({"block", "level", "runs"}), frozenset()),
    "front": (frozenset({"block", "part", "runs"}), frozenset()),
    "annex": (frozenset({"block", "label", "title"}), frozenset()),
    "table": (frozenset({"block", "rows"}), frozenset({"caption"})),
}
"""The fields of each kind of block: those it must have, and those it may have."""


def _block(value: object, place: str) -> Block:
    kind = value.get("block") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in _FIELDS:
        raise NativeError(place, f"block 应当是 {'、'.join(_FIELDS)} 之一")
    fields = _object(value, place, *_FIELDS[kind])
    match kind:
        case "paragraph":
            role = _member(ParagraphRole, fields.get("role", ParagraphRole.BODY), f"{place}.role")
            return Paragraph(_runs(fields["runs"], f"{place}.runs"), role)
        case "heading":
            return Heading(_integer(fields["level"], f"{place}.level"), _runs(fields["runs"], f"{place}.runs"))
        case "front":
            part = _member(FrontPart, fields["part"], f"{place}.part")
            return Front(part, _runs(fields["runs"], f"{place}.runs"))
        case "annex":
            return AnnexHeading(_runs(fields["label"], f"{place}.label"), _runs(fields["title"], f"{place}.title"))
        case _:
            return _table(fields, place)


def _table(fields: Mapping[str, object], place: str) -> Table:
    rows = tuple(
        tuple(_runs(cell, f"{place}.rows[{r}][{c}]") for c, cell in enumerate(_list(row, f"{place}.rows[{r}]")))
        for r, row in enumerate(_list(fields["rows"], f"{place}.rows"))
    )
    return Table(rows, _runs(fields.get("caption", []), f"{place}.caption"))


def _runs(value: object, place: str) -> Runs:
    return tuple(_run(run, f"{place}[{number}]") for number, run in enumerate(_list(value, place)))


_LOOKS = frozenset({"role", "level"})
_FIGURE = frozenset({"t", "key", "kind", "src"})


def _run(value: object, place: str) -> Run:
    if isinstance(value, str):
        return Text(value)
    is_figure = isinstance(value, dict) and "key" in value
    fields = _object(value, place, _FIGURE, _LOOKS | {"facet"}) if is_figure else _object(value, place, {"t"}, _LOOKS)
    text = _string(fields["t"], f"{place}.t")
    role = _member(Role, fields.get("role", Role.BODY), f"{place}.role")
    level = _integer(fields.get("level", 0), f"{place}.level")
    if not is_figure:
        return Text(text, role, level)
    return FigureRun(
        text=text,
        key=_string(fields["key"], f"{place}.key"),
        kind=_member(Kind, fields["kind"], f"{place}.kind"),
        source=_string(fields["src"], f"{place}.src"),
        facet=_member(Facet, fields.get("facet", Facet.VALUE), f"{place}.facet"),
        role=role,
        level=level,
    )


def _object(
    value: object, place: str, needed: frozenset[str] | set[str], allowed: frozenset[str] = frozenset()
) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise NativeError(place, "应当是一个对象")
    missing = sorted(needed - value.keys())
    if missing:
        raise NativeError(place, f"缺少 {'、'.join(missing)}")
    unknown = sorted(value.keys() - needed - allowed)
    if unknown:
        raise NativeError(place, f"多出了 {'、'.join(unknown)}")
    return value


def _list(value: object, place: str) -> list[object]:
    if not isinstance(value, list):
        raise NativeError(place, "应当是一个列表")
    return value


def _string(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise NativeError(place, "应当是文字")
    return value


def _integer(value: object, place: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise NativeError(place, "应当是整数")
    return value


def _member(kind: type[E], value: object, place: str) -> E:
    try:
        return kind(_string(value, place))
    except ValueError as error:
        if isinstance(error, NativeError):
            raise
        raise NativeError(place, f"“{value}”不是 {'、'.join(kind)} 之一") from error
