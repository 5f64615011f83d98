"""Examples for the field reference: where real data first uses a field, and what it says there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, get_args, get_origin

from pydantic import BaseModel

from generator.loading.located import LocatedDict, LocatedList, LocatedValue
from generator.loading.locating import SourceFile

_MAX_WIDTH = 44
_MAX_LINES = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """A mapping in the data and the model that it fits.

    ``label`` is the key it stands under, or its file where that tells something; ``line`` counts from 1 and is that of
    the key, or of the first field where there is no key.
    """

    model: type[BaseModel]
    label: str
    value: LocatedDict
    file: SourceFile
    line: int

    def get(self, name: str) -> LocatedValue:
        """What the entry says under a field; None if nothing."""
        key = self.value.key(name)
        return None if key is None else self.value[key]


def entries_in(file: SourceFile, model: type[BaseModel], label: str) -> Iterator[Entry]:
    """Every mapping of a file that has a model, in the order of the file."""
    yield from _entries(model, file.root, file, label, 1)


def _entries(annotation: object, value: LocatedValue, file: SourceFile, label: str, line: int) -> Iterator[Entry]:
    kind = required_type(annotation)
    match value:
        case LocatedDict() if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield Entry(kind, label, value, file, line)
            for key, child in value.items():
                if key in kind.model_fields:
                    yield from _entries(kind.model_fields[key].annotation, child, file, label, key.line)
        case LocatedDict() if get_origin(kind) is dict:
            for key, child in value.items():
                yield from _entries(get_args(kind)[1], child, file, str(key), key.line)
        case LocatedList() if get_origin(kind) is tuple:
            for child in value:
                start = child.place.line if isinstance(child, LocatedDict) else line
                yield from _entries(get_args(kind)[0], child, file, label, start)
        case _:
            return


def required_type(annotation: object) -> object:
    """An annotation without ``| None`` and without what pydantic hangs on it."""
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return required_type(arguments[0])
    if type(None) in arguments:
        rest = [argument for argument in arguments if argument is not type(None)]
        return required_type(rest[0]) if len(rest) == 1 else annotation
    return annotation


def quoted_lines(entry: Entry) -> str:
    """The lines of the file that hold an entry, moved to the margin; long ones and the end of many are left out."""
    first = entry.file.line(entry.line)
    indent = _indent(first)
    lines = [first]
    for line in entry.file.lines[entry.line :]:
        if line.strip() and _indent(line) <= indent:
            break
        lines.append(line)
    while lines and not lines[-1].strip(" #"):
        lines.pop()
    kept = [clipped(line[indent:], 2 * _MAX_WIDTH) for line in lines[:_MAX_LINES]]
    return "\n".join(kept if len(lines) <= _MAX_LINES else [*kept, "# ……"])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def flow_text(value: object) -> str:
    """A value on one line, as YAML's flow style writes it."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case dict():
            return "{" + ", ".join(f"{key}: {_item_text(item)}" for key, item in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(_item_text(item) for item in value) + "]"
        case str() if value.startswith(("{", "%")):
            return f'"{value}"'
        case _:
            return clipped(str(value).partition("\n")[0], _MAX_WIDTH)


def _item_text(value: object) -> str:
    text = flow_text(value)
    return f'"{text}"' if isinstance(value, str) and any(sign in value for sign in "{},[]") and text[0] != '"' else text


def clipped(text: str, width: int) -> str:
    """At most ``width`` characters, with … for the rest."""
    return text if len(text) <= width else text[: width - 1] + "…"
