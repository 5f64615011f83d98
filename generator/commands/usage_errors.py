"""What was wrong with a command line, in Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer._click.core import Parameter
    from typer._click.exceptions import ClickException

_EXTRA = re.compile(r"unexpected extra argument\S* \((.*)\)")
_QUOTED = re.compile(r"'([^']*)'")


def usage_message(error: ClickException) -> str:
    """A sentence that says what is wrong, and where the help is; the help itself where nothing was asked for."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return error.message
    ctx = getattr(error, "ctx", None)
    command = ctx.command_path if ctx is not None else "qicao"
    return f"命令写得不对：{_explain(error)}\n用 {command} --help 查看说明。"


def _explain(error: ClickException) -> str:
    parameter = getattr(error, "param", None)
    quoted = _QUOTED.findall(error.message)
    match type(error).__name__:
        case "NoSuchOption":
            possible = getattr(error, "possibilities", None)
            hint = f"，是不是 {'、'.join(possible)}？" if possible else ""
            return f"没有 {getattr(error, 'option_name', '')} 这个选项{hint}"
        case "MissingParameter":
            return f"缺少{_name(parameter)}"
        case "BadParameter" if "is not a valid int" in error.message:
            return f"{_name(parameter)}要写成数字，如 2024"
        case "BadParameter":
            given = f"“{quoted[0]}”" if quoted else ""
            return f"{_name(parameter)}不能写{given}" if given else f"{_name(parameter)}的值不对"
        case "BadOptionUsage" if "does not take a value" in error.message:
            return f"{getattr(error, 'option_name', '')} 后面不写内容"
        case "BadOptionUsage":
            return f"{getattr(error, 'option_name', '')} 后面缺少内容"
        case _ if error.message.startswith("No such command"):
            hint = f"，是不是 {'、'.join(quoted[1:])}？" if quoted[1:] else ""
            return f"没有“{quoted[0] if quoted else ''}”这个命令{hint}"
        case _ if error.message.startswith("Missing command"):
            return "缺少命令"
        case _ if extra := _EXTRA.search(error.message):
            return f"多写了“{extra[1]}”"
        case _:
            return error.message


def _name(parameter: Parameter | None) -> str:
    if parameter is None:
        return "参数"
    if parameter.param_type_name == "option":
        return f" {parameter.opts[0]} "
    return str(getattr(parameter, "metavar", None) or parameter.name)
