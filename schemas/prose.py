"""Prose that names data by key: ``全市地区生产总值同比{地区生产总值|增减}。``"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from schemas.scalar import Scalar


@dataclass(frozen=True, slots=True)
class Reference:
    """A place where prose names a datum: ``{key}``, ``{key.attribute}`` or ``{key|form}``.

    ``offset`` counts characters from 0 in the YAML scalar, at the opening brace; ``length`` includes both braces.
    """

    key: str
    attribute: str
    form: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class ProseFault:
    """Something in a sentence that cannot be read; offsets as in :class:`Reference`."""

    message: str
    offset: int
    length: int


Piece = str | Reference


@dataclass(frozen=True, slots=True)
class Prose:
    """A text with references in it, as it stands in the YAML file (line breaks included), and its parts in order."""

    text: str
    pieces: tuple[Piece, ...]
    faults: tuple[ProseFault, ...] = ()

    @property
    def references(self) -> tuple[Reference, ...]:
        """The references of the text, in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Reference))


def prose(text: str) -> Prose:
    """A text taken apart at its references."""
    pieces: list[Piece] = []
    faults: list[ProseFault] = []
    position = 0
    while (start := text.find("{", position)) >= 0:
        end = text.find("}", start)
        inner = text[start + 1 : end]
        if end < 0 or "{" in inner or "\n" in inner:
            faults.append(ProseFault("“{”没有配对的“}”", start, 1))
            _add_text(text[position : start + 1], position, pieces, faults)
            position = start + 1
            continue
        _add_text(text[position:start], position, pieces, faults)
        _add_reference(inner, start, end + 1 - start, pieces, faults)
        position = end + 1
    _add_text(text[position:], position, pieces, faults)
    return Prose(text, tuple(pieces), tuple(faults))


def _add_text(text: str, offset: int, pieces: list[Piece], faults: list[ProseFault]) -> None:
    if text:
        pieces.append(text)
    if "}" in text:
        faults.append(ProseFault("“}”前面没有配对的“{”", offset + text.index("}"), 1))
    for sign in "｛｝":
        if sign in text:
            faults.append(ProseFault(f"这里用了全角花括号“{sign}”", offset + text.index(sign), 1))


def _add_reference(inner: str, offset: int, length: int, pieces: list[Piece], faults: list[ProseFault]) -> None:
    name, _, form = inner.partition("|")
    key, _, attribute = name.partition(".")
    if not key.strip():
        faults.append(ProseFault("花括号里没有写指标名称", offset, length))
        pieces.append(f"{{{inner}}}")
        return
    pieces.append(Reference(key.strip(), attribute.strip(), form.strip(), offset, length))


def _validate(value: object) -> Prose:
    if isinstance(value, Prose):
        return value
    if not isinstance(value, str):
        raise ValueError("这里应是一段文字")
    return prose(str(value))


ProseField = Annotated[Prose, Scalar(_validate, lambda prose: prose.text, {"type": "string"})]
"""A pydantic field that holds prose."""
