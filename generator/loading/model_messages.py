"""What a value that does not fit the schema means, in Chinese, with a suggestion where one can be made."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

from generator.diagnostics import Diagnostic
from generator.loading.located import LocatedDict
from generator.positions import Position

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from generator.loading.locating import SourceFile

_TYPES = {
    "dict_type": "这里应是“名称: 内容”的形式",
    "model_type": "这里应是“名称: 内容”的形式",
    "model_attributes_type": "这里应是“名称: 内容”的形式",
    "list_type": "这里应是一个列表：每项以“- ”开头，或写成 [甲, 乙]",
    "tuple_type": "这里应是一个列表：每项以“- ”开头，或写成 [甲, 乙]",
    "string_type": "这里应是一段文字",
    "int_type": "这里应是一个整数",
    "int_parsing": "这里应是一个整数",
    "int_from_float": "这里应是一个整数",
    "bool_parsing": "这里应写 true 或 false",
    "bool_type": "这里应写 true 或 false",
    "string_pattern_mismatch": "写法不对",
    "too_short": "这里至少要有一项",
    "too_long": "这里项数太多",
}


def model_diagnostics(errors: Iterable[ErrorDetails], model: type[BaseModel], file: SourceFile) -> list[Diagnostic]:
    """Every problem that pydantic found in one file, each at its place."""
    return [_diagnostic(details, model, file) for details in errors]


def _diagnostic(details: ErrorDetails, model: type[BaseModel], file: SourceFile) -> Diagnostic:
    path = tuple(details["loc"])
    on_key = path[-1:] == ("[key]",)
    path = path[:-1] if on_key else path
    kind = details["type"]
    if kind == "extra_forbidden":
        return _unknown_field(path, details["input"], model, file)
    is_text = kind in ("value_error", "string_type") and not fields_at(model, path)
    if is_text and isinstance(details["input"], LocatedDict):
        code, rule, message, hint = "D104", "bad-value", "这里应是一段文字", "以“{”开头的句子要加引号"
        place = details["input"].place
        position = Position(file.name, place.line, place.column, 1)
    else:
        code, rule, message, hint = _explain(details, kind)
        position = file.locate_key(path) if on_key else file.locate(path)
    return Diagnostic(code, rule, message, position, hint=hint, source_line=file.line(position.line))


def _explain(details: ErrorDetails, kind: str) -> tuple[str, str, str, str]:
    context = details.get("ctx", {})
    name = str(details["loc"][-1]) if details["loc"] else ""
    if kind == "value_error":
        return "D104", "bad-value", str(context.get("error", details["msg"])), ""
    if kind == "missing":
        return "D108", "missing-field", "这里少了一项" if name.isdecimal() else f"缺少“{name}”", ""
    if kind in ("enum", "literal_error"):
        given = details["input"] if isinstance(details["input"], str) else "列表"
        choices = str(context.get("expected", ""))
        return "D104", "bad-value", f"“{given}”不能用在 {name}", f"可以写：{_choices(choices)}"
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        return "D104", "bad-value", f"{name} 应{'不小于' if 'ge' in context else '不大于'} {bound}", ""
    if kind == "string_pattern_mismatch":
        hint = _pattern_hint(str(context.get("pattern", "")))
        return "D104", "bad-value", f"“{details['input']}”不能用在 {name}", hint
    message = "这里还没有填" if details["input"] is None else _TYPES.get(kind, "写法不对")
    return "D104", "bad-value", f"{name}：{message}" if name and not name.isdecimal() else message, ""


def _pattern_hint(pattern: str) -> str:
    choices = pattern.removeprefix("^(").removesuffix(")$")
    return f"可以写：{choices.replace('|', '、')}" if "|" in choices else "只能用字母、数字、汉字、“_”和“-”"


def _choices(expected: str) -> str:
    return "、".join(part.strip().strip("'") for part in expected.replace(" or ", ", ").split(","))


def _unknown_field(path: tuple[int | str, ...], given: object, model: type[BaseModel], file: SourceFile) -> Diagnostic:
    position = file.locate_key(path)
    known = fields_at(model, path[:-1])
    name = str(path[-1])
    if given is None and name.isdecimal():
        hint = "数里不要写千位分隔的逗号"
    else:
        hint = suggestion(name, known) or f"这里可以写：{'、'.join(known)}"
    line = file.line(position.line)
    return Diagnostic("D102", "unknown-field", f"没有“{name}”这一项", position, hint=hint, source_line=line)


def suggestion(name: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """“是不是要写…？” with the nearest known names, or nothing."""
    close = get_close_matches(name, list(known), n=3, cutoff=cutoff)
    return f"是不是要写“{'”或“'.join(close)}”？" if close else ""


def fields_at(model: type[BaseModel], path: Iterable[int | str]) -> list[str]:
    """The field names that may stand at a path inside a model."""
    current: object = model
    for step in path:
        if isinstance(current, type) and issubclass(current, BaseModel):
            field = current.model_fields.get(str(step))
            current = field.annotation if field else None
            current = _without_none(current)
        else:
            current = _without_none(_item_type(current))
    if isinstance(current, type) and issubclass(current, BaseModel):
        return list(current.model_fields)
    return []


def _item_type(annotation: object) -> object:
    arguments = [argument for argument in get_args(annotation) if argument is not Ellipsis]
    return arguments[-1] if arguments else None


def _without_none(annotation: object) -> object:
    arguments = get_args(annotation)
    if type(None) in arguments:
        return next(argument for argument in arguments if argument is not type(None))
    return annotation
