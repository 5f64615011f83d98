"""``waivers.yaml``: findings that are let stand, read with their places, and new ones added at its end."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.diagnostics import CannotRunError, Diagnostic, QicaoError, has_errors
from generator.loading.fitting import fit
from generator.loading.loader import with_source_line
from generator.loading.locating import SourceFile
from generator.loading.model_messages import model_diagnostics
from generator.loading.parsing import parse_yaml
from generator.positions import Position
from generator.workspace import Workspace, decode, read_bounded, waivers_path, write_atomically
from schemas.waivers import Waiver, WaiversFile

_HEAD = """# yaml-language-server: $schema=../../schemas/waivers.schema.json
# 豁免：核对时不再报的问题，一条一项。用 qicao waive 添加，也可以手写。
# rule 规则代码，fingerprint 问题的指纹，reason 为什么不改，who 谁同意的，until 到哪一天为止（可以不写）。

waivers:
"""
_SECTION = re.compile(r"^waivers:(?:[ \t]*\[[ \t]*\])?", re.MULTILINE)
_FIRST_DASH = re.compile(r"^waivers:(?:[ \t]*#.*)?\n(?:[ \t]*(?:#.*)?\n)*(?P<indent> *)-\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PlacedWaiver:
    """A waiver and the place where it stands."""

    waiver: Waiver
    position: Position


@dataclass(frozen=True, slots=True)
class NewWaiver:
    """A waiver to be written; ``about`` says in a comment what was found where."""

    rule: str
    fingerprint: str
    reason: str
    who: str = ""
    until: date | None = None
    about: str = ""


def load_waivers(workspace: Workspace, year: int) -> tuple[PlacedWaiver, ...]:
    """The waivers of a year, none if there is no file.

    Raises :class:`QicaoError` with everything that is wrong with the file.
    """
    path = waivers_path(workspace, year)
    if not path.is_file():
        return ()
    placed, found = read_waivers(workspace.read(path), workspace.name_of(path))
    if has_errors(found):
        raise QicaoError(found)
    return placed


def waiver_faults(workspace: Workspace, year: int) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the file of a year."""
    path = waivers_path(workspace, year)
    if not path.is_file():
        return ()
    try:
        return read_waivers(workspace.read(path), workspace.name_of(path))[1]
    except QicaoError as error:
        return error.diagnostics


def read_waivers(text: str, name: str) -> tuple[tuple[PlacedWaiver, ...], tuple[Diagnostic, ...]]:
    """The waivers in the text of a file and what is wrong with it; ``name`` stands in messages."""
    root, found = parse_yaml(text, name)
    file = SourceFile(name, tuple(text.split("\n")), root)
    found = [with_source_line(d, file) for d in found]
    if has_errors(found):
        return (), tuple(found)
    result = fit(root, WaiversFile, {})
    found += model_diagnostics(result.errors, WaiversFile, file)
    waivers = result.model.waivers if result.model is not None else ()
    return tuple(PlacedWaiver(w, file.locate(("waivers", n, "rule"))) for n, w in enumerate(waivers)), tuple(found)


def add_waivers(workspace: Workspace, year: int, new: Sequence[NewWaiver], *, dry_run: bool = False) -> Path:
    """Write waivers at the end of the file of a year, made if it is not there; what is in it stays as it is.

    A dry run only finds out whether that can be done.

    Raises :class:`QicaoError` when the file has errors, :class:`CannotRunError` when its list is written in one line.
    """
    path = waivers_path(workspace, year)
    workspace.year_folder(year)
    name = workspace.name_of(path)
    before = load_waivers(workspace, year)
    data = read_bounded(path, name) if path.is_file() else _HEAD.encode()
    after = _appended(data, name, new)
    placed, found = read_waivers(decode(after, name), name)
    if found or [_entry(p.waiver) for p in placed] != [*(_entry(p.waiver) for p in before), *map(_new_entry, new)]:
        hint = "请先把它改成一条一项的样子：每条以“- rule:”开头，各项一行一个"
        raise CannotRunError("没法在这个文件末尾添加", hint, file=name)
    if not dry_run:
        write_atomically(path, after)
    return path


_Entry = tuple[str, str, str, str, date | None]


def _entry(waiver: Waiver) -> _Entry:
    return waiver.rule, waiver.fingerprint, waiver.reason, waiver.who or "", waiver.until


def _new_entry(new: NewWaiver) -> _Entry:
    return new.rule, new.fingerprint, new.reason, new.who, new.until


def _appended(data: bytes, name: str, new: Sequence[NewWaiver]) -> bytes:
    """The bytes of a file with items at its end, in the file's own indentation and line ends."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    end = "\r\n" if b"\r\n" in data else "\n"
    text = _ready(decode(data, name))
    dash = _FIRST_DASH.search(text)
    indent = dash["indent"] if dash else "  "
    lines = [line for waiver in new for line in _lines(waiver, indent)]
    body = f"{text.rstrip()}\n" + "".join(f"{line}\n" for line in lines)
    return mark + body.replace("\n", end).encode()


def _ready(text: str) -> str:
    """A file's text to which items can be added: with the line ``waivers:``, and nothing behind it on that line."""
    if _SECTION.search(text) is None:
        return f"{text.rstrip()}\n\nwaivers:\n" if text.strip() else _HEAD
    return _SECTION.sub("waivers:", text, count=1)


def _lines(waiver: NewWaiver, indent: str) -> Iterator[str]:
    if waiver.about:
        yield f"{indent}# {' '.join(waiver.about.split())}"
    yield f"{indent}- rule: {waiver.rule}"
    yield f'{indent}  fingerprint: "{waiver.fingerprint}"'
    yield f"{indent}  reason: {_quoted(waiver.reason)}"
    if waiver.who:
        yield f"{indent}  who: {_quoted(waiver.who)}"
    if waiver.until is not None:
        yield f"{indent}  until: {waiver.until.isoformat()}"


def _quoted(text: str) -> str:
    """A text as a YAML scalar; JSON's strings are YAML's quoted ones, and keep any sign apart from YAML's own."""
    return json.dumps(text, ensure_ascii=False)
